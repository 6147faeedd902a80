//! A text that most offices write once for all languages: the label of an issue, a telephone number.

use std::fmt;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::written::{Written, WrittenText};
use crate::value::{Lang, Localized, OPEN, Text};

/// A text that is the same in every language, or one in each where its words differ.
#[derive(Clone, Debug)]
pub enum CommonText {
    /// The same in every language.
    Same(Text),
    /// One in each.
    Each(Localized),
}

impl CommonText {
    /// Returns the text in a language.
    pub fn text(&self, lang: Lang) -> &str {
        match self {
            CommonText::Same(text) => text,
            CommonText::Each(texts) => texts.text(lang),
        }
    }

    /// Returns its texts: one, or that of each language.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            CommonText::Same(text) => vec![text],
            CommonText::Each(texts) => texts.iter().map(|(_, text)| text).collect(),
        }
    }

    /// Returns the text of each language, where they differ.
    pub fn each(&self) -> Option<&Localized> {
        match self {
            CommonText::Same(_) => None,
            CommonText::Each(texts) => Some(texts),
        }
    }

    /// Returns the first text.
    pub fn first(&self) -> &str {
        self.texts().first().map_or("", |text| text.as_str())
    }

    /// Returns where it stands in its file.
    pub fn span(&self) -> Range<usize> {
        let spans = || self.texts().into_iter().map(Text::span);
        let start = spans().map(|span| span.start).min().unwrap_or_default();
        start..spans().map(|span| span.end).max().unwrap_or_default()
    }
}

impl Written for CommonText {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        match self {
            CommonText::Same(text) => see(WrittenText::Common(text)),
            CommonText::Each(texts) => texts.each_text(see),
        }
    }
}

impl<'de> Deserialize<'de> for CommonText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CommonText, D::Error> {
        deserializer.deserialize_newtype_struct(OPEN, CommonVisitor)
    }
}

struct CommonVisitor;

impl<'de> Visitor<'de> for CommonVisitor {
    type Value = CommonText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a text for each language")
    }

    /// Reads its form, a word, and then the value itself.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<CommonText, A::Error> {
        let missing = || serde::de::Error::custom("a form without its value");
        let form: &str = parts.next_element()?.ok_or_else(missing)?;
        let value = match form {
            "each" => parts.next_element::<Localized>()?.map(CommonText::Each),
            _ => parts.next_element()?.map(CommonText::Same),
        };
        value.ok_or_else(missing)
    }
}

impl JsonSchema for CommonText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CommonText".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (same, each) = (generator.subschema_for::<Text>(), generator.subschema_for::<Localized>());
        json_schema!({ "anyOf": [same, each] })
    }
}
