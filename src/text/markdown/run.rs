//! A run of text: what stands between two pieces of markup, put together again from the parts that the parser makes of it.

use std::ops::Range;

use super::character::is_forbidden;
use super::flanking::{RESERVED, unmark};
use super::piece::{Piece, Placed};
use super::{Problem, quoted};
use crate::say;
use crate::text::markdown::FORBIDDEN_CHARACTER;

/// A run of text that knows where each of its bytes was typed.
pub(super) struct Run<'a> {
    source: &'a str,
    text: String,
    parts: Vec<RunPart>,
    /// Which ASCII characters the text holds, a bit each: most runs hold none of the signs that are sought.
    ascii: u128,
}

/// A part of a run.
struct RunPart {
    /// Where it begins in the run.
    start: usize,
    /// Where it stands in the source.
    at: Range<usize>,
    /// Whether the source has the very same bytes there, so that offsets within the part can be told.
    verbatim: bool,
}

impl<'a> Run<'a> {
    /// An empty run of a source.
    pub(super) fn new(source: &'a str) -> Run<'a> {
        Run { source, text: String::new(), parts: Vec::new(), ascii: 0 }
    }

    /// Adds a part as the parser gave it. Characters that may not be published are reported and left out if an entity stood for them: nobody sees
    /// them in the source. Those that were typed are found where files are read.
    pub(super) fn push(&mut self, text: &str, at: Range<usize>, found: &mut Vec<Problem>) {
        let typed = self.source.get(at.clone()).unwrap_or_default();
        let is_entity = typed.starts_with('&') && unmark(typed) != unmark(text);
        let text = if is_entity { decode(text, typed, &at, found) } else { unmark(text).into_owned() };
        // What the author typed of the reserved characters is left out, and what stands beside it is as it was typed.
        let reserved = || typed.match_indices(RESERVED).map(|(at, mark)| (at, at + mark.len()));
        if typed != text && unmark(typed) == text {
            let mut start = 0;
            for (end, next) in reserved().chain([(typed.len(), typed.len())]) {
                self.push_part(&typed[start..end], at.start + start..at.start + end, true);
                start = next;
            }
        } else {
            self.push_part(&text, at, typed == text);
        }
    }

    fn push_part(&mut self, text: &str, at: Range<usize>, verbatim: bool) {
        self.parts.push(RunPart { start: self.text.len(), at, verbatim });
        self.text.push_str(text);
        self.ascii = text.bytes().filter(u8::is_ascii).fold(self.ascii, |ascii, byte| ascii | 1 << byte);
    }

    /// Whether a range was typed without a character that is left out.
    pub(super) fn is_whole(&self, range: Range<usize>) -> bool {
        self.source.get(self.place(range)).is_some_and(|typed| !typed.contains(RESERVED))
    }

    /// The text of the run.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds the words of a range, a piece for each stretch that stands together in the source.
    pub(super) fn add(&self, range: Range<usize>, pieces: &mut Vec<Placed>) {
        let mut stretch: Option<(Range<usize>, Range<usize>)> = None;
        for (at, part) in self.parts.iter().enumerate().skip(self.first_part(range.start)) {
            let end = self.parts.get(at + 1).map_or(self.text.len(), |next| next.start);
            let words = part.start.max(range.start)..end.min(range.end);
            if words.is_empty() {
                if part.start >= range.end { break } else { continue }
            }
            let verbatim = part.verbatim.then(|| part.at.start + (words.start - part.start));
            stretch = match (stretch.take(), verbatim) {
                (Some((had, place)), Some(from)) if place.end == from => {
                    Some((had.start..words.end, place.start..from + words.len()))
                }
                (had, from) => {
                    had.into_iter().for_each(|(_, place)| pieces.push(Placed::new(Piece::Text(None), place)));
                    if from.is_none() {
                        let words = self.text.get(words.clone()).map(Into::into);
                        pieces.push(Placed::new(Piece::Text(words), part.at.clone()));
                    }
                    from.map(|from| (words.clone(), from..from + words.len()))
                }
            };
        }
        stretch.into_iter().for_each(|(_, place)| pieces.push(Placed::new(Piece::Text(None), place)));
    }

    fn first_part(&self, at: usize) -> usize {
        self.parts.partition_point(|part| part.start <= at).saturating_sub(1)
    }

    /// Forgets the text.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.parts.clear();
        self.ascii = 0;
    }

    /// Where a range of the run stands in the source.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.part(range.start).map_or(0, |part| part.offset(range.start).unwrap_or(part.at.start));
        let end =
            self.part(range.end.saturating_sub(1)).map_or(start, |part| part.offset(range.end).unwrap_or(part.at.end));
        start..end.max(start)
    }

    /// Where signs such as `{{` stand next from a position on, side by side in the source as well and with no backslash before them.
    pub(super) fn find(&self, signs: &str, from: usize) -> Option<usize> {
        let first = signs.chars().next()?;
        if first.is_ascii() && self.ascii & 1 << u32::from(first) == 0 {
            return None;
        }
        let rest = self.text.get(from..)?;
        let firsts = rest.match_indices(first).map(|(at, _)| at).filter(|at| rest[*at..].starts_with(signs));
        firsts.map(|at| from + at).find(|at| self.is_typed(*at, signs.len()))
    }

    fn is_typed(&self, start: usize, len: usize) -> bool {
        let offset = |at| self.part(at).and_then(|part| part.offset(at));
        let Some(first) = offset(start) else { return false };
        let together = (0..len).all(|i| offset(start + i) == Some(first + i));
        together && !(self.begins_part(start) && self.source.get(..first).is_some_and(|before| before.ends_with('\\')))
    }

    fn begins_part(&self, at: usize) -> bool {
        self.part(at).is_some_and(|part| part.start == at)
    }

    /// The part that holds a byte of the run.
    fn part(&self, at: usize) -> Option<&RunPart> {
        self.parts.get(self.parts.partition_point(|part| part.start <= at).checked_sub(1)?)
    }
}

impl RunPart {
    fn offset(&self, at: usize) -> Option<usize> {
        self.verbatim.then(|| self.at.start + (at - self.start))
    }
}

/// The text that an entity stands for.
fn decode(text: &str, typed: &str, at: &Range<usize>, found: &mut Vec<Problem>) -> String {
    let clean: String = text.chars().filter(|c| !is_forbidden(*c) && !RESERVED.contains(c)).collect();
    if clean.len() < text.len() {
        found.push(forbidden(typed, at.clone()));
    }
    clean
}

/// The finding that something stands for a character that may not be published.
pub(super) fn forbidden(typed: &str, range: Range<usize>) -> Problem {
    let typed = quoted(typed);
    Problem::new(
        FORBIDDEN_CHARACTER,
        range,
        say!("“{typed}”代表不可见或禁用的字符", "\"{typed}\" stands for a character that is invisible or not allowed"),
        say!(
            "请删除它；它会让读者看到的文字与原文不同",
            "delete it: it makes readers see something else than what is written"
        ),
    )
}
