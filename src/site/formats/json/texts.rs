//! Texts of the data: one in each language that has it, by the code of the language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::value::{Lang, Localized};

/// How a schema describes [`JsonTexts`].
pub(super) type Dictionary = BTreeMap<String, String>;

/// A text in every language that has it, by code.
#[derive(Default)]
pub(super) struct JsonTexts<'a>(Vec<(Lang, Cow<'a, str>)>);

impl<'a> JsonTexts<'a> {
    pub(super) fn of(texts: impl Iterator<Item = (Lang, Cow<'a, str>)>) -> JsonTexts<'a> {
        let mut texts: Vec<_> = texts.collect();
        texts.sort_unstable_by_key(|(lang, _)| *lang);
        JsonTexts(texts)
    }
}

impl JsonTexts<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for JsonTexts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, text)| (lang, text)))
    }
}

pub(super) fn texts(text: &Localized) -> JsonTexts<'_> {
    JsonTexts::of(text.iter().map(|(lang, text)| (lang, text.as_str().into())))
}

pub(super) fn optional(text: &Option<Localized>) -> JsonTexts<'_> {
    text.as_ref().map(texts).unwrap_or_default()
}
