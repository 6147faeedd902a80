//! The fields of every record, generated from their schemas: Chinese word, whether it is required, form, meaning and an
//! example each.

mod table;

use serde_json::{Map, Value};

use super::either;
use crate::notice::content::Schemas;
use crate::value::Lang;

use table::{FILES, TABLE};

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordField {
    /// The file that the record belongs to, such as `notice.yaml`; parts of records belong to the first file that has
    /// them.
    pub file: &'static str,
    /// The record type, such as `NoticeRecord`.
    pub record: String,
    /// The key.
    pub key: String,
    /// The word that Chinese offices use for it.
    pub word: &'static str,
    /// An example, as a line of YAML.
    pub example: &'static str,
}

/// Returns every field of every record, by the schemas; one that the table of words does not have has no word and no
/// example.
pub fn fields() -> Vec<RecordField> {
    let schemas = Schemas::of_records();
    let mut fields = Vec::new();
    for record in records(schemas) {
        for key in record.keys() {
            let (word, example) = words(&record.name, key);
            fields.push(RecordField {
                file: record.file,
                record: record.name.clone(),
                key: key.clone(),
                word,
                example,
            });
        }
    }
    fields
}

/// Returns the part of the manual: each record, and each part of a record, with its fields.
pub(super) fn page(lang: Lang) -> String {
    let schemas = Schemas::of_records();
    let all = records(schemas);
    let mut text = String::new();
    for record in &all {
        let meaning = half(record.schema["description"].as_str().unwrap_or_default(), lang);
        let title = title(&record.name, lang);
        text.push_str(&match record.is_file {
            true => format!("\n## {title} · {}\n\n{meaning}\n\n", record.file),
            false => format!("\n### {title}\n\n{meaning}\n\n"),
        });
        text.extend(record.keys().map(|key| line(record, key, lang)));
    }
    text.trim_start().to_owned()
}

fn line(record: &RecordSchema<'_>, key: &str, lang: Lang) -> String {
    let schema = &record.schema["properties"][key];
    let is_required = record.schema["required"].as_array().is_some_and(|required| required.contains(&key.into()));
    let (word, example) = words(&record.name, key);
    let form = form(schema, record.root, lang);
    let meaning = half(schema["description"].as_str().unwrap_or_default(), lang);
    let meaning = if meaning.trim_end_matches('。') == word { "" } else { meaning };
    match lang.code() {
        "zh" => {
            let required = if is_required { "必填，" } else { "" };
            format!("- `{key}` {word}（{required}{form}）{meaning}\n  例：`{example}`\n")
        }
        _ => {
            let required = if is_required { "required, " } else { "" };
            format!("- `{key}` {word} ({required}{form}): {meaning}\n  Example: `{example}`\n")
        }
    }
}

/// A record, or a part of one, as its schema describes it.
struct RecordSchema<'a> {
    file: &'static str,
    is_file: bool,
    name: String,
    schema: &'a Value,
    root: &'a Value,
}

impl RecordSchema<'_> {
    fn keys(&self) -> impl Iterator<Item = &String> {
        self.schema["properties"].as_object().into_iter().flat_map(Map::keys)
    }
}

/// Returns every record type, each once: that of a file first, then its parts in the order of their keys.
fn records(schemas: &Schemas) -> Vec<RecordSchema<'_>> {
    let mut records: Vec<RecordSchema<'_>> = Vec::new();
    for (name, schema) in schemas.named() {
        let root = schema.json();
        let file = FILES.iter().find(|(known, _)| *known == name).map_or("", |(_, file)| file);
        let first = match root["items"]["$ref"].as_str() {
            Some(path) => (last(path), target(root, path)),
            None => (root["title"].as_str().unwrap_or_default(), root),
        };
        let mut waiting = vec![first];
        while let Some((name, schema)) = waiting.pop() {
            if records.iter().any(|record| record.name == name) {
                continue;
            }
            records.push(RecordSchema {
                file,
                is_file: std::ptr::eq(schema, first.1),
                name: name.to_owned(),
                schema,
                root,
            });
            let properties = schema["properties"].as_object();
            let parts = properties.into_iter().flat_map(Map::values).filter_map(|schema| part(schema, root));
            let mut parts: Vec<_> = parts.collect();
            parts.reverse();
            waiting.extend(parts);
        }
    }
    records
}

/// Returns the part of a record that a field holds, one or many of it.
pub(super) fn part<'a>(schema: &'a Value, root: &'a Value) -> Option<(&'a str, &'a Value)> {
    let schema = plain(forms(schema).into_iter().next().unwrap_or(schema));
    let path = schema["$ref"].as_str().or_else(|| plain(&schema["items"])["$ref"].as_str())?;
    let schema = target(root, path);
    schema["properties"].is_object().then(|| (last(path), schema))
}

