//! What a schema says, looked up once: thousands of records are compared with it.
//!
//! Of JSON Schema this knows the part that schemars writes for our records, and no more.

mod json_schema;

use serde_json::Value;

use super::meant::ExpectedWord;
use super::node::{Node, NodeKind};
use json_schema::{allows, expected, one_or_forms, resolved, words};

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
