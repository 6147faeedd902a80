//! The words by which offices name what follows: what was found, what was done, how far it has come, by when, by whom.

mod labels;

use labels::every;

/// What a label says that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// What was found.
    Statement,
    /// What was done.
    Response,
    /// What is done, item by item.
    Measures,
    /// How far it has come, or what was done.
    StatusOrResponse,
    /// How far it has come.
    Status,
    /// Whether the status is stated or inferred, in a ledger that gongkai made.
    StatusBasis,
    /// By when.
    Due,
    /// When it was completed.
    CompletedOn,
    /// Lead bodies.
    Lead,
    /// Responsible bodies.
    Responsible,
    /// What is still to be done.
    NextSteps,
    /// The number of an issue, in a ledger.
    Number,
    /// The section, in a ledger.
    Section,
    /// The topic, in a ledger.
    Topic,
    /// The title of an issue, in a ledger that gongkai made.
    Title,
    /// Something that becomes a field of the office's own.
    Field,
}

impl Slot {
    /// Returns whether what was done follows.
    pub(super) fn is_response(self) -> bool {
        matches!(self, Slot::Response | Slot::Measures | Slot::StatusOrResponse)
    }
}

/// A label at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// What follows.
    pub slot: Slot,
    /// The label as the table has it.
    pub word: &'static str,
    /// How many bytes of the folded text it takes, with its sign and the blanks behind it.
    pub length: usize,
}

/// Returns the slot of a head of a column, if it is a known one.
pub(super) fn head(text: &str) -> Option<(Slot, &'static str)> {
    let close = super::fold::close(text);
    let close = close.split('(').next().unwrap_or_default();
    every().find(|(_, word)| *word == close)
}

/// Returns the label that a folded text begins with: a known word and a colon, or in brackets of its own.
pub(super) fn label(folded: &str) -> Option<Label> {
    let text = folded.trim_start();
    let inner = text.trim_start_matches(['【', '[', '〖', '*', '#']).trim_start();
    let is_bracketed = inner.len() < text.len();
    let fits = every().filter_map(|(slot, word)| Some((slot, word, after_word(inner, word)?)));
    let (slot, word, rest) = fits.max_by_key(|(_, word, _)| word.len())?;
    let rest = rest.trim_start();
    let closed = rest.trim_start_matches(['】', ']', '〗', '*']).trim_start();
    let signed = closed.strip_prefix([':', ';']).or_else(|| closed.strip_prefix("--"));
    let end = match signed {
        Some(rest) => rest,
        None if is_bracketed && closed.len() < rest.len() => closed,
        None if rest.is_empty() => rest,
        None => return None,
    };
    Some(Label { slot, word, length: folded.len() - end.trim_start().len() })
}

/// Returns what stands behind a word, which may have blanks inside.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for c in word.chars() {
        rest = rest.trim_start().strip_prefix(c)?;
    }
    Some(rest)
}

/// Returns where in a folded text a label of what was done stands behind the end of a sentence, and the label.
pub(super) fn label_inside(folded: &str) -> Option<(usize, Label)> {
    let ends = |before: &str| {
        let before = before.trim_end();
        before.is_empty()
            || before.ends_with(['。', ';', '.', '!', '?', '”', ')', '」', '"'])
            || before.ends_with("问题")
    };
    let starts = folded.char_indices().map(|(at, _)| at).filter(|at| ends(&folded[..*at]));
    let mut found = starts.filter_map(|at| Some((at, label(&folded[at..])?)));
    found.find(|(at, found)| {
        let has_text = !folded[at + found.length..].trim().is_empty();
        found.slot.is_response() && has_text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_with_their_signs() {
        for (text, slot, rest) in [
            ("整改情况:一是", Slot::Response, "一是"),
            ("【整改情况】一是", Slot::Response, "一是"),
            ("整改 进展情况 : 一是", Slot::Response, "一是"),
            ("整改措施及成效;一是", Slot::Response, "一是"),
            ("整改措施:一是", Slot::Measures, "一是"),
            ("完成时限:2024年", Slot::Due, "2024年"),
            ("整改情况", Slot::Response, ""),
        ] {
            let found = label(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.slot, &text[found.length..]), (slot, rest), "{text}");
        }
        for text in ["整改情况良好。", "问题较多", "问题1:甲", "时限紧"] {
            assert_eq!(label(text), None, "{text}");
        }
        assert_eq!(label_inside("学得不够。整改情况:一是").map(|(at, _)| at), Some("学得不够。".len()));
        assert_eq!(label_inside("学得不够,没有报告整改情况:一是"), None);
    }
}
