//! The words of a theme compared with those that pages ask for: a key that nothing asks for changes nothing, and a
//! placeholder that nothing fills is published as it stands.
//!
//! What pages ask for is what the built-in theme and the layers beyond have, in whatever language, and what a template
//! names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::built_in::BUILT_IN_FILES;
use super::{BUILT_IN, FOLDER, MESSAGE_PLACEHOLDER, UNKNOWN_MESSAGE};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::yaml::{self, Key, Node, NodeKind};
use crate::source::{SourceTree, WRONG_VALUE};
use crate::text::locale::placeholders;
use crate::value::RelPath;

/// The parts of a file whose keys are known by what the built-in files have.
const CLOSED: [&str; 2] = ["text", "approximations"];

/// The parts of a file with patterns.
const PATTERNS: [&str; 4] = ["text", "approximations", "numbers", "dates"];

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

/// The forms of a message that may do without the number: it is in the word.
const SMALL_FORMS: [&str; 3] = ["zero", "one", "two"];

/// What one message may hold.
#[derive(Clone, Default)]
struct MessageParts {
    placeholders: BTreeSet<String>,
    /// What every file has.
    figures: Option<BTreeSet<&'static str>>,
}

/// What is asked for: messages by their keys, and the groups that they are in.
#[derive(Clone, Default)]
struct ReferenceMessages {
    messages: BTreeMap<String, MessageParts>,
    groups: BTreeSet<String>,
}

/// What the built-in theme asks for, which never changes.
static BUILT_IN_WORDS: LazyLock<ReferenceMessages> = LazyLock::new(ReferenceMessages::built_in);

/// Compares every file of messages with what pages ask for. Returns the keys that nothing asks for.
pub(super) fn check(
    tree: &SourceTree,
    layers: &[String],
    templates: &[(String, String)],
    found: &mut Vec<Diagnostic>,
) -> BTreeSet<String> {
    let mut unknown = BTreeSet::new();
    let own = layers.iter().rev().map(|layer| own_files(tree, layer));
    let own: Vec<Vec<&RelPath>> = own.filter(|files| !files.is_empty()).collect();
    if own.is_empty() {
        return unknown;
    }
    let mut reference = BUILT_IN_WORDS.clone();
    for files in own {
        let read = |path: &RelPath| Some((tree.text(path.as_str())?, yaml::node(tree, path)?));
        let files: Vec<_> =
            files.into_iter().filter_map(|path| read(path).map(|(text, node)| (path, text, node))).collect();
        for (path, text, node) in &files {
            let mut file = MessagesFile { path, text, templates, reference: &reference, found, unknown: &mut unknown };
            file.parts(node);
        }
        files.iter().for_each(|(_, _, node)| reference.add(node));
    }
    unknown
}

/// Returns the files of messages of a layer that are not as the built-in theme has them.
fn own_files<'a>(tree: &'a SourceTree, layer: &str) -> Vec<&'a RelPath> {
    let folder = format!("{FOLDER}/{layer}/messages");
    tree.under(&folder).filter(|path| layer != BUILT_IN || !is_as_built(tree, path)).collect()
}

fn is_as_built(tree: &SourceTree, path: &RelPath) -> bool {
    let name = path.as_str().strip_prefix(&format!("{FOLDER}/{BUILT_IN}/")).unwrap_or_default();
    BUILT_IN_FILES.get_file(name).is_some_and(|file| tree.bytes(path.as_str()) == Some(file.contents()))
}

impl ReferenceMessages {
    fn built_in() -> ReferenceMessages {
        let mut reference = ReferenceMessages::default();
        let files = BUILT_IN_FILES.get_dir("messages").into_iter().flat_map(|folder| folder.files());
        for file in files {
            let path = RelPath::of(format!("{FOLDER}/{BUILT_IN}/{}", file.path().to_string_lossy()));
            let tree = SourceTree::of([(path.as_str(), file.contents())]);
            yaml::node(&tree, &path).iter().for_each(|node| reference.add(node));
        }
        reference
    }

    fn add(&mut self, file: &Node) {
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

    fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key) || self.groups.contains(key)
    }

    /// Returns the keys of a group.
    fn in_group<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a str> {
        let keys = self.messages.keys().chain(&self.groups);
        keys.filter_map(move |key| key.strip_prefix(group)?.strip_prefix('.')).filter(|key| !key.contains('.'))
    }
}

/// A form of a message: its name, its text and where it stands.
type MessageForm<'a> = (&'a str, &'a str, &'a Node);

/// Returns the forms of a message; none if a node is no message.
fn forms(node: &Node) -> Option<Vec<MessageForm<'_>>> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(vec![("", text, node)]),
        NodeKind::Mapping(entries) if node.child("other").is_some() => Some(entries.iter().filter_map(form).collect()),
        _ => None,
    }
}

fn form((key, node): &(Key, Node)) -> Option<MessageForm<'_>> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some((&key.text, text, node)),
        _ => None,
    }
}

/// Returns the figure that a placeholder stands for.
fn figure(placeholder: &str) -> Option<&'static str> {
    FIGURES.iter().find(|(name, _)| *name == placeholder).map(|(_, figure)| *figure)
}

/// One file of messages while it is looked at.
struct MessagesFile<'a> {
    path: &'a RelPath,
    text: &'a str,
    templates: &'a [(String, String)],
    reference: &'a ReferenceMessages,
    found: &'a mut Vec<Diagnostic>,
    unknown: &'a mut BTreeSet<String>,
}

