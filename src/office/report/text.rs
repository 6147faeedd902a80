//! A report as text: a heading for each kind of entry, and a line for each entry.

use super::{Certainty, Counted, Report, ReportEntry, shortened};
use crate::diagnostic::Message;

const HEADINGS: [(Certainty, &str, &str); 5] = [
    (Certainty::Read, "读到：", "Read:"),
    (Certainty::NotUnderstood, "没有读懂，请逐条处理：", "Not understood, please see to each:"),
    (Certainty::Disputed, "两边对不上，请决定以哪边为准：", "At odds, please say which counts:"),
    (Certainty::Likely, "推定，请逐条核对：", "Likely, please check each:"),
    (Certainty::LeftOut, "没有收入：", "Left out:"),
];

impl Report {
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
