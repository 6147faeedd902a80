//! The part of a long line that a report shows.

use std::ops::Range;

use crate::shell::report::position::CountedText;

/// As much of a file as shows a place, and where the place is in it.
pub(in crate::shell::report) struct Excerpt<'a> {
    pub(in crate::shell::report) text: &'a str,
    pub(in crate::shell::report) range: Range<usize>,
    /// Whether it begins where its first line does.
    pub(super) begins_line: bool,
}

/// How many bytes of a line are looked at before and after a place. The excerpt shows less: what fits a terminal.
const AROUND: usize = 300;

/// How many bytes a place may have; of one that is longer the first line is marked.
const LONGEST: usize = 4000;

/// Returns the lines that a place is in, the first from near the place on, the last as far as near it.
pub(in crate::shell::report) fn excerpt<'a>(file: &CountedText<'a>, place: Range<usize>) -> Excerpt<'a> {
    let text = file.text;
    let place = place.start.min(text.len())..place.end.min(text.len());
    let end = match place.len() > LONGEST {
        true => text.floor_char_boundary(file.end(place.start).min(place.start + AROUND)),
        false => place.end,
    };
    let (line, _) = file.position(place.start);
    let from = file.start(line).max(text.floor_char_boundary(place.start.saturating_sub(AROUND)));
    let to = file.end(end).min(text.floor_char_boundary(end + AROUND));
    let begins_line = from == file.start(line);
    Excerpt { text: &text[from..to], range: place.start - from..end - from, begins_line }
}
