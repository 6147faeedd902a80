//! Private data in a text, and what is said of it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Message, Place, RuleId, Severity};
use crate::rules::Words;

/// Private data in a text.
#[derive(Clone, Debug)]
pub struct Find {
    /// The rule that it breaks.
    pub rule: RuleId,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What it is without the signs between: digits and letters in capitals, an e-mail address in small letters.
    pub value: String,
    pub(super) is_email: bool,
    pub(super) says: Words,
    pub(super) help: Words,
}

impl Find {
    /// Returns the diagnostic, at a place where a file says `written`.
    pub(in crate::rules) fn diagnostic(&self, place: Place, written: &str) -> Diagnostic {
        let message = Message { zh: self.says.0.to_owned(), en: self.says.1.to_owned() };
        let mut help = Message { zh: self.help.0.to_owned(), en: self.help.1.to_owned() };
        if self.rule.severity == Severity::Warning {
            let entry = |reason| {
                let text = written.replace('\\', "\\\\").replace('"', "\\\"");
                format!("- {{rule: {}, text: \"{text}\", reason: {reason}}}", self.rule.name)
            };
            help.zh = format!("{}：{}", help.zh, entry("公开的理由"));
            help.en = format!("{}: {}", help.en, entry("why it is public"));
        }
        Diagnostic::of(self.rule, place, message).help(help)
    }
}
