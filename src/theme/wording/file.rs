//! One file of messages, looked at key by key.

use std::collections::BTreeSet;

use super::forms::{MessageForm, SMALL_FORMS, forms, is_text};
use super::reference::{ReferenceMessages, figure, is_filled};
use super::{CLOSED, PATTERNS};
use crate::diagnostic::Diagnostic;
use crate::source::yaml::{Node, NodeKind};
use crate::text::locale::placeholders;
use crate::value::RelPath;

/// One file of messages while it is looked at.
pub(super) struct MessagesFile<'a> {
    pub(super) path: &'a RelPath,
    pub(super) text: &'a str,
    pub(super) templates: &'a [(String, String)],
    pub(super) reference: &'a ReferenceMessages,
    pub(super) found: &'a mut Vec<Diagnostic>,
    pub(super) unknown: &'a mut BTreeSet<String>,
}

impl MessagesFile<'_> {
    pub(super) fn parts(&mut self, file: &Node) {
        for part in PATTERNS {
            file.child(part).iter().for_each(|(_, node)| self.node(part, node));
        }
    }

    pub(super) fn node(&mut self, key: &str, node: &Node) {
        let known = self.reference.messages.get(key);
        match (forms(node), &node.kind) {
            (Some(_), _) if known.is_none() && self.reference.groups.contains(key) => self.not_a_group(key, node),
            (Some(forms), _) => forms.iter().for_each(|form| self.form(key, *form)),
            (None, NodeKind::Mapping(_)) if known.is_some() => self.not_a_message(key, node),
            (None, NodeKind::Mapping(entries)) => {
                for (child, node) in entries {
                    let key = format!("{key}.{}", child.text);
                    let is_closed = CLOSED.iter().any(|part| key.starts_with(part));
                    if is_closed && !self.reference.has(&key) && !self.is_named(&key) {
                        self.unknown_key(&key, child.range.clone(), first_key(node));
                    } else {
                        self.node(&key, node);
                    }
                }
            }
            (None, _) => {}
        }
    }

    /// Returns whether a template names a message, or a group that it is in or that is in it.
    fn is_named(&self, key: &str) -> bool {
        let Some(key) = key.strip_prefix("text.") else { return false };
        let is_in_word = |c: char| c.is_alphanumeric() || "_.".contains(c);
        let names = |text: &str, name: &str| {
            let ends = |rest: &str| !rest.starts_with(|c: char| c != '.' && is_in_word(c));
            let begins = |before: &str| !before.ends_with(is_in_word);
            text.match_indices(name).any(|(at, _)| begins(&text[..at]) && ends(&text[at + name.len()..]))
        };
        let direct = [format!("t.{key}"), format!("key=\"{key}"), format!("key='{key}")];
        // A group that is read by a name which only the page knows: t.group[name].
        let groups = key.match_indices('.').map(|(at, _)| format!("t.{}[", &key[..at]));
        let groups: Vec<String> = groups.collect();
        let is_in = |text: &String| {
            direct.iter().any(|name| names(text, name)) || groups.iter().any(|group| text.contains(group))
        };
        self.templates.iter().any(|(_, text)| is_in(text))
    }

    fn form(&mut self, key: &str, (form, text, node): MessageForm<'_>) {
        if !is_text(node) {
            return self.no_text(key, node);
        }
        let Some(known) = self.reference.messages.get(key) else { return };
        let written: BTreeSet<&str> = placeholders(text).collect();
        for name in written.iter().filter(|name| !is_filled(name, known)) {
            self.unfilled(node, name, known);
        }
        let has: BTreeSet<_> = written.iter().filter_map(|name| figure(name)).collect();
        let lost = known.figures.iter().flatten().filter(|figure| !has.contains(*figure));
        // One that is misspelled is missing, too.
        let is_whole = written.iter().all(|name| is_filled(name, known)) && !SMALL_FORMS.contains(&form);
        for name in lost.filter(|_| is_whole) {
            self.lost_figure(node, name);
        }
    }
}

/// Returns the first key in a group.
fn first_key(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Mapping(entries) => entries.first().map(|(key, _)| key.text.as_str()),
        _ => None,
    }
}