impl MessagesFile<'_> {
    fn parts(&mut self, file: &Node) {
        for part in PATTERNS {
            file.child(part).iter().for_each(|(_, node)| self.node(part, node));
        }
    }

    fn node(&mut self, key: &str, node: &Node) {
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

    fn unknown_key(&mut self, key: &str, range: Range<usize>, inner: Option<&str>) {
        let shown = key.strip_prefix("text.").unwrap_or(key);
        let message = say!("没有页面用到用语“{shown}”", "no page asks for the message `{shown}`");
        let help = self.meant(key, inner);
        self.say(Diagnostic::of(UNKNOWN_MESSAGE, Place::span(self.path, range), message).help(help));
        self.unknown.insert(shown.to_owned());
    }

    /// Returns the key that is meant: one of the same group, one that ends in the same way, or the keys that exist.
    fn meant(&self, key: &str, inner: Option<&str>) -> Message {
        let (group, name) = key.rsplit_once('.').unwrap_or_default();
        let parts: Vec<&str> = key.split('.').skip(1).chain(inner).collect();
        let is_longer = |known: &&str| parts.iter().all(|part| known.split('.').any(|step| step == *part));
        let all = || self.reference.messages.keys().map(String::as_str);
        let near = nearest(name, self.reference.in_group(group)).map(|near| format!("{group}.{near}"));
        let near = near.or_else(|| all().find(is_longer).map(str::to_owned));
        match near.or_else(|| nearest(key, all()).map(str::to_owned)) {
            Some(near) => {
                let shown = near.strip_prefix("text.").unwrap_or(&near);
                let steps =
                    shown.split('.').collect::<Vec<_>>().join(": {") + ": …" + &"}".repeat(shown.matches('.').count());
                say!("是不是“{shown}”？写成 {steps}", "did you mean `{shown}`? Write {steps}")
            }
            None => {
                let known = self.reference.in_group(group).collect::<Vec<_>>().join(", ");
                let shown = key.strip_prefix("text.").unwrap_or(key);
                say!(
                    "请删去，或在模板里用 {{{{ t.{shown} }}}} 引用它；这一组有：{known}",
                    "remove it, or name it in a template: {{{{ t.{shown} }}}}; the keys of this group: {known}"
                )
            }
        }
    }

    fn unfilled(&mut self, node: &Node, name: &str, known: &MessageParts) {
        let range = node.range();
        let at = self.text[range.clone()].find(&format!("{{{name}}}"));
        let range = at.map_or(range.clone(), |at| range.start + at..range.start + at + name.len() + 2);
        let list = known.placeholders.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>();
        let (zh, en) = (list.join("、"), list.join(", "));
        let help = match nearest(name, known.placeholders.iter().map(String::as_str)) {
            Some(near) => say!("是不是 {{{near}}}？", "did you mean {{{near}}}?"),
            None if list.is_empty() => {
                say!("这一条没有可填的内容，请去掉花括号", "nothing is filled in here: remove the brackets")
            }
            None => say!("这一条里可用：{zh}", "this message may hold {en}"),
        };
        let message = say!(
            "“{{{name}}}”没有内容可填，会原样公布",
            "nothing fills `{{{name}}}`: it would be published as it stands"
        );
        self.say(Diagnostic::of(MESSAGE_PLACEHOLDER, Place::span(self.path, range), message).help(help));
    }

    fn lost_figure(&mut self, node: &Node, name: &str) {
        let message =
            say!("这一条少了 {{{name}}}，数字或日期会丢失", "{{{name}}} is missing: a figure or date would be lost");
        let help = say!("请在文字里写上 {{{name}}}", "write {{{name}}} where it belongs in the text");
        self.say(Diagnostic::of(MESSAGE_PLACEHOLDER, Place::span(self.path, node.range()), message).help(help));
    }

    fn no_text(&mut self, key: &str, node: &Node) {
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name}：这里要写一段文字", "{name}: a text is expected here");
        let written = self.text[node.range()].trim();
        let help = match written {
            "" | "~" | "null" => say!("请写上文字，或删去这个键", "write a text, or remove the key"),
            _ => say!("请加引号：\"{written}\"", "put it in quotes: \"{written}\""),
        };
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    fn not_a_group(&mut self, key: &str, node: &Node) {
        self.unknown.insert(key.strip_prefix("text.").unwrap_or(key).to_owned());
        let known = self.reference.in_group(key).collect::<Vec<_>>().join(", ");
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name} 是一组用语，不是一段文字", "{name} is a group of messages, not a text");
        let help = say!(
            "请写成 {name}: {{键: 文字}}；这一组的键有：{known}",
            "write {name}: {{key: text}}; the keys of the group: {known}"
        );
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    fn not_a_message(&mut self, key: &str, node: &Node) {
        self.unknown.insert(key.strip_prefix("text.").unwrap_or(key).to_owned());
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name} 是一段文字，不是一组用语", "{name} is a text, not a group of messages");
        let help = say!(
            "请写成 {name}: 文字；分单复数时写 {name}: {{one: …, other: …}}",
            "write {name}: text, or with plurals {name}: {{one: …, other: …}}"
        );
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    fn say(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }
}

/// Returns whether something is set in place of a placeholder. What a number rests on may be set wherever the number
/// is.
fn is_filled(name: &str, known: &MessageParts) -> bool {
    let is_known = |name: &str| known.placeholders.contains(name);
    is_known(name) || name.strip_suffix("_basis").is_some_and(is_known)
}

/// Returns the first key in a group.
fn first_key(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Mapping(entries) => entries.first().map(|(key, _)| key.text.as_str()),
        _ => None,
    }
}

/// Returns whether YAML reads a node as a text.
fn is_text(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar { text, plain: true } => {
            !node.is_null() && !["true", "false"].contains(&text.as_str()) && text.parse::<f64>().is_err()
        }
        _ => true,
    }
}
