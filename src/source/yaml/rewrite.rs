//! A file that says something else, and is otherwise the same byte for byte: comments, order, quotation marks and line
//! ends stay.
//!
//! The value that is wanted is laid beside the nodes of the file, and only the bytes of what differs are replaced. The
//! result is read again: it must say exactly what is wanted, or nothing is changed.

use std::ops::Range;

use super::node::{self, Key, Node, NodeKind};
use super::texts;
use super::value::Value;
use super::write::{self, STEP, YamlStyle};
use crate::diagnostic::{Edit, Message, spliced};
use crate::say;
use crate::value::RelPath;

/// Returns the text of a file that says what is wanted.
///
/// # Errors
/// If the file cannot be read, or is written in a way that cannot be changed without judgement.
pub fn rewritten(path: &RelPath, text: &str, wanted: &Value) -> Result<String, Message> {
    let Some(root) = whole(path, text) else {
        return Err(say!(
            "{path} 读不懂，不能自动修改；请先运行 gongkai check，改正它指出的问题",
            "{path} cannot be read and is not changed: run `gongkai check` and fix what it names first"
        ));
    };
    let mut rewriter = Rewriter { text, style: style(text, &root), edits: Vec::new() };
    let slot = ValueSlot { after: root.range().start, column: 0, kind: SlotKind::Root, is_flow: false };
    let changed = rewriter.node(slot, &root, wanted).map(|()| {
        rewriter.edits.sort_by_key(|edit| edit.start);
        spliced(text, &rewriter.edits)
    });
    changed.filter(|changed| whole(path, changed).is_some_and(|root| Value::of(&root) == *wanted)).ok_or_else(|| {
        say!(
            "{path} 的写法不能自动修改，没有写入；请手工修改这个文件",
            "{path} is written in a way that cannot be changed automatically; nothing was written: edit the file by hand"
        )
    })
}

/// Returns a value as a file of its own.
pub fn written_anew(value: &Value) -> String {
    let style = YamlStyle { ending: "\n", list_indent: STEP };
    match value {
        Value::Map(entries) if !entries.is_empty() => style.entries(entries, 0),
        Value::List(items) if !items.is_empty() => items.iter().map(|item| style.entry("-", item, 0)).collect(),
        value => format!("{}\n", write::flow(value, "")),
    }
}

/// Returns what a file says.
pub fn value(path: &RelPath, text: &str) -> Option<Value> {
    whole(path, text).as_ref().map(Value::of)
}

/// Returns what a file says as its author means it: without the spaces of lines that are folded, as records are read.
pub fn meant(path: &RelPath, text: &str) -> Option<Value> {
    let mut root = whole(path, text)?;
    texts::settle(&mut root, text);
    Some(Value::of(&root))
}

/// Returns the nodes of a file with which nothing is wrong.
fn whole(path: &RelPath, text: &str) -> Option<Node> {
    let parsed = node::parse(path, text);
    parsed.root.filter(|_| parsed.found.is_empty())
}

