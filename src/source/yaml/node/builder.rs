//! Nodes as they are built from the events of the parser, each with its range of bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, Span};

use super::{Key, Node, NodeKind, duplicate};
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::value::RelPath;

/// Nesting deeper than this is refused.
const MAX_DEPTH: usize = 32;

pub(super) struct Builder<'a> {
    pub(super) path: &'a RelPath,
    pub(super) text: &'a str,
    pub(super) found: Vec<Diagnostic>,
    open: Vec<OpenNode>,
    pub(super) root: Option<Node>,
    documents: usize,
    /// Where every text and key stands, in the order of the file.
    pub(super) stated: Vec<Range<usize>>,
}

/// A collection that is not closed yet.
enum OpenNode {
    Sequence(Range<usize>, Vec<Node>),
    Mapping(Range<usize>, Vec<(Key, Node)>, OpenKeys),
}

/// The keys of a mapping that is not closed yet.
#[derive(Default)]
struct OpenKeys {
    /// The one whose value comes next.
    pending: Option<Key>,
    /// Where each stands first.
    first: BTreeMap<String, Range<usize>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(path: &'a RelPath, text: &'a str) -> Builder<'a> {
        Builder { path, text, found: Vec::new(), open: Vec::new(), root: None, documents: 0, stated: Vec::new() }
    }
}

impl Builder<'_> {
    pub(super) fn event(&mut self, event: Event<'_>, span: &Span) {
        let range = self.range(span);
        match event {
            Event::DocumentStart(..) => self.document(range),
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), &range);
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let range = if is_block { self.with_header(range) } else { range };
                self.stated.push(range.clone());
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
                self.open(OpenNode::Mapping(range, Vec::new(), OpenKeys::default()));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range),
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => self.refuse_anchor(range),
            _ => {}
        }
    }

    pub(super) fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        range.start.min(self.text.len())..range.end.min(self.text.len())
    }

    /// Returns the range of a block of text from its `|` or `>` to its last sign; the parser gives its lines alone.
    fn with_header(&self, range: Range<usize>) -> Range<usize> {
        let before = self.stated.last().map_or(0, |range| range.end).min(range.start);
        let mut start = before;
        for line in self.text[before..range.start].split_inclusive('\n') {
            let code = line.find('#').map_or(line, |comment| &line[..comment]);
            if let Some(at) = code.find(['|', '>']) {
                return start + at..start.max(range.start + self.text[range].trim_end().len());
            }
            start += line.len();
        }
        range
    }

    fn document(&mut self, range: Range<usize>) {
        self.documents += 1;
        if self.documents > 1 {
            self.refuse(
                range,
                say!("文件里有第二个文档（在“---”或“...”之后）", "a second document begins here, after `---` or `...`"),
                say!(
                    "一个文件只写一条记录；请删去“---”“...”这样的一行",
                    "one file holds one record; remove the line with `---` or `...`"
                ),
            );
        }
    }

    fn open(&mut self, open: OpenNode) {
        if self.open.len() >= MAX_DEPTH {
            let range = match &open {
                OpenNode::Sequence(range, _) | OpenNode::Mapping(range, ..) => range.clone(),
            };
            if self.open.len() == MAX_DEPTH {
                self.refuse(
                    range,
                    say!("嵌套超过 {MAX_DEPTH} 层", "nested more than {MAX_DEPTH} levels deep"),
                    say!("请减少嵌套的层数", "use fewer levels of nesting"),
                );
            }
        }
        self.open.push(open);
    }

    pub(super) fn end(&mut self, end: Range<usize>) {
        let node = match self.open.pop() {
            Some(OpenNode::Sequence(start, items)) => {
                let range = self.collection_range(&start, &end, items.last());
                Node { kind: NodeKind::Sequence(items), range }
            }
            Some(OpenNode::Mapping(start, entries, _)) => {
                let range = self.collection_range(&start, &end, entries.last().map(|(_, node)| node));
                Node { kind: NodeKind::Mapping(entries), range }
            }
            None => return,
        };
        self.close(node);
    }

    /// Returns the range of a collection: one in brackets ends with its bracket, one in lines with its last entry.
    fn collection_range(&self, start: &Range<usize>, end: &Range<usize>, last: Option<&Node>) -> Range<usize> {
        let end = if end.is_empty() { last.map_or(start.end, |node| node.range.end) } else { end.end };
        start.start..end.max(start.start)
    }

    fn close(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(OpenNode::Sequence(_, items)) => items.push(node),
            Some(OpenNode::Mapping(_, entries, keys)) => match keys.pending.take() {
                Some(key) => entries.push((key, node)),
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
        let is_bare = key.is_bare(self.text);
        let Some(OpenNode::Mapping(_, _, keys)) = self.open.last_mut() else { return };
        keys.pending = Some(key.clone());
        if key.text == "<<" {
            self.refuse_anchor(key.range);
        } else if is_bare {
            // A comma has cut a text or a number: the schema says so.
        } else if let Some(first) = keys.first.get(&key.text) {
            self.found.push(duplicate(self.path, &key, first.clone()));
        } else {
            keys.first.insert(key.text, key.range);
        }
    }
}