/// Returns what a field may hold, in words.
fn form(schema: &Value, root: &Value, lang: Lang) -> String {
    if let [one, others @ ..] = &forms(schema)[..]
        && !others.is_empty()
    {
        let join = either(lang, "，或", ", or ");
        return others.iter().fold(form(one, root, lang), |text, other| text + join + &form(other, root, lang));
    }
    let schema = plain(schema);
    if let Some(path) = schema["$ref"].as_str() {
        let (name, schema) = (last(path), target(root, path));
        return match schema["properties"].is_object() {
            true => either(lang, "见“{}”", "see *{}*").replace("{}", title(name, lang)),
            false => form(schema, root, lang),
        };
    }
    if let Some(words) = alternatives(schema) {
        return words;
    }
    let allows = |kind: &str| {
        schema["type"] == kind || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&kind.into()))
    };
    match schema["format"].as_str() {
        Some("gongkai-date") => either(lang, "日期", "date").to_owned(),
        Some("gongkai-decimal") => either(lang, "数值", "number").to_owned(),
        Some("gongkai-id") => either(lang, "标识", "id").to_owned(),
        Some("gongkai-lang") => either(lang, "语言代码", "language code").to_owned(),
        _ if allows("array") => {
            either(lang, "列表，每项：{}", "list of: {}").replace("{}", &form(&schema["items"], root, lang))
        }
        _ if allows("object") => either(lang, "各语言文字", "text in each language").to_owned(),
        _ if allows("integer") => either(lang, "整数", "whole number").to_owned(),
        _ => either(lang, "文字", "text").to_owned(),
    }
}

/// Returns the words of which a field holds one.
fn alternatives(schema: &Value) -> Option<String> {
    let word = |schema: &Value| schema["const"].as_str().or_else(|| schema["enum"][0].as_str()).map(str::to_owned);
    let words: Vec<String> = match schema["enum"].as_array() {
        Some(words) => words.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        None => schema["oneOf"].as_array()?.iter().filter_map(word).collect(),
    };
    Some(words.join(" | "))
}

/// Returns the forms that a schema allows, without `null`.
fn forms(schema: &Value) -> Vec<&Value> {
    match schema["anyOf"].as_array() {
        Some(all) => all.iter().filter(|schema| schema["type"] != "null").flat_map(forms).collect(),
        None => vec![schema],
    }
}

/// Returns a schema without the alternative `null`.
fn plain(schema: &Value) -> &Value {
    let alternatives = ["anyOf", "allOf"].iter().find_map(|key| schema[*key].as_array());
    alternatives.and_then(|all| all.iter().find(|schema| schema["type"] != "null")).unwrap_or(schema)
}

fn target<'a>(root: &'a Value, path: &str) -> &'a Value {
    root.pointer(path.trim_start_matches('#')).unwrap_or(&Value::Null)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Descriptions are written in Chinese, then in English; this is one half.
pub(super) fn half(description: &str, lang: Lang) -> &str {
    let end = description.find('。').map_or(0, |at| at + '。'.len_utf8());
    either(lang, description[..end].trim(), description[end..].trim())
}

fn title(record: &str, lang: Lang) -> &'static str {
    TABLE.iter().find(|(name, ..)| *name == record).map_or("", |(_, zh, en, _)| either(lang, zh, en))
}

fn words(record: &str, key: &str) -> (&'static str, &'static str) {
    let rows = TABLE.iter().find(|(name, ..)| *name == record).map_or(&[][..], |(.., rows)| rows);
    rows.iter().find(|(known, ..)| *known == key).map_or(("", ""), |(_, word, example)| (word, example))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_field_of_the_schemas_has_a_word_and_an_example_and_no_row_is_left_over() {
        let fields = fields();
        let by_schema: BTreeSet<(String, String)> =
            fields.iter().map(|field| (field.record.clone(), field.key.clone())).collect();
        let by_table: BTreeSet<(String, String)> = TABLE
            .iter()
            .flat_map(|(record, .., rows)| rows.iter().map(|(key, ..)| ((*record).to_owned(), (*key).to_owned())))
            .collect();
        assert!(by_schema.len() > 80, "{}", by_schema.len());
        assert_eq!(by_schema, by_table);
        for RecordField { record, key, word, example, .. } in fields {
            assert!(!word.is_empty() && example.starts_with(&format!("{key}: ")), "{record}.{key}: {example}");
        }
    }

    #[test]
    fn every_line_speaks_one_language() {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let schemas = Schemas::of_records();
        for record in records(schemas) {
            for key in record.keys() {
                let description = record.schema["properties"][key]["description"].as_str().unwrap_or_default();
                let [zh, en] = ["zh", "en"].map(|code| half(description, Lang::new(code)));
                assert!(zh.contains(is_han), "{}.{key}: {description}", record.name);
                assert!(!en.is_empty() && !en.contains(is_han), "{}.{key}: {description}", record.name);
            }
        }
    }
}
