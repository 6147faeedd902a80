//! A YAML file as a tree of nodes, each with its range of bytes.

mod builder;
mod refused;

use std::ops::Range;

use granit_parser::Parser;

use super::{account, syntax};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::{DUPLICATE_KEY, YAML_SYNTAX};
use crate::value::RelPath;
use builder::Builder;

/// A node and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    range: Range<usize>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A text. Plain ones may also be read as numbers, truth values or nothing.
    Scalar {
        /// The text, escapes undone.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values, in the order of the file.
    Mapping(Vec<(Key, Node)>),
}

/// A key and where it stands.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key.
    pub text: String,
    /// Its range of bytes.
    pub range: Range<usize>,
}

impl Key {
    /// Returns whether no colon follows the key: what a comma leaves behind where it cuts a text within `{ }`.
    pub(super) fn is_bare(&self, file: &str) -> bool {
        !file[self.range.end..].trim_start().starts_with(':')
    }
}

impl Node {
    /// Returns a text that stands in a range.
    pub(super) fn of(kind: NodeKind, range: Range<usize>) -> Node {
        Node { kind, range }
    }

    /// Returns the range of bytes, without the line break that closes a block.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Returns the child at a key or at a position, with the range of the key (empty for positions).
    pub fn child(&self, step: &str) -> Option<(Range<usize>, &Node)> {
        match &self.kind {
            NodeKind::Mapping(entries) => {
                entries.iter().find(|(key, _)| key.text == step).map(|(key, node)| (key.range.clone(), node))
            }
            NodeKind::Sequence(items) => step.parse().ok().and_then(|i: usize| items.get(i)).map(|node| (0..0, node)),
            NodeKind::Scalar { .. } => None,
        }
    }

    /// Lays another node over this one: mappings key by key, anything else whole. What is nothing changes nothing.
    pub(super) fn lay_over(&mut self, over: Node) {
        if over.is_null() {
            return;
        }
        match (&mut self.kind, over) {
            (NodeKind::Mapping(entries), Node { kind: NodeKind::Mapping(over), .. }) => {
                for (key, value) in over {
                    match entries.iter_mut().find(|(known, _)| known.text == key.text) {
                        Some((_, known)) => known.lay_over(value),
                        None => entries.push((key, value)),
                    }
                }
            }
            (_, over) => *self = over,
        }
    }

    /// Returns whether YAML reads the node as nothing.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if ["", "~", "null", "Null", "NULL"].contains(&text.as_str()))
    }
}

/// What was read of a file, and what is wrong with it as YAML.
pub(super) struct Parsed {
    /// The whole file, if it could be read to its end.
    pub(super) root: Option<Node>,
    /// What a record must not have.
    pub(super) found: Vec<Diagnostic>,
    /// Whether everything that was found has been put right in `root`, so that reading may go on.
    pub(super) is_repaired: bool,
}

/// Slips that are put right, at most, to look for more of them.
const MAX_SLIPS: usize = 32;

/// Reads a file into nodes. A slip that has one plain cure is reported and put right, and reading begins again: one run
/// names them all.
pub(super) fn parse(path: &RelPath, text: &str) -> Parsed {
    let mut repaired = std::borrow::Cow::Borrowed(text);
    let mut slips = Vec::new();
    loop {
        let (builder, failed) = read(path, &repaired);
        let Some(error) = failed else { return finish(builder, slips) };
        let slip = syntax::slip(path, &repaired, &error);
        slips.push(slip.diagnostic);
        match slip.cure.filter(|_| slips.len() < MAX_SLIPS) {
            Some((range, cure)) => repaired.to_mut().replace_range(range, &cure),
            None => {
                slips.extend(builder.found);
                return Parsed { root: None, found: slips, is_repaired: false };
            }
        }
    }
}

