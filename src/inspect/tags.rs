//! The tags of a page, read without a tree: pages are gongkai's own well-formed HTML, and speed matters at twenty thousand of them.

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
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = &comment[comment.find("-->")? + 3..];
                continue;
            }
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let end = end_of_tag(rest)?;
            let inside = &rest[..end];
            rest = &rest[end + 1..];
            let name = inside.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
            if ["script", "style"].contains(&name) {
                rest = &rest[rest.find("</")?..];
            }
            return Some(Tag { name, attributes: &inside[name.len()..] });
        }
    })
}

/// Where a tag ends: the first `>` outside quotation marks.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(byte);
            false
        }
        (Some(open), byte) if byte == open => {
            quote = None;
            false
        }
        _ => false,
    })
}

impl<'a> Tag<'a> {
    /// The value of an attribute, entities undone.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.pairs().find(|(key, _)| *key == name).map(|(_, value)| unescaped(value))
    }

    /// The names of all attributes.
    pub(super) fn attribute_names(&self) -> impl Iterator<Item = &'a str> {
        self.pairs().map(|(name, _)| name)
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
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

fn unescaped(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    value
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
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
        assert_eq!(tags(html).find(|t| t.name == "input").map(|t| t.attribute("disabled")), Some(Some(String::new())));
    }
}
