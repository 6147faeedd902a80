//! Items of a list: those that are the same at its beginning and its end stay.

use std::ops::Range;

use super::super::node::Node;
use super::super::value::Value;
use super::super::write;
use super::places::dash;
use super::{Rewriter, SlotKind, ValueSlot};
use crate::diagnostic::Edit;

impl Rewriter<'_> {
    pub(super) fn list(&mut self, node: &Node, old: &[Node], new: &[Value], is_flow: bool) -> Option<()> {
        let is_flow = is_flow || self.is_flow(node);
        let same = |pairs: &mut dyn Iterator<Item = (&Node, &Value)>| {
            pairs.take_while(|(node, value)| Value::of(node) == **value).count()
        };
        let begin = same(&mut old.iter().zip(new));
        let most = old.len().min(new.len()) - begin;
        let end = same(&mut old.iter().rev().zip(new.iter().rev())).min(most);
        let (gone, come) = (&old[begin..old.len() - end], &new[begin..new.len() - end]);
        let pairs = gone.len().min(come.len());
        let column = if is_flow { 0 } else { self.column(dash(self.text, &old[0])?) };
        for (node, value) in gone.iter().zip(come) {
            self.node(ValueSlot { after: node.range().start, column, kind: SlotKind::Item, is_flow }, node, value)?;
        }
        self.remove_items(old, begin + pairs..begin + gone.len(), is_flow)?;
        if come.len() > pairs {
            self.add_items(old, begin + pairs, &come[pairs..], column, is_flow)?;
        }
        Some(())
    }

    fn remove_items(&mut self, old: &[Node], gone: Range<usize>, is_flow: bool) -> Option<()> {
        if gone.is_empty() {
            return Some(());
        }
        if is_flow {
            let first = old[gone.start].range().start;
            return match (old.get(gone.end), gone.start.checked_sub(1)) {
                (Some(next), _) => self.cut(first..next.range().start),
                (None, before) => self.cut(old[before?].range().end..old[gone.end - 1].range().end),
            };
        }
        for node in &old[gone] {
            let dash = dash(self.text, node)?;
            self.begins_line(dash).then_some(())?;
            self.remove_lines(dash..self.end(dash + 1, node));
        }
        Some(())
    }

    /// Puts items in before the old one at a position, or after the last.
    fn add_items(&mut self, old: &[Node], at: usize, items: &[Value], column: usize, is_flow: bool) -> Option<()> {
        let flow = |before: &str, after: &str| -> String {
            items.iter().map(|item| format!("{before}{}{after}", write::flow_part(item))).collect()
        };
        let lines: String = items.iter().map(|item| self.style.entry("-", item, column)).collect();
        match at.checked_sub(1).and_then(|before| old.get(before)) {
            Some(node) if is_flow => self.edits.push(Edit::insert(node.range().end, flow(", ", ""))),
            Some(node) => {
                let end = self.end(dash(self.text, node)? + 1, node);
                self.put_lines(end, &lines);
            }
            None if is_flow => self.edits.push(Edit::insert(old.first()?.range().start, flow("", ", "))),
            None => {
                let dash = dash(self.text, old.first()?)?;
                self.put_lines_before(dash, &lines, column);
            }
        }
        Some(())
    }
}
