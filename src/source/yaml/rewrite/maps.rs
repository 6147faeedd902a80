//! Keys of a map: those that stay are changed in place, others are removed or put in.

use super::super::node::{Key, Node};
use super::super::value::Value;
use super::super::write;
use super::{Rewriter, SlotKind, ValueSlot};
use crate::diagnostic::Edit;

impl Rewriter<'_> {
    pub(super) fn map(
        &mut self,
        node: &Node,
        old: &[(Key, Node)],
        new: &[(String, Value)],
        is_flow: bool,
    ) -> Option<()> {
        let is_flow = is_flow || self.is_flow(node);
        let stays = |(key, _): &(Key, Node)| has(new, &key.text);
        let first = &old.first()?.0;
        let column = self.column(first.range.start);
        let added = |after: Option<&str>| {
            let from = after.map_or(0, |after| new.iter().position(|(key, _)| key == after).map_or(0, |at| at + 1));
            let is_new = |(key, _): &&(String, Value)| !old.iter().any(|(known, _)| known.text == *key);
            new[from..].iter().take_while(is_new).cloned().collect::<Vec<_>>()
        };
        self.put_before(first.range.start, &added(None), column, is_flow);
        let removed = self.remove_beginning(old, old.iter().position(stays)?, is_flow)?;
        let tail = old.iter().rposition(stays)? + 1;
        for (at, (key, node)) in old.iter().enumerate().skip(removed) {
            let after = self.after(key)?;
            if let Some((_, value)) = new.iter().find(|(name, _)| *name == key.text) {
                self.node(ValueSlot { after, column, kind: SlotKind::Key, is_flow }, node, value)?;
                self.put_after(self.end(after, node), &added(Some(&key.text)), column, is_flow);
            } else if is_flow && at + 1 < old.len() && at < tail {
                self.cut(key.range.start..old[at + 1].0.range.start)?;
            } else if !is_flow {
                self.remove_lines(key.range.start..self.end(after, node));
            }
        }
        if is_flow && tail < old.len() {
            let [(kept, kept_node), (last, last_node)] = [&old[tail - 1], &old[old.len() - 1]];
            self.cut(self.end(self.after(kept)?, kept_node)..self.end(self.after(last)?, last_node))?;
        }
        Some(())
    }

    /// Removes the first keys of an item, which stand after its dash: the first that stays takes their place. Returns
    /// how many they are.
    fn remove_beginning(&mut self, old: &[(Key, Node)], next: usize, is_flow: bool) -> Option<usize> {
        let first = old.first()?.0.range.start;
        if is_flow || next == 0 || self.begins_line(first) {
            return Some(0);
        }
        let range = first..old[next].0.range.start;
        let has_comment = self.text[range.clone()].lines().any(|line| line.trim_start().starts_with('#'));
        self.edits.push(Edit::replace(range, ""));
        (!has_comment).then_some(next)
    }

    fn put_before(&mut self, at: usize, entries: &[(String, Value)], column: usize, is_flow: bool) {
        if entries.is_empty() {
            return;
        }
        if !is_flow {
            return self.put_lines_before(at, &self.style.entries(entries, column), column);
        }
        let text = |(key, value): &(String, Value)| format!("{}: {}, ", write::key(key), write::flow_part(value));
        self.edits.push(Edit::insert(at, entries.iter().map(text).collect::<String>()));
    }

    fn put_after(&mut self, end: usize, entries: &[(String, Value)], column: usize, is_flow: bool) {
        if entries.is_empty() {
            return;
        }
        if is_flow {
            let text: String = entries
                .iter()
                .map(|(key, value)| format!(", {}: {}", write::key(key), write::flow_part(value)))
                .collect();
            self.edits.push(Edit::insert(end, text));
        } else {
            self.put_lines(end, &self.style.entries(entries, column));
        }
    }
}

pub(super) fn has(entries: &[(String, Value)], key: &str) -> bool {
    entries.iter().any(|(name, _)| name == key)
}
