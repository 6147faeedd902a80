//! What authors wrote themselves, in the content and in templates: a mistake is named in their file, not at the pages that are made of it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;
use crate::theme::{BUILT_IN, FOLDER as THEMES, OUTPUT};
use crate::value::{RelPath, url};

/// The folder of what authors write.
const FOLDER: &str = "content";

/// Whether a text stands in any file of the content.
pub(super) fn has(tree: &SourceTree, text: &str) -> bool {
    texts(tree).any(|(_, content)| content.contains(text))
}

/// A link of an author to a place that a page does not have, in the file that has it; none if no author wrote one.
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

/// The place in a template of the notice's own themes that writes an address: as it is, or behind what leads to the root of the site.
pub(super) fn in_template(tree: &SourceTree, href: &str) -> Option<Place> {
    let find =
        |address: &str, before: &[char]| places_in_templates(tree, |text| address_in(text, address, before)).next();
    find(href, &['"', '\'']).or_else(|| find(href.trim_start_matches("../"), &['}']))
}

/// Something that a template of the notice's own themes may have brought to a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Brought<'a> {
    /// An element, named in small letters.
    Element(&'a str),
    /// An element that lacks an attribute.
    Without(&'a str, &'a str),
    /// An attribute of an element.
    Attribute(&'a str, &'a str),
    /// An element that is no mistake by itself: it is named only if one template alone has it.
    Only(&'a str),
    /// Words as they are.
    Words(&'a str),
}

/// Where a template of the notice's own themes has it; none if no template does.
pub(super) fn brought_by(tree: &SourceTree, brought: Brought<'_>) -> Option<Place> {
    let mut places = places_in_templates(tree, |text| brought.place(text));
    let first = places.next();
    first.filter(|_| !matches!(brought, Brought::Only(_)) || places.next().is_none())
}

/// Where each template of the notice's own themes has something.
fn places_in_templates<'t>(
    tree: &'t SourceTree,
    find: impl Fn(&str) -> Option<Range<usize>> + 't,
) -> impl Iterator<Item = Place> + 't {
    let built_in = format!("{THEMES}/{BUILT_IN}/");
    let is_own = move |path: &&RelPath| path.as_str().contains("/templates/") && !path.as_str().starts_with(&built_in);
    let texts = tree.under(THEMES).filter(is_own).filter_map(|path| Some((path, tree.text(path.as_str())?)));
    texts.filter_map(move |(path, text)| Some(Place::span(path, find(text)?)))
}

impl Brought<'_> {
    fn place(self, text: &str) -> Option<Range<usize>> {
        match self {
            Brought::Words(words) => text.find(words).map(|at| at..at + words.len()),
            Brought::Element(element) | Brought::Only(element) => elements(text, element).next().map(|(name, _)| name),
            Brought::Without(element, attribute) => elements(text, element)
                .find(|(_, inside)| attribute_in(text, inside, attribute).is_none())
                .map(|(name, _)| name),
            Brought::Attribute(element, attribute) => {
                elements(text, element).find_map(|(_, inside)| attribute_in(text, &inside, attribute))
            }
        }
    }
}

/// Where elements of a name begin, `<` and the name, and what stands in each behind the name.
fn elements<'t>(text: &'t str, element: &'t str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + 't {
    text.match_indices('<').filter_map(move |(at, _)| {
        let behind = at + 1 + element.len();
        let is_it = text.get(at + 1..behind)?.eq_ignore_ascii_case(element);
        let rest = text.get(behind..)?;
        let ends_name = rest.starts_with(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let end = rest.find('>').map_or(text.len(), |length| behind + length);
        (is_it && ends_name).then_some((at..behind, behind..end))
    })
}

/// Where an attribute of a name stands between the brackets of a tag.
fn attribute_in(text: &str, inside: &Range<usize>, attribute: &str) -> Option<Range<usize>> {
    let tag = text.get(inside.clone())?.to_ascii_lowercase();
    let mut found = tag.match_indices(attribute).map(|(at, _)| at..at + attribute.len());
    let range = found.find(|range| {
        tag[..range.start].ends_with(|c: char| c.is_ascii_whitespace() || "\"'/".contains(c))
            && !tag[range.end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
    })?;
    Some(inside.start + range.start..inside.start + range.end)
}

/// Where an address stands up to the end of an attribute, behind one of some characters.
fn address_in(text: &str, address: &str, before: &[char]) -> Option<Range<usize>> {
    let mut found = text.match_indices(address).map(|(at, _)| at..at + address.len());
    found.find(|range| {
        !address.is_empty() && text[..range.start].ends_with(before) && text[range.end..].starts_with(['"', '\''])
    })
}

fn texts(tree: &SourceTree) -> impl Iterator<Item = (&RelPath, &str)> {
    let is_written = |path: &&RelPath| [".md", ".yaml"].iter().any(|ending| path.as_str().ends_with(ending));
    tree.under(FOLDER).filter(is_written).map(|path| (path, tree.text(path.as_str()).unwrap_or_default()))
}

/// Where a text links to an anchor of the file that a page is made of: the `#` and what follows.
fn link_in(text: &str, page: &str, anchor: &str) -> Option<Range<usize>> {
    text.match_indices('#').find_map(|(at, _)| {
        let start = text[..at].rfind(is_edge).map_or(0, |edge| edge + 1);
        let end = text[at..].find(is_edge).map_or(text.len(), |length| at + length);
        let is_it = is_made_of(page, &text[start..at]) && url::decoded(&text[at + 1..end]) == anchor;
        is_it.then_some(at..end)
    })
}

/// Whether a character of one byte ends the address of a link in a text.
fn is_edge(c: char) -> bool {
    c.is_ascii_whitespace() || "()<>[]\"'".contains(c)
}

/// Whether a page such as `issues/007.html` is made of a file such as `../2-people/7.zh.md`.
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
    fn an_address_is_found_in_the_template_that_writes_it() {
        let template = "<a href=\"{{ root }}map.html\">a map.html</a><a href='../b.html'>";
        let found = |address: &str, before: char| address_in(template, address, &[before]).map(|range| range.start);
        assert_eq!((found("map.html", '}'), found("map.html", '"'), found("ap.html", '}')), (Some(19), None, None));
        assert_eq!((found("../b.html", '\''), found("b.html", '\''), found("", '}')), (Some(52), None, None));
    }

    #[test]
    fn what_a_page_has_is_found_in_the_template_that_brought_it() {
        let template = "<p>onclick</p><P class=\"a\" onClick=\"x()\">{{ t.no.key }}<script src=\"a.js\"></script><script>x()</script><pre>";
        let found = |brought: Brought<'_>| brought.place(template).map(|range| &template[range]);
        assert_eq!(found(Brought::Attribute("p", "onclick")), Some("onClick"));
        assert_eq!(found(Brought::Attribute("p", "style")), None);
        assert_eq!(found(Brought::Element("pre")), Some("<pre"));
        assert_eq!(found(Brought::Element("pr")), None);
        assert_eq!(
            Brought::Without("script", "src").place(template).map(|at| template[..at.start].matches("<script").count()),
            Some(1)
        );
        assert_eq!(found(Brought::Words("no.key")), Some("no.key"));
    }

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
