//! The slips that people make, seen in the line itself: a full-width colon, no space after the colon, straight quotes
//! within a text.

mod comments;
mod quotes;
mod separators;
mod structure;
mod unclosed;

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::diagnostic::Message;
use comments::{comment_between, comment_in_brackets};
use quotes::inner_quotes;
use separators::{colon_in_text, full_width_colon, full_width_comma, no_blank};
use structure::{dash, tabs};
use unclosed::{open_bracket, open_quote};

/// A slip that was seen.
pub(super) struct SeenSlip {
    /// Its own place.
    pub(super) range: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Message,
    /// What to read in the place of some bytes, as many as there are.
    pub(super) cure: Option<(Range<usize>, String)>,
}

/// A line and where it begins in the file.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// Returns the slip on the line where the parser gave up, or on the nearest line above it that is not empty.
pub(super) fn seen(file: &str, at: usize, kind: &ErrorKind) -> Option<SeenSlip> {
    let here = line_at(file, at);
    let above = file[..here.start].trim_end();
    let above = (!above.is_empty()).then(|| line_at(file, above.len()));
    let lines = || [Some(here), above].into_iter().flatten().filter(|line| !line.text.trim_start().starts_with('#'));
    let first = |see: fn(Line<'_>) -> Option<SeenSlip>| lines().find_map(see);
    match kind {
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidIndentation => first(full_width_colon)
            .or_else(|| first(no_blank))
            .or_else(|| first(inner_quotes))
            .or_else(|| full_width_comma(here))
            .or_else(|| comment_between(file, here))
            .or_else(|| colon_in_text(here)),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => first(inner_quotes)
            .or_else(|| first(comment_in_brackets))
            .or_else(|| full_width_comma(here))
            .or_else(|| open_quote(file, here))
            .or_else(|| open_bracket(file, here)),
        ErrorKind::InvalidColonPlacement => full_width_comma(here),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => dash(here, at),
        ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation | ErrorKind::TabNotAllowed => tabs(here),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => first(comment_in_brackets),
        _ => None,
    }
}

fn line_at(file: &str, at: usize) -> Line<'_> {
    let start = file[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = file[at..].find('\n').map_or(file.len(), |newline| at + newline);
    Line { start, text: file[start..end].trim_end() }
}

impl<'a> Line<'a> {
    /// Returns the key that the line begins with up to a mark, after indentation and dash.
    fn key(self, mark: char) -> Option<(&'a str, usize)> {
        let at = self.text.find(mark)?;
        let key = self.text[..at].trim_start().trim_start_matches("- ").trim();
        let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '“' | '”');
        (!key.is_empty() && key.chars().count() <= 24 && key.chars().all(is_key)).then_some((key, at))
    }

    /// Returns what stands after the key, and where.
    fn value(self) -> Option<(&'a str, &'a str, usize)> {
        let (key, at) = self.key(':')?;
        let rest = &self.text[at + 1..];
        let blanks = rest.len() - rest.trim_start().len();
        (blanks > 0 && blanks < rest.len()).then(|| (key, rest.trim_start(), at + 1 + blanks))
    }
}

/// Lines above which an unfinished mark is looked for.
const LINES_ABOVE: usize = 12;

/// Returns the lines above a line, the nearest first.
fn lines_above<'a>(file: &'a str, here: Line<'a>) -> impl Iterator<Item = Line<'a>> {
    let mut end = here.start;
    std::iter::from_fn(move || {
        let line = line_at(file, end.checked_sub(1)?);
        end = line.start;
        Some(line)
    })
    .take(LINES_ABOVE)
}
