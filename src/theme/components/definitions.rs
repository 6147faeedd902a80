//! Where templates define components, and what is said of each in the comment before it.

use std::ops::Range;

use super::Component;
use crate::value::RelPath;

/// What the definition of a component begins with.
const BEGINNING: &str = "{% component ";

/// Returns where a template defines a component: its name.
pub(in crate::theme) fn definition(source: &str, name: &str) -> Range<usize> {
    let at = source.match_indices(BEGINNING).map(|(at, _)| at + BEGINNING.len());
    let start = at
        .filter(|at| source[*at..].trim_start().starts_with(name))
        .map(|at| at + source[at..].find(name).unwrap_or(0));
    let start = start.min().unwrap_or(0);
    start..(start + name.len()).min(source.len())
}

/// Returns the components that a template defines. The text between two definitions begins with the rest of the first.
pub(in crate::theme) fn defined(file: &RelPath, source: &str) -> Vec<Component> {
    let mut components = Vec::new();
    let mut before = "";
    for (number, part) in source.split(BEGINNING).enumerate() {
        if number > 0
            && let Some((declaration, _)) = part.split_once("%}")
        {
            let signature = declaration.trim_end_matches('-').trim();
            components.push(Component {
                name: signature.split('(').next().unwrap_or_default().trim().to_owned(),
                file: file.clone(),
                contract: last_comment(before),
                signature: signature.to_owned(),
                examples_file: None,
                examples: Vec::new(),
            });
        }
        before = part;
    }
    components
}

/// Returns the comment that a text ends with.
fn last_comment(text: &str) -> String {
    let comment = text.trim_end().strip_suffix("#}").and_then(|text| text.rsplit_once("{#"));
    comment.map(|(_, comment)| comment.trim().to_owned()).unwrap_or_default()
}
