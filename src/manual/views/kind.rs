//! What a field of a view holds, in a word.

use serde_json::Value;

use super::super::either;
use crate::value::Lang;

/// Returns what a field holds, in a word.
pub(super) fn kind(schema: &Value, lang: Lang) -> String {
    let alternatives = ["anyOf", "allOf"].iter().find_map(|key| schema[*key].as_array());
    if let Some(alternatives) = alternatives {
        let other = alternatives.iter().find(|schema| schema["type"] != "null").unwrap_or(&Value::Null);
        let nullable = alternatives.iter().any(|schema| schema["type"] == "null");
        return optional(kind(other, lang), nullable, lang);
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return name.to_owned();
    }
    let allows =
        |kind: &str| schema["type"] == kind || schema["type"].as_array().is_some_and(|all| all.contains(&kind.into()));
    let base = match () {
        () if allows("array") => match lang.code() {
            "zh" => format!("列表，每项为 {}", kind(&schema["items"], lang)),
            _ => format!("list of {}", kind(&schema["items"], lang)),
        },
        () if allows("boolean") => either(lang, "真假", "true or false").to_owned(),
        () if allows("integer") => either(lang, "整数", "number").to_owned(),
        () => either(lang, "文字", "text").to_owned(),
    };
    optional(base, allows("null"), lang)
}

fn optional(kind: String, nullable: bool, lang: Lang) -> String {
    if nullable { format!("{kind}{}", either(lang, "，可无", ", or none")) } else { kind }
}
