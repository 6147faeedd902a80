//! What stands around the text: the page, its number, settings.

use unicode_width::UnicodeWidthStr;

use super::{Look, root, styles};
use crate::site::formats::xml::Xml;
use crate::text::markdown::FlowCell;

/// Margins in twentieths of a point: above, right, below, left, and the foot of the page. GB/T 9704 has 37, 26, 35 and 28 mm.
const MARGINS: [[usize; 5]; 2] = [[1417, 1417, 1417, 1417, 709], [2098, 1474, 1984, 1587, 1400]];

/// The width of A4.
const WIDTH: usize = 11_906;

/// Writes the page.
pub(super) fn section(xml: &mut Xml, is_east_asian: bool) {
    let [top, right, bottom, left, footer] = MARGINS[usize::from(is_east_asian)].map(|twips| twips.to_string());
    xml.open("w:sectPr", &[]);
    // The fifth and the sixth of the parts.
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
    xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "rId6")]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &*top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "851"),
            ("w:footer", &footer),
            ("w:gutter", "0"),
        ],
    );
    if is_east_asian {
        // 22 lines; that 28 characters stand in one is in the styles, for not every program keeps to a grid of characters.
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", "579")]);
    }
    xml.close("w:sectPr");
}

/// Returns the settings: odd and even pages have feet of their own.
pub(super) fn settings(look: &Look) -> Xml {
    let mut xml = root("w:settings");
    xml.empty("w:zoom", &[("w:percent", "100")]);
    if look.is_east_asian {
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.empty("w:characterSpacingControl", &[("w:val", "compressPunctuation")]);
    }
    xml.open("w:footnotePr", &[]);
    for id in ["-1", "0"] {
        xml.empty("w:footnote", &[("w:id", id)]);
    }
    xml.close("w:footnotePr");
    xml.open("w:compat", &[]);
    xml.empty(
        "w:compatSetting",
        &[("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")],
    );
    xml.close("w:compat");
    xml.close("w:settings");
    xml
}

/// Returns the foot of odd or of even pages: the number stands on the outer side.
pub(super) fn footer(look: &Look, is_even: bool) -> Xml {
    let mut xml = root("w:ftr");
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", styles::FOOTER)]);
    if look.is_east_asian {
        let side = if is_even { ("w:leftChars", "w:left") } else { ("w:rightChars", "w:right") };
        xml.empty("w:ind", &[(side.0, "100"), (side.1, "280")]);
        xml.empty("w:jc", &[("w:val", if is_even { "left" } else { "right" })]);
    }
    xml.close("w:pPr");
    run(&mut xml, &look.page_number[0]);
    xml.open("w:fldSimple", &[("w:instr", " PAGE ")]);
    run(&mut xml, "1");
    xml.close("w:fldSimple");
    run(&mut xml, &look.page_number[1]);
    xml.close("w:p");
    xml.close("w:ftr");
    xml
}

fn run(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.open("w:r", &[]);
        xml.words("w:t", text);
        xml.close("w:r");
    }
}

/// Returns how wide the columns of a table are: by their longest texts, within bounds, together as wide as the text of a page.
pub(super) fn widths(rows: &[Vec<FlowCell>], is_east_asian: bool) -> Vec<usize> {
    const BOUNDS: (usize, usize) = (6, 40);
    let [_, right, _, left, _] = MARGINS[usize::from(is_east_asian)];
    let length = |cell: &FlowCell| cell.runs.iter().map(|run| run.text.width()).sum::<usize>();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(length).max().unwrap_or(0);
    let shares: Vec<usize> = (0..columns).map(|at| longest(at).clamp(BOUNDS.0, BOUNDS.1)).collect();
    let whole: usize = shares.iter().sum::<usize>().max(1);
    shares.iter().map(|share| (WIDTH - left - right) * share / whole).collect()
}
