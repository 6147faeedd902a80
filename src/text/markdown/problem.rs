//! What an author has to fix in a text, and how messages quote what was typed.

use std::ops::Range;

use super::{FORBIDDEN_CHARACTER, character, flanking};
use crate::diagnostic::{Edit, Message, RuleId};
use crate::say;

/// Something that an author has to fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that it breaks.
    pub rule: RuleId,
    /// Where it stands in the source, in bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to fix it.
    pub help: Message,
    /// The changes of the text that fix it, by position, where no judgement is needed; none else.
    pub fix: Vec<Edit>,
}

impl Problem {
    /// A breach of a rule, which takes judgement to fix.
    pub(super) fn new(rule: RuleId, range: Range<usize>, message: Message, help: Message) -> Problem {
        Problem { rule, range, message, help, fix: Vec::new() }
    }

    /// The same problem with the changes that fix it.
    pub(super) fn fixed_by(mut self, edits: Vec<Edit>) -> Problem {
        self.fix = edits;
        self
    }
}

/// The findings for the characters that this room needs for itself.
pub(super) fn reserved(source: &str) -> Vec<Problem> {
    let problem = |(at, mark): (usize, &str)| {
        let code = mark.chars().next().map(|c| format!("U+{:X}", u32::from(c))).unwrap_or_default();
        Problem::new(
            FORBIDDEN_CHARACTER,
            at..at + mark.len(),
            say!("字符 {code} 不能使用，它会被删去", "the character {code} cannot be used and would be dropped"),
            say!("请删除或换成别的字符", "delete it or write another character"),
        )
    };
    source.match_indices(flanking::RESERVED).map(problem).collect()
}

/// What an author typed as a message shows it: on one line, not too long, with no character that could disturb a terminal.
pub(super) fn quoted(typed: &str) -> String {
    const LENGTH: usize = 60;
    let shown: String = typed
        .chars()
        .map(|c| if c.is_whitespace() || character::is_forbidden(c) { ' ' } else { c })
        .take(LENGTH)
        .collect();
    let more = if typed.chars().nth(LENGTH).is_some() { "…" } else { "" };
    format!("{}{more}", shown.trim())
}
