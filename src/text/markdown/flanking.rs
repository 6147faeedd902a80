//! Emphasis beside Chinese punctuation.
//!
//! CommonMark asks what stands on either side of a run of `*` before the run may open or close emphasis, and its rule knows no Chinese:
//! in `**完成率为95%。**下一步` the second run stands between punctuation and a letter, so it may not close, and the asterisks are printed.
//! The CommonMark CJK-friendly Amendments mend the rule. Where the two rules differ, a mark is put into the text before it is parsed,
//! between the run and the letter, and taken out of everything that the parser gives back.
//!
//! The mark is a *punctuation* character. Punctuation on both sides lets a run both open and close, which is what the amendment asks for in each
//! of the four cases where it differs; and the mark then never touches the side where the punctuation of the author stands, so that it cannot
//! part a backslash from what it escapes, hide the edge of a table cell or of a quotation, or tell a run of `_` that it touches a letter.
//! A private-use character, which counts as a letter, would have to stand on that other side and does all three.

use std::borrow::Cow;
use std::ops::Range;

use super::character::{is_cjk, is_punctuation};
use super::mask::{self, Mask};

/// The mark: a full stop of a French shorthand for Chinook Jargon, U+1BC9F. No notice has it; a text that does is refused.
pub(super) const MARK: char = '\u{1BC9F}';

/// What stands on either side of asterisks within a word, which then neither open nor close emphasis: the space of Ogham, U+1680. To the parser
/// it is white space within a line and nothing else. No notice has it, either.
pub(super) const GAP: char = '\u{1680}';

/// The characters that are ours.
pub(super) const RESERVED: [char; 2] = [MARK, GAP];

/// A text ready for the parser, and the way back from its positions to those of the author's text.
pub(super) struct Marked<'a> {
    /// The text with its marks.
    pub(super) text: Cow<'a, str>,
    /// Where each mark stands in `text`, ascending, and how long it is with all before it, in bytes.
    marks: Vec<(usize, usize)>,
}

impl Marked<'_> {
    /// A range of the author's text from one of the marked text.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        self.position(range.start)..self.position(range.end)
    }

    fn position(&self, at: usize) -> usize {
        let before = self.marks.partition_point(|(mark, _)| *mark < at).checked_sub(1);
        at - before.map_or(0, |last| self.marks[last].1)
    }
}

/// Puts a mark beside each run of `*` that CommonMark reads otherwise than the amendment, or that hides a part of a word.
pub(super) fn mark(source: &str) -> Marked<'_> {
    let places: Vec<(usize, char)> = runs(source).flat_map(|run| marks(source, run)).collect();
    if places.is_empty() {
        return Marked { text: Cow::Borrowed(source), marks: Vec::new() };
    }
    let mut marked = Marked { text: Cow::Borrowed(""), marks: Vec::with_capacity(places.len()) };
    let mut text = String::with_capacity(source.len() + places.len() * MARK.len_utf8());
    let (mut done, mut length) = (0, 0);
    for (at, mark) in places {
        text.push_str(&source[done..at]);
        length += mark.len_utf8();
        marked.marks.push((text.len(), length));
        text.push(mark);
        done = at;
    }
    text.push_str(&source[done..]);
    marked.text = Cow::Owned(text);
    marked
}

/// A text from the parser without marks.
pub(super) fn unmark(text: &str) -> Cow<'_, str> {
    if text.contains(RESERVED) { Cow::Owned(text.replace(RESERVED, "")) } else { Cow::Borrowed(text) }
}

/// Every run of `*`, an escaped one without its first asterisk.
fn runs(source: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = source.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + source.get(at..)?.find('*')?;
        let end = start + bytes[start..].iter().take_while(|b| **b == b'*').count();
        at = end;
        let backslashes = bytes[..start].iter().rev().take_while(|b| **b == b'\\').count();
        Some(start + backslashes % 2..end)
    })
    .filter(|run| !run.is_empty())
}

