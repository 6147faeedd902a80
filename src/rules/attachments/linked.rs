//! Files that no text links to: they would be published all the same.

use std::collections::BTreeSet;

use super::UNLINKED_FILE;
use super::kind::FileKind;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::notice::{Passage, PassageGroup};
use crate::say;
use crate::site;
use crate::value::{RelPath, url};

/// Returns a diagnostic for every file that nothing links to, neither a text nor the theme.
pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    if edition.notice.files.is_empty() {
        return Vec::new();
    }
    let linked = linked(edition);
    let unlinked = edition.notice.files.iter().filter(|path| !linked.contains(*path));
    unlinked.filter(|path| !is_of_theme(edition, path)).map(finding).collect()
}

/// Returns every file that a text of the notice links to, in whatever language.
fn linked(edition: &Edition) -> BTreeSet<RelPath> {
    let (notice, tree) = (&edition.notice, &edition.tree);
    let of_issues = notice.issues.iter().flat_map(|issue| issue.passages(tree));
    let texts = notice.passages(tree).into_iter().chain(of_issues).flat_map(PassageGroup::into_iter);
    let links = |passage: Passage<'_>| -> Vec<RelPath> {
        let destinations = passage.doc().into_iter().flat_map(|doc| doc.destinations());
        destinations.filter_map(|to| site::attachment(tree, passage.path, &to)).collect()
    };
    texts.flat_map(links).collect()
}

/// Returns whether the theme names a file, as a page of it would link to it.
fn is_of_theme(edition: &Edition, path: &RelPath) -> bool {
    let published = path.as_str().trim_start_matches("content/");
    let names = [published.to_owned(), url::encoded_path(published).to_string()];
    let texts = edition.tree.under("themes").filter_map(|path| edition.tree.text(path.as_str()));
    texts.into_iter().any(|text| names.iter().any(|name| text.contains(name)))
}

fn finding(path: &RelPath) -> Diagnostic {
    let inside = path.as_str().trim_start_matches("content/");
    let stem = path.name().rsplit_once('.').map_or(path.name(), |(stem, _)| stem);
    let words: String = stem.chars().filter(|c| !"[]\\*_`".contains(*c)).collect();
    let needs_brackets = inside.contains([' ', '(', ')', '<', '>']);
    let address = if needs_brackets { format!("<../{inside}>") } else { format!("../{inside}") };
    let ending = path.name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    let is_picture = matches!(
        FileKind::of_ending(&ending),
        Some(FileKind::Png | FileKind::Jpeg | FileKind::Webp | FileKind::Gif | FileKind::Svg)
    );
    let mark = if is_picture { "!" } else { "" };
    Diagnostic::of(
        &UNLINKED_FILE,
        Place::File(path.clone()),
        say!("没有正文链接到这个文件，但它会公布上网", "no text links to this file, but it would be published"),
    )
    .help(say!(
        "不公布的，请删去或移到 content/ 之外；要公布的，请在问题的正文里写 {mark}[{words}]({address})",
        "if it is not for the public, delete it or move it out of content/; if it is, write {mark}[{words}]({address}) in the narrative of an issue"
    ))
}
