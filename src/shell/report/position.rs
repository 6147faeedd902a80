//! Where a byte of a file stands, as people and programs count: by lines and columns. Each file is counted once,
//! however much is found in it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::source::SourceTree;

/// A line and a column, both from 1; columns count characters.
pub(super) type Position = (usize, usize);

/// How many bytes apart the characters of a text are counted.
const STEP: usize = 256;

/// A text whose lines and characters were counted.
pub(super) struct CountedText<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before each step.
    characters: Vec<usize>,
}

impl<'a> CountedText<'a> {
    pub(super) fn of(text: &'a str) -> CountedText<'a> {
        let mut characters = vec![0];
        let mut sum = 0;
        for step in text.as_bytes().chunks(STEP) {
            sum += beginnings(step);
            characters.push(sum);
        }
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        CountedText { text, lines: std::iter::once(0).chain(breaks).collect(), characters }
    }

    /// Line and column of a byte; those of the end, if no character begins there.
    pub(super) fn position(&self, byte: usize) -> Position {
        let byte = if self.text.is_char_boundary(byte) { byte } else { self.text.len() };
        let line = self.lines.partition_point(|start| *start <= byte);
        (line, self.before(byte) - self.before(self.start(line)) + 1)
    }

    /// Returns where a line begins.
    pub(super) fn start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// Returns where the line ends that holds a byte, without its line break.
    pub(super) fn end(&self, byte: usize) -> usize {
        self.lines.get(self.lines.partition_point(|start| *start <= byte)).map_or(self.text.len(), |next| next - 1)
    }

    /// Returns how many characters begin before a byte.
    fn before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        self.characters[step] + beginnings(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// Returns how many characters begin in some bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// The texts that diagnostics are about.
pub(super) struct Files<'a> {
    texts: BTreeMap<&'a str, CountedText<'a>>,
    tree: &'a SourceTree,
}

impl<'a> Files<'a> {
    pub(super) fn of(tree: &'a SourceTree, diagnostics: &'a [Diagnostic]) -> Files<'a> {
        let mut files = BTreeMap::new();
        for diagnostic in diagnostics {
            for place in diagnostic.place.iter().chain(diagnostic.related.as_ref().map(|(place, _)| place)) {
                let path = place.path().as_str();
                if let (Some(_), Some(text), false) = (place.range(), tree.text(path), files.contains_key(path)) {
                    files.insert(path, CountedText::of(text));
                }
            }
        }
        Files { texts: files, tree }
    }

    /// Returns what people call the file of a place.
    pub(super) fn name<'p>(&self, place: &'p Place) -> Cow<'p, str> {
        self.tree.shown(place.path())
    }

    /// Returns the text that a place is in.
    pub(super) fn text(&self, place: &Place) -> Option<&CountedText<'a>> {
        self.texts.get(place.path().as_str())
    }

    /// Returns where a place begins and ends, if it is a part of a file.
    pub(super) fn region(&self, place: &Place) -> Option<[Position; 2]> {
        let range = place.range()?;
        let text = self.text(place)?;
        Some([text.position(range.start), text.position(range.end)])
    }
}

#[cfg(test)]
mod tests {
    use super::CountedText;

    #[test]
    fn positions_are_those_of_counting_from_the_start() {
        let text = "甲,b\r\n\n".repeat(200) + "末";
        let counted = CountedText::of(&text);
        let (mut line, mut column) = (1, 1);
        for (at, c) in text.char_indices() {
            assert_eq!(counted.position(at), (line, column), "{at}");
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(counted.position(text.len()), (line, column));
        assert_eq!(counted.position(1), (line, column), "no character begins there");
        assert_eq!(CountedText::of("").position(0), (1, 1));
    }

    #[test]
    fn a_line_ends_before_its_line_break() {
        let counted = CountedText::of("甲\n乙丙\n\n");
        assert_eq!([0, 3, 4, 7, 11, 12].map(|at| counted.end(at)), [3, 3, 10, 10, 11, 12]);
        assert_eq!([1, 2, 3, 4, 5].map(|line| counted.start(line)), [0, 4, 11, 12, 12]);
    }
}
