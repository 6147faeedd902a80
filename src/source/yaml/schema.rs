//! The schema of a record type, and the comparison of a file with it.
//!
//! Editors complete and check by the same schema (`gongkai schema`), so an editor and `gongkai check` cannot disagree about shape.

use std::ops::Range;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::node::{Key, Node, NodeKind};
use super::shape::{Expected, Keys, Others, Scalar, Shape};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::{MISSING_KEY, UNKNOWN_KEY, UNKNOWN_LANGUAGE, WRONG_VALUE};
use crate::value::{Date, DateError, Decimal, Lang, RelPath, is_id};

/// The JSON Schema (draft 7) of a record type.
#[derive(Clone, Debug)]
pub struct Schema {
    root: Value,
    shape: Shape,
}

impl Schema {
    /// The schema of a type, generated from its Rust definition.
    pub fn of<T: JsonSchema>() -> Schema {
        let generator = SchemaSettings::draft07().into_generator();
        let root = generator.into_root_schema_for::<T>().to_value();
        Schema { shape: Shape::of(&root, &root), root }
    }

    /// The schema as JSON.
    pub fn json(&self) -> &Value {
        &self.root
    }

    /// The schema as a file of its own.
    pub fn printed(&self) -> String {
        format!("{:#}\n", self.root)
    }

    /// Every difference between a file and the schema.
    pub fn check(&self, path: &RelPath, node: &Node) -> Vec<Diagnostic> {
        let mut comparison = Comparison { path, found: Vec::new() };
        comparison.node(node, &self.shape, None);
        comparison.found
    }
}

struct Comparison<'a> {
    path: &'a RelPath,
    found: Vec<Diagnostic>,
}

