//! Files that are no text: their kind by their first bytes, and whether they are whole.

use super::is_utf16;
use crate::rules::attachments::kind::FileKind;
use crate::rules::attachments::trouble::Trouble;
use crate::say;

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
pub(super) const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

pub(super) fn of_binary(bytes: &[u8]) -> (FileKind, Option<Trouble>) {
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
pub(super) fn old_office(bytes: &[u8]) -> FileKind {
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
