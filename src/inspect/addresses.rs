//! Which elements and attributes of a page may carry an address, and what it may lead to. Whatever is not listed here
//! may carry none.

use super::tags::Tag;

/// What an address in an attribute is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A reader follows it, so it may lead to another site.
    Followed,
    /// The browser loads it, so it is part of this site.
    Loaded,
    /// The browser loads one of several, parted by commas, each with a size.
    LoadedList,
    /// No page needs it.
    Refused,
}

/// Elements that load, submit or move the page, which no notice needs.
const REFUSED_ELEMENTS: [&str; 10] =
    ["applet", "base", "embed", "fencedframe", "frame", "frameset", "iframe", "noembed", "object", "portal"];

/// What links of the head may lead elsewhere by: they only say something about the page.
const INFORMING: [&str; 6] = ["alternate", "author", "canonical", "help", "license", "search"];

/// Returns whether an element may stand on a page at all.
pub(super) fn is_refused(tag: &Tag<'_, '_>) -> bool {
    let moves = || tag.attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"));
    REFUSED_ELEMENTS.contains(&&*tag.name) || tag.name == "meta" && moves()
}

/// Returns what the address in an attribute is for; none if the attribute carries no address.
pub(super) fn used_for(tag: &Tag<'_, '_>, attribute: &str) -> Option<Use> {
    match attribute {
        "href" | "xlink:href" => Some(if is_followed(tag) { Use::Followed } else { Use::Loaded }),
        "src" | "poster" | "action" | "cite" => Some(Use::Loaded),
        "srcset" | "imagesrcset" => Some(Use::LoadedList),
        "archive" | "attributionsrc" | "background" | "classid" | "code" | "codebase" | "data" | "dynsrc"
        | "formaction" | "icon" | "longdesc" | "lowsrc" | "manifest" | "ping" | "profile" | "srcdoc" | "usemap"
        | "xml:base" => Some(Use::Refused),
        _ => None,
    }
}

fn is_followed(tag: &Tag<'_, '_>) -> bool {
    let informs = |rel: &str| rel.split_ascii_whitespace().all(|word| INFORMING.contains(&&*word.to_ascii_lowercase()));
    match &*tag.name {
        "a" | "area" => true,
        "link" => tag.attribute("rel").is_some_and(|rel| !rel.trim().is_empty() && informs(&rel)),
        _ => false,
    }
}

/// Returns the addresses of a list such as `a.png 1x, b.png 2x`.
pub(super) fn in_list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter_map(|candidate| candidate.split_ascii_whitespace().next())
}
