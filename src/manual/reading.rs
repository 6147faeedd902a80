//! The keys of `reading` in a messages file: how figures and words are read back out of texts in a language.

use serde_json::Value;

use super::either;
use super::fields::half;
use crate::source::yaml;
use crate::text::locale::MessagesRecord;
use crate::value::Lang;

/// A line for each key, those of a group behind its name: `trend.before`.
pub(super) fn reading(lang: Lang) -> String {
    let schema = yaml::schema_of::<MessagesRecord>();
    let root = schema.json();
    let mut text = String::new();
    lines(root, &root["properties"]["reading"], "", lang, &mut text);
    text
}

fn lines(root: &Value, group: &Value, prefix: &str, lang: Lang, text: &mut String) {
    let Some(keys) = record(root, group).and_then(|record| record["properties"].as_object()) else { return };
    for (key, schema) in keys {
        let meaning = half(schema["description"].as_str().unwrap_or_default(), lang);
        text.push_str(&format!("- `{prefix}{key}`{}{meaning}\n", either(lang, "：", ": ")));
        lines(root, schema, &format!("{prefix}{key}."), lang, text);
    }
}

/// The record type that a schema refers to, if it is one.
fn record<'a>(root: &'a Value, schema: &Value) -> Option<&'a Value> {
    let name = schema["$ref"].as_str()?.rsplit('/').next()?;
    root["$defs"].get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_says_what_it_is_for() {
        for code in ["zh", "en"] {
            let text = reading(Lang::new(code));
            for key in ["counters", "contrasts", "trend.before", "polarity.ended", "around.behind", "clock.morning"] {
                assert!(text.contains(&format!("- `{key}`")), "{code}: {key}: {text}");
            }
            assert!(text.lines().all(|line| line.chars().count() > line.find('`').unwrap_or(0) + 12), "{text}");
        }
    }
}
