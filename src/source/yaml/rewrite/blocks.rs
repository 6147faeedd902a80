//! Texts in a block of lines, written again in the style of the block.

use super::super::node::Node;
use super::super::value::Value;
use super::super::write::{self, STEP};
use super::{Rewriter, ValueSlot};
use crate::diagnostic::Edit;

impl Rewriter<'_> {
    /// Writes the text of a block again, in its style.
    pub(super) fn block(&mut self, slot: ValueSlot, node: &Node, new: &str) -> Option<()> {
        if !write::fits_block(new) {
            return self.whole(slot, node, &Value::text(new));
        }
        let (range, written) = (node.range(), &self.text[node.range()]);
        let is_folded = written.starts_with('>') && !new.contains("\n ") && !new.contains("\n\t");
        let mark = written.split_whitespace().next()?;
        let body = self.line_end(range.start);
        let indent = self.text.get(body..range.end).and_then(|body| {
            body.lines()
                .find(|line| !line.trim().is_empty())
                .map(|line| line.len() - line.trim_start_matches(' ').len())
        });
        let lines = if is_folded { folded(new) } else { new.to_owned() };
        let lines = self.style.literal(&lines, indent.unwrap_or(slot.column + STEP));
        let header = write::header(if is_folded { '>' } else { '|' }, new);
        if mark != header {
            self.edits.push(Edit::replace(range.start..range.start + mark.len(), header));
        }
        let end = self.line_end(range.end);
        let is_open = end == self.text.len() && !self.text.ends_with('\n');
        let lines = if is_open { lines.trim_end_matches(['\r', '\n']) } else { &lines };
        self.edits.push(Edit::replace(body..end, lines));
        Some(())
    }
}

/// Returns a text for a folded block: a break is written as two.
pub(super) fn folded(text: &str) -> String {
    let end = text.trim_end_matches('\n').len();
    let mut lines = String::new();
    let mut rest = &text[..end];
    while let Some(at) = rest.find('\n') {
        let breaks = rest[at..].len() - rest[at..].trim_start_matches('\n').len();
        lines += &rest[..at];
        lines += &"\n".repeat(breaks + 1);
        rest = &rest[at + breaks..];
    }
    lines + rest + &text[end..]
}
