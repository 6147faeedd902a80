//! What an import says of itself: what was read, what was left out, what was not understood, what is only likely. Nothing is left unsaid.

mod left_out;
mod text;

use super::manuscript::LeftOut;
use crate::diagnostic::Message;
use left_out::{certainty, kind};

pub use left_out::stops;

/// What an entry is about, in the order in which a report has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Read, and how much of it.
    Read,
    /// Not understood: the author must look.
    NotUnderstood,
    /// Edited on both sides: the author must say which counts.
    Disputed,
    /// Taken for something that it most likely is.
    Likely,
    /// Not taken over.
    LeftOut,
}

/// What the parts of a file are counted in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Counted {
    /// Paragraphs; lines of a text file.
    #[default]
    Paragraphs,
    /// Rows of a table, by the name of the sheet if it has one.
    Rows(String),
}

/// One thing that the author must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportEntry {
    /// What it is about.
    pub certainty: Certainty,
    /// Which file it is about, from 0.
    pub file: usize,
    /// The paragraph, line or row that it stands in; none if it is about the whole.
    pub number: Option<usize>,
    /// What the number counts.
    pub counted: Counted,
    /// The text as it stands; empty if there is none.
    pub text: String,
    /// What is said of it.
    pub message: Message,
}

/// What an import says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Its entries.
    pub entries: Vec<ReportEntry>,
    /// The file that is read.
    pub file: usize,
    /// What numbers of what is read count.
    pub counted: Counted,
}

/// How many characters of a text an entry shows.
const SHOWN: usize = 40;

impl Report {
    /// Adds something about the whole.
    pub fn say(&mut self, certainty: Certainty, message: Message) {
        self.add(certainty, None, "", message);
    }

    /// Adds something about a paragraph.
    pub fn at(&mut self, certainty: Certainty, number: usize, text: &str, message: Message) {
        self.add(certainty, Some(number), text.trim(), message);
    }

    fn add(&mut self, certainty: Certainty, number: Option<usize>, text: &str, message: Message) {
        // What stands on every page is in no paragraph.
        let number = number.filter(|number| *number > 0);
        let counted = self.counted.clone();
        self.entries.push(ReportEntry { certainty, file: self.file, number, counted, text: text.to_owned(), message });
    }

    /// Adds what the reader of the file left out.
    pub fn left_out(&mut self, left: &LeftOut) {
        self.at(certainty(left.kind), left.number, &left.text, kind(left.kind));
    }

    /// Returns how many entries there are of a kind.
    pub fn count(&self, certainty: Certainty) -> usize {
        self.entries.iter().filter(|entry| entry.certainty == certainty).count()
    }
}

/// Returns the beginning of a text, on one line.
pub(super) fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}……", &flat[..end]),
        None => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::manuscript::LeftOutKind;
    use crate::say;

    #[test]
    fn a_report_says_the_grave_things_first_and_where_they_stand() {
        let mut report = Report::default();
        report.left_out(&LeftOut { kind: LeftOutKind::Comment, number: 7, text: "再核".into() });
        report.at(Certainty::NotUnderstood, 3, &"甲".repeat(50), say!("没有整改情况", "no response"));
        report.counted = Counted::Rows("台账".to_owned());
        report.at(Certainty::LeftOut, 9, "", say!("隐藏的行", "a hidden row"));
        let message = report.message(&["a.docx".to_owned()]);
        let long = "甲".repeat(40);
        assert_eq!(
            message.zh,
            format!(
                "没有读懂，请逐条处理： 1\n  第 3 段：没有整改情况　“{long}……”\n没有收入： 2\n  第 7 段：批注　“再核”\n  “台账”第 9 行：隐藏的行\n"
            )
        );
        assert!(message.en.starts_with("Not understood, please see to each: 1\n  paragraph 3: no response"));
    }
}
