//! What pages ask for: the messages of the built-in theme and of the layers beyond, with what fills each.

use std::collections::{BTreeMap, BTreeSet};

use super::super::built_in::BUILT_IN_FILES;
use super::super::{BUILT_IN, FOLDER};
use super::PATTERNS;
use super::forms::{SMALL_FORMS, forms};
use crate::source::yaml::{Node, NodeKind};
use crate::source::{SourceTree, yaml};
use crate::text::locale::placeholders;
use crate::value::RelPath;

/// Placeholders that stand for a figure or a date: without them a statement loses it. An ordinal may be in either kind
/// of numerals.
const FIGURES: [(&str, &str); 16] = [
    ("n", "n"),
    ("han", "n"),
    ("number", "number"),
    ("total", "total"),
    ("completed", "completed"),
    ("outstanding", "outstanding"),
    ("records", "records"),
    ("value", "value"),
    ("rate", "rate"),
    ("date", "date"),
    ("from", "from"),
    ("to", "to"),
    ("fed_back_on", "fed_back_on"),
    ("year", "year"),
    ("month", "month"),
    ("day", "day"),
];

/// What one message may hold.
#[derive(Clone, Default)]
pub(super) struct MessageParts {
    pub(super) placeholders: BTreeSet<String>,
    /// What every file has.
    pub(super) figures: Option<BTreeSet<&'static str>>,
}

/// What is asked for: messages by their keys, and the groups that they are in.
#[derive(Clone, Default)]
pub(super) struct ReferenceMessages {
    pub(super) messages: BTreeMap<String, MessageParts>,
    pub(super) groups: BTreeSet<String>,
}

impl ReferenceMessages {
    pub(super) fn built_in() -> ReferenceMessages {
        let mut reference = ReferenceMessages::default();
        let files = BUILT_IN_FILES.get_dir("messages").into_iter().flat_map(|folder| folder.files());
        for file in files {
            let path = RelPath::of(format!("{FOLDER}/{BUILT_IN}/{}", file.path().to_string_lossy()));
            let tree = SourceTree::of([(path.as_str(), file.contents())]);
            yaml::node(&tree, &path).iter().for_each(|node| reference.add(node));
        }
        reference
    }

    pub(super) fn add(&mut self, file: &Node) {
        for part in PATTERNS {
            file.child(part).iter().for_each(|(_, node)| self.add_at(part, node));
        }
    }

    fn add_at(&mut self, key: &str, node: &Node) {
        if let Some(forms) = forms(node) {
            let known = self.messages.entry(key.to_owned()).or_default();
            let whole = forms.iter().filter(|(form, ..)| !SMALL_FORMS.contains(form));
            let figures: BTreeSet<_> = whole.flat_map(|(_, text, _)| placeholders(text)).filter_map(figure).collect();
            known.figures = Some(known.figures.take().map_or(figures.clone(), |old| &old & &figures));
            known.placeholders.extend(forms.iter().flat_map(|(_, text, _)| placeholders(text)).map(str::to_owned));
        } else if let NodeKind::Mapping(entries) = &node.kind {
            self.groups.insert(key.to_owned());
            entries.iter().for_each(|(child, node)| self.add_at(&format!("{key}.{}", child.text), node));
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key) || self.groups.contains(key)
    }

    /// Returns the keys of a group.
    pub(super) fn in_group<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a str> {
        let keys = self.messages.keys().chain(&self.groups);
        keys.filter_map(move |key| key.strip_prefix(group)?.strip_prefix('.')).filter(|key| !key.contains('.'))
    }
}

/// Returns the figure that a placeholder stands for.
pub(super) fn figure(placeholder: &str) -> Option<&'static str> {
    FIGURES.iter().find(|(name, _)| *name == placeholder).map(|(_, figure)| *figure)
}

/// Returns whether something is set in place of a placeholder. What a number rests on may be set wherever the number
/// is.
pub(super) fn is_filled(name: &str, known: &MessageParts) -> bool {
    let is_known = |name: &str| known.placeholders.contains(name);
    is_known(name) || name.strip_suffix("_basis").is_some_and(is_known)
}
