//! The same in several languages, by the codes of the languages.

use std::collections::BTreeMap;

use super::{Lang, TAG};
use crate::value::Text;

/// Something that exists in several languages, usually a text: few of them, by code. A record has many, so a list takes
/// less room than a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T = Text>(Vec<(Lang, T)>);

impl<T> Default for Localized<T> {
    fn default() -> Localized<T> {
        Localized(Vec::new())
    }
}

impl<T> Localized<T> {
    /// Returns the value in a language.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.0.iter().find(|(code, _)| *code == lang).map(|(_, value)| value)
    }

    /// Sets the value in a language.
    pub fn insert(&mut self, lang: Lang, value: T) {
        match self.0.binary_search_by(|(code, _)| code.cmp(&lang)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (lang, value)),
        }
    }

    /// Returns every language with its value, by code.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().map(|(lang, value)| (*lang, value))
    }

    /// Returns every value, by code.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Returns whether there is nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Localized {
    /// Returns the text in a language; empty where a missing translation has already been reported.
    pub fn text(&self, lang: Lang) -> &str {
        self.get(lang).map_or("", Text::as_str)
    }
}

impl<T> FromIterator<(Lang, T)> for Localized<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(values: I) -> Localized<T> {
        let mut localized = Localized::default();
        values.into_iter().for_each(|(lang, value)| localized.insert(lang, value));
        localized
    }
}

impl<T: serde::Serialize> serde::Serialize for Localized<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, value)| (lang, value)))
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Localized<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Localized<T>, D::Error> {
        BTreeMap::deserialize(deserializer).map(|map| Localized(map.into_iter().collect()))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Localized<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Localized_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let each = generator.subschema_for::<T>();
        schemars::json_schema!({
            "type": ["object", "string"],
            "additionalProperties": each,
            "propertyNames": { "pattern": TAG },
            "minProperties": 1,
            "description": "各语言文本。The text in each language."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_number_stays_text() {
        let text: Localized = serde_yaml::from_str("{zh: 01, en: 1.10}").expect("reads");
        assert_eq!(text.text(Lang::new("zh")), "01");
        assert_eq!(text.text(Lang::new("en")), "1.10");
        assert_eq!(text.text(Lang::new("fr")), "");
    }
}
