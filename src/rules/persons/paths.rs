//! Private data in the names of files and folders, which stand in addresses.

use std::collections::BTreeSet;

use super::find::Find;
use super::finds;
use super::public::Public;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::content;
use crate::notice::edition::Edition;
use crate::say;
use crate::value::RelPath;

/// Returns diagnostics for what the names of files and folders give away: they stand in addresses. A folder is named
/// once.
pub(super) fn in_names_of_files(edition: &Edition) -> Vec<Diagnostic> {
    let public = Public::of_notice(&edition.notice);
    let mut seen = BTreeSet::new();
    let in_path = |path: &RelPath| -> Vec<Diagnostic> {
        let parts = path.as_str().match_indices('/').map(|(end, _)| end).chain([path.as_str().len()]);
        let new: Vec<&str> =
            parts.map(|end| &path.as_str()[..end]).filter(|part| seen.insert((*part).to_owned())).collect();
        let name = |part: &str| part.rsplit('/').next().unwrap_or_default().to_owned();
        let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let names = new.iter().map(|part| if *part == path.as_str() { stem(&name(part)) } else { name(part) });
        names.flat_map(|name| in_name(path, &name, &public)).collect()
    };
    edition.tree.under(content::FOLDER).flat_map(in_path).collect()
}

/// Returns diagnostics for the private data in a name.
fn in_name(path: &RelPath, name: &str, public: &Public) -> Vec<Diagnostic> {
    let named = |find: Find| {
        let mut finding = find.diagnostic(Place::File(path.clone()), name);
        let Message { zh, en } = finding.message;
        finding.message = say!("文件或文件夹的名字：{zh}", "in the name of a file or folder: {en}");
        finding.help(say!("请改名，链接也跟着改", "rename it, and change the links to it"))
    };
    finds(name).into_iter().filter(|find| !public.has(find)).map(named).collect()
}