/// What stands beside a run, as far as the rule asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    Space,
    Letter,
    ChineseLetter,
    Punctuation,
    ChinesePunctuation,
}

/// The marks of a run, each with its place: on the side of the letter where the rules differ, on both sides where it hides a part of a word.
fn marks(source: &str, run: Range<usize>) -> impl Iterator<Item = (usize, char)> + use<> {
    use Neighbour::{ChineseLetter, ChinesePunctuation, Letter, Punctuation};
    let (left, right) = (&source[..run.start], &source[run.end..]);
    let marks = match mask::kind(left.chars().next_back(), run.len(), right.chars().next()) {
        Some(Mask::Within) => [Some((run.start, GAP)), Some((run.end, GAP))],
        Some(Mask::Behind) => [Some((run.end, MARK)), None],
        None => match (before(left), after(right)) {
            (Letter | ChineseLetter, ChinesePunctuation) | (ChineseLetter, Punctuation) => {
                [Some((run.start, MARK)), None]
            }
            (ChinesePunctuation, Letter | ChineseLetter) | (Punctuation, ChineseLetter) => {
                [Some((run.end, MARK)), None]
            }
            _ => [None, None],
        },
    };
    marks.into_iter().flatten()
}

fn after(text: &str) -> Neighbour {
    text.chars().next().map_or(Neighbour::Space, neighbour)
}

/// Before a run a variation selector belongs to the character that it varies; with one of them “ ” ‘ ’ are full-width.
fn before(text: &str) -> Neighbour {
    let mut chars = text.chars().rev();
    match (chars.next(), chars.next()) {
        (Some('\u{E0100}'..='\u{E01EF}'), _) => Neighbour::ChineseLetter,
        (Some('\u{FE01}'), Some('‘' | '’' | '“' | '”')) => Neighbour::ChinesePunctuation,
        (Some('\u{FE00}'..='\u{FE0E}'), Some(varied)) => neighbour(varied),
        (last, _) => last.map_or(Neighbour::Space, neighbour),
    }
}

fn neighbour(c: char) -> Neighbour {
    match (c.is_whitespace(), is_cjk(c), is_punctuation(c)) {
        (true, ..) => Neighbour::Space,
        (_, true, true) => Neighbour::ChinesePunctuation,
        (_, true, false) => Neighbour::ChineseLetter,
        (_, false, true) => Neighbour::Punctuation,
        (_, false, false) => Neighbour::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked text with `|` for the mark.
    fn shown(source: &str) -> String {
        mark(source).text.replace(MARK, "|")
    }

    #[test]
    fn marks_stand_between_the_run_and_the_letter() {
        for (source, expected) in [
            ("**完成率为95%。**下一步", "**完成率为95%。**|下一步"),
            ("**“引用”**后文", "**“引用”**|后文"),
            ("前文**（括号）**后文", "前文|**（括号）**|后文"),
            ("共**95%**以上", "共**95%**|以上"),
            ("a**(b)**c", "a**(b)**c"),
            ("a**（b）**c", "a|**（b）**|c"),
            ("中 **（b）** 中", "中 **（b）** 中"),
            (r"。\*中\\*（", r"。\*中\\*（"),
            (r"。\**中", r"。\**|中"),
            ("中**_x_**中", "中|**_x_**|中"),
            ("“\u{FE01}**中", "“\u{FE01}**|中"),
            ("葛\u{E0100}**“", "葛\u{E0100}|**“"),
            ("* 中\n***\n**", "* 中\n***\n**"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn positions_lead_back() {
        let source = "前文**（括号）**后文";
        let marked = mark(source);
        for (at, c) in marked.text.char_indices().filter(|(_, c)| *c != MARK) {
            let original = marked.original(at..at + c.len_utf8());
            assert_eq!(source.get(original), Some(c.to_string().as_str()));
        }
    }
}
