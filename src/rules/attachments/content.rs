//! What a file is, by its bytes alone, and what is wrong with them.

use std::borrow::Cow;

use super::kind::FileKind;
use super::trouble::Trouble;
use super::{markup, package, pdf};
use crate::say;

/// What the bytes of a file are.
pub(super) struct FileContent {
    pub(super) kind: FileKind,
    /// Why it may not be published, even if its kind may.
    pub(super) trouble: Option<Trouble>,
    /// Whether it is text in GB 18030, which a browser shows as gibberish.
    pub(super) is_gb18030: bool,
}

/// How files of a kind begin.
const BEGINNINGS: [(&[u8], FileKind); 31] = [
    (b"\x89PNG\r\n\x1A\n", FileKind::Png),
    (b"\xFF\xD8\xFF", FileKind::Jpeg),
    (b"GIF87a", FileKind::Gif),
    (b"GIF89a", FileKind::Gif),
    (b"Rar!", FileKind::Archive),
    (b"7z\xBC\xAF\x27\x1C", FileKind::Archive),
    (b"\x1F\x8B", FileKind::Archive),
    (b"BZh", FileKind::Archive),
    (b"\xFD7zXZ", FileKind::Archive),
    (b"\x28\xB5\x2F\xFD", FileKind::Archive),
    (b"PK\x05\x06", FileKind::Archive),
    (b"MSCF", FileKind::Archive),
    (b"MZ", FileKind::Program),
    (b"\x7FELF", FileKind::Program),
    (b"\xCA\xFE\xBA\xBE", FileKind::Program),
    (b"\xCF\xFA\xED\xFE", FileKind::Program),
    (b"\0asm", FileKind::Program),
    (b"L\0\0\0\x01\x14\x02\0", FileKind::Program),
    (b"CWS", FileKind::Program),
    (b"FWS", FileKind::Program),
    (b"ITSF", FileKind::Program),
    (b"OggS", FileKind::Sound),
    (b"ID3", FileKind::Sound),
    (b"\x1A\x45\xDF\xA3", FileKind::Sound),
    (b"II*\0", FileKind::OtherPicture),
    (b"MM\0*", FileKind::OtherPicture),
    (b"8BPS", FileKind::OtherPicture),
    (b"\0\0\x01\0", FileKind::OtherPicture),
    (b"\xD7\xCD\xC6\x9A", FileKind::OtherPicture),
    (b"\xFF\xFE", FileKind::Utf16),
    (b"\xFE\xFF", FileKind::Utf16),
];

/// How office documents before 2007 begin, and those with a password.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

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

fn of_binary(bytes: &[u8]) -> (FileKind, Option<Trouble>) {
    if bytes.get(..4) == Some(b"RIFF") {
        return riff(bytes);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return (FileKind::Sound, None);
    }
    let known = BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start));
    let kind = known.map_or(if is_utf16(bytes) { FileKind::Utf16 } else { FileKind::Unknown }, |(_, kind)| *kind);
    (kind, picture_trouble(kind, bytes))
}

/// Returns the kind of a file in the old format. A document with a password is kept in one, in a stream of this name in
/// UTF-16.
fn old_office(bytes: &[u8]) -> FileKind {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = memchr::memmem::find(bytes, &name).is_some();
    if is_locked { FileKind::LockedOffice } else { FileKind::OldOffice }
}

fn riff(bytes: &[u8]) -> (FileKind, Option<Trouble>) {
    if bytes.get(8..12) != Some(b"WEBP") {
        return (FileKind::Sound, None);
    }
    let length = bytes.get(4..8).and_then(|length| Some(u32::from_le_bytes(length.try_into().ok()?)));
    let is_whole =
        length.and_then(|length| usize::try_from(length).ok()).is_some_and(|length| length + 8 == bytes.len());
    (FileKind::Webp, (!is_whole).then(cut_off))
}

/// Returns what is wrong with a picture that does not end as its kind does.
fn picture_trouble(kind: FileKind, bytes: &[u8]) -> Option<Trouble> {
    const LAST_CHUNK: &[u8] = b"\0\0\0\0IEND\xAE\x42\x60\x82";
    let is_whole = match kind {
        FileKind::Png => bytes.get(12..16) == Some(b"IHDR") && bytes.ends_with(LAST_CHUNK),
        FileKind::Gif => bytes.ends_with(b"\x3B"),
        // Cameras put further pictures after the first.
        FileKind::Jpeg => memchr::memmem::rfind(bytes, b"\xFF\xD9").is_some(),
        _ => true,
    };
    (!is_whole).then(cut_off)
}

fn cut_off() -> Trouble {
    Trouble::damaged(say!(
        "图片没有正常结尾：没有复制完，或者后面接了别的内容",
        "the picture does not end as it should: it was cut off, or something was added after its end"
    ))
}

fn of_text(text: &str, is_gb18030: bool) -> (FileKind, Option<Trouble>) {
    match first_tag(text) {
        Some(tag) if is_of_page(text, tag) => (FileKind::Page, None),
        Some(tag) => of_markup(text, tag, is_gb18030),
        None => (FileKind::Text, None),
    }
}

fn of_markup(text: &str, tag: &str, is_gb18030: bool) -> (FileKind, Option<Trouble>) {
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

/// Returns the name of the first tag of a text that begins with one; what stands before it in a document is passed
/// over.
fn first_tag(text: &str) -> Option<&str> {
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
fn is_of_page(text: &str, tag: &str) -> bool {
    const TAGS: [&str; 24] = [
        "html", "head", "body", "script", "style", "title", "meta", "link", "base", "iframe", "frameset", "p", "div",
        "span", "table", "form", "h1", "h2", "h3", "br", "img", "ul", "ol", "font",
    ];
    let known = if text.trim_start().starts_with("<?xml") { &TAGS[..1] } else { &TAGS[..] };
    known.iter().any(|known| tag.eq_ignore_ascii_case(known))
}
