//! The theme that was laid last, kept until one of its files changes.

use super::{FOLDER, Theme, ThemeRequest, layer};
use crate::diagnostic::Checked;
use crate::source::SourceTree;
use crate::value::RelPath;

/// The theme that was laid last without a diagnostic: it depends on the files under `themes/`, on its name and on the
/// languages alone. Diagnostics name places beyond these.
#[derive(Clone, Debug, Default)]
pub struct Layered {
    last: Option<(String, Theme)>,
}

impl Layered {
    /// Forgets the theme if a file may be part of it.
    pub fn forget(&mut self, path: &RelPath) {
        if path.as_str().strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/')) {
            self.last = None;
        }
    }

    /// Lays the layers of a theme over each other, unless that is what was done last.
    pub fn layer(&mut self, tree: &SourceTree, wanted: &ThemeRequest<'_>) -> Checked<Option<Theme>> {
        let is_wanted = |(name, theme): &&(String, Theme)| {
            name == wanted.name && theme.locales.iter().map(|locale| locale.lang).eq(wanted.languages.iter().copied())
        };
        if let Some((_, theme)) = self.last.as_ref().filter(is_wanted) {
            return Checked::clean(Some(theme.clone()));
        }
        let laid = layer(tree, wanted);
        let theme = laid.value.clone().filter(|_| laid.diagnostics.is_empty());
        self.last = theme.map(|theme| (wanted.name.to_owned(), theme));
        laid
    }
}
