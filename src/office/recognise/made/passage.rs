//! A passage of a document that gongkai made: a paragraph that says what it states, and what stands behind it.

use crate::office::manuscript::{Block, Paragraph};

/// A paragraph that says what it states, and what stands behind it.
pub(super) struct Passage<'a> {
    pub states: &'a str,
    pub first: &'a Paragraph,
    pub more: Vec<&'a Block>,
}

impl Passage<'_> {
    /// Returns what stands behind the label that its first paragraph begins with.
    pub(super) fn value(&self) -> &str {
        let text = &*self.first.text;
        let label = self.first.looks.first().filter(|look| look.is_strong && look.range.start == 0);
        let behind = label.and_then(|look| text.get(look.range.end..));
        behind.unwrap_or_else(|| text.split_once([':', '：']).map_or(text, |(_, value)| value)).trim()
    }

    /// Returns the first word of what it states.
    pub(super) fn kind(&self) -> &str {
        self.states.split(' ').next().unwrap_or_default()
    }

    /// Returns the label, without its colon.
    pub(super) fn label(&self) -> &str {
        let value = self.value();
        let at = self.first.text.rfind(value).unwrap_or(0);
        self.first.text[..at].trim_end().trim_end_matches([':', '：']).trim()
    }
}
