//! What authors wrote in the content: a mistake of theirs is named in their file, not at the pages that are made of it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;
use crate::theme::OUTPUT;
use crate::value::{RelPath, url};

/// The folder of what authors write.
const FOLDER: &str = "content";

/// Returns whether a text stands in any file of the content.
pub(super) fn has(tree: &SourceTree, text: &str) -> bool {
    texts(tree).any(|(_, content)| content.contains(text))
}

/// Returns a diagnostic for a link of an author to a place that a page does not have, in the file that has the link;
/// none if no author wrote one.
pub(super) fn lost_anchor(tree: &SourceTree, href: &str) -> Option<Diagnostic> {
    let (page, anchor) = href.split_once('#').filter(|(page, _)| !page.is_empty())?;
    let anchor = url::decoded(anchor);
    let (path, range) = texts(tree).find_map(|(path, text)| Some((path, link_in(text, page, &anchor)?)))?;
    let message =
        say!("链接指向的页面没有“{anchor}”这个位置", "the page that the link leads to has no place `{anchor}`");
    Some(Diagnostic::of(OUTPUT, Place::span(path, range), message).help(say!(
        "请删去“#”和后面的部分，或者写那个页面上有的位置",
        "take out `#` and what follows, or write a place that the page has"
    )))
}

fn texts(tree: &SourceTree) -> impl Iterator<Item = (&RelPath, &str)> {
    let is_written = |path: &&RelPath| [".md", ".yaml"].iter().any(|ending| path.as_str().ends_with(ending));
    tree.under(FOLDER).filter(is_written).map(|path| (path, tree.text(path.as_str()).unwrap_or_default()))
}

/// Returns where a text links to an anchor of the file that a page is made of: the `#` and what follows.
fn link_in(text: &str, page: &str, anchor: &str) -> Option<Range<usize>> {
    text.match_indices('#').find_map(|(at, _)| {
        let start = text[..at].rfind(is_edge).map_or(0, |edge| edge + 1);
        let end = text[at..].find(is_edge).map_or(text.len(), |length| at + length);
        let is_it = is_made_of(page, &text[start..at]) && url::decoded(&text[at + 1..end]) == anchor;
        is_it.then_some(at..end)
    })
}

/// Returns whether a character of one byte ends the address of a link in a text.
fn is_edge(c: char) -> bool {
    c.is_ascii_whitespace() || "()<>[]\"'".contains(c)
}

/// Returns whether a page such as `issues/007.html` is made of a file such as `../2-people/7.zh.md`.
fn is_made_of(page: &str, file: &str) -> bool {
    let stem = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default().trim_start_matches('0').to_owned()
    };
    let (page, file_stem) = (stem(page), stem(file));
    let is_text = [".md", ".yaml"].iter().any(|ending| file.ends_with(ending));
    // A part's page is called like its file without the number.
    let is_named = page == file_stem || file_stem.split_once('-').is_some_and(|(_, name)| page == name);
    is_text && (is_named || page == "notice" && file_stem == "closing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_by_the_page_and_the_place() {
        let text = "# 标题\n见[甲](../1-policy/005.zh.md#here)、[乙](6.zh.md#here)、<7.zh.md#一%20二>。";
        let found = |href: &str| {
            let (page, anchor) = href.split_once('#').expect("an anchor");
            link_in(text, page, anchor).map(|range| &text[range])
        };
        assert_eq!(found("005.html#here"), Some("#here"));
        assert_eq!(found("issues/006.html#here"), Some("#here"));
        assert_eq!(found("issues/007.html#一 二"), Some("#一%20二"));
        assert_eq!(link_in("[丁](parts/20-duty.zh.md#here)", "duty.html", "here"), Some(25..30));
        assert_eq!(found("issues/008.html#here"), None);
        assert_eq!(found("issues/005.html#her"), None);
    }
}
