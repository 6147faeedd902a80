//! The files of examples, each named after its component.

use super::super::files::nearest_files;
use super::super::{FOLDER, Theme};
use super::ComponentExample;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::say;
use crate::source::{SourceTree, yaml};
use crate::theme::TEMPLATE;
use crate::value::RelPath;

/// Returns the example files of a theme, nearest layer first, by the name of their component.
pub(super) fn example_files(tree: &SourceTree, theme: &Theme) -> Vec<(String, RelPath)> {
    let file = |name: &str| {
        let paths =
            theme.layers.iter().filter_map(|layer| RelPath::new(&format!("{FOLDER}/{layer}/examples/{name}")).ok());
        let path = paths.into_iter().find(|path| tree.has(path.as_str()))?;
        Some((name.strip_suffix(".yaml")?.to_owned(), path))
    };
    nearest_files(tree, &theme.layers, "examples").keys().filter_map(|name| file(name)).collect()
}

pub(super) fn examples(tree: &SourceTree, path: &RelPath, found: &mut Vec<Diagnostic>) -> Vec<ComponentExample> {
    yaml::record::<Vec<ComponentExample>>(tree, path, &yaml::schema_of::<Vec<ComponentExample>>())
        .into_value(found)
        .unwrap_or_default()
}

pub(super) fn no_component<'a>(path: &RelPath, name: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let help = match nearest(name, known) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("请把文件改成组件的名称，或者删去这个文件", "name the file after its component, or delete it"),
    };
    Diagnostic::of(TEMPLATE, Place::File(path.clone()), say!("没有组件“{name}”", "there is no component `{name}`"))
        .help(help)
}
