//! Diagnostics and rules as people and machines read them. Pure functions of the diagnostics, the files that they are
//! about, and the table of rules.
//!
//! One format a file: `human` for the terminal, `html` for the preview, `json` and `sarif` for programs, `explain` for the rules themselves,
//! `summary` for how much was looked at; `position` tells them where a diagnostic stands. Lines and columns count from
//! 1; columns count characters.

mod explain;
mod html;
mod human;
mod json;
mod position;
mod sarif;
mod summary;

pub use explain::{list, markdown_page, page, visible};
pub use html::{fault_html, html, sentence_html};
pub use human::human;
pub use json::{JsonDiagnostic, json, json_diagnostics};
pub use sarif::sarif;
pub use summary::{Summary, counted, fixable};

use clap::ValueEnum;

use position::Files;

use crate::diagnostic::{Diagnostic, Edit, Message, Place, Severity};
use crate::rules::Words;
use crate::value::Lang;

/// The language of messages: what gongkai says to the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageLang {
    /// 中文 (Chinese).
    Zh,
    /// English.
    En,
}

impl MessageLang {
    /// Returns a text in this language.
    pub fn of(self, text: &Message) -> &str {
        match self {
            MessageLang::Zh => &text.zh,
            MessageLang::En => &text.en,
        }
    }

    /// Returns the language as texts of a notice name it.
    pub fn lang(self) -> Lang {
        Lang::new(match self {
            MessageLang::Zh => "zh",
            MessageLang::En => "en",
        })
    }

    /// Returns a text of the table of rules in this language.
    pub fn pick(self, Words(zh, en): Words) -> &'static str {
        match self {
            MessageLang::Zh => zh,
            MessageLang::En => en,
        }
    }
}

/// Returns the name of a severity.
fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => Words("错误", "error"),
        Severity::Warning => Words("警告", "warning"),
        Severity::Note => Words("提示", "note"),
    }
}

/// What a way to mend is called.
const HELP: Words = Words("办法", "help");

/// Returns the line and the column of a byte, both from 1; columns count characters.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    position::CountedText::of(text).position(byte)
}

/// Where a part of a file begins and ends: line and column of each.
type Region = [(usize, usize); 2];

/// Returns the changes that fix a diagnostic, each with the part of the file that it replaces; none for a diagnostic
/// that is accepted.
fn changes<'a>(files: &Files<'_>, finding: &'a Diagnostic) -> Vec<(&'a Edit, Region)> {
    let path = finding.place.as_ref().map(Place::path).filter(|_| finding.accepted.is_none());
    let edits = finding.fix.iter().flatten();
    edits.filter_map(|edit| Some((edit, files.region(&Place::span(path?, edit.range()))?))).collect()
}
