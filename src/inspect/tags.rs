//! The tags of a page, read without a tree: pages are gongkai's own well-formed HTML, and speed matters at twenty thousand of them.

use std::borrow::Cow;

/// An opening tag.
pub(super) struct Tag<'a> {
    /// The name of the element.
    pub(super) name: &'a str,
    attributes: &'a str,
}

/// Every opening tag of a page. What stands inside scripts, styles and comments is no tag.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')? + 1..];
            match rest.as_bytes().first()? {
                b'!' => {
                    if let Some(comment) = rest.strip_prefix("!--") {
                        rest = comment.split_once("-->")?.1;
                    }
                    continue;
                }
                byte if !byte.is_ascii_alphabetic() => continue,
                _ => {}
            }
            let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
            let (name, attributes) = rest.split_at(length);
            let end = end_of_tag(attributes)?;
            rest = &attributes[end + 1..];
            if ["script", "style"].contains(&name) {
                rest = &rest[rest.find("</")?..];
            }
            return Some(Tag { name, attributes: &attributes[..end] });
        }
    })
}

/// Where a tag ends: the first `>` outside quotation marks.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + text.as_bytes()[at..].iter().position(|byte| matches!(byte, b'>' | b'"' | b'\''))?;
        let sign = char::from(text.as_bytes()[found]);
        if sign == '>' {
            return Some(found);
        }
        at = found + 1 + text[found + 1..].find(sign)? + 1;
    }
}

impl<'a> Tag<'a> {
    /// The value of an attribute, entities undone.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().find(|(key, _)| *key == name).map(|(_, value)| unescaped(value))
    }

    /// Every attribute with its value as it is written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches([' ', '\n', '\t', '\r', '/']);
            if rest.is_empty() {
                return None;
            }
            let end = rest.bytes().position(|byte| byte == b'=' || byte.is_ascii_whitespace()).unwrap_or(rest.len());
            let name = &rest[..end];
            rest = &rest[end..];
            let Some(after) = rest.strip_prefix('=') else { return Some((name, "")) };
            let (value, next) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len())),
            };
            rest = next;
            Some((name, value))
        })
    }
}

/// The value of an attribute with its entities undone.
pub(super) fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let entities = [("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    Cow::Owned(entities.iter().fold(value.to_owned(), |text, (entity, sign)| text.replace(entity, sign)))
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_and_their_attributes() {
        let html = r#"<!DOCTYPE html><!-- <a> --><p class=x><a href="a&amp;b.html#c" title='1 > 0'>x</a><script>if (a<b) "<i>"</script><input disabled><br/>"#;
        let names: Vec<_> = tags(html).map(|t| t.name.to_owned()).collect();
        assert_eq!(names, ["p", "a", "script", "input", "br"]);
        let link = tags(html).find(|t| t.name == "a").expect("a link");
        assert_eq!(link.attribute("href").as_deref(), Some("a&b.html#c"));
        assert_eq!(link.attribute("title").as_deref(), Some("1 > 0"));
        assert_eq!(tags(html).find(|t| t.name == "input").and_then(|t| t.attribute("disabled")).as_deref(), Some(""));
    }
}
