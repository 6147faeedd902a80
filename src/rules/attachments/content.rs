//! What a file is, by its bytes alone, and what is wrong with them.

mod binary;
mod markup;

use std::borrow::Cow;

use super::kind::FileKind;
use super::trouble::Trouble;
use super::{package, pdf};
use binary::{OLD_OFFICE, of_binary, old_office};
use markup::{first_tag, is_of_page, of_markup};

/// What the bytes of a file are.
pub(super) struct FileContent {
    pub(super) kind: FileKind,
    /// Why it may not be published, even if its kind may.
    pub(super) trouble: Option<Trouble>,
    /// Whether it is text in GB 18030, which a browser shows as gibberish.
    pub(super) is_gb18030: bool,
}

/// Returns what bytes are.
pub(super) fn look(bytes: &[u8]) -> FileContent {
    let (kind, trouble) = if bytes.starts_with(b"PK\x03\x04") {
        package::look(bytes)
    } else if bytes.starts_with(OLD_OFFICE) {
        (old_office(bytes), None)
    } else if let Some(at) = memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        (FileKind::Pdf, pdf::trouble(bytes, at))
    } else if bytes.starts_with(b"{\\rtf") {
        (FileKind::Rtf, None)
    } else if bytes.starts_with(b"#!") {
        (FileKind::Program, None)
    } else if let Some((decoded, is_gb18030)) = decoded(bytes) {
        let (kind, trouble) = of_text(&decoded, is_gb18030);
        return FileContent { kind, trouble, is_gb18030 };
    } else {
        of_binary(bytes)
    };
    FileContent { kind, trouble, is_gb18030: false }
}

fn of_text(text: &str, is_gb18030: bool) -> (FileKind, Option<Trouble>) {
    match first_tag(text) {
        Some(tag) if is_of_page(text, tag) => (FileKind::Page, None),
        Some(tag) => of_markup(text, tag, is_gb18030),
        None => (FileKind::Text, None),
    }
}

/// Returns bytes as text, and whether they are in GB 18030. Text has no control characters.
fn decoded(bytes: &[u8]) -> Option<(Cow<'_, str>, bool)> {
    let is_text = |text: &str| !text.chars().any(|c| c.is_control() && !"\t\n\r\u{c}\u{1a}\u{85}".contains(c));
    let decoded = match str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text.strip_prefix('\u{FEFF}').unwrap_or(text)), false),
        Err(_) => (encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?, true),
    };
    is_text(&decoded.0).then_some(decoded)
}

/// Returns whether bytes are UTF-16 without a mark: every other byte of line ends, spaces and figures is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    bytes.len().is_multiple_of(2) && even + odd > bytes.len() / 16 && (even == 0 || odd == 0)
}
