//! Custom properties that a style defines and nothing reads.

use std::collections::BTreeSet;

use super::super::css::StyleSheets;
use super::super::files::nearest_files;
use super::super::{STATIC, UNUSED_THEME_FILE};
use super::near;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;

/// Names every custom property that a style defines and nothing reads: `--acent: red` changes no colour.
pub(super) fn unread(
    tree: &SourceTree,
    layers: &[String],
    templates: &[(String, String)],
    sheets: &StyleSheets<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let properties: Vec<_> = sheets.iter().map(|(path, sheet)| (*path, sheet.custom_properties())).collect();
    let read: BTreeSet<&str> = properties.iter().flat_map(|(_, of)| of.read.iter().map(|read| read.name)).collect();
    let scripts = nearest_files(tree, layers, STATIC).into_values().filter(|path| path.as_str().ends_with(".js"));
    let scripts: Vec<&str> = scripts.filter_map(|path| tree.text(path.as_str())).collect();
    let beside = || templates.iter().map(|(_, text)| text.as_str()).chain(scripts.iter().copied());
    let is_read = |name: &str| read.contains(name) || beside().any(|text| text.contains(name));
    for (path, properties) in &properties {
        let mut seen = BTreeSet::new();
        let unread = properties.defined.iter().filter(|(name, _)| !is_read(name));
        for (name, range) in unread.filter(|(name, _)| seen.insert(*name)) {
            let help = near(name, read.iter().copied(), || {
                say!("请在样式里用 var({name}) 读它，否则删去", "read it in a style, var({name}), or delete it")
            });
            let message = say!("没有样式读“{name}”", "no style reads `{name}`");
            let place = Place::span(path, range.clone());
            found.push(Diagnostic::of(UNUSED_THEME_FILE, place, message).help(help));
        }
    }
}
