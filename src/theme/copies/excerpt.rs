//! The keys of a file of messages that are wanted, as they stand in it.

use super::{no_file, no_key, text};
use crate::diagnostic::Message;
use crate::source::SourceTree;
use crate::source::yaml::{self, Node, NodeKind};
use crate::value::RelPath;

/// Returns the keys of a file of messages that are wanted, with what they are in.
pub(super) fn excerpt(file: &str, keys: &[&str]) -> Result<(RelPath, String), [Message; 2]> {
    let text = text(file).ok_or_else(|| no_file(file))?;
    let root = root(file).ok_or_else(|| no_file(file))?;
    let find = |key: &str| key.split('.').try_fold(&root, |node, step| Some(node.child(step)?.1));
    let mut wanted = Vec::new();
    for key in keys {
        let in_text = format!("text.{key}");
        let key = [in_text.as_str(), *key].into_iter().find(|key| !key.ends_with('.') && find(key).is_some());
        wanted.push(key.ok_or_else(|| no_key(file))?.split('.').map(str::to_owned).collect::<Vec<_>>());
    }
    let mut lines = String::new();
    write(&root, text, &wanted, 0, &mut lines);
    Ok((RelPath::of(file), lines))
}

pub(super) fn root(file: &str) -> Option<Node> {
    let path = RelPath::of(file);
    yaml::node(&SourceTree::of([(file, text(file)?.as_bytes())]), &path)
}

/// Writes the keys that are wanted, as they stand in the file.
fn write(node: &Node, text: &str, wanted: &[Vec<String>], depth: usize, lines: &mut String) {
    let NodeKind::Mapping(entries) = &node.kind else { return };
    for (key, value) in entries {
        let inside: Vec<Vec<String>> = wanted.iter().filter(|path| path.first() == Some(&key.text)).cloned().collect();
        let indent = "  ".repeat(depth);
        if inside.iter().any(|path| path.len() == 1) {
            let end = value.range().end.max(key.range.end);
            lines.push_str(&format!("{indent}{}\n", text[key.range.start..end].trim_end()));
        } else if !inside.is_empty() {
            lines.push_str(&format!("{indent}{}:\n", &text[key.range.clone()]));
            let rest: Vec<Vec<String>> = inside.into_iter().map(|path| path[1..].to_vec()).collect();
            write(value, text, &rest, depth + 1, lines);
        }
    }
}

/// Returns the groups of keys of a file of messages.
pub(super) fn groups(file: &str) -> Vec<String> {
    let root = root(file);
    let keys = |node: Option<&Node>| match node.map(|node| &node.kind) {
        Some(NodeKind::Mapping(entries)) => entries.iter().map(|(key, _)| key.text.clone()).collect(),
        _ => Vec::new(),
    };
    keys(root.as_ref().and_then(|root| root.child("text")).map(|(_, node)| node))
}
