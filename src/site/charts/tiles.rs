//! A map of tiles: every place a square of the same size, roughly where it lies. No outline of a real map, so nothing is drawn wrongly.

use std::fmt::Write as _;

use super::percent;
use crate::site::drawing::{columns, escaped};

/// A place on the map.
pub(in crate::site) struct Tile {
    /// Where it stands, from 0.
    pub(in crate::site) column: u64,
    pub(in crate::site) row: u64,
    pub(in crate::site) name: String,
    /// What stands below the name.
    pub(in crate::site) count: String,
    /// How dark it is, from 0 to 4.
    pub(in crate::site) level: u64,
    /// Where it leads; nowhere if there is nothing to tell.
    pub(in crate::site) href: Option<String>,
}

/// The height of a tile in pixels, and of a line of its name.
const HEIGHT: u64 = 84;
const LINE: u64 = 17;

/// How wide a line of a name may be, in columns: what a tile of a narrow page holds.
const WIDE: usize = 10;

/// Returns how dark a tile is whose number is a share of the highest.
pub(in crate::site) fn level(n: u64, most: u64) -> u64 {
    if n == 0 { 0 } else { 1 + (n - 1) * 4 / most.max(1) }
}

/// Returns the map. It is for the eye alone: a list has the words. Widths are shares of the page, so that names keep their size on a phone.
pub(in crate::site) fn tiles(tiles: &[Tile]) -> String {
    let across = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
    let down = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(1);
    let mut svg = format!(
        "<svg class=\"tiles\" width=\"100%\" height=\"{}\" aria-hidden=\"true\" focusable=\"false\">",
        down * HEIGHT
    );
    for tile in tiles {
        let (x, width) = (percent(tile.column * 1000 / across), percent(1000 / across));
        let y = tile.row * HEIGHT;
        let _ = write!(svg, "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\">");
        let link = tile.href.as_ref().map(|href| format!("<a href=\"{}\" tabindex=\"-1\">", escaped(href)));
        svg.push_str(link.as_deref().unwrap_or_default());
        let _ = write!(svg, "<rect class=\"tile is-{}\" width=\"100%\" height=\"{HEIGHT}\"/>", tile.level);
        let lines = lines(&tile.name);
        let top = (HEIGHT - (lines.len() as u64 + 1) * LINE) / 2;
        for (line, n) in lines.iter().zip(1..) {
            let _ = write!(
                svg,
                "<text x=\"50%\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                top + n * LINE - 3,
                escaped(line)
            );
        }
        let y = top + (lines.len() as u64 + 1) * LINE;
        let count = escaped(&tile.count);
        let _ = write!(svg, "<text class=\"strong\" x=\"50%\" y=\"{y}\" text-anchor=\"middle\">{count}</text>");
        svg.push_str(if link.is_some() { "</a></svg>" } else { "</svg>" });
    }
    svg + "</svg>"
}

/// The name of a place in at most three lines: words stay whole, Chinese is broken anywhere.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        let pieces = if columns(word) > WIDE { broken(word) } else { vec![word.to_owned()] };
        for piece in pieces {
            match lines.last_mut() {
                Some(line) if columns(line) + 1 + columns(&piece) <= WIDE => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    lines.truncate(3);
    lines
}

/// A word that is too long for a line, in pieces; a word of letters stays whole, however long.
fn broken(word: &str) -> Vec<String> {
    if columns(word) == word.chars().count() {
        return vec![word.to_owned()];
    }
    word.chars().collect::<Vec<_>>().chunks(WIDE / 2).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tile, level, lines, tiles};

    #[test]
    fn names_stand_in_lines() {
        assert_eq!(lines("浦城县"), ["浦城县"]);
        assert_eq!(lines("Jianyang District"), ["Jianyang", "District"]);
        assert_eq!(lines("武夷山风景名胜区"), ["武夷山风景", "名胜区"]);
        assert_eq!(lines("Wuyi New Area"), ["Wuyi New", "Area"]);
    }

    #[test]
    fn tiles_lead_to_what_is_told_of_a_place() {
        let tile = |column, href: Option<&str>| Tile {
            column,
            row: 1,
            name: "A & B".to_owned(),
            count: "3".to_owned(),
            level: 2,
            href: href.map(str::to_owned),
        };
        let svg = tiles(&[tile(0, Some("#place-a")), tile(3, None)]);
        assert!(svg.contains("height=\"168\"") && svg.contains("x=\"75.0%\" y=\"84\" width=\"25.0%\""), "{svg}");
        assert_eq!((svg.matches("<a href=\"#place-a\"").count(), svg.matches("</a>").count()), (1, 1), "{svg}");
        assert!(svg.contains("A &amp; B"));
    }

    #[test]
    fn more_is_darker() {
        assert_eq!([0, 1, 2, 3, 4, 8].map(|n| level(n, 8)), [0, 1, 1, 2, 2, 4]);
        assert_eq!(level(1, 1), 1);
    }
}