impl Comparison<'_> {
    /// Compares a node with what is expected; `key` is the key it is the value of.
    fn node(&mut self, node: &Node, shape: &Shape, key: Option<&str>) {
        if shape.may_be_nothing && node.is_null() {
            return;
        }
        match (&shape.expected, &node.kind) {
            (Expected::Anything, _) => {}
            (Expected::Word(words), _) => self.word(node, words, key),
            _ if node.is_null() => self.nothing(node, key),
            (Expected::Keys(keys), NodeKind::Mapping(entries)) => self.mapping(node, entries, keys),
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

    fn no_language(&mut self, key: &Key) {
        let name = &key.text;
        let place = self.span(key.range.clone());
        let message = say!("“{name}”不是语言代码", "`{name}` is not a language code");
        let help = say!("请写 zh、en 这样的代码", "write a code such as zh or en");
        self.found.push(Diagnostic::of(UNKNOWN_LANGUAGE, place, message).help(help));
    }

    fn mapping(&mut self, node: &Node, entries: &[(Key, Node)], keys: &Keys) {
        for (key, value) in entries {
            match (keys.known.iter().find(|known| known.name == key.text), &keys.others) {
                (Some(known), _) => self.node(value, &known.shape, Some(&key.text)),
                (None, Others::None) => self.unknown(key, keys),
                (None, Others::Each(shape)) => self.node(value, shape, Some(&key.text)),
                (None, Others::EachLanguage(_)) if Lang::of(&key.text).is_none() => self.no_language(key),
                (None, Others::EachLanguage(shape)) => self.node(value, shape, Some(&key.text)),
                (None, Others::Anything) => {}
            }
        }
        for required in &keys.required {
            if !entries.iter().any(|(key, _)| key.text == *required) {
                self.missing(node, required, keys);
            }
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, expected: Scalar, key: Option<&str>) {
        match expected {
            Scalar::Date => self.date(node, text, key),
            Scalar::Decimal if text.parse::<Decimal>().is_err() => self.wrong(
                node,
                key,
                say!("“{text}”不是数值", "`{text}` is not a number"),
                say!(
                    "请写成 1476000 或 74.137：不带千分位逗号、单位和“万”“亿”",
                    "write 1476000 or 74.137: no separators, no unit, no “million”"
                ),
            ),
            Scalar::Id if !is_id(text) => self.wrong(
                node,
                key,
                say!("“{text}”不能用作标识", "`{text}` cannot be an id"),
                say!("标识只用小写英文字母、数字和连字符", "an id has lower-case letters, digits and hyphens only"),
            ),
            Scalar::Lang if Lang::of(text).is_none() => self.wrong(
                node,
                key,
                say!("“{text}”不是语言代码", "`{text}` is not a language code"),
                say!("请写 zh、en 这样的代码", "write a code such as zh or en"),
            ),
            Scalar::Integer(least, most) if !text.parse().is_ok_and(|n: i64| plain && (least..=most).contains(&n)) => {
                self.wrong(
                    node,
                    key,
                    say!("“{text}”不是这里可用的整数", "`{text}` is not a whole number that can stand here"),
                    say!("请写阿拉伯数字，不带引号，如 26", "write plain digits without quotes, such as 26"),
                )
            }
            Scalar::Boolean if !(plain && ["true", "false"].contains(&text)) => {
                self.mismatch(node, &Expected::Scalar(expected), key)
            }
            _ => {}
        }
    }

    fn date(&mut self, node: &Node, text: &str, key: Option<&str>) {
        let message = match text.parse::<Date>() {
            Ok(_) => return,
            Err(DateError::Form) => say!("“{text}”不是日期", "`{text}` is not a date"),
            Err(DateError::Month(month)) => say!("“{text}”：没有 {month} 月", "`{text}`: there is no month {month}"),
            Err(DateError::Day(last)) => say!("“{text}”：这个月只有 {last} 天", "`{text}`: that month has {last} days"),
        };
        self.wrong(node, key, message, say!("请写成 2021、2021-12 或 2021-12-31", "write 2021, 2021-12 or 2021-12-31"));
    }

    fn word(&mut self, node: &Node, words: &[String], key: Option<&str>) {
        let list = words.join("、");
        let listed = words.join(", ");
        match &node.kind {
            NodeKind::Scalar { text, .. } if words.contains(text) => {}
            NodeKind::Scalar { text, .. } => {
                let help = match nearest(text, words.iter().map(String::as_str)) {
                    Some(word) => say!("是不是“{word}”？可用的有：{list}", "did you mean `{word}`? one of: {listed}"),
                    None => say!("可用的有：{list}", "one of: {listed}"),
                };
                self.wrong(
                    node,
                    key,
                    say!("“{text}”不是这里可用的词", "`{text}` is not a word that can stand here"),
                    help,
                );
            }
            _ => self.wrong(
                node,
                key,
                say!("这里要写一个词", "one word is expected here"),
                say!("可用的有：{list}", "one of: {listed}"),
            ),
        }
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
        let (message, help) = match expected {
            Expected::Keys(Keys { others: Others::EachLanguage(_), .. }) => (
                say!("这里要按语言分别写", "a text for each language is expected here"),
                say!("请写成 {{zh: 中文, en: English}} 的形式", "write {{zh: 中文, en: English}}"),
            ),
            Expected::Keys(_) => (
                say!("这里要写若干个“键: 值”", "keys with values are expected here"),
                say!("请另起一行，缩进后逐行写“键: 值”", "begin a new line, indent, and write `key: value` lines"),
            ),
            Expected::List(..) => (
                say!("这里要写一个列表", "a list is expected here"),
                say!("请每项一行、以“- ”开头，或写成 [甲, 乙]", "write one item a line beginning with `- `, or [a, b]"),
            ),
            Expected::Scalar(Scalar::Boolean) => (
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

    fn unknown(&mut self, key: &Key, keys: &Keys) {
        let name = &key.text;
        let known: Vec<&str> = keys.known.iter().map(|known| known.name.as_str()).collect();
        let (list, listed) = (known.join("、"), known.join(", "));
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!("这里可用的键有：{list}", "keys that can stand here: {listed}"),
        };
        self.found.push(
            Diagnostic::of(
                UNKNOWN_KEY,
                self.span(key.range.clone()),
                say!("没有“{name}”这个键", "there is no key `{name}`"),
            )
            .help(help),
        );
    }

    fn missing(&mut self, node: &Node, name: &str, keys: &Keys) {
        let description = keys.known.iter().find(|known| known.name == name).map_or("", |known| &known.description);
        let start = node.range().start;
        let help = say!("请加上“{name}: …”。{description}", "add `{name}: …`. {description}");
        self.found.push(
            Diagnostic::of(MISSING_KEY, self.span(start..start), say!("缺少“{name}”", "`{name}` is missing"))
                .help(help),
        );
    }

    fn wrong(&mut self, node: &Node, key: Option<&str>, message: Message, help: Message) {
        let message = match key {
            Some(key) => Message { zh: format!("{key}：{}", message.zh), en: format!("{key}: {}", message.en) },
            None => message,
        };
        self.found.push(Diagnostic::of(WRONG_VALUE, self.span(node.range()), message).help(help));
    }

    fn span(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), range)
    }
}
