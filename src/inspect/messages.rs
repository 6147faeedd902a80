//! Messages of the theme that are missing from a page.

use memchr::memmem;

use super::content;
use super::findings::brought;
use super::templates::Brought;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::SourceTree;
use crate::value::RelPath;

/// Returns a diagnostic for the first message that is missing: where one is, its key is set in these brackets
/// (crate::text::locale). Authors may use them, too.
pub(super) fn missing_message(tree: &SourceTree, path: &RelPath, text: &str) -> Option<Diagnostic> {
    let keys = memmem::find_iter(text.as_bytes(), "⟦".as_bytes()).filter_map(|at| {
        let (key, _) = text[at + "⟦".len()..].split_once('⟧')?;
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"._- {}".contains(&b));
        is_key.then_some(key)
    });
    let missing = keys.into_iter().find(|key| !content::has(tree, &format!("⟦{key}⟧")));
    missing.map(|key| {
        let message = match key.split_once(' ') {
            Some((key, place)) => {
                say!("用语 {key} 里的 {place} 没有内容可填", "nothing fills {place} in the message `{key}`")
            }
            None => say!("缺少用语 {key}", "the message `{key}` is missing"),
        };
        brought(tree, path, Brought::Words(key), message)
    })
}
