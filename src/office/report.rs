//! What an import says of itself: what was read, what was left out, what was not understood, what is only likely. Nothing is left unsaid.

use super::manuscript::{LeftOut, LeftOutKind};
use crate::diagnostic::Message;
use crate::say;

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
        self.at(Certainty::LeftOut, left.number, &left.text, kind(left.kind));
    }

    /// Returns how many entries there are of a kind.
    pub fn count(&self, certainty: Certainty) -> usize {
        self.entries.iter().filter(|entry| entry.certainty == certainty).count()
    }

    /// Returns the whole report, a heading for each kind of entry; files are named where there are several.
    pub fn message(&self, names: &[String]) -> Message {
        let [zh, en] = [true, false].map(|is_zh| self.text(is_zh, names));
        Message { zh, en }
    }

    fn text(&self, is_zh: bool, names: &[String]) -> String {
        let mut text = String::new();
        for (certainty, zh, en) in HEADINGS {
            let entries: Vec<&ReportEntry> = self.entries.iter().filter(|entry| entry.certainty == certainty).collect();
            if entries.is_empty() {
                continue;
            }
            let n = if certainty == Certainty::Read { String::new() } else { format!(" {}", entries.len()) };
            text += &format!("{}{n}\n", if is_zh { zh } else { en });
            for entry in entries {
                text += &format!("  {}\n", entry.line(is_zh, names));
            }
        }
        text
    }
}

const HEADINGS: [(Certainty, &str, &str); 5] = [
    (Certainty::Read, "读到：", "Read:"),
    (Certainty::NotUnderstood, "没有读懂，请逐条处理：", "Not understood, please see to each:"),
    (Certainty::Disputed, "两边对不上，请决定以哪边为准：", "At odds, please say which counts:"),
    (Certainty::Likely, "推定，请逐条核对：", "Likely, please check each:"),
    (Certainty::LeftOut, "没有收入：", "Left out:"),
];

impl ReportEntry {
    fn line(&self, is_zh: bool, names: &[String]) -> String {
        let said = if is_zh { &self.message.zh } else { &self.message.en };
        let name = names.get(self.file).filter(|_| names.len() > 1).map(|name| format!("{name} ")).unwrap_or_default();
        let place = match (self.number, &self.counted, is_zh) {
            (None, ..) => String::new(),
            (Some(number), Counted::Paragraphs, true) => format!("{name}第 {number} 段："),
            (Some(number), Counted::Paragraphs, false) => format!("{name}paragraph {number}: "),
            (Some(number), Counted::Rows(sheet), true) if sheet.is_empty() => format!("{name}表格第 {number} 行："),
            (Some(number), Counted::Rows(sheet), true) => format!("{name}“{sheet}”第 {number} 行："),
            (Some(number), Counted::Rows(sheet), false) if sheet.is_empty() => format!("{name}table row {number}: "),
            (Some(number), Counted::Rows(sheet), false) => format!("{name}“{sheet}” row {number}: "),
        };
        let quoted = match (self.text.is_empty(), is_zh) {
            (true, _) => String::new(),
            (_, true) => format!("　“{}”", shortened(&self.text)),
            (_, false) => format!(" “{}”", shortened(&self.text)),
        };
        format!("{place}{said}{quoted}")
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

/// What is said of something that was left out.
fn kind(kind: LeftOutKind) -> Message {
    match kind {
        LeftOutKind::Deleted => say!("修订中已删除的文字", "text that a tracked change deleted"),
        LeftOutKind::Inserted => {
            say!("修订中新增的文字，已收入", "text that a tracked change put in; it was taken over")
        }
        LeftOutKind::Hidden => say!("隐藏文字（或白色、极小的字）", "hidden text, or white, or too small to be seen"),
        LeftOutKind::Struck => say!("带删除线的文字，已收入", "text with a line through it; it was taken over"),
        LeftOutKind::Comment => say!("批注", "a comment"),
        LeftOutKind::Picture => say!("图片，请另存到 content/files/", "a picture: save it to content/files/"),
        LeftOutKind::HeaderFooter => say!("页眉或页脚", "a header or footer"),
        LeftOutKind::PageNumber => say!("页码", "a page number"),
        LeftOutKind::Footnote => say!("脚注", "a footnote"),
        LeftOutKind::Link => say!("链接的地址", "where a link leads"),
        LeftOutKind::HiddenRow => say!("隐藏的行", "a hidden row"),
        LeftOutKind::HiddenColumn => say!("隐藏的列", "a hidden column"),
        LeftOutKind::HiddenSheet => say!("隐藏的工作表", "a hidden sheet"),
        LeftOutKind::FormulaWithoutValue => say!("公式没有存下结果", "a formula without its value"),
        LeftOutKind::Other => say!("其他内容", "something else"),
    }
}

/// Whether what was left out stops an import until the changes are accepted: nobody can say what the approved text is.
pub fn stops(kind: LeftOutKind) -> bool {
    matches!(kind, LeftOutKind::Deleted | LeftOutKind::Inserted | LeftOutKind::Hidden | LeftOutKind::Struck)
}

#[cfg(test)]
mod tests {
    use super::*;

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
