//! From a place in the value of a scalar back to the bytes that state it: quotation marks, escapes and folded lines
//! included.

mod reader;

use std::ops::Range;

use crate::diagnostic::Edit;
use reader::ScalarReader;

/// A scalar whose value was laid beside what was written for it, once for all the places in it.
#[derive(Clone, Debug)]
pub struct ScalarPlaces {
    /// Whether the value is what was written.
    is_verbatim: bool,
    /// Where the value and what was written for it stand side by side, every [`STEP`] characters.
    steps: Vec<(usize, usize)>,
}

/// How many characters lie between two steps.
const STEP: usize = 256;

impl ScalarPlaces {
    /// Lays the value of the scalar that stands in a span of a file beside it.
    pub fn of(file: &str, span: Range<usize>, value: &str) -> ScalarPlaces {
        let written = file.get(span).unwrap_or_default();
        let mut alignment = ScalarPlaces { is_verbatim: written == value, steps: Vec::new() };
        if alignment.is_verbatim {
            return alignment;
        }
        let mut reader = ScalarReader::new(written);
        for (number, (at, c)) in value.char_indices().enumerate() {
            if number % STEP == 0 {
                alignment.steps.push((at, reader.at));
            }
            if reader.find(c).is_none() {
                break;
            }
        }
        alignment
    }

    /// Returns the bytes of the file that a part of the value was written as. Where value and file cannot be laid side
    /// by side, the whole scalar is returned.
    pub fn place(&self, file: &str, span: Range<usize>, value: &str, part: Range<usize>) -> Range<usize> {
        let Some(written) = file.get(span.clone()) else { return span };
        if self.is_verbatim {
            return span.start + part.start..span.start + part.end;
        }
        let last = self.steps.partition_point(|(at, _)| *at <= part.start).checked_sub(1);
        let step = last.map(|last| self.steps[last]);
        aligned(written, value, step, &part)
            .map_or(span.clone(), |found| span.start + found.start..span.start + found.end)
    }

    /// Returns what a change of the value is in the file; none where the way in which the scalar is written does not
    /// allow it. A line break can only be put before a line of a literal block.
    pub fn edit(&self, file: &str, span: Range<usize>, value: &str, edit: &Edit) -> Option<Edit> {
        let written = file.get(span.clone())?;
        let part = self.place(file, span, value, edit.range());
        let (is_literal, text) = (written.starts_with('|'), &*edit.text);
        let can_hold = match written.chars().next()? {
            _ if is_literal => true,
            '\'' => !text.contains('\''),
            '"' => !text.contains(['"', '\\']),
            _ => self.is_verbatim,
        };
        if !can_hold || file.get(part.clone())? != value.get(edit.range())? {
            return None;
        }
        if !text.contains('\n') {
            return Some(Edit::replace(part, text));
        }
        let line = file[..part.start].trim_end_matches(' ');
        let begins_line = part.is_empty() && line.ends_with('\n');
        let is_empty_line = matches!(text, "\n" | "\r\n");
        let ending = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
        (is_literal && begins_line && is_empty_line).then(|| Edit::insert(line.len(), ending))
    }
}

/// Returns the spaces of a value that were written as a line break: YAML folds the lines of a text unless a `|` stands
/// before them.
pub(super) fn folds(written: &str, value: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if written.starts_with('|') || !written.contains('\n') {
        return found;
    }
    let mut reader = ScalarReader::new(written);
    for (at, c) in value.char_indices() {
        let rest = &written[reader.at..];
        let blanks = rest.len() - rest.trim_start().len();
        if c == ' ' && rest[..blanks].contains('\n') {
            found.push(at);
            reader.at += blanks;
        } else if reader.find(c).is_none() {
            return found;
        }
    }
    found
}

/// Walks through the value and what was written for it, side by side, from a step on until the part has been passed.
fn aligned(written: &str, value: &str, step: Option<(usize, usize)>, part: &Range<usize>) -> Option<Range<usize>> {
    let mut reader = ScalarReader::new(written);
    let (from, at) = step.unwrap_or((0, reader.at));
    reader.at = at;
    let (mut start, mut end) = (None, None);
    for (at, c) in value[from..].char_indices().map(|(at, c)| (from + at, c)) {
        if at >= part.end && end.is_some() {
            break;
        }
        let unit = reader.find(c)?;
        if at >= part.start && start.is_none() {
            start = Some(unit.start);
        }
        if at >= part.start && (at < part.end || end.is_none()) {
            end = Some(if part.is_empty() { unit.start } else { unit.end });
        }
    }
    let start = start.unwrap_or(reader.at);
    Some(start..end.unwrap_or(start).max(start))
}

#[cfg(test)]
mod tests {
    use super::super::node::{NodeKind, parse};
    use super::ScalarPlaces;
    use crate::diagnostic::Edit;
    use crate::value::RelPath;

