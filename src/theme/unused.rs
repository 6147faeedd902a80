//! Files of a theme that nothing reads: a name that is misspelled would change nothing, without a word.
//!
//! A template is read if the built-in theme or a layer beyond has one of its name, if a template names it, or if it has
//! a component that is called. A file of `static/` is read if a template or a style names it, and a custom property of a
//! style if a style, a template or a script does.

mod assets;
mod names;
mod properties;
mod templates;

use super::built_in::BUILT_IN_FILES;
use super::css::StyleSheets;
use super::{BUILT_IN, FOLDER, UNUSED_THEME_FILE};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::value::RelPath;
use names::{beside, ending, lost_folder, messages};
use properties::unread;

/// A layer, and all that may name its files.
struct Layer<'a> {
    /// Every template of the theme by its full name, nearest layer first.
    templates: &'a [(String, String)],
    /// Those of the layers beyond.
    beyond: &'a [(String, String)],
    /// Every style sheet of the theme.
    styles: &'a [&'a str],
    name: &'a str,
}

/// Names every file that nothing reads, in every layer of a theme. `templates` are those of all layers, in their order.
pub(super) fn report(
    tree: &SourceTree,
    layers: &[String],
    templates: &[(String, String)],
    sheets: &StyleSheets<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let is_style = |path: &&RelPath| path.as_str().ends_with(".css");
    let of_theme = layers.iter().flat_map(|layer| files(tree, layer)).map(|(path, _)| path);
    let styles: Vec<&str> = of_theme.filter(is_style).filter_map(|path| tree.text(path.as_str())).collect();
    for (at, name) in layers.iter().enumerate() {
        let is_beyond = |full: &str| layers[at + 1..].iter().any(|layer| full.split('/').next() == Some(layer));
        let beyond = templates.iter().position(|(full, _)| is_beyond(full)).unwrap_or(templates.len());
        let layer = Layer { templates, beyond: &templates[beyond..], styles: &styles, name };
        let is_built_in = |file: &str| name == BUILT_IN && BUILT_IN_FILES.get_file(file).is_some();
        for (path, file) in files(tree, name).filter(|(_, file)| !is_built_in(file)) {
            found.extend(layer.look(tree, path, file));
        }
    }
    unread(tree, layers, templates, sheets, found);
}

/// Returns the files of a layer, each with its name in the layer.
fn files<'a>(tree: &'a SourceTree, layer: &str) -> impl Iterator<Item = (&'a RelPath, &'a str)> + use<'a> {
    let folder = format!("{FOLDER}/{layer}");
    let paths: Vec<&RelPath> = tree.under(&folder).collect();
    paths.into_iter().map(move |path| (path, &path.as_str()[folder.len() + 1..]))
}

impl Layer<'_> {
    fn look(&self, tree: &SourceTree, path: &RelPath, file: &str) -> Vec<Diagnostic> {
        let Some((folder, name)) = file.split_once('/') else { return beside(path, file).into_iter().collect() };
        let lost = match folder {
            "templates" => return self.template(tree, path, name),
            "styles" => (!name.ends_with(".css")).then(|| ending(name, ".css")),
            "static" => (!self.names_asset(name)).then(|| self.lost_asset(name)),
            "messages" => messages(name),
            "examples" => self.lost_example(name),
            _ => Some(lost_folder(folder)),
        };
        lost.map(|help| unused(Place::File(path.clone()), help)).into_iter().collect()
    }
}

/// Returns the name that is meant, or what else to do.
fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, else_do: impl FnOnce() -> Message) -> Message {
    match nearest(name, known) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => else_do(),
    }
}

/// Returns whether a template has a text between quotation marks.
fn is_quoted(template: &str, text: &str) -> bool {
    ['"', '\''].iter().any(|mark| template.contains(&format!("{mark}{text}{mark}")))
}

fn unused(place: Place, help: Message) -> Diagnostic {
    let message = say!("外观用不到这个文件", "nothing in the theme reads this file");
    Diagnostic::of(UNUSED_THEME_FILE, place, message).help(help)
}
