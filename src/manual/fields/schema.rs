//! Records and their parts, as their schemas describe them.

use serde_json::{Map, Value};

use super::table::FILES;
use crate::notice::content::Schemas;

/// A record, or a part of one, as its schema describes it.
pub(super) struct RecordSchema<'a> {
    pub(super) file: &'static str,
    pub(super) is_file: bool,
    pub(super) name: String,
    pub(super) schema: &'a Value,
    pub(super) root: &'a Value,
}

impl RecordSchema<'_> {
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.schema["properties"].as_object().into_iter().flat_map(Map::keys)
    }
}

/// Returns every record type, each once: that of a file first, then its parts in the order of their keys.
pub(super) fn records(schemas: &Schemas) -> Vec<RecordSchema<'_>> {
    let mut records: Vec<RecordSchema<'_>> = Vec::new();
    for (name, schema) in schemas.named() {
        let root = schema.json();
        let file = FILES.iter().find(|(known, _)| *known == name).map_or("", |(_, file)| file);
        let first = match root["items"]["$ref"].as_str() {
            Some(path) => (last(path), target(root, path)),
            None => (root["title"].as_str().unwrap_or_default(), root),
        };
        let mut waiting = vec![first];
        while let Some((name, schema)) = waiting.pop() {
            if records.iter().any(|record| record.name == name) {
                continue;
            }
            records.push(RecordSchema {
                file,
                is_file: std::ptr::eq(schema, first.1),
                name: name.to_owned(),
                schema,
                root,
            });
            let properties = schema["properties"].as_object();
            let parts = properties.into_iter().flat_map(Map::values).filter_map(|schema| part(schema, root));
            let mut parts: Vec<_> = parts.collect();
            parts.reverse();
            waiting.extend(parts);
        }
    }
    records
}

/// Returns the part of a record that a field holds, one or many of it.
pub(in crate::manual) fn part<'a>(schema: &'a Value, root: &'a Value) -> Option<(&'a str, &'a Value)> {
    let schema = plain(forms(schema).into_iter().next().unwrap_or(schema));
    let path = schema["$ref"].as_str().or_else(|| plain(&schema["items"])["$ref"].as_str())?;
    let schema = target(root, path);
    schema["properties"].is_object().then(|| (last(path), schema))
}

/// Returns the forms that a schema allows, without `null`.
pub(super) fn forms(schema: &Value) -> Vec<&Value> {
    match schema["anyOf"].as_array() {
        Some(all) => all.iter().filter(|schema| schema["type"] != "null").flat_map(forms).collect(),
        None => vec![schema],
    }
}

/// Returns a schema without the alternative `null`.
pub(super) fn plain(schema: &Value) -> &Value {
    let alternatives = ["anyOf", "allOf"].iter().find_map(|key| schema[*key].as_array());
    alternatives.and_then(|all| all.iter().find(|schema| schema["type"] != "null")).unwrap_or(schema)
}

pub(super) fn target<'a>(root: &'a Value, path: &str) -> &'a Value {
    root.pointer(path.trim_start_matches('#')).unwrap_or(&Value::Null)
}

pub(super) fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