    /// What was written for a part of the value of `a`.
    fn written(file: &str, part: &str) -> String {
        let root = parse(&RelPath::of("x.yaml"), file).root.expect("YAML");
        let (_, node) = root.child("a").expect("a key");
        let NodeKind::Scalar { text, .. } = &node.kind else { panic!("a scalar") };
        let start = text.find(part).unwrap_or_else(|| panic!("{text:?} has {part:?}"));
        file[ScalarPlaces::of(file, node.range(), text).place(file, node.range(), text, start..start + part.len())]
            .to_owned()
    }

    #[test]
    fn a_place_in_a_value_leads_to_the_bytes_that_state_it() {
        for (file, part, expected) in [
            ("a: 串通投标\n", "投标", "投标"),
            ("a: \"串通投标\"\n", "投标", "投标"),
            ("a: \"串\\u901A投标\"\n", "通", "\\u901A"),
            ("a: \"串\\u901A投标\"\n", "投标", "投标"),
            ("a: \"x\\\n   y\"\n", "y", "y"),
            ("a: \"one\n  two\"\n", "two", "two"),
            ("a: \"one\n\n  two\"\n", "two", "two"),
            ("a: 'it''s two'\n", "s two", "s two"),
            ("a: 'it''s two'\n", "'", "''"),
            ("a: one\n  two three\n", "two", "two"),
            ("a: |\n  one\n  two\n", "two", "two"),
            ("a: >\n  one\n  two\n\n  three\n", "two", "two"),
            ("a: >\n  one\n  two\n\n  three\n", "three", "three"),
            ("a: |2-\n   one\n  two\n", "two", "two"),
            ("{a: \"\\x41\\U0001F600z\"}", "z", "z"),
            ("{a: \"\\uD83D\\uDE00z\"}", "z", "z"),
        ] {
            assert_eq!(written(file, part), expected, "{file:?}");
        }
    }

    /// The file in which `part` of the value of `a` is replaced, or before which a text is put.
    fn edited(file: &str, part: &str, to: &str, is_insertion: bool) -> Option<String> {
        let root = parse(&RelPath::of("x.yaml"), file).root.expect("YAML");
        let (_, node) = root.child("a").expect("a key");
        let NodeKind::Scalar { text, .. } = &node.kind else { panic!("a scalar") };
        let start = text.find(part).expect("the part");
        let end = if is_insertion { start } else { start + part.len() };
        let change = Edit::replace(start..end, to);
        let edit = ScalarPlaces::of(file, node.range(), text).edit(file, node.range(), text, &change)?;
        let mut file = file.to_owned();
        file.replace_range(edit.range(), &edit.text);
        Some(file)
    }

    #[test]
    fn a_change_of_a_value_is_one_of_its_file_where_the_scalar_allows_it() {
        for (file, part, to, expected) in [
            ("a: 甲**乙\n", "**", "\\*\\*", Some("a: 甲\\*\\*乙\n")),
            ("a: '甲**乙'\n", "**", "\\*\\*", Some("a: '甲\\*\\*乙'\n")),
            ("a: \"甲元元\"\n", "元元", "元", Some("a: \"甲元\"\n")),
            ("a: \"甲**乙\"\n", "**", "\\*\\*", None),
            ("a: \"甲\\u5143元\"\n", "元元", "元", None),
            ("a: 'it''s'\n", "'s", "s", None),
            ("a: |2- # b\n  甲\n  乙\n", "乙", "丙", Some("a: |2- # b\n  甲\n  丙\n")),
            ("a: |\n  甲\n  乙\n", "乙", "丙", Some("a: |\n  甲\n  丙\n")),
            ("a: >\n  甲\n  乙\n", "乙", "丙", None),
            ("a: 甲\n  乙\n", "乙", "丙", None),
        ] {
            assert_eq!(edited(file, part, to, false).as_deref(), expected, "{file:?}");
        }
        for (file, part, expected) in [
            ("a: |\n  甲\n  乙\n", "乙", Some("a: |\n  甲\n\n  乙\n")),
            ("a: |\r\n  甲\r\n  乙\r\n", "乙", Some("a: |\r\n  甲\r\n\r\n  乙\r\n")),
            ("a: |\n  甲乙\n", "乙", None),
            ("a: 甲乙\n", "乙", None),
        ] {
            assert_eq!(edited(file, part, "\n", true).as_deref(), expected, "{file:?}");
        }
    }

    #[test]
    fn places_far_behind_are_found_from_the_nearest_step() {
        let file = format!("a: \"{}末\"\n", "\\u7532 it\\n".repeat(400));
        let root = parse(&RelPath::of("x.yaml"), &file).root.expect("YAML");
        let (_, node) = root.child("a").expect("a key");
        let NodeKind::Scalar { text, .. } = &node.kind else { panic!("a scalar") };
        let alignment = ScalarPlaces::of(&file, node.range(), text);
        let place =
            |start: usize, part: &str| &file[alignment.place(&file, node.range(), text, start..start + part.len())];
        assert!(text.match_indices('甲').all(|(at, part)| place(at, part) == "\\u7532"));
        assert!(text.match_indices("it").all(|(at, part)| place(at, part) == "it"));
        assert_eq!(place(text.len() - "末".len(), "末"), "末");
    }
}
