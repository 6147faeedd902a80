//! A YAML file as a tree of nodes, each with its range of bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span};

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::{DUPLICATE_KEY, YAML_FEATURE, YAML_SYNTAX};
use crate::value::RelPath;

/// Nesting deeper than this is refused.
const MAX_DEPTH: usize = 32;

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

impl Node {
    /// The range of bytes, without the line break that closes a block.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The child at a key or at a position, with the range of the key (empty for positions).
    pub fn child(&self, step: &str) -> Option<(Range<usize>, &Node)> {
        match &self.kind {
            NodeKind::Mapping(entries) => {
                entries.iter().find(|(key, _)| key.text == step).map(|(key, node)| (key.range.clone(), node))
            }
            NodeKind::Sequence(items) => step.parse().ok().and_then(|i: usize| items.get(i)).map(|node| (0..0, node)),
            NodeKind::Scalar { .. } => None,
        }
    }

    /// Whether YAML reads the node as nothing.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if ["", "~", "null", "Null", "NULL"].contains(&text.as_str()))
    }
}

/// Reads a file into nodes, or says what a record must not have.
pub(super) fn parse(path: &RelPath, text: &str) -> Result<Node, Vec<Diagnostic>> {
    let mut options = granit_parser::options! { emit_anchor_events: true };
    options.set_emit_comments(false);
    let mut builder = Builder { path, text, found: Vec::new(), open: Vec::new(), root: None, documents: 0 };
    for step in Parser::new_from_str_with_options(text, options) {
        match step {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => {
                builder.found.push(syntax(path, text, &error));
                break;
            }
        }
    }
    match builder.root {
        Some(root) if builder.found.is_empty() => Ok(root),
        _ if builder.found.is_empty() => Err(vec![empty(path)]),
        _ => Err(builder.found),
    }
}

/// A collection that is not closed yet.
enum OpenNode {
    Sequence(Range<usize>, Vec<Node>),
    Mapping(OpenMapping),
}

/// A mapping that is not closed yet.
struct OpenMapping {
    range: Range<usize>,
    entries: Vec<(Key, Node)>,
    /// The key whose value comes next.
    pending: Option<Key>,
    /// Where each key of a long mapping is given first.
    first: BTreeMap<String, Range<usize>>,
}

/// From how many entries on the keys of a mapping are indexed. Most mappings are short.
const LONG: usize = 32;

impl OpenMapping {
    fn new(range: Range<usize>) -> OpenMapping {
        OpenMapping { range, entries: Vec::new(), pending: None, first: BTreeMap::new() }
    }

    /// Takes a key, and returns where it was given before.
    fn key(&mut self, key: Key) -> Option<Range<usize>> {
        let before = if self.entries.len() < LONG {
            self.entries.iter().find(|(known, _)| known.text == key.text).map(|(known, _)| known.range.clone())
        } else {
            if self.first.is_empty() {
                let known = self.entries.iter().rev();
                self.first.extend(known.map(|(known, _)| (known.text.clone(), known.range.clone())));
            }
            let before = self.first.get(&key.text).cloned();
            if before.is_none() {
                self.first.insert(key.text.clone(), key.range.clone());
            }
            before
        };
        self.pending = Some(key);
        before
    }
}

