//! One thing or a list of them: most notices have one, some have several.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One mapping or a list of mappings, read as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several<T>(Vec<T>);

impl<T> Deref for Several<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<T> for Several<T> {
    fn from(one: T) -> Several<T> {
        Several(vec![one])
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Several<T>, D::Error> {
        deserializer.deserialize_any(SeveralVisitor(PhantomData))
    }
}

struct SeveralVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for SeveralVisitor<T> {
    type Value = Several<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping or a list of mappings")
    }

    fn visit_map<A: MapAccess<'de>>(self, one: A) -> Result<Several<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(one)).map(Several::from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, all: A) -> Result<Several<T>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(all)).map(Several)
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Several<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Several_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let each = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [each, { "type": "array", "items": each, "minItems": 1 }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Lang, Localized};

    #[test]
    fn one_reads_as_a_list_of_one() {
        for (yaml, texts) in [("{zh: 甲}", &["甲"][..]), ("[{zh: 甲}, {zh: 乙}]", &["甲", "乙"])] {
            let read: Several<Localized> = serde_yaml::from_str(yaml).expect("reads");
            let read: Vec<_> = read.iter().map(|text| text.text(Lang::new("zh"))).collect();
            assert_eq!(read, texts);
        }
    }
}
