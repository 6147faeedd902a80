//! The keys of `reading` in a messages file: how figures and words are read back out of texts in a language.

use serde_json::Value;

use super::either;
use super::fields::{half, part};
use crate::source::yaml;
use crate::text::locale::Reading;
use crate::value::Lang;

/// A line for each key, those of a group behind its name: `trend.before`.
pub(super) fn reading(lang: Lang) -> String {
    let schema = yaml::schema_of::<Reading>();
    let mut text = String::new();
    lines(schema.json(), schema.json(), "", lang, &mut text);
    text
}

fn lines(root: &Value, group: &Value, prefix: &str, lang: Lang, text: &mut String) {
    for (key, schema) in group["properties"].as_object().into_iter().flatten() {
        let meaning = half(schema["description"].as_str().unwrap_or_default(), lang);
        text.push_str(&format!("- `{prefix}{key}`{}{meaning}\n", either(lang, "：", ": ")));
        if let Some((_, within)) = part(schema, root) {
            lines(root, within, &format!("{prefix}{key}."), lang, text);
        }
    }
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
            assert!(!text.lines().any(|line| line.ends_with(['：', ' '])), "{text}");
        }
    }
}