fn style(text: &str, root: &Node) -> YamlStyle {
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

/// Where a value stands.
#[derive(Clone, Copy)]
struct ValueSlot {
    /// After the colon of its key, or where an item begins.
    after: usize,
    /// The column of its key or its dash.
    column: usize,
    kind: SlotKind,
    is_flow: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum SlotKind {
    /// The whole file.
    Root,
    /// After a key.
    Key,
    /// After a dash.
    Item,
}

struct Rewriter<'a> {
    text: &'a str,
    style: YamlStyle,
    /// In the order of the file.
    edits: Vec<Edit>,
}

/// Every step gives nothing where the way in which the file is written does not allow it.
impl Rewriter<'_> {
    fn node(&mut self, slot: ValueSlot, node: &Node, wanted: &Value) -> Option<()> {
        if Value::of(node) == *wanted {
            return Some(());
        }
        match (&node.kind, wanted) {
            (NodeKind::Mapping(old), Value::Map(new)) if old.iter().any(|(key, _)| has(new, &key.text)) => {
                self.map(node, old, new, slot.is_flow)
            }
            (NodeKind::Sequence(old), Value::List(new)) if !old.is_empty() && !new.is_empty() => {
                self.list(node, old, new, slot.is_flow)
            }
            (NodeKind::Scalar { text, .. }, Value::Text(new)) if !text.is_empty() && self.is_block(node) => {
                self.block(slot, node, new)
            }
            _ => self.whole(slot, node, wanted),
        }
    }

    fn map(&mut self, node: &Node, old: &[(Key, Node)], new: &[(String, Value)], is_flow: bool) -> Option<()> {
        let is_flow = is_flow || self.is_flow(node);
        let stays = |(key, _): &(Key, Node)| has(new, &key.text);
        let first = &old.first()?.0;
        let column = self.column(first.range.start);
        let added = |after: Option<&str>| {
            let from = after.map_or(0, |after| new.iter().position(|(key, _)| key == after).map_or(0, |at| at + 1));
            let is_new = |(key, _): &&(String, Value)| !old.iter().any(|(known, _)| known.text == *key);
            new[from..].iter().take_while(is_new).cloned().collect::<Vec<_>>()
        };
        self.put_before(first.range.start, &added(None), column, is_flow);
        let removed = self.remove_beginning(old, old.iter().position(stays)?, is_flow)?;
        let tail = old.iter().rposition(stays)? + 1;
        for (at, (key, node)) in old.iter().enumerate().skip(removed) {
            let after = self.after(key)?;
            if let Some((_, value)) = new.iter().find(|(name, _)| *name == key.text) {
                self.node(ValueSlot { after, column, kind: SlotKind::Key, is_flow }, node, value)?;
                self.put_after(self.end(after, node), &added(Some(&key.text)), column, is_flow);
            } else if is_flow && at + 1 < old.len() && at < tail {
                self.cut(key.range.start..old[at + 1].0.range.start)?;
            } else if !is_flow {
                self.remove_lines(key.range.start..self.end(after, node));
            }
        }
        if is_flow && tail < old.len() {
            let [(kept, kept_node), (last, last_node)] = [&old[tail - 1], &old[old.len() - 1]];
            self.cut(self.end(self.after(kept)?, kept_node)..self.end(self.after(last)?, last_node))?;
        }
        Some(())
    }

    /// Removes the first keys of an item, which stand after its dash: the first that stays takes their place. Returns
    /// how many they are.
    fn remove_beginning(&mut self, old: &[(Key, Node)], next: usize, is_flow: bool) -> Option<usize> {
        let first = old.first()?.0.range.start;
        if is_flow || next == 0 || self.begins_line(first) {
            return Some(0);
        }
        let range = first..old[next].0.range.start;
        let has_comment = self.text[range.clone()].lines().any(|line| line.trim_start().starts_with('#'));
        self.edits.push(Edit::replace(range, ""));
        (!has_comment).then_some(next)
    }

    fn put_before(&mut self, at: usize, entries: &[(String, Value)], column: usize, is_flow: bool) {
        if entries.is_empty() {
            return;
        }
        if !is_flow {
            return self.put_lines_before(at, &self.style.entries(entries, column), column);
        }
        let text = |(key, value): &(String, Value)| format!("{}: {}, ", write::key(key), write::flow_part(value));
        self.edits.push(Edit::insert(at, entries.iter().map(text).collect::<String>()));
    }

    /// Puts lines in before a key or a dash.
    fn put_lines_before(&mut self, at: usize, lines: &str, column: usize) {
        let edit = if self.begins_line(at) {
            Edit::insert(self.line_start(at), lines)
        } else {
            Edit::insert(at, format!("{}{}", lines.trim_start_matches(' '), " ".repeat(column)))
        };
        self.edits.push(edit);
    }

    fn put_after(&mut self, end: usize, entries: &[(String, Value)], column: usize, is_flow: bool) {
        if entries.is_empty() {
            return;
        }
        if is_flow {
            let text: String = entries
                .iter()
                .map(|(key, value)| format!(", {}: {}", write::key(key), write::flow_part(value)))
                .collect();
            self.edits.push(Edit::insert(end, text));
        } else {
            self.put_lines(end, &self.style.entries(entries, column));
        }
    }

    fn list(&mut self, node: &Node, old: &[Node], new: &[Value], is_flow: bool) -> Option<()> {
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

    /// Writes the text of a block again, in its style.
    fn block(&mut self, slot: ValueSlot, node: &Node, new: &str) -> Option<()> {
        if !write::fits_block(new) {
            return self.whole(slot, node, &Value::text(new));
        }
        let (range, written) = (node.range(), &self.text[node.range()]);
        let is_folded = written.starts_with('>') && !new.contains("\n ") && !new.contains("\n\t");
        let mark = written.split_whitespace().next()?;
        let body = self.line_end(range.start);
        let indent = self.text.get(body..range.end).and_then(|body| {
            body.lines()
                .find(|line| !line.trim().is_empty())
                .map(|line| line.len() - line.trim_start_matches(' ').len())
        });
        let lines = if is_folded { folded(new) } else { new.to_owned() };
        let lines = self.style.literal(&lines, indent.unwrap_or(slot.column + STEP));
        let header = write::header(if is_folded { '>' } else { '|' }, new);
        if mark != header {
            self.edits.push(Edit::replace(range.start..range.start + mark.len(), header));
        }
        let end = self.line_end(range.end);
        let is_open = end == self.text.len() && !self.text.ends_with('\n');
        let lines = if is_open { lines.trim_end_matches(['\r', '\n']) } else { &lines };
        self.edits.push(Edit::replace(body..end, lines));
        Some(())
    }

    /// Replaces a value by one of another kind.
    fn whole(&mut self, slot: ValueSlot, node: &Node, wanted: &Value) -> Option<()> {
        let is_nothing = self.is_nothing(node);
        let (start, gap) = if is_nothing { (slot.after, " ") } else { (node.range().start, "") };
        let range = start..self.end(slot.after, node).max(start);
        let old = if is_nothing { "" } else { &self.text[node.range()] };
        let is_word = matches!(wanted, Value::Text(_) | Value::Plain(_)) || wanted.is_empty();
        let is_below = slot.kind == SlotKind::Key && self.line_start(start) != self.line_start(slot.after);
        let fits = |text: &str| write::is_literal(text) && !old.starts_with('"') && !is_below;
        let is_long = matches!(wanted, Value::Text(text) if fits(text));
        if slot.is_flow {
            let written = if is_word { write::scalar(wanted, old, true) } else { write::flow_part(wanted) };
            self.edits.push(Edit::replace(range, format!("{gap}{written}")));
        } else if is_word && !is_long && is_below {
            // Lines below the key become a word after it.
            self.edits.push(Edit::insert(slot.after, format!(" {}", write::flow(wanted, ""))));
            self.remove_lines(range);
        } else if is_word && !is_long {
            self.edits.push(Edit::replace(range, format!("{gap}{}", write::flow(wanted, old))));
        } else if slot.kind == SlotKind::Key {
            self.lines_below(slot, range, wanted)?;
        } else {
            let lines = match (slot.kind, wanted) {
                (SlotKind::Root, Value::Map(entries)) => self.style.entries(entries, 0),
                _ => self.style.entry("-", wanted, slot.column),
            };
            let lines = if slot.kind == SlotKind::Root { &*lines } else { lines.trim_start().strip_prefix("- ")? };
            let (first, rest) = lines.split_once('\n')?;
            let end = range.end;
            self.edits.push(Edit::replace(range, format!("{gap}{}", first.trim_end_matches('\r'))));
            self.put_lines(end, rest);
        }
        Some(())
    }

    /// Replaces the value of a key by one that stands in the lines below it, or in brackets after it.
    fn lines_below(&mut self, slot: ValueSlot, range: Range<usize>, wanted: &Value) -> Option<()> {
        let lines = self.style.entry("", wanted, slot.column);
        let (first, rest) = lines.split_once('\n')?;
        let first = first.trim();
        let head = if first.is_empty() { String::new() } else { format!(" {first}") };
        if self.line_start(range.start) == self.line_start(slot.after) {
            self.edits.push(Edit::replace(slot.after..range.end, head));
            self.put_lines(range.end, rest);
        } else {
            self.edits.push(Edit::insert(slot.after, head));
            self.remove_lines(range.clone());
            self.put_lines(range.end, rest);
        }
        Some(())
    }

    /// Puts lines in after the line that something ends in.
    fn put_lines(&mut self, end: usize, lines: &str) {
        if lines.is_empty() {
            return;
        }
        let at = self.line_end(end);
        let is_open = at == self.text.len() && !self.text.ends_with('\n');
        let text = if is_open {
            format!("{}{}", self.style.ending, lines.trim_end_matches(['\r', '\n']))
        } else {
            lines.to_owned()
        };
        self.edits.push(Edit::insert(at, text));
    }

    fn remove_lines(&mut self, range: Range<usize>) {
        let range = self.line_start(range.start)..self.line_end(range.end);
        self.edits.push(Edit::replace(range, ""));
    }

    /// Removes a part of a list or a map within brackets, unless a comment would go with it.
    fn cut(&mut self, range: Range<usize>) -> Option<()> {
        let is_commented = self.text[range.clone()].lines().skip(1).any(|line| line.contains('#'));
        self.edits.push(Edit::replace(range, ""));
        (!is_commented).then_some(())
    }

    /// Returns where a value ends: what is nothing ends after its key, lines below a key with the last of them.
    fn end(&self, after: usize, node: &Node) -> usize {
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

    /// Returns whether the blank lines behind a block belong to it: `|+`.
    fn keeps_blank_lines(&self, node: &Node) -> bool {
        let header = self.text[node.range()].lines().next().unwrap_or_default();
        self.is_block(node) && header.split('#').next().is_some_and(|header| header.contains('+'))
    }

    /// After the colon of a key.
    fn after(&self, key: &Key) -> Option<usize> {
        let rest = &self.text[key.range.end..];
        let colon = rest.trim_start_matches(' ');
        colon.starts_with(':').then(|| key.range.end + rest.len() - colon.len() + 1)
    }

    fn is_flow(&self, node: &Node) -> bool {
        is_flow(self.text, node)
    }

    /// Returns whether no sign stands for a value.
    fn is_nothing(&self, node: &Node) -> bool {
        matches!(&node.kind, NodeKind::Scalar { plain: true, .. }) && self.text[node.range()].trim().is_empty()
    }

    fn is_block(&self, node: &Node) -> bool {
        let is_plain = matches!(node.kind, NodeKind::Scalar { plain: true, .. });
        !is_plain && self.text[node.range()].starts_with(['|', '>'])
    }

    fn column(&self, at: usize) -> usize {
        column(self.text, at)
    }

    fn begins_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].bytes().all(|b| b == b' ')
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length + 1)
    }
}

