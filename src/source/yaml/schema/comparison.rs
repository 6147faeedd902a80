//! A file compared with its schema, node by node.

use std::ops::Range;

use super::super::node::{Node, NodeKind};
use super::super::shape::{Expected, Scalar, Shape};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::RelPath;

pub(super) struct Comparison<'a> {
    pub(super) path: &'a RelPath,
    pub(super) file: &'a str,
    /// Whether texts are looked at closely: those of a notice, not those of a theme.
    pub(super) closely: bool,
    pub(super) found: Vec<Diagnostic>,
}

impl Comparison<'_> {
    /// Compares a node with what is expected; `key` is the key it is the value of.
    pub(super) fn node(&mut self, node: &Node, shape: &Shape, key: Option<&str>) {
        if node.is_null() && self.swallowed(node, &shape.expected, key) {
            return;
        }
        self.comment_before(node, &shape.expected, key);
        if shape.may_be_nothing && node.is_null() {
            return;
        }
        let shape = shape.form_of(node);
        match (&shape.expected, &node.kind) {
            (Expected::Anything, _) => {}
            (Expected::Word(words), _) => self.word(node, words, false, key),
            (Expected::OpenWord(words), _) => self.word(node, words, true, key),
            _ if node.is_null() => self.nothing(node, key),
            (Expected::Open { .. }, NodeKind::Scalar { text, plain }) => {
                self.scalar(node, text, *plain, Scalar::Text, key);
            }
            (Expected::Open { list, .. }, NodeKind::Sequence(_)) => self.node(node, list, key),
            (Expected::Open { texts, .. }, NodeKind::Mapping(_)) => self.node(node, texts, key),
            (Expected::Keys(keys), NodeKind::Mapping(entries)) => self.mapping(node, entries, keys, key),
            (Expected::List(_, least), NodeKind::Sequence(items))
                if items.len() < usize::try_from(*least).unwrap_or(0) =>
            {
                self.too_few(node, key);
            }
            (Expected::List(each, _), NodeKind::Sequence(items)) => {
                items.iter().for_each(|item| self.node(item, each, key));
            }
            (Expected::Scalar(scalar), NodeKind::Scalar { text, plain }) => {
                self.scalar(node, text, *plain, *scalar, key)
            }
            (expected, _) => self.mismatch(node, expected, key),
        }
    }

    fn too_few(&mut self, node: &Node, key: Option<&str>) {
        self.wrong(node, key, say!("列表是空的", "the list is empty"), say!("请至少写一项", "give at least one item"));
    }

    pub(super) fn nothing(&mut self, node: &Node, key: Option<&str>) {
        self.wrong(
            node,
            key,
            say!("这里没有写内容", "there is nothing here"),
            say!("请写上内容，或删去这个键", "write a value, or remove the key"),
        );
    }

    pub(super) fn wrong(&mut self, node: &Node, key: Option<&str>, message: Message, help: Message) {
        self.wrong_at(node.range(), key, message, help);
    }

    pub(super) fn wrong_at(&mut self, range: Range<usize>, key: Option<&str>, message: Message, help: Message) {
        let message = match key {
            Some(key) => Message { zh: format!("{key}：{}", message.zh), en: format!("{key}: {}", message.en) },
            None => message,
        };
        self.found.push(Diagnostic::of(WRONG_VALUE, self.span(range), message).help(help));
    }

    pub(super) fn span(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), range)
    }
}
