//! Files whose names or endings belong to no folder of a theme.

use super::super::components::defined;
use super::super::{FOLDER, RECORD};
use super::{Layer, near, unused};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::value::{Lang, RelPath};

/// The folders that a theme may have.
const FOLDERS: [&str; 5] = ["templates", "styles", "static", "messages", "examples"];

/// Returns a diagnostic for a file beside the folders of a theme, unless it is the record or one for people.
pub(super) fn beside(path: &RelPath, file: &str) -> Option<Diagnostic> {
    let is_for_people = [".md", ".txt"].iter().any(|ending| file.ends_with(ending)) || !file.contains('.');
    let help = || near(file, [RECORD], || lost_folder(file));
    (file != RECORD && !is_for_people && !file.starts_with('.')).then(|| unused(Place::File(path.clone()), help()))
}

pub(super) fn messages(name: &str) -> Option<Message> {
    let Some(code) = name.strip_suffix(".yaml") else { return Some(ending(name, ".yaml")) };
    Lang::of(code).is_none().then(|| {
        say!(
            "“{code}”不是语言代码；文件名写成 zh.yaml、en.yaml 这样",
            "`{code}` is not a language code; name the file like zh.yaml or en.yaml"
        )
    })
}

impl Layer<'_> {
    pub(super) fn lost_example(&self, name: &str) -> Option<Message> {
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

pub(super) fn lost_folder(name: &str) -> Message {
    near(name, FOLDERS, || {
        let (zh, en) = (FOLDERS.join("/、"), FOLDERS.join("/, "));
        say!("外观只有 theme.yaml 和 {zh}/", "a theme has theme.yaml and {en}/")
    })
}

pub(super) fn ending(name: &str, ending: &str) -> Message {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    say!("请改名为 {stem}{ending}，或者移走", "rename it to {stem}{ending}, or move it away")
}
