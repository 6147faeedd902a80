//! What the search page knows of a thing that it finds.

use serde::Serialize;

use crate::notice::Figure;
use crate::text::locale::Locale;

/// Something that is found: of a kind, with its address and its texts.
#[derive(Default, Serialize)]
pub(super) struct SearchEntry {
    /// Its kind, one of those of the search page; an issue needs none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub k: &'static str,
    /// Address from the root of the language.
    pub h: String,
    /// Number; only issues have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// What it is called instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l: Option<String>,
    /// What it is called with its title, where that is not its number and its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub m: Option<String>,
    /// Title.
    pub t: String,
    /// Other names by which it comes first, a line each.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub a: String,
    /// Status, a word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub s: String,
    /// Whether the status is inferred.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub i: bool,
    /// Its texts, each with what it is called.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub x: Vec<(TextLabel, String)>,
    /// Its figures, each found by itself: label, words, and the number where the words do not have its digits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub f: Vec<Vec<String>>,
    /// Documents that it names, each found by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub d: Vec<String>,
}

/// What a text is called: by the place of its field among those that are searched, or in words.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum TextLabel {
    Field(usize),
    Words(String),
}

/// Returns an entry as it may stand in a script, where two line separators of Unicode would end a line and `</script>` the script.
pub(super) fn literal(entry: &SearchEntry) -> String {
    let json = serde_json::to_string(entry).unwrap_or_default();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}

/// Returns figures as an entry has them.
pub(super) fn figures(locale: &Locale, figures: &[Figure]) -> Vec<Vec<String>> {
    let each = |figure: &Figure| {
        let value = figure.value.to_string();
        let words = figure.set(locale).unwrap_or_else(|| locale.decimal(*figure.value));
        let digits: String = words.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let label = figure.label.text(locale.lang).to_owned();
        if digits == value { vec![label, words] } else { vec![label, words, value] }
    };
    figures.iter().map(each).collect()
}
