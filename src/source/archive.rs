//! The directory of a zip archive, read strictly: what two programs might read differently is refused, and nothing is
//! unpacked beyond a limit.
//!
//! Office documents and OpenDocument are such archives. Only a few of their parts are ever read.

mod directory;
mod entry;
mod number;

use std::collections::BTreeSet;

use directory::{Directory, directory};
use entry::part;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What all parts of an archive may unpack to, in bytes.
const WHOLE: u64 = 1 << 30;

/// What the parts that are read may unpack to together, in bytes.
const READ: usize = 64 << 20;

/// Stands for a number that is written elsewhere because it may be too large.
const NOT_HERE: usize = u32::MAX as usize;

/// How many times its packed size a part may unpack to, and from what size on that counts.
const RATIO: usize = 100;
const LARGE: usize = 1 << 20;

/// Why an archive or a part of it is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is cut off or broken, or two programs might read it differently.
    Damaged,
    /// It only opens with a password.
    Locked,
    /// It unpacks to more than any document should.
    TooLarge,
}

/// An archive and its parts.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    /// Its parts, in the order of its directory.
    pub parts: Vec<ArchivePart>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// A file in an archive.
#[derive(Debug)]
pub struct ArchivePart {
    /// Its name, with the folders that it stands in.
    pub name: String,
    is_stored: bool,
    is_deflated: bool,
    packed: usize,
    size: u64,
    /// Where its local header begins, and where its bytes do.
    header: usize,
    start: usize,
}

impl<'a> Archive<'a> {
    /// Returns the archive in these bytes.
    pub fn read(bytes: &'a [u8]) -> Result<Archive<'a>, Unreadable> {
        let Directory { start: directory, end, count } = directory(bytes).ok_or(Unreadable::Damaged)?;
        let mut at = directory;
        let mut parts = Vec::new();
        for _ in 0..count {
            let (part, next) = part(bytes, at, directory)?;
            parts.push(part);
            at = next;
        }
        if at != end {
            return Err(Unreadable::Damaged);
        }
        check(&parts)?;
        Ok(Archive { bytes, parts, left: READ })
    }

    /// Returns whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.parts.iter().any(|part| part.name == name)
    }

    /// Returns the text of a part, unpacked; nothing if there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else { return Ok(None) };
        let packed = self.bytes.get(part.start..part.start + part.packed).ok_or(Unreadable::Damaged)?;
        let size = usize::try_from(part.size).unwrap_or(usize::MAX);
        if size > LARGE && size / RATIO > part.packed {
            return Err(Unreadable::TooLarge);
        }
        self.left = self.left.checked_sub(size).ok_or(Unreadable::TooLarge)?;
        let unpacked = match (part.is_stored, part.is_deflated) {
            (true, _) => packed.to_vec(),
            (_, true) => decompress_to_vec_with_limit(packed, size).map_err(|_| Unreadable::Damaged)?,
            _ => return Err(Unreadable::Damaged),
        };
        if unpacked.len() != size {
            return Err(Unreadable::Damaged);
        }
        String::from_utf8(unpacked).map(Some).map_err(|_| Unreadable::Damaged)
    }
}

/// Parts lie one after the other from the beginning, none within another, each with a name of its own inside the
/// archive.
fn check(parts: &[ArchivePart]) -> Result<(), Unreadable> {
    let mut order: Vec<&ArchivePart> = parts.iter().collect();
    order.sort_by_key(|part| part.header);
    let mut free = 0;
    for part in &order {
        if part.header < free || free == 0 && part.header != 0 {
            return Err(Unreadable::Damaged);
        }
        free = part.start + part.packed;
    }
    let names: BTreeSet<String> = parts.iter().map(|part| part.name.to_lowercase()).collect();
    let leads_out =
        |name: &str| name.starts_with('/') || name.contains('\\') || name.split('/').any(|part| part == "..");
    if names.len() != parts.len() || parts.iter().any(|part| leads_out(&part.name)) {
        return Err(Unreadable::Damaged);
    }
    if parts.iter().map(|part| part.size).sum::<u64>() > WHOLE {
        return Err(Unreadable::TooLarge);
    }
    Ok(())
}

/// Archives for tests.
#[cfg(test)]
pub(crate) mod sample {
    use miniz_oxide::deflate::compress_to_vec;

    /// Returns an archive of these parts, packed or stored; `flags` are those of every part.
    pub(crate) fn archive(parts: &[(&str, &str)], is_packed: bool, flags: u16) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, text) in parts {
            let is_packed = is_packed && *name != "mimetype";
            let packed = if is_packed { compress_to_vec(text.as_bytes(), 6) } else { text.as_bytes().to_vec() };
            let header = u32::try_from(bytes.len()).unwrap();
            let mut common = Vec::new();
            common.extend([20, 0]);
            common.extend(flags.to_le_bytes());
            common.extend((if is_packed { 8u16 } else { 0 }).to_le_bytes());
            common.extend([0; 8]);
            common.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
            common.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
            common.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            common.extend([0; 2]);
            bytes.extend(b"PK\x03\x04");
            bytes.extend(&common);
            bytes.extend(name.as_bytes());
            bytes.extend(&packed);
            directory.extend(b"PK\x01\x02\x14\0");
            directory.extend(&common);
            directory.extend([0; 10]);
            directory.extend(header.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let start = u32::try_from(bytes.len()).unwrap();
        bytes.extend(&directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        for _ in 0..2 {
            bytes.extend(u16::try_from(parts.len()).unwrap().to_le_bytes());
        }
        bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        bytes.extend(start.to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_unpack_to_many_times_their_size_are_refused() {
        let text = "<a/>".repeat(1 << 19);
        let read = |is_packed| {
            let bytes = sample::archive(&[("a", &*text), ("b", "<b/>")], is_packed, 0);
            let mut archive = Archive::read(&bytes).expect("an archive");
            (archive.text("a").map(|text| text.map_or(0, |text| text.len())), archive.text("b"))
        };
        let other = Ok(Some("<b/>".to_owned()));
        assert_eq!(read(true), (Err(Unreadable::TooLarge), other.clone()));
        assert_eq!(read(false), (Ok(text.len()), other));
    }
}
