//! The sample's texts as plants see them: each in its language, with the places of its figures.

use std::ops::Range;

use gongkai::compile::Site;
use gongkai::diagnostic::Place;
use gongkai::notice::{Passage, PassageGroup};

/// A change in a text: what stands there, and what is put in its place.
pub type Change = (Range<usize>, String);

/// A text in one language.
pub struct Text<'a> {
    pub passage: Passage<'a>,
    /// `zh` or `en`.
    pub lang: String,
    /// The key of a record that it stands under: `title`, `label`; empty for narratives.
    pub field: String,
}

/// Every text of the notice, in its languages.
pub fn texts(site: &Site) -> Vec<Text<'_>> {
    let (notice, tree) = (&site.edition.notice, &site.edition.tree);
    let mut groups: Vec<PassageGroup<'_>> = notice.passages(tree);
    groups.extend(notice.issues.iter().flat_map(|issue| issue.passages(tree)));
    let apart = ["content/glossary.yaml", "content/units.yaml"];
    let passages = groups.into_iter().flatten().filter(|passage| !apart.contains(&passage.path.as_str()));
    let text = |passage: Passage<'_>| -> Option<(String, String)> {
        let lang = passage.lang?.to_string();
        let Place::Span(path, range) = passage.place(0..0) else { return None };
        let file = tree.text(path.as_str())?;
        Some((lang, if passage.is_file() { String::new() } else { field(&file[..range.start]) }))
    };
    passages
        .filter_map(|passage| text(passage.clone()).map(|(lang, field)| Text { passage, lang, field }))
        .filter(|text| !text.field.starts_with("reason"))
        .collect()
}

/// The last key before a place that is not the code of a language.
fn field(before: &str) -> String {
    let mut keys = before.match_indices(':').filter_map(|(at, _)| {
        let word = before[..at].rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next()?;
        (word.len() > 2 && word.starts_with(|c: char| c.is_ascii_lowercase())).then_some(word)
    });
    let known = ["title", "label", "statement", "next_steps", "documents", "post", "text", "summary", "method", "note"];
    keys.rfind(|word| known.contains(word)).unwrap_or_default().to_owned()
}

impl<'a> Text<'a> {
    pub fn text(&self) -> &'a str {
        self.passage.text()
    }

    /// Whether it is in Chinese.
    pub fn is_zh(&self) -> bool {
        self.lang == "zh"
    }

    /// Numbers in digits that a reader sees as figures: none in quotes of figures, in names such as E408, in the marks of tables and lists.
    pub fn numbers(&self) -> Vec<Range<usize>> {
        let text = self.text();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
            let mut end = start + length(&text[start..]);
            if text[..start].ends_with(|c: char| c.is_ascii_alphabetic()) || is_quoted(text, start) {
                end = start + text[start..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - start);
            } else {
                found.push(start..end);
            }
            at = end;
        }
        found
    }

    /// Figures that are quoted by name, marks included.
    pub fn quotes(&self) -> Vec<Range<usize>> {
        let text = self.text();
        let opened = text.match_indices("{{").map(|(start, _)| start);
        opened.filter_map(|start| Some(start..start + text[start..].find("}}")? + 2)).collect()
    }

    /// What part of a date a number is.
    pub fn part_of_date(&self, number: &Range<usize>) -> Option<&'static str> {
        let text = self.text();
        let (before, after) = (&text[..number.start], &text[number.end..]);
        if self.is_zh() {
            let is_year = number.len() == 4 && after.starts_with('年');
            // 1—6月 is a range of months.
            let after = after.trim_start_matches(|c: char| c.is_ascii_digit() || "—–-至".contains(c));
            return match after.chars().next() {
                _ if is_year => Some("year"),
                Some('月') => Some("month"),
                Some('日') => Some("day"),
                _ => None,
            };
        }
        let is_beside_month = |text: &str, before: bool| {
            MONTHS.iter().any(|month| {
                if before { text.trim_end().ends_with(month) } else { text.trim_start().starts_with(month) }
            })
        };
        let digits = &text[number.clone()];
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let measures = [" mu", " km", "%", " million", " people"];
        if is_year && !measures.iter().any(|unit| after.starts_with(unit)) {
            return Some("year");
        }
        (digits.len() <= 2 && (is_beside_month(after, false) || is_beside_month(before, true))).then_some("day")
    }

    /// The lines that are sentences: neither heads of tables nor their marks.
    pub fn lines(&self) -> Vec<Range<usize>> {
        let mut at = 0;
        let lines = self.text().split_inclusive('\n').map(|line| {
            at += line.len();
            at - line.len()..at - line.len() + line.trim_end().len()
        });
        lines.filter(|line| !line.is_empty()).collect()
    }
}

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The length of a number in digits at the beginning of a text, with commas between groups and a decimal point.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut length = digits(0);
    while bytes.get(length) == Some(&b',') && digits(length + 1) == 3 {
        length += 4;
    }
    if bytes.get(length) == Some(&b'.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    length
}

fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.rfind("{{").is_some_and(|open| before.rfind("}}").is_none_or(|close| close < open))
}
