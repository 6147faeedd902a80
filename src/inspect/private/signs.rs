//! Where addresses of e-mail stand, found by their sign.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

/// Returns where addresses of e-mail have their sign, as it is or encoded. What a quotation mark stands before is the
/// beginning of a text, as `"@type"` in data for programs.
pub(super) fn signs(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let begins_a_text = |at: usize| at > 0 && matches!(bytes[at - 1], b'"' | b'\'');
    let plain = memchr_iter(b'@', bytes).filter(move |at| !begins_a_text(*at)).map(|at| at..at + 1);
    plain.chain(
        ["%40", "&#64;", "&commat;"]
            .into_iter()
            .flat_map(move |sign| memmem::find_iter(bytes, sign).map(move |at| at..at + sign.len())),
    )
}

/// Returns what stands around a sign without a break.
pub(super) fn address_around<'a>(text: &'a str, sign: &Range<usize>) -> &'a str {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let before = text.as_bytes()[..sign.start].iter().rev().take_while(is_part).count();
    let behind = text.as_bytes()[sign.end..].iter().take_while(is_part).count();
    &text[sign.start - before..sign.end + behind]
}
