//! What a file that is not UTF-8 most likely is, and how to save it again.

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::NOT_UTF8;
use crate::value::RelPath;

/// An encoding that Chinese office software writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// GB 18030 and what it extends, GBK and GB 2312. Windows calls it ANSI.
    Gb18030,
    /// What Windows calls Unicode.
    Utf16,
    /// None: a document of an office or a PDF.
    Document,
    /// Something else, or damage.
    Unknown,
}

/// How documents of offices begin, packed and old ones, and PDF.
const DOCUMENTS: [&[u8]; 4] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF-", b"{\\rtf"];

/// Returns whether bytes are a document of an office, whatever their name says.
pub(super) fn is_document(bytes: &[u8]) -> bool {
    DOCUMENTS.iter().any(|start| bytes.starts_with(start))
}

/// Returns the diagnostic for a file that is not UTF-8.
pub(super) fn not_utf8(path: &RelPath, bytes: &[u8]) -> Diagnostic {
    let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let line = 1 + bytes.iter().take(at).filter(|b| **b == b'\n').count();
    let (message, help) = match guess(bytes) {
        Encoding::Gb18030 => (
            say!(
                "第 {line} 行起不是 UTF-8，像是 GB18030（GBK）编码",
                "from line {line} on this is not UTF-8; it looks like GB18030 (GBK)"
            ),
            save_again("ANSI", "GB18030", path),
        ),
        Encoding::Utf16 => (
            say!("文件不是 UTF-8，像是 UTF-16 编码", "the file is not UTF-8; it looks like UTF-16"),
            save_again("Unicode / UTF-16", "UTF-16", path),
        ),
        Encoding::Document => (
            say!(
                "这是 Word、WPS 或 PDF 文件，只是改了名字，不是文字文件",
                "this is a Word, WPS or PDF document under another name, not a text file"
            ),
            say!(
                "请打开它，复制文字，粘贴到记事本里，存为 {path}（UTF-8）；要作附件的，放进 content/files/",
                "open it, copy its text into Notepad and save that as {path} (UTF-8); as an attachment it belongs in content/files/"
            ),
        ),
        Encoding::Unknown => {
            let byte = at + 1;
            (
                say!(
                    "第 {line} 行起不是 UTF-8：第 {byte} 个字节读不出来",
                    "from line {line} on this is not UTF-8: byte {byte} cannot be read"
                ),
                say!(
                    "请用编辑器“另存为”UTF-8 编码；如有乱码，请从原稿重新复制",
                    "save it again as UTF-8; if it shows gibberish, copy it again from its original"
                ),
            )
        }
    };
    Diagnostic::of(NOT_UTF8, Place::File(path.clone()), message).help(help)
}

fn save_again(windows: &str, name: &str, path: &RelPath) -> Message {
    say!(
        "请用记事本打开（编码显示为 {windows}），选“文件”“另存为”，编码选 UTF-8；或运行 iconv -f {name} -t UTF-8 {path}",
        "open it in Notepad (which calls this {windows}), choose File, Save as, and the encoding UTF-8; or run `iconv -f {name} -t UTF-8 {path}`"
    )
}

/// Returns the text of a file in any encoding that Chinese office software writes, without its byte order mark; nothing
/// if it is none.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let is_text =
        |text: &String| !text.contains(|c: char| c.is_control() && !"\t\n\r\u{b}\u{c}\u{1a}\u{85}".contains(c));
    let utf8 = str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    if let Some(text) = utf8 {
        return Some(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned()).filter(is_text);
    }
    let encoding = match guess(bytes) {
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Utf16 if is_big_endian(bytes) => encoding_rs::UTF_16BE,
        Encoding::Utf16 => encoding_rs::UTF_16LE,
        Encoding::Document | Encoding::Unknown => return None,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Some(text.into_owned()).filter(|text| is_text(text) && !text.contains('\u{FFFD}'))
}

/// Returns whether text in UTF-16 has the greater byte first: by its mark, or by where the zeros of line ends and
/// figures are.
fn is_big_endian(bytes: &[u8]) -> bool {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xFE\xFF") || !bytes.starts_with(b"\xFF\xFE") && zeros(0) > zeros(1)
}

fn guess(bytes: &[u8]) -> Encoding {
    if is_document(bytes) {
        return Encoding::Document;
    }
    let has_mark = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    // Line ends and figures have a zero byte in UTF-16; text has none.
    if has_mark || bytes.contains(&0) && bytes.len().is_multiple_of(2) {
        return Encoding::Utf16;
    }
    let decoded = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    decoded.map_or(Encoding::Unknown, |_| Encoding::Gb18030)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_office_software_are_decoded() {
        for (bytes, text) in [
            ("\u{FEFF}南平\r\n".as_bytes(), Some("南平\r\n")),
            ("南平".as_bytes(), Some("南平")),
            (b"\xC4\xCF\xC6\xBD\r\n95%", Some("南平\r\n95%")),
            (b"\xFF\xFE\x57\x53\x0A\x00", Some("南\n")),
            (b"\xFE\xFF\x53\x57", Some("南")),
            (b"\x0A\x00\x57\x53", Some("\n南")),
            (b"\x00\x0A\x53\x57", Some("\n南")),
            (b"", Some("")),
            (b"\x01\x02", None),
            (b"\xFF\xFE\x57\x53\x0A", None),
            (b"\xC4\xCF\xFF", None),
            (b"\x7FELF\x02\x01\x01\x00\x00\x00", None),
        ] {
            assert_eq!(decoded(bytes).as_deref(), text, "{bytes:?}");
        }
    }

    #[test]
    fn encodings_of_office_software_are_recognised() {
        for (bytes, encoding) in [
            (&b"\xC4\xCF\xC6\xBD\n95%"[..], Encoding::Gb18030),
            (b"\x81\x30\x81\x30\xC4\xCF", Encoding::Gb18030),
            (b"\xFF\xFE\x57\x53", Encoding::Utf16),
            (b"\xFE\xFF\x53\x57", Encoding::Utf16),
            (b"\x57\x53\x0A\x00\xC4\x5B", Encoding::Utf16),
            (b"PK\x03\x04xxxx", Encoding::Document),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Encoding::Document),
            (b"%PDF-1.7\n\xE2\xE3", Encoding::Document),
            (b"\xE5\x8D\x97\xE5\x8D", Encoding::Unknown),
            (b"caf\xE9", Encoding::Unknown),
            (b"\xC4\xCF\xFF", Encoding::Unknown),
        ] {
            assert_eq!(guess(bytes), encoding, "{bytes:?}");
        }
    }
}
