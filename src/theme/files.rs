//! The files of all layers by their kind, each from the nearest layer that has it.

use std::collections::BTreeMap;

use super::css::{StyleSheet, StyleSheets};
use super::{FOLDER, STATIC, STYLES};
use crate::diagnostic::Diagnostic;
use crate::source::SourceTree;
use crate::value::RelPath;

/// Returns every template of every layer: `themes/bulletin/templates/issue.html` is `bulletin/issue.html`.
pub(super) fn templates(tree: &SourceTree, layers: &[String], found: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for layer in layers {
        let folder = format!("{FOLDER}/{layer}/templates");
        for path in tree.under(&folder) {
            match tree.checked_text(path) {
                Ok(text) => {
                    let file = &path.as_str()[folder.len() + 1..];
                    templates.push((format!("{layer}/{file}"), text.to_owned()));
                }
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
    }
    templates
}

/// Returns the file of a template by its full name.
pub fn template_path(name: &str) -> Option<RelPath> {
    let (layer, file) = name.split_once('/')?;
    RelPath::new(&format!("{FOLDER}/{layer}/templates/{file}")).ok()
}

/// Returns whether a file of the project is one of the styles of a theme.
pub fn is_style(path: &RelPath) -> bool {
    matches!(path.as_str().split('/').collect::<Vec<_>>()[..], [FOLDER, _, STYLES, ..])
}

/// Returns the style sheets of a theme, those that are joined and those that are published as they are.
pub(super) fn style_sheets<'a>(tree: &'a SourceTree, layers: &[String]) -> StyleSheets<'a> {
    let paths = [STYLES, STATIC].into_iter().flat_map(|folder| nearest_files(tree, layers, folder).into_values());
    let sheets = paths.filter(|path| path.as_str().ends_with(".css"));
    sheets.filter_map(|path| Some((path, StyleSheet::read(tree.text(path.as_str())?)))).collect()
}

/// Returns the files of a folder of the theme by their names in it, each from the nearest layer that has it.
pub(super) fn nearest_files<'a>(
    tree: &'a SourceTree,
    layers: &[String],
    folder: &str,
) -> BTreeMap<&'a str, &'a RelPath> {
    let mut files = BTreeMap::new();
    for layer in layers {
        let prefix = format!("{FOLDER}/{layer}/{folder}");
        for path in tree.under(&prefix) {
            files.entry(&path.as_str()[prefix.len() + 1..]).or_insert(path);
        }
    }
    files
}
