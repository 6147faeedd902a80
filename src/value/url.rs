//! Addresses: that of the site, hosts that it may link to, and what is encoded in a path and in an address that a
//! person wrote.

mod base;
mod host;

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

pub use base::BaseUrl;
pub use host::{Host, UrlError};

/// Returns the path of a file as part of an address. Every sign that an address reads otherwise is encoded; characters
/// beyond ASCII stay, which browsers encode themselves.
pub fn encoded_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"/-_.~!$()*,:;=@".contains(c) {
            encode(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}

/// A text as a value behind the question mark of an address: everything but letters, digits and `-_.~` of ASCII is encoded, as RFC 6068 wants it
/// of subjects.
pub fn encoded_value(text: &str) -> String {
    let encoded = |byte: u8| match char::from(byte) {
        c if c.is_ascii_alphanumeric() || "-_.~".contains(c) => c.to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encoded).collect()
}

/// An address as a person wrote it, made whole: what no address may hold is encoded, and so is a `%` that begins no `%XX`. What is encoded
/// already stays, and so do characters beyond ASCII.
pub fn completed(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let host = host_end(address);
    for (at, c) in address.char_indices() {
        let is_allowed = match c {
            '%' => is_code(&address.as_bytes()[at + 1..]),
            ' ' | '"' | '<' | '>' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}' => {
                matches!(c, '[' | ']') && at < host
            }
            _ => !c.is_ascii_control(),
        };
        if is_allowed { out.push(c) } else { encode(&mut out, c) }
    }
    out
}

/// Returns a part of an address as the server reads it; as it was written where what is encoded is no text.
pub fn decoded(address: &str) -> Cow<'_, str> {
    percent_decode_str(address).decode_utf8().unwrap_or(Cow::Borrowed(address))
}

/// Returns whether bytes begin with two hexadecimal digits.
fn is_code(bytes: &[u8]) -> bool {
    matches!(bytes, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

/// Returns where the host ends that an address names. It alone has brackets, around a number: `https://[2001:db8::1]/`.
fn host_end(address: &str) -> usize {
    let Some((scheme, rest)) = address.split_once("://") else { return 0 };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.len() + "://".len() + authority.len()
}

/// Adds an ASCII character as `%XX`.
fn encode(out: &mut String, c: char) {
    out.push_str(&format!("%{:02X}", u32::from(c)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_letters_digits_and_codes() {
        assert_eq!(encoded_value("a b&c"), "a%20b%26c");
        assert_eq!(encoded_value("问1"), "%E9%97%AE1");
    }

    #[test]
    fn a_path_is_encoded_so_that_it_decodes_to_itself() {
        for (path, expected) in [
            ("files/list.txt", "files/list.txt"),
            ("files/a b.txt", "files/a%20b.txt"),
            ("files/100%.txt", "files/100%25.txt"),
            ("files/100%25.txt", "files/100%2525.txt"),
            ("files/a#b?c.txt", "files/a%23b%3Fc.txt"),
            ("files/a&b+c'd\".txt", "files/a%26b%2Bc%27d%22.txt"),
            ("files/list [final]{1}.txt", "files/list%20%5Bfinal%5D%7B1%7D.txt"),
            ("files/清单（终稿）.txt", "files/清单（终稿）.txt"),
        ] {
            let encoded = encoded_path(path);
            assert_eq!(encoded, expected);
            assert_eq!(decoded(&encoded), path);
            assert_eq!(completed(&encoded), encoded, "it is whole already");
        }
    }

    #[test]
    fn an_address_is_completed_once() {
        for (address, expected) in [
            ("https://a.cn/100%", "https://a.cn/100%25"),
            ("https://a.cn/100%/x", "https://a.cn/100%25/x"),
            ("https://a.cn/%zz%e4%B8%AD", "https://a.cn/%25zz%e4%B8%AD"),
            ("https://a.cn/%%41", "https://a.cn/%25%41"),
            ("https://a.cn/%2", "https://a.cn/%252"),
            ("https://a.cn/x?q=a b&c=[1]#d", "https://a.cn/x?q=a%20b&c=%5B1%5D#d"),
            ("https://[2001:db8::1]:8080/[1]", "https://[2001:db8::1]:8080/%5B1%5D"),
            ("https://a.cn/统计%中", "https://a.cn/统计%25中"),
            ("mailto:a%20b@c.cn", "mailto:a%20b@c.cn"),
        ] {
            let whole = completed(address);
            assert_eq!(whole, expected);
            assert_eq!(completed(&whole), whole, "twice is once");
        }
    }

    #[test]
    fn what_is_no_text_is_not_decoded() {
        assert_eq!(decoded("a%20b"), "a b");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%FF%FE"), "%FF%FE");
    }
}
