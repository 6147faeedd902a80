//! How a file is written: its line ends, and how far its lists are indented.

use super::super::node::{Node, NodeKind};
use super::super::write::{STEP, YamlStyle};
use super::places::{column, dash, is_flow};

pub(super) fn style(text: &str, root: &Node) -> YamlStyle {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    YamlStyle { ending, list_indent: list_indent(text, root).unwrap_or(STEP) }
}

/// By how much the first list of a file that stands in lines of its own is indented from its key.
fn list_indent(text: &str, node: &Node) -> Option<usize> {
    let NodeKind::Mapping(entries) = &node.kind else { return None };
    entries.iter().find_map(|(key, node)| match &node.kind {
        NodeKind::Sequence(items) if !is_flow(text, node) => {
            let dash = dash(text, items.first()?)?;
            column(text, dash).checked_sub(column(text, key.range.start))
        }
        _ => list_indent(text, node),
    })
}
