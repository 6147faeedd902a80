//! The tags of a page, read without a tree: pages are gongkai's own well-formed HTML, and speed matters at twenty
//! thousand of them.

use std::borrow::Cow;

use memchr::memchr;

/// Goes through the opening tags of a page. What stands inside scripts, styles and comments is no tag.
pub(super) struct Tags<'a> {
    rest: &'a str,
    attributes: Vec<(Cow<'a, str>, &'a str)>,
}

/// An opening tag.
pub(super) struct Tag<'t, 'a> {
    /// The name of the element, in small letters.
    pub(super) name: Cow<'a, str>,
    /// Every attribute: its name in small letters, its value as it is written.
    pub(super) attributes: &'t [(Cow<'a, str>, &'a str)],
}

impl<'a> Tags<'a> {
    /// Returns the tags of a page.
    pub(super) fn of(html: &'a str) -> Tags<'a> {
        Tags { rest: html, attributes: Vec::new() }
    }

    /// Returns the next one.
    pub(super) fn next(&mut self) -> Option<Tag<'_, 'a>> {
        loop {
            self.skip_past("<")?;
            match self.rest.as_bytes().first()? {
                b'!' if self.rest.starts_with("!--") => self.skip_past("-->")?,
                byte if byte.is_ascii_alphabetic() => break,
                _ => {}
            }
        }
        let name = self.name(|byte| !byte.is_ascii_alphanumeric() && byte != b'-');
        self.attributes.clear();
        while let Some(attribute) = self.attribute()? {
            self.attributes.push(attribute);
        }
        if ["script", "style"].contains(&&*name) {
            self.rest = &self.rest[self.rest.find("</")?..];
        }
        Some(Tag { name, attributes: &self.attributes })
    }

    /// Returns the next attribute of the tag; none where the tag ends. Without an end it is no tag.
    fn attribute(&mut self) -> Option<Option<(Cow<'a, str>, &'a str)>> {
        self.take(|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if self.rest.as_bytes().first()? == &b'>' {
            return Some(None);
        }
        let name = self.name(|byte| matches!(byte, b'=' | b'>' | b'/') || byte.is_ascii_whitespace());
        self.take(|byte| !byte.is_ascii_whitespace());
        let Some(after) = self.rest.strip_prefix('=') else { return Some(Some((name, ""))) };
        self.rest = after;
        self.take(|byte| !byte.is_ascii_whitespace());
        let after = self.rest;
        let value = match after.as_bytes().first()? {
            quote @ (b'"' | b'\'') => {
                let end = 1 + memchr(*quote, &after.as_bytes()[1..])?;
                self.rest = &after[end + 1..];
                &after[1..end]
            }
            _ => self.take(|byte| byte == b'>' || byte.is_ascii_whitespace()),
        };
        Some(Some((name, value)))
    }

    /// Returns a name in small letters: HTML does not tell them from capitals.
    fn name(&mut self, ends: impl Fn(u8) -> bool) -> Cow<'a, str> {
        let mut has_capitals = false;
        let name = self.take(|byte| {
            has_capitals |= byte.is_ascii_uppercase();
            ends(byte)
        });
        if has_capitals { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) }
    }

    /// Returns what stands before the first byte, in ASCII, that ends it; or all.
    fn take(&mut self, ends: impl FnMut(u8) -> bool) -> &'a str {
        let length = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn skip_past(&mut self, sign: &str) -> Option<()> {
        let found = match sign.as_bytes() {
            [byte] => memchr(*byte, self.rest.as_bytes()),
            _ => self.rest.find(sign),
        };
        self.rest = &self.rest[found? + sign.len()..];
        Some(())
    }
}

impl<'a> Tag<'_, 'a> {
    /// Returns the value of an attribute, named in small letters, entities undone.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| unescaped(value))
    }
}

/// Returns the value of an attribute with its entities undone as a browser undoes them.
pub(super) fn unescaped(value: &str) -> Cow<'_, str> {
    htmlize::unescape_attribute(value)
}

#[cfg(test)]
mod tests {
    use super::{Tags, unescaped};

    /// The tags, each with its attributes: `a href=x title=y`.
    fn read(html: &str) -> Vec<String> {
        let mut tags = Tags::of(html);
        let mut read = Vec::new();
        while let Some(tag) = tags.next() {
            let attributes =
                tag.attributes.iter().map(|(name, _)| format!(" {name}={}", tag.attribute(name).unwrap_or_default()));
            read.push(format!("{}{}", tag.name, attributes.collect::<String>()));
        }
        read
    }

    #[test]
    fn tags_and_their_attributes() {
        for (html, expected) in [
            ("<!DOCTYPE html><p class=x>", vec!["p class=x"]),
            (r#"<a href="a&amp;b.html#c" title='1 > 0'>x</a>"#, vec!["a href=a&b.html#c title=1 > 0"]),
            ("<!-- <a> --><b><!--><i><!-- > --><u>", vec!["b", "i", "u"]),
            (
                r#"<script>if (a<b) "<i>"</script><style>a<b</style><input disabled><br/>"#,
                vec!["script", "style", "input disabled=", "br"],
            ),
            ("<img src=a.png/><img\n\tsrc = 'a' hidden\u{c}alt>", vec!["img src=a.png/", "img src=a hidden= alt="]),
            ("1 < 2, <3 & <o'clock title=it's><b>", vec!["o 'clock= title=it's", "b"]),
            ("<P OnClick=A()><SCRIPT>a<b</SCRIPT><Br>", vec!["p onclick=A()", "script", "br"]),
            ("<a href='x", vec![]),
            ("<a", vec![]),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn entities_are_undone_as_a_browser_does() {
        for (written, value) in [
            ("a&amp;b&quot;&lt;&gt;&#39;&#x27;", "a&b\"<>''"),
            ("&amp;lt;", "&lt;"),
            ("java&#115;cript&colon;&#X31;&#49", "javascript:11"),
            ("java&Tab;script&NewLine;", "java\tscript\n"),
            ("&NotEqualTilde;&hellip;&nbsp;&sol;", "≂̸…\u{a0}/"),
            // Without a semicolon only old names are entities, and only where no other letter or `=` follows.
            ("&copy &copyright &copy=1&amp", "© &copyright &copy=1&"),
            ("&unknown; & &; &#; &#x; &#110000000;", "&unknown; & &; &#; &#x; \u{FFFD}"),
            ("&#0;&#xD800;&#128;", "\u{FFFD}\u{FFFD}€"),
            ("问题&#x6295;", "问题投"),
        ] {
            assert_eq!(unescaped(written), value, "{written}");
        }
    }
}