struct Builder<'a> {
    path: &'a RelPath,
    text: &'a str,
    found: Vec<Diagnostic>,
    open: Vec<OpenNode>,
    root: Option<Node>,
    documents: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: &Span) {
        let range = self.range(span);
        match event {
            Event::DocumentStart(..) => self.document(range),
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), &range);
                self.close(Node {
                    kind: NodeKind::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain },
                    range,
                });
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), &range);
                self.open(OpenNode::Sequence(range, Vec::new()));
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), &range);
                self.open(OpenNode::Mapping(OpenMapping::new(range)));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range),
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => self.refuse_anchor(range),
            _ => {}
        }
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        range.start.min(self.text.len())..range.end.min(self.text.len())
    }

    fn document(&mut self, range: Range<usize>) {
        self.documents += 1;
        if self.documents > 1 {
            self.refuse(
                range,
                say!("文件里有第二个文档（“---”）", "a second document begins here (`---`)"),
                say!("一个文件只写一条记录；请删去“---”", "one file holds one record; remove the `---`"),
            );
        }
    }

    fn open(&mut self, open: OpenNode) {
        if self.open.len() >= MAX_DEPTH {
            let range = match &open {
                OpenNode::Sequence(range, _) | OpenNode::Mapping(OpenMapping { range, .. }) => range.clone(),
            };
            if self.open.len() == MAX_DEPTH {
                self.refuse(
                    range,
                    say!("嵌套超过 {MAX_DEPTH} 层", "nested more than {MAX_DEPTH} levels deep"),
                    say!("请把内容写平", "write it flatter"),
                );
            }
        }
        self.open.push(open);
    }

    fn end(&mut self, end: Range<usize>) {
        let node = match self.open.pop() {
            Some(OpenNode::Sequence(start, items)) => {
                let range = self.collection_range(&start, &end, items.last());
                Node { kind: NodeKind::Sequence(items), range }
            }
            Some(OpenNode::Mapping(OpenMapping { range, entries, .. })) => {
                let range = self.collection_range(&range, &end, entries.last().map(|(_, node)| node));
                Node { kind: NodeKind::Mapping(entries), range }
            }
            None => return,
        };
        self.close(node);
    }

    /// A flow collection ends with its bracket, a block collection with its last entry.
    fn collection_range(&self, start: &Range<usize>, end: &Range<usize>, last: Option<&Node>) -> Range<usize> {
        let end = if end.is_empty() { last.map_or(start.end, |node| node.range.end) } else { end.end };
        start.start..end.max(start.start)
    }

    fn close(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(OpenNode::Sequence(_, items)) => items.push(node),
            Some(OpenNode::Mapping(mapping)) => match mapping.pending.take() {
                Some(key) => mapping.entries.push((key, node)),
                None => self.key(node),
            },
        }
    }

    fn key(&mut self, node: Node) {
        let NodeKind::Scalar { text, .. } = node.kind else {
            self.refuse(
                node.range,
                say!("键必须是文字", "a key must be a text"),
                say!("请检查这一行的括号和冒号", "check the brackets and colons of this line"),
            );
            return;
        };
        let key = Key { text, range: node.range };
        let Some(OpenNode::Mapping(mapping)) = self.open.last_mut() else { return };
        let first = mapping.key(key.clone());
        if key.text == "<<" {
            self.refuse_anchor(key.range);
        } else if let Some(first) = first {
            self.found.push(duplicate(self.path, &key, first));
        }
    }

    fn refuse_tag(&mut self, tagged: bool, range: &Range<usize>) {
        if tagged {
            self.refuse(
                range.clone(),
                say!("这里不能用 YAML 标签（以“!”开头）", "a YAML tag (beginning with `!`) is not allowed here"),
                say!(
                    "若“!”是文字的一部分，请给整段文字加引号",
                    "if the `!` belongs to the text, put the text in quotes"
                ),
            );
        }
    }

    fn refuse_anchor(&mut self, range: Range<usize>) {
        self.refuse(
            range,
            say!(
                "这里不能用 YAML 锚点、别名或合并（“&”“*”“<<”）",
                "YAML anchors, aliases and merges (`&`, `*`, `<<`) are not allowed here"
            ),
            say!(
                "若“&”或“*”是文字的一部分，请给整段文字加引号",
                "if the `&` or `*` belongs to the text, put the text in quotes"
            ),
        );
    }

    fn refuse(&mut self, range: Range<usize>, message: Message, help: Message) {
        self.found.push(Diagnostic::of(YAML_FEATURE, Place::Span(self.path.clone(), range), message).help(help));
    }
}

