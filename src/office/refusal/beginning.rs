//! Files that are not read, known by their first bytes.

use super::Refusal;

/// How a file begins, and why it is not read then.
type Beginning = (&'static [u8], fn() -> Refusal);

static BEGINNINGS: [Beginning; 9] = [
    (b"%PDF", Refusal::picture_of_text),
    (b"\x89PNG", Refusal::picture_of_text),
    (b"\xFF\xD8\xFF", Refusal::picture_of_text),
    (b"{\\rtf", Refusal::save_as_office),
    (b"<?xml", Refusal::save_as_office),
    (b"<!DOCTYPE", Refusal::save_as_office),
    (b"<html", Refusal::save_as_office),
    (b"Rar!", Refusal::packed),
    (b"7z\xBC\xAF", Refusal::packed),
];

/// What offices wrote before 2007, and the envelope of documents with a password.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// Returns why a file is not read that does not even begin like one that is.
pub(in crate::office) fn by_beginning(bytes: &[u8]) -> Option<Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Some(Refusal::empty());
    }
    if bytes.starts_with(OLD) {
        let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = memchr::memmem::find(bytes, &stream).is_some();
        return Some(if is_locked { Refusal::locked() } else { Refusal::old() });
    }
    let begins = |start: &[u8]| bytes.get(..start.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(start));
    BEGINNINGS.iter().find(|(start, _)| begins(start)).map(|(_, refusal)| refusal())
}
