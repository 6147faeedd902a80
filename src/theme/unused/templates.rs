//! Templates that nothing reads, and components that nothing calls.

use super::super::built_in::BUILT_IN_FILES;
use super::super::components::{defined, definition};
use super::super::{FOLDER, UNUSED_THEME_FILE};
use super::{Layer, is_quoted, near, unused};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::SourceTree;
use crate::value::RelPath;

impl Layer<'_> {
    /// Returns diagnostics for a template that nothing reads, or for components in it that nothing calls.
    pub(super) fn template(&self, tree: &SourceTree, path: &RelPath, name: &str) -> Vec<Diagnostic> {
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
}
