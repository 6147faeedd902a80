//! What a PDF does when it is opened, by the names in its objects: those that stand in the file, and those packed in
//! streams of objects.
//!
//! Readers of PDF find objects by a table and repair broken files each in its own way, so nothing is passed over in
//! which an object could hide: a text in brackets and a stream are left out only if no object begins in them. Time
//! grows with the length of the file.

mod token;

use memchr::memmem;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::trouble::Trouble;
use crate::rules::Words;
use crate::say;
use token::{PdfToken, plain, token};

/// What all streams of objects of a file may unpack to, in bytes.
const READ: usize = 64 << 20;

/// Names that say what acts: the name, the key that it is the value of (none if it tells by itself), and what it is.
const ACTING: [(&str, Option<&str>, Words); 6] = [
    ("JavaScript", None, Words("脚本（JavaScript）", "a script (JavaScript)")),
    ("Launch", Some("S"), Words("启动别的程序的动作", "an action that starts a program")),
    ("EmbeddedFile", None, EMBEDDED),
    ("EmbeddedFiles", None, EMBEDDED),
    ("RichMedia", None, Words("嵌入的多媒体程序", "an embedded media program")),
    ("XFA", None, Words("带脚本的动态表单（XFA）", "a dynamic form with scripts (XFA)")),
];

const EMBEDDED: Words = Words("夹带的附件，其中可能是程序", "a file packed in it, which may be a program");

/// Returns why a PDF may not be published; it begins at `start`.
pub(super) fn trouble(bytes: &[u8], start: usize) -> Option<Trouble> {
    const END: usize = 1024;
    if start > 0 {
        return Some(Trouble::damaged(say!(
            "PDF 的开头之前还有别的内容",
            "something stands before the beginning of the PDF"
        )));
    }
    if memmem::find(&bytes[bytes.len().saturating_sub(END)..], b"%%EOF").is_none() {
        return Some(Trouble::damaged(say!(
            "PDF 没有结尾，像是没有复制完",
            "the PDF has no end, as if it was cut off"
        )));
    }
    let mut seen = PdfScan { left: READ, ..PdfScan::default() };
    seen.file(bytes);
    match seen {
        PdfScan { is_locked: true, .. } => Some(Trouble::locked_pdf()),
        PdfScan { acting: Some(Words(zh, en)), .. } => Some(Trouble::in_pdf(say!("{zh}", "{en}"))),
        PdfScan { unread, .. } => unread,
    }
}

/// What was seen on the way through a file.
#[derive(Default)]
struct PdfScan {
    is_locked: bool,
    acting: Option<Words>,
    /// Why a stream of objects could not be read.
    unread: Option<Trouble>,
    /// How many bytes may still be unpacked.
    left: usize,
    /// The names of the object that is being read.
    names: Vec<String>,
}

impl PdfScan {
    /// Reads a file: its objects, and what its streams of objects hold.
    fn file(&mut self, bytes: &[u8]) {
        let mut stream_end = 0;
        let mut has_end = true;
        let mut at = 0;
        while let Some((token, next)) = token(bytes, at) {
            at = next;
            if token == PdfToken::Word(b"stream") && has_end && at >= stream_end {
                has_end = memmem::find(&bytes[at..], b"endstream").map(|end| stream_end = at + end).is_some();
                if has_end {
                    at = self.stream(&bytes[at..stream_end]) + at;
                }
            } else {
                self.take(token);
            }
        }
    }

    /// Reads what stands between `stream` and `endstream`; returns how much of it need not be looked at.
    fn stream(&mut self, content: &[u8]) -> usize {
        let has = |names: &[String], wanted: &str| names.iter().any(|name| name == wanted);
        if has(&self.names, "ObjStm") {
            let unpacked = self.unpacked(content);
            self.names.clear();
            match unpacked {
                Ok(objects) => self.objects(&objects),
                Err(trouble) => self.unread = Some(trouble),
            }
        }
        if memmem::find(content, b"obj").is_none() { content.len() } else { 0 }
    }

    /// Returns the objects that a stream holds.
    fn unpacked(&mut self, content: &[u8]) -> Result<Vec<u8>, Trouble> {
        let named = |wanted: &[&str]| self.names.iter().any(|name| wanted.contains(&&**name));
        if !named(&["Filter", "F"]) {
            return Ok(content.to_vec());
        }
        let others = ["LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt", "Predictor"];
        if !named(&["FlateDecode", "Fl"]) || named(&others) {
            return Err(unreadable());
        }
        let packed = content.strip_prefix(b"\r\n").or_else(|| content.strip_prefix(b"\n")).unwrap_or(content);
        let unpacked = match decompress_to_vec_zlib_with_limit(packed, self.left) {
            Ok(unpacked) => unpacked,
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(Trouble::too_large()),
            Err(_) => return Err(unreadable()),
        };
        self.left -= unpacked.len();
        Ok(unpacked)
    }

    /// Reads unpacked objects.
    fn objects(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while let Some((token, next)) = token(bytes, at) {
            at = next;
            self.take(token);
        }
        self.names.clear();
    }

    fn take(&mut self, token: PdfToken<'_>) {
        match token {
            PdfToken::Word(word) if word.ends_with(b"obj") => self.names.clear(),
            PdfToken::Word(_) => {}
            PdfToken::Name(name) => self.name(name),
        }
    }

    fn name(&mut self, name: &[u8]) {
        const MOST: usize = 256;
        let name = plain(name);
        self.is_locked |= name == "Encrypt";
        let before = self.names.last().map(String::as_str);
        let is_acting =
            |row: &&(&str, Option<&str>, Words)| row.0 == name && row.1.is_none_or(|key| before == Some(key));
        if let (None, Some(row)) = (&self.acting, ACTING.iter().find(is_acting)) {
            self.acting = Some(row.2);
        }
        if self.names.len() < MOST {
            self.names.push(name);
        }
    }
}

fn unreadable() -> Trouble {
    Trouble::damaged(say!("PDF 里有一部分读不出来", "a part of the PDF cannot be read"))
}
