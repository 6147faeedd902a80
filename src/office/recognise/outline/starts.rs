//! The lines that issues begin with, told from numbered lines inside a response.

use super::super::lines::ManuscriptLine;
use super::super::marker::Class;
use super::super::words::{Slot, label_inside};
use super::Outline;
use super::answered::is_answered;

/// The lines that issues begin with.
#[derive(Default)]
pub(super) struct Starts {
    /// Lines, and whether they have no number.
    pub(super) found: Vec<(usize, bool)>,
    pub(super) inner: Vec<usize>,
    /// The number of the last issue.
    last: u32,
    /// The number of the last line of a list in a response.
    listed: Option<u32>,
    /// Whether a heading stands behind the last issue.
    is_headed: bool,
    /// The word for what was done that the last issue has.
    word: Option<&'static str>,
}

impl Starts {
    pub(super) fn of(lines: &[ManuscriptLine], outline: &Outline, class: Class, headings: &[usize]) -> Starts {
        let mut starts = Starts::default();
        for at in outline.start..outline.end {
            let line = &lines[at];
            let is_labelled = line.label.is_some_and(|label| label.slot != Slot::Statement);
            if headings.contains(&at) {
                (starts.is_headed, starts.listed, starts.word) = (true, None, None);
            } else if outline.listed.contains(&at) {
                starts.listed = None;
            } else if line.class() == Some(class) && !is_labelled {
                starts.numbered(lines, at, outline);
            } else if line.marker.is_none() && !is_labelled && starts.is_unnumbered(lines, at, outline) {
                starts.begin(line, at, true);
            } else if line.is_response() && starts.word.is_none() {
                starts.word = line.label.map(|label| label.word);
            }
        }
        starts
    }

    fn begin(&mut self, line: &ManuscriptLine, at: usize, is_unnumbered: bool) {
        self.found.push((at, is_unnumbered));
        self.last = if is_unnumbered { self.last + 1 } else { line.printed() };
        (self.is_headed, self.listed) = (false, None);
        self.word = label_inside(line.body_folded()).map(|(_, label)| label.word);
    }

    /// A line of the class of issues is one, unless it goes on with a list in the response of the one before it.
    fn numbered(&mut self, lines: &[ManuscriptLine], at: usize, outline: &Outline) {
        let number = lines[at].printed();
        let is_answered = outline.is_unlabelled || number == 0 || is_answered(lines, at);
        let is_next = number == self.last + 1 || number == 1 && self.is_headed;
        let goes_on = self.listed.map_or(number == 1, |listed| number == listed + 1);
        let comes_later = || {
            let mut later = at + 1..outline.end;
            later.any(|next| {
                lines[next].class() == lines[at].class()
                    && lines[next].printed() == number
                    && self::is_answered(lines, next)
            })
        };
        let is_inside = !is_answered && !self.found.is_empty() && goes_on && !self.is_headed;
        if is_inside && (!is_next || self.listed.is_some() && comes_later()) {
            self.inner.push(at);
            self.listed = Some(number);
        } else {
            self.begin(&lines[at], at, false);
        }
    }

    /// Whether a line without a number is an issue: the one before it has what was done already, and here it comes once more.
    fn is_unnumbered(&self, lines: &[ManuscriptLine], at: usize, outline: &Outline) -> bool {
        let word = |label: Option<&'static str>| label.is_some() && label == self.word;
        let inside = label_inside(lines[at].body_folded()).map(|(_, label)| label.word);
        let next = lines.get(at + 1).filter(|line| at + 1 < outline.end && line.is_response());
        let is_first = (self.is_headed || self.found.is_empty()) && at > outline.start;
        let next = next.and_then(|line| line.label).map(|label| label.word);
        let is_again = word(inside) || word(next);
        is_again || is_first && (inside.is_some() || next.is_some())
    }
}
