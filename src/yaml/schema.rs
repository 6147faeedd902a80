//! The schema of a record type, and the comparison of a file with it.
//!
//! Editors complete and check by the same schema (`gongkai schema`), so an editor and `gongkai check` cannot disagree about shape.
//! Of JSON Schema this knows the part that schemars writes for our records, and no more.

use std::ops::Range;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::node::{Key, Kind, Node};
use crate::diagnostic::{Diagnostic, Place, Text, nearest};
use crate::say;
use crate::value::{Date, DateError, Decimal, RelPath, is_id};

/// The JSON Schema (draft 7) of a record type.
#[derive(Clone, Debug)]
pub struct Schema {
    root: Value,
}

impl Schema {
    /// The schema of a type, generated from its Rust definition.
    pub fn of<T: JsonSchema>() -> Schema {
        let generator = SchemaSettings::draft07().into_generator();
        Schema { root: generator.into_root_schema_for::<T>().to_value() }
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
        let mut comparison = Comparison { root: &self.root, path, found: Vec::new() };
        comparison.node(node, &self.root, None);
        comparison.found
    }
}

struct Comparison<'a> {
    root: &'a Value,
    path: &'a RelPath,
    found: Vec<Diagnostic>,
}

impl<'a> Comparison<'a> {
    /// Compares a node with a schema; `key` is the key it is the value of.
    fn node(&mut self, node: &Node, schema: &'a Value, key: Option<&str>) {
        let schema = self.resolved(schema);
        if let Some(alternatives) = schema["anyOf"].as_array() {
            let nullable = alternatives.iter().any(|s| s["type"] == "null");
            if !(nullable && node.is_null())
                && let Some(other) = alternatives.iter().find(|s| s["type"] != "null")
            {
                self.node(node, other, key);
            }
            return;
        }
        if schema["type"].is_null() && words(schema).is_none() {
            return;
        }
        if allows(schema, "null") && node.is_null() {
            return;
        }
        if let Some(words) = words(schema) {
            return self.word(node, &words, key);
        }
        match &node.kind {
            _ if node.is_null() => self.nothing(node, key),
            Kind::Mapping(entries) if allows(schema, "object") => self.mapping(node, entries, schema),
            Kind::Sequence(items) if allows(schema, "array") => {
                for item in items {
                    self.node(item, &schema["items"], key);
                }
            }
            Kind::Scalar { text, plain } => self.scalar(node, text, *plain, schema, key),
            _ => self.mismatch(node, schema, key),
        }
    }

