//! What a schema says, looked up once: thousands of records are compared with it.
//!
//! Of JSON Schema this knows the part that schemars writes for our records, and no more.

use serde_json::Value;

use super::meant::ExpectedWord;
use super::node::{Node, NodeKind};

/// What may stand in one place.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Whether there may be nothing.
    pub(super) may_be_nothing: bool,
    /// What else there may be.
    pub(super) expected: Expected,
}

/// What is expected in one place.
#[derive(Clone, Debug)]
pub(super) enum Expected {
    Anything,
    /// One of some words, each with what it means.
    Word(Vec<ExpectedWord>),
    /// The same, or a word that another file declares.
    OpenWord(Vec<ExpectedWord>),
    Keys(Keys),
    /// One of several forms, told apart by what stands there: a word or a text in each language, one thing or a list.
    Forms(Vec<Shape>),
    /// Items of one shape, and how many there must be at least.
    List(Box<Shape>, u64),
    Scalar(Scalar),
    /// One text, or a list, or a text for each language: which of them another file says.
    Open {
        list: Box<Shape>,
        texts: Box<Shape>,
    },
}

/// The keys of a mapping.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    /// Those that have a meaning of their own, in the order of the schema.
    pub(super) known: Vec<KnownKey>,
    /// Those that must be there.
    pub(super) required: Vec<String>,
    /// What others there may be.
    pub(super) others: Others,
}

/// A key that has a meaning of its own.
#[derive(Clone, Debug)]
pub(super) struct KnownKey {
    pub(super) name: String,
    pub(super) shape: Shape,
    /// What it means, for authors.
    pub(super) description: String,
    /// The same in one Chinese word.
    pub(super) zh: String,
}

/// What stands under keys that have no meaning of their own.
#[derive(Clone, Debug)]
pub(super) enum Others {
    /// There may be none.
    None,
    Anything,
    Each(Box<Shape>),
    /// One for each language.
    EachLanguage(Box<Shape>),
}

/// What a text must be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scalar {
    /// A text of one paragraph.
    Text,
    /// A text in Markdown, of several paragraphs perhaps.
    Markdown,
    Date,
    /// A date, or the word for none.
    Due,
    Decimal,
    /// A word that is looked up elsewhere: the id of a unit, the code of a measure.
    Code,
    Id,
    Lang,
    /// A whole number between two.
    Integer(i64, i64),
    Boolean,
}

impl Shape {
    /// Returns the shape that a schema describes; the root is where its references lead.
    pub(super) fn of(schema: &Value, root: &Value) -> Shape {
        let schema = resolved(schema, root);
        let of = |expected| Shape { may_be_nothing: false, expected };
        match schema["format"].as_str() {
            Some("gongkai-word") => return of(Expected::OpenWord(words(&schema["anyOf"][0]).unwrap_or_default())),
            Some("gongkai-due") => return of(Expected::Scalar(Scalar::Due)),
            _ => {}
        }
        if let Some(alternatives) = schema["anyOf"].as_array() {
            let is_null = |schema: &&Value| schema["type"] == "null";
            let nullable = alternatives.iter().any(|schema| is_null(&schema));
            let others = alternatives.iter().filter(|schema| !is_null(schema)).map(|schema| Shape::of(schema, root));
            let Shape { may_be_nothing, expected } = one_or_forms(others.collect());
            return Shape { may_be_nothing: may_be_nothing || nullable, expected };
        }
        Shape { may_be_nothing: allows(schema, "null"), expected: expected(schema, root) }
    }

    /// Returns the form that fits a node, where there are several: the first if none does.
    pub(super) fn form_of(&self, node: &Node) -> &Shape {
        match &self.expected {
            Expected::Forms(forms) => forms.iter().find(|form| form.fits(node)).or(forms.first()).unwrap_or(self),
            _ => self,
        }
    }

    fn fits(&self, node: &Node) -> bool {
        matches!(
            (&self.expected, &node.kind),
            (Expected::Keys(_), NodeKind::Mapping(_))
                | (Expected::List(..), NodeKind::Sequence(_))
                | (Expected::Scalar(_) | Expected::Word(_), NodeKind::Scalar { .. })
        )
    }
}

fn one_or_forms(mut shapes: Vec<Shape>) -> Shape {
    match shapes.len() {
        0 => Shape { may_be_nothing: true, expected: Expected::Anything },
        1 => shapes.remove(0),
        _ => {
            Shape { may_be_nothing: shapes.iter().any(|shape| shape.may_be_nothing), expected: Expected::Forms(shapes) }
        }
    }
}

fn expected(schema: &Value, root: &Value) -> Expected {
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
fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
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
fn allows(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::String(one) => one == kind,
        Value::Array(several) => several.iter().any(|t| t == kind),
        _ => false,
    }
}

/// Returns the words of an enumeration, if the schema is one.
fn words(schema: &Value) -> Option<Vec<ExpectedWord>> {
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
pub(super) fn chinese(description: &Value) -> String {
    let text = description.as_str().unwrap_or_default();
    let end = text.find(['。', '，', '：', '；', '（']).unwrap_or(0);
    text[..end].trim().to_owned()
}
