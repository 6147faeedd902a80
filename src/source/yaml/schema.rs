//! The schema of a record type, and the comparison of a file with it.
//!
//! Editors complete and check by the same schema (`gongkai schema`), so an editor and `gongkai check` cannot disagree
//! about shape. `comparison` goes through a file node by node; `mismatch` says what is wrong with a value of another
//! kind, `keys` what with keys, `values` what with a date, a number or a word, `texts` what with a text.

mod comparison;
mod keys;
mod mismatch;
mod texts;
mod values;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::node::Node;
use super::shape::Shape;
use super::{short, texts as settling};
use crate::diagnostic::Diagnostic;
use crate::value::{Lang, RelPath};
use comparison::Comparison;

/// The JSON Schema (draft 7) of a record type.
#[derive(Clone, Debug)]
pub struct Schema {
    root: Value,
    shape: Shape,
}

impl Schema {
    /// Returns the schema of a type, generated from its Rust definition.
    pub fn of<T: JsonSchema>() -> Schema {
        let generator = SchemaSettings::draft07().into_generator();
        let mut root = generator.into_root_schema_for::<T>().to_value();
        let definitions = root.clone();
        allow_single(&mut root, &definitions);
        Schema { shape: Shape::of(&root, &root), root }
    }

    /// Returns the schema of a part: the same, and nothing must be there.
    pub(super) fn of_parts(&self) -> Schema {
        fn loosen(schema: &mut Value) {
            match schema {
                Value::Object(members) => {
                    members.remove("required");
                    members.values_mut().for_each(loosen);
                }
                Value::Array(members) => members.iter_mut().for_each(loosen),
                _ => {}
            }
        }
        let mut root = self.root.clone();
        loosen(&mut root);
        Schema { shape: Shape::of(&root, &root), root }
    }

    /// Returns the schema as JSON.
    pub fn json(&self) -> &Value {
        &self.root
    }

    /// Returns the schema as a file of its own.
    pub fn printed(&self) -> String {
        format!("{:#}\n", self.root)
    }

    /// Returns a diagnostic for every difference between a file and the schema.
    pub(super) fn check(&self, path: &RelPath, file: &str, node: &Node) -> Vec<Diagnostic> {
        self.compare(path, file, node, false)
    }

    /// Makes a record of a notice what its author means: texts without spaces at their ends, short forms long. Then
    /// every difference between it and the schema, texts looked at closely. `only` is the language of a notice that has
    /// one.
    pub(super) fn check_written(
        &self,
        path: &RelPath,
        file: &str,
        node: &mut Node,
        only: Option<Lang>,
    ) -> Vec<Diagnostic> {
        settling::settle(node, file);
        short::lengthen(node, &self.shape, only);
        self.compare(path, file, node, true)
    }

    fn compare(&self, path: &RelPath, file: &str, node: &Node, closely: bool) -> Vec<Diagnostic> {
        let mut comparison = Comparison { path, file, closely, found: Vec::new() };
        comparison.node(node, &self.shape, None);
        comparison.found
    }
}

/// A single text may stand where several may: editors accept what `check` accepts.
fn allow_single(schema: &mut Value, root: &Value) {
    let is_text = |items: &Value| {
        let items = items["$ref"].as_str().and_then(|to| root.pointer(to.trim_start_matches('#'))).unwrap_or(items);
        items["type"] == "string" || items["oneOf"][0]["type"] == "string"
    };
    if schema["type"] == "array" && is_text(&schema["items"]) {
        schema["type"] = serde_json::json!(["array", "string"]);
    }
    match schema {
        Value::Object(members) => members.values_mut().for_each(|member| allow_single(member, root)),
        Value::Array(members) => members.iter_mut().for_each(|member| allow_single(member, root)),
        _ => {}
    }
}
