//! What one of the things that were found is called: one word, or its forms.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer};

use super::naming::Naming;
use super::written::{Written, WrittenText};
use crate::text::locale::NamedWords;
use crate::value::{Lang, Localized, Text};

/// What one of the things found is called, in each language: one word, or its forms.
#[derive(Clone, Debug)]
pub struct NounForms {
    /// The word for several; the only one in a language without plural.
    several: Localized,
    forms: Localized<Forms>,
}

/// The forms of a noun in a language.
#[derive(Clone, Debug)]
struct Forms {
    one: Option<Text>,
    counter: Option<Text>,
}

impl NounForms {
    /// Returns the words in a language, by the names that messages have for them.
    pub fn row(&self, lang: Lang) -> NamedWords {
        let forms = self.forms.get(lang);
        let several = self.several.get(lang);
        let one = forms.and_then(|forms| forms.one.as_ref()).or(several);
        let counter = forms.and_then(|forms| forms.counter.as_ref());
        let words = [("noun", one), ("nouns", several), ("counter", counter)];
        words.into_iter().filter_map(|(name, word)| Some((name.to_owned(), word?.to_string()))).collect()
    }
}

impl Written for NounForms {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        see(WrittenText::Plain(&self.several));
        for (_, Forms { one, counter }) in self.forms.iter() {
            [one, counter].into_iter().flatten().for_each(|word| see(WrittenText::Bare(word)));
        }
    }
}

/// The forms of a noun as an author writes them.
#[derive(Clone, Debug, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WrittenForms {
    /// 单数。The word for one.
    one: Option<Text>,
    /// 复数；没有单复数之分的只写这一项。The word for several.
    other: Text,
    /// 量词，如 条。The counter before it, in languages that have one.
    counter: Option<Text>,
}

impl<'de> Deserialize<'de> for NounForms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NounForms, D::Error> {
        let written: Localized<Naming<WrittenForms>> = Localized::deserialize(deserializer)?;
        let (mut several, mut forms) = (Localized::default(), Localized::default());
        for (lang, written) in written.iter() {
            match written {
                Naming::Word(word) => several.insert(lang, word.clone()),
                Naming::Own(WrittenForms { one, other, counter }) => {
                    several.insert(lang, other.clone());
                    forms.insert(lang, Forms { one: one.clone(), counter: counter.clone() });
                }
            }
        }
        Ok(NounForms { several, forms })
    }
}

impl JsonSchema for NounForms {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NounForms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Localized::<Naming<WrittenForms>>::json_schema(generator)
    }
}
