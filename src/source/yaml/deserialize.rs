//! Records out of nodes: a deserializer for serde that gives every [`Spanned`](crate::value::Spanned) value its place.
//!
//! Shapes have been compared with the schema before, so what goes wrong here is a mistake in a record type.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::node::{Node, NodeKind};
use crate::value::{OPEN, SPANNED};

impl<'de> IntoDeserializer<'de, Error> for &'de Node {
    type Deserializer = &'de Node;

    fn into_deserializer(self) -> &'de Node {
        self
    }
}

/// Numbers are taken as they are written, if they can be read as such.
macro_rules! parsed {
    ($($method:ident => $visit:ident,)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let text = self.text()?;
            let value = text.parse().map_err(|_| Error::custom(format!("`{text}` is not a value of this type")))?;
            visitor.$visit(value)
        })*
    };
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    parsed! {
        deserialize_bool => visit_bool,
        deserialize_i8 => visit_i8,
        deserialize_i16 => visit_i16,
        deserialize_i32 => visit_i32,
        deserialize_i64 => visit_i64,
        deserialize_u8 => visit_u8,
        deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32,
        deserialize_u64 => visit_u64,
        deserialize_f32 => visit_f32,
        deserialize_f64 => visit_f64,
    }

    /// Returns what a node is where the type leaves it open: plain scalars by the core schema of YAML 1.2, quoted ones
    /// text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.kind {
            NodeKind::Sequence(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            NodeKind::Mapping(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.text.as_str(), value));
                visitor.visit_map(MapDeserializer::new(entries))
            }
            NodeKind::Scalar { .. } if self.is_null() => visitor.visit_unit(),
            NodeKind::Scalar { text, plain: false } => visitor.visit_borrowed_str(text),
            NodeKind::Scalar { text, .. } => match (text.as_str(), text.parse::<u64>(), text.parse::<i64>()) {
                ("true" | "True" | "TRUE", ..) => visitor.visit_bool(true),
                ("false" | "False" | "FALSE", ..) => visitor.visit_bool(false),
                (_, Ok(whole), _) => visitor.visit_u64(whole),
                (_, _, Ok(whole)) => visitor.visit_i64(whole),
                (text, ..) => match text.parse::<f64>() {
                    Ok(number) if text.contains(|c: char| c.is_ascii_digit()) => visitor.visit_f64(number),
                    _ => visitor.visit_borrowed_str(text),
                },
            },
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match name {
            SPANNED => visitor.visit_seq(SpannedAccess { node: self, read: 0 }),
            OPEN => visitor.visit_seq(OpenValueAccess { node: self, read: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl Node {
    fn text(&self) -> Result<&str, Error> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Ok(text),
            _ => Err(Error::custom("a text is expected here")),
        }
    }
}

/// A spanned value as serde reads it: where it begins, where it ends, what it is.
struct SpannedAccess<'de> {
    node: &'de Node,
    read: usize,
}

impl<'de> SeqAccess<'de> for SpannedAccess<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let range = self.node.range();
        let bound = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).into_deserializer();
        self.read += 1;
        match self.read {
            1 => seed.deserialize(bound(range.start)).map(Some),
            2 => seed.deserialize(bound(range.end)).map(Some),
            3 => seed.deserialize(self.node).map(Some),
            _ => Ok(None),
        }
    }
}

/// An open value as serde reads it: the word for its form, what it is.
struct OpenValueAccess<'de> {
    node: &'de Node,
    read: usize,
}

impl<'de> SeqAccess<'de> for OpenValueAccess<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let word = match self.node.kind {
            NodeKind::Scalar { .. } => "one",
            NodeKind::Sequence(_) => "several",
            NodeKind::Mapping(_) => "each",
        };
        self.read += 1;
        match self.read {
            1 => seed.deserialize(serde::de::value::BorrowedStrDeserializer::new(word)).map(Some),
            2 => seed.deserialize(self.node).map(Some),
            _ => Ok(None),
        }
    }
}
