//! What editors offer for words that a notice may declare itself: the usual ones, and any other id.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, ID_PATTERN};

/// The word of a status, for schemas.
pub(super) enum StatusWord {}

impl JsonSchema for StatusWord {
    fn schema_name() -> Cow<'static, str> {
        "Status".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let usual = BUILT_IN_STATUSES.iter().filter(|status| status.is_default);
        open(usual.map(|status| (status.id, status.zh, status.en)))
    }
}

/// The word of a response, for schemas.
pub(super) enum ResponseWord {}

impl JsonSchema for ResponseWord {
    fn schema_name() -> Cow<'static, str> {
        "Response".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        open(BUILT_IN_RESPONSES.into_iter())
    }
}

/// Returns one of some words with their meanings, or another that the notice declares.
fn open(usual: impl Iterator<Item = (&'static str, &'static str, &'static str)>) -> Schema {
    let word = |(id, zh, en)| json!({ "description": format!("{zh}。{en}"), "type": "string", "const": id });
    let words: Vec<Value> = usual.map(word).collect();
    json_schema!({
        "format": "gongkai-word",
        "anyOf": [{ "oneOf": words }, { "type": "string", "pattern": ID_PATTERN }]
    })
}
