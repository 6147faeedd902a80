//! What a field of a record may hold, in words.

use serde_json::Value;

use super::super::either;
use super::schema::{forms, last, plain, target};
use super::title;
use crate::value::Lang;

/// Returns what a field may hold, in words.
pub(super) fn form(schema: &Value, root: &Value, lang: Lang) -> String {
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
