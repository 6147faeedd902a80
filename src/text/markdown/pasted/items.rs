//! Items of a numbered list that were pasted, each with the space that it lacks.

use super::super::character::is_cjk;
use super::super::joined::line_ending;
use crate::diagnostic::Edit;

/// The changes that make an item of a line that begins `2.甲`: a space behind the mark. The lines above it must lead back to `1.`, else
/// it would be the first item of a list that begins with another number. The second brings the first with it, which at the beginning of a text
/// nobody takes for a mistake.
pub(super) fn item(source: &str, start: usize) -> Vec<Edit> {
    let Some(own) = Numbered::at(source, start) else { return Vec::new() };
    let mut first = own;
    while first.number > 1 {
        let above = line_above(source, first.start).and_then(|start| Numbered::at(source, start));
        let Some(above) = above.filter(|above| above.number + 1 == first.number) else { return Vec::new() };
        first = above;
    }
    let mut edits = Vec::new();
    if own.number <= 2 {
        let above = source[..first.start].lines().next_back().unwrap_or_default();
        let follows = !above.trim().is_empty();
        edits.extend(follows.then(|| Edit::insert(first.start, line_ending(source, first.start))));
        edits.extend(first.space());
    }
    if own.start > first.start {
        edits.extend(own.space());
    }
    edits
}

/// A line that begins with a number and a full stop.
#[derive(Clone, Copy)]
struct Numbered {
    start: usize,
    number: u8,
    /// Where a space is missing behind the mark.
    lacks_space: Option<usize>,
}

impl Numbered {
    fn at(source: &str, start: usize) -> Option<Numbered> {
        let begins_line = start == 0 || source.get(..start)?.ends_with('\n');
        let line = source.get(start..).filter(|_| begins_line)?;
        let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let rest = line[digits..].strip_prefix('.')?;
        let mark = start + digits + 1;
        let lacks_space = if rest.starts_with(' ') { None } else { Some(mark) };
        let is_item = rest.starts_with(|c: char| c == ' ' || is_cjk(c));
        let number = line[..digits].parse().ok().filter(|_| is_item && digits < 3)?;
        Some(Numbered { start, number, lacks_space })
    }

    fn space(self) -> Option<Edit> {
        self.lacks_space.map(|at| Edit::insert(at, " "))
    }
}

/// Where the nearest line with words above a line begins.
fn line_above(source: &str, start: usize) -> Option<usize> {
    let above = source.get(..start)?.trim_end();
    (!above.is_empty()).then(|| above.rfind('\n').map_or(0, |at| at + 1))
}
