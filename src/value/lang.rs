//! Languages of a notice, and texts that exist in several of them.

mod localized;
mod names;

use std::fmt;

use super::is_reserved;
use names::NAMES;

pub use localized::Localized;

/// A language of the notice by its tag (BCP 47), as in file names and addresses: a language (ISO 639), perhaps a script
/// (ISO 15924) and a region: `zh`, `en`, `zh-Hant`, `pt-BR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang([u8; LONGEST]);

/// The bytes of the longest tag: `kok-Deva-IN`, `es-Latn-419`.
const LONGEST: usize = 12;

/// What a tag looks like.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$";

impl Lang {
    /// Returns the language of a tag, however its letters are written, or `None` if it is none, or if no folder can be
    /// called so on Windows: `aux`, `con`, `nul`, `prn`.
    pub fn of(tag: &str) -> Option<Lang> {
        let mut parts = tag.split('-').peekable();
        let is_letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        let mut written =
            parts.next().filter(|part| (2..=3).contains(&part.len()) && is_letters(part))?.to_ascii_lowercase();
        if is_reserved(&written) {
            return None;
        }
        if let Some(script) = parts.next_if(|part| part.len() == 4 && is_letters(part)) {
            let (first, rest) = script.split_at(1);
            written = format!("{written}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase());
        }
        let is_region = |part: &&str| {
            part.len() == 2 && is_letters(part) || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
        };
        if let Some(region) = parts.next_if(is_region) {
            written = format!("{written}-{}", region.to_ascii_uppercase());
        }
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..written.len())?.copy_from_slice(written.as_bytes());
        parts.next().is_none().then_some(Lang(bytes))
    }

    /// Returns the language whose words may stand for those of this one, if a theme has none of its own for it: Chinese
    /// for `zh-Hans`, `zh-Hant` for `zh-HK`, Portuguese for `pt-BR`. Another script is another language.
    pub fn parent(self) -> Option<Lang> {
        const TRADITIONAL: [&str; 3] = ["zh-TW", "zh-HK", "zh-MO"];
        let parent = match self.code() {
            "zh-Hans" => "zh",
            code if TRADITIONAL.contains(&code) => "zh-Hant",
            code => code.rsplit_once('-').filter(|(_, last)| last.len() < 4)?.0,
        };
        Lang::of(parent)
    }

    /// Returns the language of a code that is known to be one.
    ///
    /// # Panics
    /// If it is not: a mistake in gongkai, not in the content.
    pub fn new(code: &str) -> Lang {
        Lang::of(code).unwrap_or_else(|| panic!("`{code}` is not a language code"))
    }

    /// Returns whether it is written in Han characters.
    pub fn is_written_in_han(self) -> bool {
        const HAN: [&str; 7] = ["zh", "ja", "yue", "wuu", "nan", "hak", "gan"];
        self.code().split('-').next().is_some_and(|language| HAN.contains(&language))
    }

    /// Returns the tag in its canonical form: `zh`, `zh-Hant`.
    pub fn code(&self) -> &str {
        let length = self.0.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// Returns what messages to authors call the language, in Chinese and in English: 英文, English. One that has no name
    /// here goes by its code.
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
            "pattern": TAG,
            "description": "语言代码，如 zh、en、zh-Hant、pt-BR。A language code: zh, en, zh-Hant, pt-BR."
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
    fn tags_are_written_in_one_way() {
        for (written, tag) in [
            ("zh", Some("zh")),
            ("EN", Some("en")),
            ("zh-hant", Some("zh-Hant")),
            ("ZH-HANS-cn", Some("zh-Hans-CN")),
            ("pt-br", Some("pt-BR")),
            ("es-419", Some("es-419")),
            ("kok-deva-in", Some("kok-Deva-IN")),
            ("aux", None),
            ("zh_CN", None),
            ("zh-", None),
            ("zh-Hant-", None),
            ("zh-CN-Hant", None),
            ("z", None),
            ("en-GB-oed", None),
            ("中文", None),
            ("", None),
        ] {
            assert_eq!(Lang::of(written).as_ref().map(Lang::code), tag, "{written}");
        }
    }

    #[test]
    fn words_of_another_form_of_a_language_may_do() {
        for (tag, parent) in [
            ("zh-Hans", Some("zh")),
            ("zh-Hans-SG", Some("zh-Hans")),
            ("zh-CN", Some("zh")),
            ("zh-Hant", None),
            ("zh-HK", Some("zh-Hant")),
            ("zh-Hant-TW", Some("zh-Hant")),
            ("pt-BR", Some("pt")),
            ("es-419", Some("es")),
            ("sr-Latn", None),
            ("zh", None),
        ] {
            assert_eq!(Lang::new(tag).parent(), parent.map(Lang::new), "{tag}");
        }
    }
}
