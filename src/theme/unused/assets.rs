//! Files of `static/` that no template and no style names.

use super::super::built_in::BUILT_IN_FILES;
use super::{Layer, is_quoted, near};
use crate::diagnostic::Message;
use crate::say;

impl Layer<'_> {
    pub(super) fn names_asset(&self, name: &str) -> bool {
        let own = name.rsplit('/').next().unwrap_or(name);
        self.templates.iter().any(|(_, text)| is_quoted(text, name))
            || self.styles.iter().any(|text| text.contains(own))
    }

    pub(super) fn lost_asset(&self, name: &str) -> Message {
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
}
