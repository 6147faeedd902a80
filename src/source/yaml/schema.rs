//! The schema of a record type, and the comparison of a file with it.
//!
//! Editors complete and check by the same schema (`gongkai schema`), so an editor and `gongkai check` cannot disagree
//! about shape. `keys` says what is wrong with keys, `values` what with a date, a number or a word, `texts` what with a
//! text.

mod keys;
mod texts;
mod values;

use std::ops::Range;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::meant;
use super::node::{Key, Node, NodeKind};
use super::shape::{Expected, Keys, Others, Scalar, Shape};
use super::{short, texts as settling};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::{Lang, RelPath};

/// The JSON Schema (draft 7) of a record type.
#[derive(Clone, Debug)]
pub struct Schema {
    root: Value,
    shape: Shape,
}

impl Schema {
    /// Returns the schema of a type, generated from its Rust definition.
    pub fn of<T: JsonSchema>() -> Schema {
        let generator = SchemaSettings::draft07().into_generator();
        let mut root = generator.into_root_schema_for::<T>().to_value();
        let definitions = root.clone();
        allow_single(&mut root, &definitions);
        Schema { shape: Shape::of(&root, &root), root }
    }

    /// Returns the schema of a part: the same, and nothing must be there.
    pub(super) fn of_parts(&self) -> Schema {
        fn loosen(schema: &mut Value) {
            match schema {
                Value::Object(members) => {
                    members.remove("required");
                    members.values_mut().for_each(loosen);
                }
                Value::Array(members) => members.iter_mut().for_each(loosen),
                _ => {}
            }
        }
        let mut root = self.root.clone();
        loosen(&mut root);
        Schema { shape: Shape::of(&root, &root), root }
    }

    /// Returns the schema as JSON.
    pub fn json(&self) -> &Value {
        &self.root
    }

    /// Returns the schema as a file of its own.
    pub fn printed(&self) -> String {
        format!("{:#}\n", self.root)
    }

    /// Returns a diagnostic for every difference between a file and the schema.
    pub(super) fn check(&self, path: &RelPath, file: &str, node: &Node) -> Vec<Diagnostic> {
        self.compare(path, file, node, false)
    }

    /// Makes a record of a notice what its author means: texts without spaces at their ends, short forms long. Then
    /// every difference between it and the schema, texts looked at closely. `only` is the language of a notice that has
    /// one.
    pub(super) fn check_written(
        &self,
        path: &RelPath,
        file: &str,
        node: &mut Node,
        only: Option<Lang>,
    ) -> Vec<Diagnostic> {
        settling::settle(node, file);
        short::lengthen(node, &self.shape, only);
        self.compare(path, file, node, true)
    }

    fn compare(&self, path: &RelPath, file: &str, node: &Node, closely: bool) -> Vec<Diagnostic> {
        let mut comparison = Comparison { path, file, closely, found: Vec::new() };
        comparison.node(node, &self.shape, None);
        comparison.found
    }
}

/// A single text may stand where several may: editors accept what `check` accepts.
fn allow_single(schema: &mut Value, root: &Value) {
    let is_text = |items: &Value| {
        let items = items["$ref"].as_str().and_then(|to| root.pointer(to.trim_start_matches('#'))).unwrap_or(items);
        items["type"] == "string" || items["oneOf"][0]["type"] == "string"
    };
    if schema["type"] == "array" && is_text(&schema["items"]) {
        schema["type"] = serde_json::json!(["array", "string"]);
    }
    match schema {
        Value::Object(members) => members.values_mut().for_each(|member| allow_single(member, root)),
        Value::Array(members) => members.iter_mut().for_each(|member| allow_single(member, root)),
        _ => {}
    }
}

struct Comparison<'a> {
    path: &'a RelPath,
    file: &'a str,
    /// Whether texts are looked at closely: those of a notice, not those of a theme.
    closely: bool,
    found: Vec<Diagnostic>,
}

impl Comparison<'_> {
    /// Compares a node with what is expected; `key` is the key it is the value of.
    fn node(&mut self, node: &Node, shape: &Shape, key: Option<&str>) {
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

    fn nothing(&mut self, node: &Node, key: Option<&str>) {
        self.wrong(
            node,
            key,
            say!("这里没有写内容", "there is nothing here"),
            say!("请写上内容，或删去这个键", "write a value, or remove the key"),
        );
    }

    fn mismatch(&mut self, node: &Node, expected: &Expected, key: Option<&str>) {
        let written = match &node.kind {
            NodeKind::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        };
        let name = key.unwrap_or("title");
        let (message, help) = match (expected, written) {
            (Expected::Keys(Keys { others: Others::EachLanguage(_), .. }), Some(text)) => {
                self.languages(node, text, key);
                return;
            }
            (Expected::Keys(Keys { others: Others::EachLanguage(_), .. }), None) => (
                say!("这里要按语言分别写", "a text for each language is expected here"),
                say!("请写成 {{zh: 中文, en: English}} 的形式", "write {{zh: 中文, en: English}}"),
            ),
            (Expected::Keys(_), _) => (
                say!("这里要写若干个“键: 值”", "keys with values are expected here"),
                say!("请另起一行，缩进后逐行写“键: 值”", "begin a new line, indent, and write `key: value` lines"),
            ),
            (Expected::List(..), Some(text)) => {
                let list = meant::items(text).join(", ");
                (
                    say!("这里要写一个列表", "a list is expected here"),
                    say!(
                        "请写成 {name}: [{list}]，用半角方括号和半角逗号；或每项一行、以“- ”开头",
                        "write {name}: [{list}], or one item a line beginning with `- `"
                    ),
                )
            }
            (Expected::List(..), None) => (
                say!("这里要写一个列表", "a list is expected here"),
                say!("请每项一行、以“- ”开头，或写成 [甲, 乙]", "write one item a line beginning with `- `, or [a, b]"),
            ),
            (Expected::Scalar(Scalar::Boolean), _) => (
                say!("这里要写 true 或 false", "`true` or `false` is expected here"),
                say!("请写 true 或 false，不带引号", "write `true` or `false` without quotes"),
            ),
            _ => (
                say!("这里要写一段文字", "a text is expected here"),
                say!(
                    "请在冒号后直接写文字；含特殊符号时加引号",
                    "write the text after the colon; put it in quotes if it has special characters"
                ),
            ),
        };
        self.wrong(node, key, message, help);
    }

    fn wrong(&mut self, node: &Node, key: Option<&str>, message: Message, help: Message) {
        self.wrong_at(node.range(), key, message, help);
    }

    fn wrong_at(&mut self, range: Range<usize>, key: Option<&str>, message: Message, help: Message) {
        let message = match key {
            Some(key) => Message { zh: format!("{key}：{}", message.zh), en: format!("{key}: {}", message.en) },
            None => message,
        };
        self.found.push(Diagnostic::of(WRONG_VALUE, self.span(range), message).help(help));
    }

    fn span(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), range)
    }
}
