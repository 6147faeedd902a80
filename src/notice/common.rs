//! A text that most offices write once for all languages: the label of an issue, a telephone number.

use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};

use super::open::{OpenValue, span_of};
use super::written::{Written, WrittenText};
use crate::value::{Lang, Localized, Text};

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
        span_of(self.texts())
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
        match OpenValue::deserialize(deserializer)? {
            OpenValue::One(text) => Ok(CommonText::Same(text)),
            OpenValue::Each(texts) => Ok(CommonText::Each(texts)),
            OpenValue::Several(_) => Err(serde::de::Error::custom("a list where one text is expected")),
        }
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
