//! Where things stand in the file: lines, columns, dashes, and the end of a value.

use super::super::node::{Key, Node, NodeKind};
use super::Rewriter;

impl Rewriter<'_> {
    /// Returns where a value ends: what is nothing ends after its key, lines below a key with the last of them.
    pub(super) fn end(&self, after: usize, node: &Node) -> usize {
        match &node.kind {
            NodeKind::Scalar { .. } if self.is_nothing(node) => after,
            _ if self.is_flow(node) => node.range().end,
            NodeKind::Mapping(entries) => match entries.last() {
                Some((key, value)) => self.end(self.after(key).unwrap_or(key.range.end), value),
                None => node.range().end,
            },
            NodeKind::Sequence(items) => match items.last() {
                Some(item) => self.end(item.range().start, item),
                None => node.range().end,
            },
            NodeKind::Scalar { .. } if self.keeps_blank_lines(node) => {
                let rest = &self.text[node.range().end..];
                let blank = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
                let lines = rest[..blank].rfind('\n').unwrap_or(0);
                node.range().end + lines
            }
            NodeKind::Scalar { .. } => node.range().end,
        }
    }

    /// After the colon of a key.
    pub(super) fn after(&self, key: &Key) -> Option<usize> {
        let rest = &self.text[key.range.end..];
        let colon = rest.trim_start_matches(' ');
        colon.starts_with(':').then(|| key.range.end + rest.len() - colon.len() + 1)
    }

    /// Returns whether the blank lines behind a block belong to it: `|+`.
    fn keeps_blank_lines(&self, node: &Node) -> bool {
        let header = self.text[node.range()].lines().next().unwrap_or_default();
        self.is_block(node) && header.split('#').next().is_some_and(|header| header.contains('+'))
    }

    pub(super) fn is_flow(&self, node: &Node) -> bool {
        is_flow(self.text, node)
    }

    /// Returns whether no sign stands for a value.
    pub(super) fn is_nothing(&self, node: &Node) -> bool {
        matches!(&node.kind, NodeKind::Scalar { plain: true, .. }) && self.text[node.range()].trim().is_empty()
    }

    pub(super) fn is_block(&self, node: &Node) -> bool {
        let is_plain = matches!(node.kind, NodeKind::Scalar { plain: true, .. });
        !is_plain && self.text[node.range()].starts_with(['|', '>'])
    }

    pub(super) fn column(&self, at: usize) -> usize {
        column(self.text, at)
    }

    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].bytes().all(|b| b == b' ')
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length + 1)
    }
}

/// Returns whether a collection stands within brackets. One in lines may begin with its first item, which may.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let begins = |mark| text[node.range()].starts_with(mark);
    match &node.kind {
        NodeKind::Sequence(items) => {
            begins('[') && items.first().is_none_or(|item| item.range().start > node.range().start)
        }
        NodeKind::Mapping(_) => begins('{'),
        NodeKind::Scalar { .. } => false,
    }
}

pub(super) fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Returns the dash before an item.
pub(super) fn dash(text: &str, item: &Node) -> Option<usize> {
    let before = text[..item.range().start].trim_end_matches([' ', '\n', '\r']);
    before.ends_with('-').then(|| before.len() - 1)
}