    /// The schema itself, or the one it refers to.
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let mut schema = schema;
        loop {
            let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
            match reference.and_then(|r| self.root.pointer(r.trim_start_matches('#'))) {
                Some(target) => schema = target,
                None => return schema,
            }
        }
    }

    fn mapping(&mut self, node: &Node, entries: &[(Key, Node)], schema: &'a Value) {
        let properties = schema["properties"].as_object();
        for (key, value) in entries {
            match (properties.and_then(|p| p.get(&key.text)), &schema["additionalProperties"]) {
                (Some(property), _) => self.node(value, property, Some(&key.text)),
                (None, Value::Bool(false)) => self.unknown(key, properties),
                (None, Value::Object(_)) => self.node(value, &schema["additionalProperties"], Some(&key.text)),
                (None, _) => {}
            }
        }
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !entries.iter().any(|(key, _)| key.text == required) {
                self.missing(node, required, properties);
            }
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, schema: &'a Value, key: Option<&str>) {
        match schema["format"].as_str() {
            Some("gongkai-date") => self.date(node, text, key),
            Some("gongkai-decimal") if text.parse::<Decimal>().is_err() => self.wrong(
                node,
                key,
                say!("“{text}”不是数值", "`{text}` is not a number"),
                say!(
                    "请写成 1476000 或 74.137：不带千分号、单位和“万”“亿”",
                    "write 1476000 or 74.137: no separators, no unit, no “million”"
                ),
            ),
            Some("gongkai-id") if !is_id(text) => self.wrong(
                node,
                key,
                say!("“{text}”不能用作标识", "`{text}` cannot be an id"),
                say!("标识只用小写英文字母、数字和连字符", "an id has lower-case letters, digits and hyphens only"),
            ),
            Some("gongkai-lang") if !(2..=3).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_lowercase()) => self.wrong(
                node,
                key,
                say!("“{text}”不是语言代码", "`{text}` is not a language code"),
                say!("请写 zh、en 这样的代码", "write a code such as zh or en"),
            ),
            Some(format) if format.starts_with("gongkai-") => {}
            _ if allows(schema, "string") => {}
            _ if allows(schema, "integer") => self.integer(node, text, plain, schema, key),
            _ if allows(schema, "boolean") && plain && ["true", "false"].contains(&text) => {}
            _ => self.mismatch(node, schema, key),
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

    fn integer(&mut self, node: &Node, text: &str, plain: bool, schema: &Value, key: Option<&str>) {
        let number = text.parse::<i64>().ok().filter(|_| plain);
        let (least, most) = (schema["minimum"].as_i64().unwrap_or(i64::MIN), schema["maximum"].as_i64().unwrap_or(i64::MAX));
        if !number.is_some_and(|n| (least..=most).contains(&n)) {
            self.wrong(
                node,
                key,
                say!("“{text}”不是这里可用的整数", "`{text}` is not a whole number that can stand here"),
                say!("请写阿拉伯数字，不带引号，如 26", "write plain digits without quotes, such as 26"),
            );
        }
    }

    fn word(&mut self, node: &Node, words: &[&str], key: Option<&str>) {
        let list = words.join("、");
        let listed = words.join(", ");
        match &node.kind {
            Kind::Scalar { text, .. } if words.contains(&text.as_str()) => {}
            Kind::Scalar { text, .. } => {
                let help = match nearest(text, words.iter().copied()) {
                    Some(word) => say!("是不是“{word}”？可用的有：{list}", "did you mean `{word}`? one of: {listed}"),
                    None => say!("可用的有：{list}", "one of: {listed}"),
                };
                self.wrong(node, key, say!("“{text}”不是这里可用的词", "`{text}` is not a word that can stand here"), help);
            }
            _ => self.wrong(node, key, say!("这里要写一个词", "one word is expected here"), say!("可用的有：{list}", "one of: {listed}")),
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

    fn mismatch(&mut self, node: &Node, schema: &Value, key: Option<&str>) {
        let (message, help) = if schema["additionalProperties"].is_object() {
            (
                say!("这里要按语言分别写", "a text for each language is expected here"),
                say!("请写成 {{zh: 中文, en: English}} 的形式", "write {{zh: 中文, en: English}}"),
            )
        } else if allows(schema, "object") {
            (
                say!("这里要写若干个“键: 值”", "keys with values are expected here"),
                say!("请另起一行，缩进后逐行写“键: 值”", "begin a new line, indent, and write `key: value` lines"),
            )
        } else if allows(schema, "array") {
            (
                say!("这里要写一个列表", "a list is expected here"),
                say!("请每项一行、以“- ”开头，或写成 [甲, 乙]", "write one item a line beginning with `- `, or [a, b]"),
            )
        } else if allows(schema, "boolean") {
            (
                say!("这里要写 true 或 false", "`true` or `false` is expected here"),
                say!("请写 true 或 false，不带引号", "write `true` or `false` without quotes"),
            )
        } else {
            (
                say!("这里要写一段文字", "a text is expected here"),
                say!(
                    "请在冒号后直接写文字；含特殊符号时加引号",
                    "write the text after the colon; put it in quotes if it has special characters"
                ),
            )
        };
        self.wrong(node, key, message, help);
    }

    fn unknown(&mut self, key: &Key, properties: Option<&serde_json::Map<String, Value>>) {
        let name = &key.text;
        let known: Vec<&str> = properties.into_iter().flatten().map(|(k, _)| k.as_str()).collect();
        let (list, listed) = (known.join("、"), known.join(", "));
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!("这里可用的键有：{list}", "keys that can stand here: {listed}"),
        };
        self.found.push(
            Diagnostic::error("unknown-key", self.span(key.range.clone()), say!("没有“{name}”这个键", "there is no key `{name}`"))
                .help(help),
        );
    }

    fn missing(&mut self, node: &Node, name: &str, properties: Option<&serde_json::Map<String, Value>>) {
        let description = properties.and_then(|p| self.resolved_description(p.get(name)?)).unwrap_or_default();
        let start = node.range().start;
        let help = say!("请加上“{name}: …”。{description}", "add `{name}: …`. {description}");
        self.found.push(Diagnostic::error("missing-key", self.span(start..start), say!("缺少“{name}”", "`{name}` is missing")).help(help));
    }

    fn resolved_description(&self, schema: &Value) -> Option<String> {
        schema["description"].as_str().map(str::to_owned)
    }

    fn wrong(&mut self, node: &Node, key: Option<&str>, message: Text, help: Text) {
        let message = match key {
            Some(key) => Text { zh: format!("{key}：{}", message.zh), en: format!("{key}: {}", message.en) },
            None => message,
        };
        self.found.push(Diagnostic::error("wrong-value", self.span(node.range()), message).help(help));
    }

    fn span(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), range)
    }
}

/// Whether a schema lets a type in; one without types lets everything in.
fn allows(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::String(one) => one == kind,
        Value::Array(several) => several.iter().any(|t| t == kind),
        _ => false,
    }
}

/// The words of an enumeration, if the schema is one.
fn words(schema: &Value) -> Option<Vec<&str>> {
    if let Some(words) = schema["enum"].as_array() {
        return Some(words.iter().filter_map(Value::as_str).collect());
    }
    let each = schema["oneOf"].as_array()?;
    Some(each.iter().flat_map(|s| s["const"].as_str().or_else(|| s["enum"][0].as_str())).collect())
}
