//! How a shape is read from JSON Schema, of which this knows the part that schemars writes for our records.

use serde_json::Value;

use super::super::meant::ExpectedWord;
use super::{Expected, Keys, KnownKey, Others, Scalar, Shape};

pub(super) fn one_or_forms(mut shapes: Vec<Shape>) -> Shape {
    match shapes.len() {
        0 => Shape { may_be_nothing: true, expected: Expected::Anything },
        1 => shapes.remove(0),
        _ => {
            Shape { may_be_nothing: shapes.iter().any(|shape| shape.may_be_nothing), expected: Expected::Forms(shapes) }
        }
    }
}

pub(super) fn expected(schema: &Value, root: &Value) -> Expected {
    if let Some(words) = words(schema) {
        Expected::Word(words)
    } else if schema["format"] == "gongkai-open" {
        open()
    } else if schema["type"].is_null() {
        Expected::Anything
    } else if allows(schema, "object") {
        Expected::Keys(keys(schema, root))
    } else if allows(schema, "array") {
        let code = || Shape { may_be_nothing: false, expected: Expected::Scalar(Scalar::Code) };
        let each = if schema["format"] == "gongkai-codes" { code() } else { Shape::of(&schema["items"], root) };
        Expected::List(Box::new(each), schema["minItems"].as_u64().unwrap_or(0))
    } else {
        Expected::Scalar(scalar(schema))
    }
}

fn open() -> Expected {
    let shape = |expected| Box::new(Shape { may_be_nothing: false, expected });
    let others = Others::EachLanguage(shape(Expected::Scalar(Scalar::Text)));
    Expected::Open {
        list: shape(Expected::List(shape(Expected::Scalar(Scalar::Code)), 1)),
        texts: shape(Expected::Keys(Keys { known: Vec::new(), required: Vec::new(), others })),
    }
}

fn keys(schema: &Value, root: &Value) -> Keys {
    let known = |(name, schema): (&String, &Value)| KnownKey {
        name: name.clone(),
        shape: Shape::of(schema, root),
        description: schema["description"].as_str().unwrap_or_default().to_owned(),
        zh: chinese(&schema["description"]),
    };
    Keys {
        known: schema["properties"].as_object().into_iter().flatten().map(known).collect(),
        required: schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        others: match &schema["additionalProperties"] {
            Value::Bool(false) => Others::None,
            each @ Value::Object(_) if !schema["propertyNames"].is_null() => {
                Others::EachLanguage(Box::new(Shape::of(each, root)))
            }
            each @ Value::Object(_) => Others::Each(Box::new(Shape::of(each, root))),
            _ => Others::Anything,
        },
    }
}

fn scalar(schema: &Value) -> Scalar {
    match schema["format"].as_str() {
        Some("gongkai-markdown") => Scalar::Markdown,
        Some("gongkai-code") => Scalar::Code,
        Some("gongkai-date") => Scalar::Date,
        Some("gongkai-decimal") => Scalar::Decimal,
        Some("gongkai-id") => Scalar::Id,
        Some("gongkai-lang") => Scalar::Lang,
        _ if allows(schema, "string") => Scalar::Text,
        _ if allows(schema, "integer") => Scalar::Integer(
            schema["minimum"].as_i64().unwrap_or(i64::MIN),
            schema["maximum"].as_i64().unwrap_or(i64::MAX),
        ),
        _ if allows(schema, "boolean") => Scalar::Boolean,
        _ => Scalar::Text,
    }
}

/// Returns the schema itself, or the one it refers to.
pub(super) fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    let mut schema = schema;
    loop {
        let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
        match reference.and_then(|r| root.pointer(r.trim_start_matches('#'))) {
            Some(target) => schema = target,
            None => return schema,
        }
    }
}

/// Returns whether a schema lets a type in.
pub(super) fn allows(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::String(one) => one == kind,
        Value::Array(several) => several.iter().any(|t| t == kind),
        _ => false,
    }
}

/// Returns the words of an enumeration, if the schema is one.
pub(super) fn words(schema: &Value) -> Option<Vec<ExpectedWord>> {
    let word = |word: &str, description: &Value| ExpectedWord { word: word.to_owned(), zh: chinese(description) };
    if let Some(words) = schema["enum"].as_array() {
        return Some(words.iter().filter_map(Value::as_str).map(|text| word(text, &Value::Null)).collect());
    }
    let variants = schema["oneOf"].as_array()?.iter();
    let named = variants.filter_map(|s| {
        let name = s["const"].as_str().or_else(|| s["enum"][0].as_str())?;
        Some(word(name, &s["description"]))
    });
    Some(named.collect())
}

/// Returns the Chinese word that a description begins with: 整改时限 in “整改时限。Due date.”.
fn chinese(description: &Value) -> String {
    let text = description.as_str().unwrap_or_default();
    let end = text.find(['。', '，', '：', '；', '（']).unwrap_or(0);
    text[..end].trim().to_owned()
}
