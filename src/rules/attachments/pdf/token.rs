//! Tokens of a PDF: names, words, texts and signs.

use memchr::memmem;

/// What a PDF is written in, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PdfToken<'a> {
    /// A name, without its stroke.
    Name(&'a [u8]),
    /// A keyword or a number.
    Word(&'a [u8]),
}

/// Returns the next name or word from a place on, and where it ends.
pub(super) fn token(bytes: &[u8], mut at: usize) -> Option<(PdfToken<'_>, usize)> {
    loop {
        let first = *bytes.get(at)?;
        match first {
            b'/' => {
                let name = regular(bytes, at + 1);
                return Some((PdfToken::Name(name), at + 1 + name.len()));
            }
            b'(' => at = text_end(bytes, at).unwrap_or(at + 1),
            _ if is_regular(first) => {
                let word = regular(bytes, at);
                return Some((PdfToken::Word(word), at + word.len()));
            }
            _ => at += 1,
        }
    }
}

/// Returns the characters at a place that are neither spaces nor signs of the language.
fn regular(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    &rest[..rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len())]
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// Returns where a text in brackets ends that holds no object; a long one is looked into.
fn text_end(bytes: &[u8], start: usize) -> Option<usize> {
    const LONGEST: usize = 256;
    let mut depth = 0usize;
    let mut is_escaped = false;
    for (at, byte) in bytes.iter().enumerate().skip(start).take(LONGEST) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => {
                return memmem::find(&bytes[start..at], b"obj").is_none().then_some(at + 1);
            }
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Returns a name as it is meant: `#4A` is a J.
pub(super) fn plain(name: &[u8]) -> String {
    let mut plain = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let code = name.get(at + 1..at + 3).and_then(|code| str::from_utf8(code).ok());
        let code = code.filter(|_| *byte == b'#').and_then(|code| u8::from_str_radix(code, 16).ok());
        plain.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&plain).into_owned()
}
