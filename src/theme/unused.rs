//! Files of a theme that nothing reads: a name that is misspelled would change nothing, without a word.
//!
//! A template is read if the built-in theme or a layer beyond has one of its name, if a template names it, or if it has
//! a component that is called. A file of `static/` is read if a template or a style names it, and a custom property of a
//! style if a style, a template or a script does.

use std::collections::BTreeSet;

use super::built_in::BUILT_IN_FILES;
use super::components::{defined, definition};
use super::css::StyleSheets;
use super::files::nearest_files;
use super::{BUILT_IN, FOLDER, STATIC, UNUSED_THEME_FILE};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::value::{Lang, RelPath};

/// The folders that a theme may have.
const FOLDERS: [&str; 5] = ["templates", "styles", "static", "messages", "examples"];

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

/// Names every custom property that a style defines and nothing reads: `--acent: red` changes no colour.
fn unread(
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

    /// Returns diagnostics for a template that nothing reads, or for components in it that nothing calls.
    fn template(&self, tree: &SourceTree, path: &RelPath, name: &str) -> Vec<Diagnostic> {
        let text = tree.text(path.as_str()).unwrap_or_default();
        let components: Vec<String> = defined(path, text).into_iter().map(|component| component.name).collect();
        if components.is_empty() {
            let is_read = self.has_beyond(name) || self.names_template(name);
            return if is_read {
                Vec::new()
            } else {
                vec![unused(Place::File(path.clone()), self.lost_template(name))]
            };
        }
        let uncalled = components.iter().filter(|component| !self.calls(tree, component));
        uncalled.map(|name| self.uncalled(path, text, name)).collect()
    }

    fn has_beyond(&self, name: &str) -> bool {
        let of_name = |(full, _): &(String, String)| full.split_once('/').is_some_and(|(_, file)| file == name);
        self.beyond.iter().any(of_name) || BUILT_IN_FILES.get_file(format!("templates/{name}")).is_some()
    }

    fn names_template(&self, name: &str) -> bool {
        let full = format!("{}/{name}", self.name);
        let part = name.strip_prefix("shared/").and_then(|name| name.strip_suffix(".html"));
        let part = part.map(|part| format!("shared.{part}"));
        let sets_part = |text: &str| part.as_ref().is_some_and(|part| text.contains(part));
        self.templates.iter().any(|(_, text)| is_quoted(text, name) || is_quoted(text, &full) || sets_part(text))
    }

    fn lost_template(&self, name: &str) -> Message {
        let known = self.beyond.iter().filter_map(|(full, _)| Some(full.split_once('/')?.1));
        near(name, known, || {
            say!(
                "请用自带模板的文件名（gongkai theme copy --list 列出），或在模板里用 {{% include \"{name}\" %}} 引用它",
                "use the name of a built-in template (`gongkai theme copy --list` lists them), or name it in a template: {{% include \"{name}\" %}}"
            )
        })
    }

    /// Returns whether a component is called, has examples that show it, or takes the place of one beyond.
    fn calls(&self, tree: &SourceTree, component: &str) -> bool {
        let call = format!("<{component}");
        let is_call = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || "_-.:".contains(c));
        let is_called = |text: &str| text.match_indices(&call).any(|(at, call)| is_call(&text[at + call.len()..]));
        self.components_beyond().any(|known| known == component)
            || self.templates.iter().any(|(_, text)| is_called(text))
            || tree.has(&format!("{FOLDER}/{}/examples/{component}.yaml", self.name))
    }

    fn components_beyond(&self) -> impl Iterator<Item = String> {
        self.beyond.iter().flat_map(|(_, text)| defined(&RelPath::of(FOLDER), text)).map(|component| component.name)
    }

    fn uncalled(&self, path: &RelPath, text: &str, name: &str) -> Diagnostic {
        let known: Vec<String> = self.components_beyond().collect();
        let help = near(name, known.iter().map(String::as_str), || {
            say!("请在模板里写 {{{{ <{name} … /> }}}} 来用它", "call it in a template: {{{{ <{name} … /> }}}}")
        });
        let message = say!("没有模板用到组件“{name}”", "no template calls the component `{name}`");
        Diagnostic::of(UNUSED_THEME_FILE, Place::span(path, definition(text, name)), message).help(help)
    }

    fn names_asset(&self, name: &str) -> bool {
        let own = name.rsplit('/').next().unwrap_or(name);
        self.templates.iter().any(|(_, text)| is_quoted(text, name))
            || self.styles.iter().any(|text| text.contains(own))
    }

    fn lost_asset(&self, name: &str) -> Message {
        let built_in = BUILT_IN_FILES.get_dir("static").into_iter().flat_map(|folder| folder.files());
        let known: Vec<String> =
            built_in.filter_map(|file| Some(file.path().file_name()?.to_str()?.to_owned())).collect();
        near(name, known.iter().map(String::as_str), || {
            say!(
                "请在模板里用 asset(name=\"{name}\") 或在样式里用 url({name}) 引用它，否则删去",
                "name it in a template as asset(name=\"{name}\") or in a style as url({name}), or delete it"
            )
        })
    }

    fn lost_example(&self, name: &str) -> Option<Message> {
        let Some(component) = name.strip_suffix(".yaml") else { return Some(ending(name, ".yaml")) };
        let known = self.templates.iter().flat_map(|(_, text)| defined(&RelPath::of(FOLDER), text));
        let known: Vec<String> = known.map(|component| component.name).collect();
        (!known.iter().any(|known| known == component)).then(|| {
            near(component, known.iter().map(String::as_str), || {
                say!(
                    "示例的文件名就是组件的名称，没有组件“{component}”",
                    "a file of examples is named after its component, and there is no component `{component}`"
                )
            })
        })
    }
}

/// Returns a diagnostic for a file beside the folders of a theme, unless it is the record or one for people.
fn beside(path: &RelPath, file: &str) -> Option<Diagnostic> {
    let is_for_people = [".md", ".txt"].iter().any(|ending| file.ends_with(ending)) || !file.contains('.');
    let help = || near(file, [super::RECORD], || lost_folder(file));
    (file != super::RECORD && !is_for_people && !file.starts_with('.'))
        .then(|| unused(Place::File(path.clone()), help()))
}

fn messages(name: &str) -> Option<Message> {
    let Some(code) = name.strip_suffix(".yaml") else { return Some(ending(name, ".yaml")) };
    Lang::of(code).is_none().then(|| {
        say!(
            "“{code}”不是语言代码；文件名写成 zh.yaml、en.yaml 这样",
            "`{code}` is not a language code; name the file like zh.yaml or en.yaml"
        )
    })
}

fn lost_folder(name: &str) -> Message {
    near(name, FOLDERS, || {
        let (zh, en) = (FOLDERS.join("/、"), FOLDERS.join("/, "));
        say!("外观只有 theme.yaml 和 {zh}/", "a theme has theme.yaml and {en}/")
    })
}

fn ending(name: &str, ending: &str) -> Message {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    say!("请改名为 {stem}{ending}，或者移走", "rename it to {stem}{ending}, or move it away")
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