fn has(entries: &[(String, Value)], key: &str) -> bool {
    entries.iter().any(|(name, _)| name == key)
}

/// Returns whether a collection stands within brackets. One in lines may begin with its first item, which may.
fn is_flow(text: &str, node: &Node) -> bool {
    let begins = |mark| text[node.range()].starts_with(mark);
    match &node.kind {
        NodeKind::Sequence(items) => {
            begins('[') && items.first().is_none_or(|item| item.range().start > node.range().start)
        }
        NodeKind::Mapping(_) => begins('{'),
        NodeKind::Scalar { .. } => false,
    }
}

fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Returns the dash before an item.
fn dash(text: &str, item: &Node) -> Option<usize> {
    let before = text[..item.range().start].trim_end_matches([' ', '\n', '\r']);
    before.ends_with('-').then(|| before.len() - 1)
}

/// Returns a text for a folded block: a break is written as two.
fn folded(text: &str) -> String {
    let end = text.trim_end_matches('\n').len();
    let mut lines = String::new();
    let mut rest = &text[..end];
    while let Some(at) = rest.find('\n') {
        let breaks = rest[at..].len() - rest[at..].trim_start_matches('\n').len();
        lines += &rest[..at];
        lines += &"\n".repeat(breaks + 1);
        rest = &rest[at + breaks..];
    }
    lines + rest + &text[end..]
}

#[cfg(test)]
mod tests;
