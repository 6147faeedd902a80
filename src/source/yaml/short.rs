//! Short forms made long: one text where a notice has one language, one item where there may be several.
//!
//! A record is compared with its schema, and read, in the long form alone.

use super::meant;
use super::node::{Key, Node, NodeKind};
use super::shape::{Expected, Keys, Others, Scalar, Shape};
use crate::value::Lang;

/// Makes the short forms in a record long. `only` is the language of a notice that has one.
pub(super) fn lengthen(node: &mut Node, shape: &Shape, only: Option<Lang>) {
    if node.is_null() {
        return;
    }
    let shape = shape.form_of(node);
    match (&shape.expected, &node.kind) {
        (
            Expected::Keys(Keys { others: Others::EachLanguage(_), .. }) | Expected::Open { .. },
            NodeKind::Scalar { text, .. },
        ) => {
            if let Some(lang) = only.filter(|_| !is_mistyped(text)) {
                let start = node.range().start;
                let key = Key { text: lang.code().to_owned(), range: start..start };
                wrap(node, |node| NodeKind::Mapping(vec![(key, node)]));
            }
        }
        (Expected::List(each, _), NodeKind::Scalar { text, .. })
            if is_scalar(each) && meant::items(text).len() == 1 && !text.starts_with(['【', '［']) =>
        {
            wrap(node, |node| NodeKind::Sequence(vec![node]));
        }
        _ => {}
    }
    match (&shape.expected, &mut node.kind) {
        (Expected::List(each, _), NodeKind::Sequence(items)) => {
            items.iter_mut().for_each(|item| lengthen(item, each, only));
        }
        (Expected::Keys(keys), NodeKind::Mapping(entries)) => {
            for (key, value) in entries {
                match (keys.known.iter().find(|known| known.name == key.text), &keys.others) {
                    (Some(known), _) => lengthen(value, &known.shape, only),
                    (None, Others::Each(shape)) => lengthen(value, shape, only),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn wrap(node: &mut Node, kind: impl FnOnce(Node) -> NodeKind) {
    let range = node.range();
    let nothing = NodeKind::Sequence(Vec::new());
    let inner = Node::of(std::mem::replace(&mut node.kind, nothing), range);
    node.kind = kind(inner);
}

/// Returns whether the items of a list are, or may be, one text or number each.
fn is_scalar(each: &Shape) -> bool {
    match &each.expected {
        Expected::Word(_) | Expected::Scalar(Scalar::Text | Scalar::Code | Scalar::Id | Scalar::Lang) => true,
        Expected::Forms(forms) => forms.iter().any(is_scalar),
        _ => false,
    }
}

/// Returns whether a text was meant to be keys with their texts: `zh：甲`, `｛zh：甲｝`.
pub(super) fn is_mistyped(text: &str) -> bool {
    let inner = text.trim_start().trim_start_matches(['｛', '{']);
    let code = inner.split(['：', ':']).next().filter(|code| code.len() < inner.len()).unwrap_or_default();
    text.trim_start().starts_with('｛') || Lang::of(code.trim()).is_some()
}
