//! What a notice calls the scrutiny that it answers, and one of the things that were found: a word that gongkai knows,
//! or the office's own.

use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::written::{Written, WrittenText};
use crate::text::locale::NamedWords;
use crate::value::{Lang, Localized, Spanned, Text};

/// A word that gongkai knows, or something of the office's own in each language.
#[derive(Clone, Debug)]
pub enum Naming<T> {
    /// The id or the name of something that the messages have words for. In a notice in one language, any word.
    Word(Text),
    /// The office's own words.
    Own(T),
}

impl<T: Written> Written for Naming<T> {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        match self {
            Naming::Word(word) => see(WrittenText::Bare(word)),
            Naming::Own(own) => own.each_text(see),
        }
    }
}

impl<'de, T: Deserialize<'de> + Clone> Deserialize<'de> for Naming<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Naming<T>, D::Error> {
        let read = Spanned::<Read<T>>::deserialize(deserializer)?;
        Ok(match &*read {
            Read::Word(word) => Naming::Word(read.with(word.as_str().into())),
            Read::Own(own) => Naming::Own(own.clone()),
        })
    }
}

/// What was read of a naming, without its place.
enum Read<T> {
    Word(String),
    Own(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Read<T>, D::Error> {
        deserializer.deserialize_any(ReadVisitor(PhantomData))
    }
}

struct ReadVisitor<T>(PhantomData<T>);

/// Words that look like something else are words all the same.
macro_rules! words {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method<E: serde::de::Error>(self, word: $type) -> Result<Read<T>, E> {
            Ok(Read::Word(word.to_string()))
        })*
    };
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for ReadVisitor<T> {
    type Value = Read<T>;

    words! { visit_str: &str, visit_u64: u64, visit_i64: i64, visit_f64: f64, visit_bool: bool, }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, or words in each language")
    }

    fn visit_map<A: MapAccess<'de>>(self, own: A) -> Result<Read<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(own)).map(Read::Own)
    }
}

impl<T: JsonSchema> JsonSchema for Naming<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Naming_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let own = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [{ "type": "string", "format": "gongkai-code" }, own] })
    }
}

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
