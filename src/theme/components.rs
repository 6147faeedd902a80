//! The components of a theme as their author describes them: what each is for, what it takes, and examples of it.
//!
//! A template says what a component is for in the comment before it, and `examples/NAME.yaml` shows it. Pages that are
//! published read none of this.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use serde_json::Value as Json;

use super::files::nearest_files;
use super::{FOLDER, Theme, template_path};
use crate::diagnostic::{Checked, Diagnostic, Place, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::theme::TEMPLATE;
use crate::value::RelPath;

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

/// What the definition of a component begins with.
const BEGINNING: &str = "{% component ";

/// Returns where a template defines a component: its name.
pub(super) fn definition(source: &str, name: &str) -> Range<usize> {
    let at = source.match_indices(BEGINNING).map(|(at, _)| at + BEGINNING.len());
    let start = at
        .filter(|at| source[*at..].trim_start().starts_with(name))
        .map(|at| at + source[at..].find(name).unwrap_or(0));
    let start = start.min().unwrap_or(0);
    start..(start + name.len()).min(source.len())
}

/// Returns the components that a template defines. The text between two definitions begins with the rest of the first.
pub(super) fn defined(file: &RelPath, source: &str) -> Vec<Component> {
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

/// Returns the example files of a theme, nearest layer first, by the name of their component.
fn example_files(tree: &SourceTree, theme: &Theme) -> Vec<(String, RelPath)> {
    let file = |name: &str| {
        let paths =
            theme.layers.iter().filter_map(|layer| RelPath::new(&format!("{FOLDER}/{layer}/examples/{name}")).ok());
        let path = paths.into_iter().find(|path| tree.has(path.as_str()))?;
        Some((name.strip_suffix(".yaml")?.to_owned(), path))
    };
    nearest_files(tree, &theme.layers, "examples").keys().filter_map(|name| file(name)).collect()
}

fn examples(tree: &SourceTree, path: &RelPath, found: &mut Vec<Diagnostic>) -> Vec<ComponentExample> {
    yaml::record::<Vec<ComponentExample>>(tree, path, &yaml::schema_of::<Vec<ComponentExample>>())
        .into_value(found)
        .unwrap_or_default()
}

fn no_component<'a>(path: &RelPath, name: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let help = match nearest(name, known) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("请把文件改成组件的名称，或者删去这个文件", "name the file after its component, or delete it"),
    };
    Diagnostic::of(TEMPLATE, Place::File(path.clone()), say!("没有组件“{name}”", "there is no component `{name}`"))
        .help(help)
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
