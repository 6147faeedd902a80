//! Office documents and OpenDocument: archives that say of each of their parts what it is. Which document it is, and
//! whether anything in it runs or loads.

mod office;
mod open_document;

use super::kind::FileKind;
use super::ofd;
use super::trouble::Trouble;
use crate::source::archive::Archive;
use office::{CONTENT_TYPES, office};
use open_document::open_document;

/// Returns what kind of document an archive is, and what is wrong with it.
pub(super) fn look(bytes: &[u8]) -> (FileKind, Option<Trouble>) {
    let mut archive = match Archive::read(bytes) {
        Ok(archive) => archive,
        Err(why) => return (guess(bytes), Some(why.into())),
    };
    let looked = if archive.has(CONTENT_TYPES) {
        office(&mut archive)
    } else if archive.has("mimetype") {
        open_document(&mut archive)
    } else if archive.has(ofd::ROOT) {
        ofd::trouble(&mut archive).map(|trouble| (FileKind::Ofd, trouble))
    } else {
        Ok((other(&archive), None))
    };
    looked.unwrap_or_else(|trouble| (guess(bytes), Some(trouble)))
}

/// Returns what an archive that cannot be read most likely was: names of parts stand in it as they are.
fn guess(bytes: &[u8]) -> FileKind {
    const MARKS: [(&[u8], FileKind); 7] = [
        (b"OFD.xml", FileKind::Ofd),
        (b"opendocument.text", FileKind::OpenText),
        (b"opendocument.spreadsheet", FileKind::OpenSheet),
        (b"opendocument.presentation", FileKind::OpenSlides),
        (b"word/document", FileKind::Word),
        (b"xl/workbook", FileKind::Sheet),
        (b"ppt/presentation", FileKind::Slides),
    ];
    let mark = MARKS.iter().find(|(mark, _)| memchr::memmem::find(bytes, mark).is_some());
    mark.map_or(FileKind::Archive, |(_, kind)| *kind)
}

fn other(archive: &Archive<'_>) -> FileKind {
    let is_program = ["META-INF/MANIFEST.MF", "AndroidManifest.xml"].iter().any(|name| archive.has(name));
    if is_program { FileKind::Program } else { FileKind::Archive }
}

type Looked = Result<(FileKind, Option<Trouble>), Trouble>;

/// Returns whether an address is that of another computer.
fn is_remote(target: &str) -> bool {
    let target = target.trim().to_ascii_lowercase();
    let within = ["file:///", "#", "mailto:"].iter().any(|start| target.starts_with(start));
    !within && (target.contains("://") || target.starts_with("\\\\") || target.starts_with("//"))
}
