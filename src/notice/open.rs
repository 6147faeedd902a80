//! A value whose type the notice declares: what a record writes under `fields`.
//!
//! The type stands in another file than the value, so a record keeps what was written, with its place;
//! [`super::declared`] gives it its type.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::written::{Written, WrittenText};
use crate::value::{Localized, OPEN, Text};

/// What stands under the ids of declared fields.
pub type OpenValues = BTreeMap<Box<str>, OpenValue>;

/// A value as it was written.
#[derive(Clone, Debug)]
pub enum OpenValue {
    /// One text, number or word.
    One(Text),
    /// A text for each language.
    Each(Localized),
    /// A list of texts.
    Several(Vec<Text>),
}

impl OpenValue {
    /// Returns the text of a value that has one: alone, or in the one language of its notice.
    pub fn one(&self) -> Option<&Text> {
        match self {
            OpenValue::One(text) => Some(text),
            OpenValue::Each(texts) => {
                let mut texts = texts.iter().map(|(_, text)| text);
                texts.next().filter(|_| texts.next().is_none())
            }
            OpenValue::Several(texts) => texts.first().filter(|_| texts.len() == 1),
        }
    }

    /// Returns its texts, whether there are one or several.
    pub fn several(&self) -> Vec<&Text> {
        match self {
            OpenValue::Several(texts) => texts.iter().collect(),
            other => other.one().into_iter().collect(),
        }
    }

    /// Returns where it stands in its file.
    pub fn span(&self) -> Range<usize> {
        match self {
            OpenValue::One(text) => text.span(),
            OpenValue::Each(texts) => span_of(texts.iter().map(|(_, text)| text)),
            OpenValue::Several(texts) => span_of(texts),
        }
    }
}

/// Returns where texts stand in their file, from the first to the last.
pub(super) fn span_of<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Range<usize> {
    let spans: Vec<Range<usize>> = texts.into_iter().map(Text::span).collect();
    let start = spans.iter().map(|span| span.start).min().unwrap_or_default();
    start..spans.iter().map(|span| span.end).max().unwrap_or_default()
}

impl Written for OpenValues {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        for value in self.values() {
            match value {
                OpenValue::One(text) => text.each_text(see),
                OpenValue::Each(texts) => texts.each_text(see),
                OpenValue::Several(texts) => texts.each_text(see),
            }
        }
    }
}

impl<'de> Deserialize<'de> for OpenValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OpenValue, D::Error> {
        deserializer.deserialize_newtype_struct(OPEN, OpenVisitor)
    }
}

struct OpenVisitor;

impl<'de> Visitor<'de> for OpenVisitor {
    type Value = OpenValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a text for each language")
    }

    /// Reads its form, a word, and then the value itself.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<OpenValue, A::Error> {
        let missing = || serde::de::Error::custom("a form without its value");
        let form: &str = parts.next_element()?.ok_or_else(missing)?;
        let value = match form {
            "one" => parts.next_element()?.map(OpenValue::One),
            "several" => parts.next_element()?.map(OpenValue::Several),
            _ => parts.next_element::<Localized>()?.map(OpenValue::Each),
        };
        value.ok_or_else(missing)
    }
}

/// Anything that the schema of the notice's fields lets in.
impl schemars::JsonSchema for OpenValue {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OpenValue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "number", "array", "object"],
            "format": "gongkai-open",
            "items": { "type": ["string", "number"] },
            "additionalProperties": { "type": ["string", "number"] },
            "description": "按 notice.yaml 中 fields 的类型填写。Written by the type that `fields` in notice.yaml declares.",
        })
    }
}
