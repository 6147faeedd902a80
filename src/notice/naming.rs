//! What a notice calls something, such as the scrutiny that it answers: a word that gongkai knows, or the office's own.

use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::written::{Written, WrittenText};
use crate::value::{Spanned, Text};

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
