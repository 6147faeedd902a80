//! Texts that are markup: a page, a drawing or data, by their first tag.

use crate::rules::attachments::kind::FileKind;
use crate::rules::attachments::markup;
use crate::rules::attachments::trouble::Trouble;
use crate::say;

pub(super) fn of_markup(text: &str, tag: &str, is_gb18030: bool) -> (FileKind, Option<Trouble>) {
    let is_drawing = tag.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case("svg"));
    let trouble = if is_gb18030 {
        Some(Trouble::damaged(say!("编码不是 UTF-8", "it is not in UTF-8")))
    } else {
        markup::trouble(text)
    };
    let is_data = text.trim_start().starts_with("<?xml") || !matches!(trouble, Some(Trouble::Unreadable(..)));
    match (is_drawing, is_data) {
        (true, _) => (FileKind::Svg, trouble),
        (false, true) => (FileKind::Xml, trouble),
        // A text that only begins with a bracket.
        (false, false) => (FileKind::Text, None),
    }
}

/// Returns the name of the first tag of a text that begins with one; what stands before it in a document is passed
/// over.
pub(super) fn first_tag(text: &str) -> Option<&str> {
    const PAGE: &str = "<!doctype html";
    let mut rest = text.trim_start();
    while rest.starts_with("<!") || rest.starts_with("<?") {
        if rest.get(..PAGE.len()).is_some_and(|start| start.eq_ignore_ascii_case(PAGE)) {
            return Some("html");
        }
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->")? + 3,
            _ if rest.starts_with("<?") => rest.find("?>")? + 2,
            _ => end_of_doctype(rest)?,
        };
        rest = rest[end..].trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || "/>".contains(c)).unwrap_or(name.len());
    name[..end].starts_with(|c: char| c.is_alphabetic() || c == '_').then_some(&name[..end])
}

/// Returns where a document type ends: after its bracket, or after the declarations in it.
fn end_of_doctype(text: &str) -> Option<usize> {
    let end = text.find('>')?;
    let inner = match text[..end].contains('[') {
        true => text.find(']')?,
        false => return Some(end + 1),
    };
    Some(inner + text[inner..].find('>')? + 1)
}

/// Returns whether a text that begins with a tag is a web page. What says that it is XML may have any names.
pub(super) fn is_of_page(text: &str, tag: &str) -> bool {
    const TAGS: [&str; 24] = [
        "html", "head", "body", "script", "style", "title", "meta", "link", "base", "iframe", "frameset", "p", "div",
        "span", "table", "form", "h1", "h2", "h3", "br", "img", "ul", "ol", "font",
    ];
    let known = if text.trim_start().starts_with("<?xml") { &TAGS[..1] } else { &TAGS[..] };
    known.iter().any(|known| tag.eq_ignore_ascii_case(known))
}
