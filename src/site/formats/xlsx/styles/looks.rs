//! How each style of a cell looks, as data.

/// A font: which of the two it is, its size, whether it is bold, its colour.
pub(super) const FONTS: [(usize, &str, bool, &str); 6] = [
    (0, "11", false, "FF000000"),
    (0, "8", false, "FF808080"),
    (1, "18", true, "FF000000"),
    (0, "11", false, "FF404040"),
    (1, "11", true, "FF000000"),
    (0, "10", false, "FF000000"),
];

/// What is behind a cell.
pub(super) const FILLS: [&str; 2] = ["FFDCE6F1", "FFF2F2F2"];

/// The number of the one format of numbers that programs do not know by themselves.
pub(super) const DAY: &str = "164";

/// A style: font, fill, whether it has borders, the format of numbers, how it is set, and whether a text that looks like a formula is none.
pub(super) struct CellLook {
    pub(super) font: usize,
    pub(super) fill: usize,
    pub(super) has_borders: bool,
    pub(super) format: &'static str,
    pub(super) across: &'static str,
    pub(super) down: &'static str,
    pub(super) wraps: bool,
    pub(super) is_quoted: bool,
}

const PLAIN: CellLook = CellLook {
    font: 5,
    fill: 0,
    has_borders: true,
    format: "0",
    across: "left",
    down: "top",
    wraps: true,
    is_quoted: false,
};

/// The styles, in the order of [`Style`].
pub(super) const LOOKS: [CellLook; 11] = [
    CellLook { font: 1, has_borders: false, wraps: false, ..PLAIN },
    CellLook { font: 2, has_borders: false, across: "centerContinuous", down: "center", wraps: false, ..PLAIN },
    CellLook { font: 3, has_borders: false, across: "centerContinuous", down: "center", wraps: false, ..PLAIN },
    CellLook { font: 4, fill: 2, across: "center", down: "center", ..PLAIN },
    CellLook { font: 4, fill: 3, across: "center", down: "center", ..PLAIN },
    PLAIN,
    CellLook { is_quoted: true, ..PLAIN },
    CellLook { format: "49", ..PLAIN },
    CellLook { format: DAY, across: "center", ..PLAIN },
    CellLook { across: "right", ..PLAIN },
    CellLook { font: 0, has_borders: false, down: "bottom", wraps: false, ..PLAIN },
];