fn duplicate(path: &RelPath, key: &Key, first: Range<usize>) -> Diagnostic {
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

fn syntax(path: &RelPath, text: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let info = error.info();
    let (message, help) = explain(error.kind(), &info);
    let at = match error.kind() {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => opening_quote(text, at),
        _ => at,
    };
    Diagnostic::of(YAML_SYNTAX, Place::Span(path.clone(), at..at), message).help(help)
}

/// The quotation mark that was never closed, looked for backwards from where the reader gave up.
fn opening_quote(text: &str, at: usize) -> usize {
    if text[at..].starts_with(['"', '\'']) {
        return at;
    }
    let opens = |line: &str, offset: usize| -> Option<usize> {
        line.match_indices(['"', '\'']).map(|(i, quote)| (i, quote, line[..i].trim_end())).find_map(
            |(i, quote, before)| {
                let begins = before.is_empty() || before.ends_with([':', '-', '[', '{', ',']);
                (begins && !line[i + 1..].contains(quote)).then_some(offset + i)
            },
        )
    };
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if let Some(found) = opens(line, offset) {
            return found;
        }
        offset += line.len();
        if offset > at {
            break;
        }
    }
    at
}

fn explain(kind: &ErrorKind, info: &str) -> (Message, Message) {
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            say!("引号没有配对：这里开始的引号没有结束", "this quotation mark is never closed"),
            say!("请在文字末尾补上同样的引号", "close the text with the same mark"),
        ),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => (
            say!("缩进里有制表符（Tab）", "a tab stands in the indentation"),
            say!("请改用空格缩进，每级两个", "indent with spaces, two a level"),
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => (
            say!("括号没有配对：“{{”或“[”没有结束", "a bracket is never closed"),
            say!("请补上“}}”或“]”", "close it with a curly or a square bracket"),
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            say!("这一行缺少冒号", "a colon is missing on this line"),
            say!("请写成“键: 值”，用半角冒号，冒号后空一格", "write `key: value`, with a space after the colon"),
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => (
            say!("这里不该有冒号", "a colon is not allowed here"),
            say!("文字里若有“: ”，请给整段文字加引号", "if the text contains `: `, put the whole text in quotes"),
        ),
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => (
            say!("缩进对不齐", "the indentation does not line up"),
            say!(
                "同一级的键要从同一列开始，每级缩进两个空格",
                "keys of one level begin in one column, two spaces a level"
            ),
        ),
        _ => (
            say!("YAML 写法有误（{info}）", "this is not valid YAML ({info})"),
            say!(
                "请对照上下各行检查标点和缩进；含特殊符号的文字请加引号",
                "compare punctuation and indentation with the lines around it; put text with special characters in quotes"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<(String, String)> {
        match parse(&RelPath::of("x.yaml"), text) {
            Ok(_) => Vec::new(),
            Err(found) => found
                .iter()
                .map(|d| {
                    let range = d.place.as_ref().and_then(Place::range).unwrap_or(0..0);
                    let line = text[..range.start].matches('\n').count() + 1;
                    let column = text[..range.start].rsplit('\n').next().unwrap_or("").chars().count() + 1;
                    (d.rule.to_owned(), format!("{line}:{column}"))
                })
                .collect(),
        }
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
        for long in [2, 31, 32, 33, 34, 200] {
            let text = (0..long).map(|n| format!("k{n}: 1\n")).collect::<String>() + "k1: 2\nk0: 3\n";
            let found = parse(&RelPath::of("x.yaml"), &text).expect_err("duplicates");
            let first = found.iter().filter_map(|d| d.related.as_ref()?.0.range()).map(|range| range.start);
            assert_eq!(first.collect::<Vec<_>>(), [6, 0], "{long}");
        }
    }

    #[test]
    fn a_null_is_nothing_and_a_quoted_null_is_text() {
        let root = parse(&RelPath::of("x.yaml"), "a:\nb: ~\nc: 'null'\n").expect("parses");
        let nulls: Vec<_> = ["a", "b", "c"].iter().map(|k| root.child(k).is_some_and(|(_, n)| n.is_null())).collect();
        assert_eq!(nulls, [true, true, false]);
    }
}
