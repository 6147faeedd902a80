//! The components of a theme as their author describes them: what each is for, what it takes, and examples of it.
//!
//! A template says what a component is for in the comment before it, and `examples/NAME.yaml` shows it. Pages that are
//! published read none of this.

mod definitions;
mod examples;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::{Theme, template_path};
use crate::diagnostic::Checked;
use crate::source::SourceTree;
use crate::value::RelPath;
use examples::{example_files, examples, no_component};

pub(super) use definitions::{defined, definition};

/// One component.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its name, as templates call it.
    pub name: String,
    /// The template that defines it.
    pub file: RelPath,
    /// What it is for and what its arguments mean: the comment before it.
    pub contract: String,
    /// Its arguments with their types, as the template declares them.
    pub signature: String,
    /// Where its examples stand, if there are any.
    pub examples_file: Option<RelPath>,
    /// Examples, in the order of their file.
    pub examples: Vec<ComponentExample>,
}

/// 组件的一个示例。An example of a component.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComponentExample {
    /// 示例的名称。What it shows.
    pub name: String,
    /// 组件的参数。Arguments of the component.
    pub args: BTreeMap<String, Json>,
    /// 组件前面的 HTML。HTML that the component stands in: what comes before it.
    #[serde(default)]
    pub before: String,
    /// 组件后面的 HTML。What comes after it.
    #[serde(default)]
    pub after: String,
}

/// Returns the components of a theme by name, each from the nearest layer that has it.
pub fn components(tree: &SourceTree, theme: &Theme) -> Checked<Vec<Component>> {
    let mut components: BTreeMap<String, Component> = BTreeMap::new();
    for (template, source) in &theme.templates {
        let Some(file) = template_path(template) else { continue };
        for component in defined(&file, source) {
            components.entry(component.name.clone()).or_insert(component);
        }
    }
    let mut found = Vec::new();
    for (name, path) in example_files(tree, theme) {
        match components.get_mut(&name) {
            Some(component) => {
                component.examples = examples(tree, &path, &mut found);
                component.examples_file = Some(path);
            }
            None => found.push(no_component(&path, &name, components.keys().map(String::as_str))),
        }
    }
    Checked { value: components.into_values().collect(), diagnostics: found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_described_by_the_comment_before_it() {
        let source = "{#\nOne. `a`: what.\n#}\n{% component one(a: string, b: bool = true, @t) -%}\n1{# not this #}\n{%- endcomponent one %}\n{% component two() %}2{% endcomponent two %}";
        let file = RelPath::of("themes/x/templates/one.html");
        let components = defined(&file, source);
        let described: Vec<_> = components.iter().map(|c| (&*c.name, &*c.contract, &*c.signature)).collect();
        assert_eq!(described, [("one", "One. `a`: what.", "one(a: string, b: bool = true, @t)"), ("two", "", "two()")]);
    }
}
