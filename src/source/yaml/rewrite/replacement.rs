//! Values that are replaced by one of another kind, whole.

use std::ops::Range;

use super::super::node::Node;
use super::super::value::Value;
use super::super::write;
use super::{Rewriter, SlotKind, ValueSlot};
use crate::diagnostic::Edit;

impl Rewriter<'_> {
    /// Replaces a value by one of another kind.
    pub(super) fn whole(&mut self, slot: ValueSlot, node: &Node, wanted: &Value) -> Option<()> {
        let is_nothing = self.is_nothing(node);
        let (start, gap) = if is_nothing { (slot.after, " ") } else { (node.range().start, "") };
        let range = start..self.end(slot.after, node).max(start);
        let old = if is_nothing { "" } else { &self.text[node.range()] };
        let is_word = matches!(wanted, Value::Text(_) | Value::Plain(_)) || wanted.is_empty();
        let is_below = slot.kind == SlotKind::Key && self.line_start(start) != self.line_start(slot.after);
        let fits = |text: &str| write::is_literal(text) && !old.starts_with('"') && !is_below;
        let is_long = matches!(wanted, Value::Text(text) if fits(text));
        if slot.is_flow {
            let written = if is_word { write::scalar(wanted, old, true) } else { write::flow_part(wanted) };
            self.edits.push(Edit::replace(range, format!("{gap}{written}")));
        } else if is_word && !is_long && is_below {
            // Lines below the key become a word after it.
            self.edits.push(Edit::insert(slot.after, format!(" {}", write::flow(wanted, ""))));
            self.remove_lines(range);
        } else if is_word && !is_long {
            self.edits.push(Edit::replace(range, format!("{gap}{}", write::flow(wanted, old))));
        } else if slot.kind == SlotKind::Key {
            self.lines_below(slot, range, wanted)?;
        } else {
            let lines = match (slot.kind, wanted) {
                (SlotKind::Root, Value::Map(entries)) => self.style.entries(entries, 0),
                _ => self.style.entry("-", wanted, slot.column),
            };
            let lines = if slot.kind == SlotKind::Root { &*lines } else { lines.trim_start().strip_prefix("- ")? };
            let (first, rest) = lines.split_once('\n')?;
            let end = range.end;
            self.edits.push(Edit::replace(range, format!("{gap}{}", first.trim_end_matches('\r'))));
            self.put_lines(end, rest);
        }
        Some(())
    }

    /// Replaces the value of a key by one that stands in the lines below it, or in brackets after it.
    fn lines_below(&mut self, slot: ValueSlot, range: Range<usize>, wanted: &Value) -> Option<()> {
        let lines = self.style.entry("", wanted, slot.column);
        let (first, rest) = lines.split_once('\n')?;
        let first = first.trim();
        let head = if first.is_empty() { String::new() } else { format!(" {first}") };
        if self.line_start(range.start) == self.line_start(slot.after) {
            self.edits.push(Edit::replace(slot.after..range.end, head));
            self.put_lines(range.end, rest);
        } else {
            self.edits.push(Edit::insert(slot.after, head));
            self.remove_lines(range.clone());
            self.put_lines(range.end, rest);
        }
        Some(())
    }
}
