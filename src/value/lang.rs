//! Languages of a notice, and texts that exist in several of them.

use std::collections::BTreeMap;
use std::fmt;

use super::{Text, is_reserved};

/// A language of the notice by its code of two or three letters (ISO 639), as in file names and addresses: `zh`, `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang([u8; 3]);

/// Codes and names of the languages that notices in China are most likely to have.
const NAMES: [[&str; 3]; 14] = [
    ["zh", "中文", "Chinese"],
    ["en", "英文", "English"],
    ["bo", "藏文", "Tibetan"],
    ["ii", "彝文", "Yi"],
    ["kk", "哈萨克文", "Kazakh"],
    ["ko", "朝鲜文", "Korean"],
    ["mn", "蒙古文", "Mongolian"],
    ["ug", "维吾尔文", "Uyghur"],
    ["za", "壮文", "Zhuang"],
    ["de", "德文", "German"],
    ["es", "西班牙文", "Spanish"],
    ["fr", "法文", "French"],
    ["ja", "日文", "Japanese"],
    ["ru", "俄文", "Russian"],
];

impl Lang {
    /// Returns the language of a code, or `None` if it is not two or three lower-case ASCII letters, or if no folder can be called so on
    /// Windows: `aux`, `con`, `nul`, `prn`.
    pub fn of(code: &str) -> Option<Lang> {
        let is_code =
            (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase()) && !is_reserved(code);
        let letter = |at: usize| code.as_bytes().get(at).copied().unwrap_or_default();
        is_code.then(|| Lang([letter(0), letter(1), letter(2)]))
    }

    /// Returns the language of a code that is known to be one.
    ///
    /// # Panics
    /// If it is not: a mistake in gongkai, not in the content.
    pub fn new(code: &str) -> Lang {
        Lang::of(code).unwrap_or_else(|| panic!("`{code}` is not a language code"))
    }

    /// The code: `zh`.
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// What messages to authors call the language, in Chinese and in English: 英文, English. One that has no name here goes by its code.
    pub fn names(&self) -> [String; 2] {
        let named = NAMES.iter().find(|[code, ..]| *code == self.code());
        named
            .map_or_else(|| [format!(" {self} "), self.to_string()], |[_, zh, en]| [(*zh).to_owned(), (*en).to_owned()])
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Lang::of(&code).ok_or_else(|| serde::de::Error::custom(format!("`{code}` is not a language code")))
    }
}

impl schemars::JsonSchema for Lang {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "gongkai-lang",
            "pattern": "^[a-z]{2,3}$",
            "description": "语言代码，如 zh、en。A language code: zh, en."
        })
    }
}

/// Something that exists in several languages, usually a text: few of them, by code. A record has many, so a list takes less room than a map.
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

    /// Sets what there is in a language.
    pub fn insert(&mut self, lang: Lang, value: T) {
        match self.0.binary_search_by(|(code, _)| code.cmp(&lang)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (lang, value)),
        }
    }

    /// Every language and what there is in it, by code.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().map(|(lang, value)| (*lang, value))
    }

    /// Whether there is nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Localized {
    /// The text in a language; empty where a missing translation has already been reported.
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
            "propertyNames": { "pattern": "^[a-z]{2,3}$" },
            "minProperties": 1,
            "description": "各语言文本。The text in each language."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_go_by_name_or_by_code() {
        assert_eq!(Lang::new("en").names(), ["英文", "English"]);
        assert_eq!(Lang::new("eo").names(), [" eo ", "eo"]);
    }

    #[test]
    fn a_text_that_looks_like_a_number_stays_text() {
        let text: Localized = serde_yaml::from_str("{zh: 01, en: 1.10}").expect("reads");
        assert_eq!(text.text(Lang::new("zh")), "01");
        assert_eq!(text.text(Lang::new("en")), "1.10");
        assert_eq!(text.text(Lang::new("fr")), "");
    }
}