/// Reads a file as far as it goes.
fn read<'a>(path: &'a RelPath, text: &'a str) -> (Builder<'a>, Option<granit_parser::ScanError>) {
    let mut options = granit_parser::options! { emit_anchor_events: true };
    options.set_emit_comments(false);
    let mut builder = Builder::new(path, text);
    for step in Parser::new_from_str_with_options(text, options) {
        match step {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => return (builder, Some(error)),
        }
    }
    (builder, None)
}

fn finish(builder: Builder<'_>, mut found: Vec<Diagnostic>) -> Parsed {
    let is_repaired = builder.found.is_empty();
    found.extend(builder.found);
    if is_repaired {
        found.extend(account::unaccounted(builder.path, builder.text, &builder.stated));
    }
    if builder.root.is_none() && found.is_empty() {
        found.push(empty(builder.path));
    }
    Parsed { root: builder.root, found, is_repaired }
}

pub(super) fn duplicate(path: &RelPath, key: &Key, first: Range<usize>) -> Diagnostic {
    let name = &key.text;
    Diagnostic::of(
        DUPLICATE_KEY,
        Place::Span(path.clone(), key.range.clone()),
        say!("键“{name}”写了两次", "the key `{name}` is given twice"),
    )
    .help(say!("请只保留其中一处", "keep only one of them"))
    .related(Place::Span(path.clone(), first), say!("第一次写在这里", "it is first given here"))
}

fn empty(path: &RelPath) -> Diagnostic {
    Diagnostic::of(YAML_SYNTAX, Place::File(path.clone()), say!("文件是空的", "the file is empty"))
        .help(say!("请写入内容，或删去这个文件", "write the record, or remove the file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<(String, String)> {
        let at = |d: &Diagnostic| {
            let range = d.place.as_ref().and_then(Place::range).unwrap_or(0..0);
            let line = text[..range.start].matches('\n').count() + 1;
            let column = text[..range.start].rsplit('\n').next().unwrap_or("").chars().count() + 1;
            (d.rule.to_owned(), format!("{line}:{column}"))
        };
        parse(&RelPath::of("x.yaml"), text).found.iter().map(at).collect()
    }

    #[test]
    fn what_a_record_must_not_have() {
        for (text, rule, at) in [
            ("a: 1\nb: 2\na: 3\n", "duplicate-key", "3:1"),
            ("a: &x 1\n", "yaml-feature", "1:4"),
            ("a: !y 1\n", "yaml-feature", "1:7"),
            ("a: 1\n---\nb: 2\n", "yaml-feature", "2:1"),
            ("a: \"南平\nb: 2\n", "yaml-syntax", "1:4"),
            ("a: 'x\n", "yaml-syntax", "1:4"),
            ("a:\n\tb: 2\n", "yaml-syntax", "2:2"),
            ("", "yaml-syntax", "1:1"),
            ("a: [1, 2\n", "yaml-syntax", "1:4"),
        ] {
            let found = check(text);
            assert_eq!(found.first().map(|(r, p)| (r.as_str(), p.as_str())), Some((rule, at)), "{text:?} {found:?}");
        }
        let deep = "[".repeat(40) + &"]".repeat(40);
        assert_eq!(check(&deep).len(), 1);
    }

    #[test]
    fn a_key_that_is_given_twice_is_found_however_long_the_mapping_is() {
        for long in [2, 200] {
            let text = (0..long).map(|n| format!("k{n}: 1\n")).collect::<String>() + "k1: 2\nk0: 3\n";
            let found = parse(&RelPath::of("x.yaml"), &text).found;
            let first = found.iter().filter_map(|d| d.related.as_ref()?.0.range()).map(|range| range.start);
            assert_eq!(first.collect::<Vec<_>>(), [6, 0], "{long}");
        }
    }

    #[test]
    fn a_null_is_nothing_and_a_quoted_null_is_text() {
        let root = parse(&RelPath::of("x.yaml"), "a:\nb: ~\nc: 'null'\n").root.expect("parses");
        let nulls: Vec<_> = ["a", "b", "c"].iter().map(|k| root.child(k).is_some_and(|(_, n)| n.is_null())).collect();
        assert_eq!(nulls, [true, true, false]);
    }
}
