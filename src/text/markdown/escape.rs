//! Text as HTML.

use crate::value::url;

/// Adds text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    add(out, text, false);
}

/// Adds the value of an attribute, to stand in double quotes. A line break becomes a space.
pub(super) fn attribute(out: &mut String, value: &str) {
    add(out, value, true);
}

/// Adds an address as the value of an attribute, made whole: see [`url::completed`].
pub(super) fn address(out: &mut String, address: &str) {
    attribute(out, &url::completed(address));
}

fn add(out: &mut String, text: &str, is_attribute: bool) {
    let mut rest = text;
    loop {
        // Most text has nothing to escape and is taken over as it is.
        let (plain, special) = rest.split_at(plain_length(rest.as_bytes()));
        out.push_str(plain);
        let mut chars = special.chars();
        let Some(c) = chars.next() else { return };
        rest = chars.as_str();
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_attribute => out.push_str("&quot;"),
            '\r' if rest.starts_with('\n') => {}
            '\r' | '\n' => out.push(if is_attribute { ' ' } else { '\n' }),
            '\t' => out.push('\t'),
            // HTML has no way to write the other controls. Sources that have them are refused elsewhere.
            _ if c.is_control() => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
}

/// How many bytes of a text come before the first that needs care.
fn plain_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| NEEDS_CARE[usize::from(*byte)]).unwrap_or(bytes.len())
}

/// Whether a byte is a sign that HTML reads otherwise, a control, or the beginning of one: U+0080 to U+009F begin with C2.
static NEEDS_CARE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = matches!(byte, b'&' | b'<' | b'>' | b'"' | 0..=0x1F | 0x7F | 0xC2);
        match byte.checked_add(1) {
            Some(next) => byte = next,
            None => break table,
        }
    }
};

#[cfg(test)]
mod tests {
    #[test]
    fn what_html_reads_otherwise_is_escaped() {
        for (given, text, attribute) in [
            ("a<b>&\"'", "a&lt;b&gt;&amp;\"'", "a&lt;b&gt;&amp;&quot;'"),
            ("a\r\nb\rc\0", "a\nb\nc\u{FFFD}", "a b c\u{FFFD}"),
            ("“南平”", "“南平”", "“南平”"),
        ] {
            let (mut out, mut quoted) = (String::new(), String::new());
            super::text(&mut out, given);
            super::attribute(&mut quoted, given);
            assert_eq!((out.as_str(), quoted.as_str()), (text, attribute));
        }
    }

    #[test]
    fn addresses_are_whole_and_escaped() {
        let mut out = String::new();
        super::address(&mut out, "https://a.cn/100% \"x\"?a=1&b=%20");
        assert_eq!(out, "https://a.cn/100%25%20%22x%22?a=1&amp;b=%20");
    }
}
