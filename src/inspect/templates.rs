//! Where templates of the notice's own themes write what is wrong on a page.

use std::ops::Range;

use crate::diagnostic::Place;
use crate::source::SourceTree;
use crate::theme::{BUILT_IN, FOLDER};
use crate::value::RelPath;

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

/// Returns the place in a template of the notice's own themes that writes an address: as it is, or after what leads to
/// the root of the site.
pub(super) fn in_template(tree: &SourceTree, href: &str) -> Option<Place> {
    let find =
        |address: &str, before: &[char]| places_in_templates(tree, |text| address_in(text, address, before)).next();
    find(href, &['"', '\'']).or_else(|| find(href.trim_start_matches("../"), &['}']))
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
    let built_in = format!("{FOLDER}/{BUILT_IN}/");
    let is_own = move |path: &&RelPath| path.as_str().contains("/templates/") && !path.as_str().starts_with(&built_in);
    let texts = tree.under(FOLDER).filter(is_own).filter_map(|path| Some((path, tree.text(path.as_str())?)));
    texts.filter_map(move |(path, text)| Some(Place::span(path, find(text)?)))
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
}
