//! Values of records: texts in the one language of the notice, lists, dates, and maps without what is nothing.

use serde_yaml::{Mapping, Value};

use crate::rules::Words;
use crate::value::Lang;

/// The one language of a notice that is imported.
#[derive(Clone, Copy)]
pub(super) struct OneLanguage(pub(super) Lang);

impl OneLanguage {
    /// Returns a text in it.
    pub(super) fn text(self, text: &str) -> Value {
        map([(self.0.code(), text.into())])
    }

    pub(super) fn text_of(self, text: Option<&str>) -> Value {
        text.map_or(Value::Null, |text| self.text(text))
    }

    /// Returns words for somebody who reads it.
    pub(super) fn of(self, words: Words) -> &'static str {
        if self.0.code().starts_with("zh") { words.0 } else { words.1 }
    }
}

pub(super) fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut map = Mapping::new();
    entries.into_iter().filter(|(_, value)| !is_nothing(value)).for_each(|(key, value)| put(&mut map, key, value));
    Value::Mapping(map)
}

pub(super) fn put(map: &mut Mapping, key: &str, value: Value) {
    map.insert(key.into(), value);
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Sequence(list) => list.is_empty(),
        Value::Mapping(map) => map.is_empty(),
        _ => false,
    }
}

pub(super) fn list(texts: &[String]) -> Value {
    Value::Sequence(texts.iter().map(|text| text.as_str().into()).collect())
}

pub(super) fn date(date: Option<crate::value::Date>) -> Value {
    date.map_or(Value::Null, |date| date.to_string().into())
}
