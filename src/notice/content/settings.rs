//! What is read of `notice.yaml` before any record: its languages and how it numbers issues.

use crate::source::{SourceTree, yaml};
use crate::value::{Lang, Numbering, RelPath};

/// Returns the first language of a notice, as far as that can be read.
pub(super) fn default_language(tree: &SourceTree, notice: Option<&RelPath>) -> Lang {
    let codes = notice.and_then(|path| yaml::peek(tree, path, "languages")).unwrap_or_default();
    codes.first().and_then(|code| Lang::of(code)).unwrap_or_else(|| Lang::new("zh"))
}

/// Returns how a notice numbers its issues, as far as that can be read.
pub(super) fn numbering(tree: &SourceTree, notice: Option<&RelPath>) -> Numbering {
    let written = notice.and_then(|path| yaml::peek(tree, path, "numbering")).unwrap_or_default();
    if written == ["per-section"] { Numbering::PerSection } else { Numbering::default() }
}

/// Returns the language of a notice that has one. Where nothing can be read of its languages, that is a diagnostic of
/// its own, and Chinese is taken for the only one.
pub(super) fn only_language(tree: &SourceTree, notice: Option<&RelPath>) -> Option<Lang> {
    let codes = notice.and_then(|path| yaml::peek(tree, path, "languages"));
    match codes.as_deref() {
        None | Some([]) => Lang::of("zh"),
        Some([only]) => Lang::of(only),
        Some(_) => None,
    }
}
