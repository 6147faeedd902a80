//! The directory of a zip archive, read strictly: what two programs might read differently is refused, and nothing is unpacked beyond a limit.
//!
//! Office documents and OpenDocument are such archives. Only a few of their parts are ever read.

use std::collections::BTreeSet;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::trouble::Trouble;
use crate::say;

/// What all parts of an archive may unpack to, in bytes.
const WHOLE: u64 = 1 << 30;

/// What the parts that are read may unpack to together, in bytes.
const READ: usize = 64 << 20;

const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const LOCATOR: &[u8] = b"PK\x06\x07";
const LOCATOR_LENGTH: usize = 20;
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_END_LENGTH: usize = 56;
/// Stands for a number that is written elsewhere because it may be too large.
const NOT_HERE: usize = u32::MAX as usize;
const LONGEST_COMMENT: usize = 0xFFFF;
const IN_DIRECTORY: &[u8] = b"PK\x01\x02";
const IN_DIRECTORY_LENGTH: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_LENGTH: usize = 30;

/// An archive and its parts.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    pub(super) parts: Vec<ArchivePart>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// A file in an archive.
pub(super) struct ArchivePart {
    pub(super) name: String,
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
    pub(super) fn read(bytes: &'a [u8]) -> Result<Archive<'a>, Trouble> {
        let Directory { start: directory, end, count } = directory(bytes).ok_or_else(damaged)?;
        let mut at = directory;
        let mut parts = Vec::new();
        for _ in 0..count {
            let (part, next) = part(bytes, at, directory)?;
            parts.push(part);
            at = next;
        }
        if at != end {
            return Err(damaged());
        }
        check(&parts)?;
        Ok(Archive { bytes, parts, left: READ })
    }

    /// Returns whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.iter().any(|part| part.name == name)
    }

    /// Returns the text of a part, unpacked; nothing if there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else { return Ok(None) };
        let packed = self.bytes.get(part.start..part.start + part.packed).ok_or_else(damaged)?;
        let size = usize::try_from(part.size).unwrap_or(usize::MAX);
        self.left = self.left.checked_sub(size).ok_or_else(Trouble::too_large)?;
        let unpacked = match (part.is_stored, part.is_deflated) {
            (true, _) => packed.to_vec(),
            (_, true) => decompress_to_vec_with_limit(packed, size).map_err(|_| damaged())?,
            _ => return Err(damaged()),
        };
        if unpacked.len() != size {
            return Err(damaged());
        }
        String::from_utf8(unpacked).map(Some).map_err(|_| damaged())
    }
}

/// The list of all parts.
struct Directory {
    start: usize,
    end: usize,
    count: usize,
}

/// Returns where the directory of an archive stands. One that may be huge (ZIP64) says so in a record of its own.
fn directory(bytes: &[u8]) -> Option<Directory> {
    let end = end_of_directory(bytes)?;
    let (count, start) = (u16_at(bytes, end + 10)?, u32_at(bytes, end + 16)?);
    let locator = end.checked_sub(LOCATOR_LENGTH).filter(|at| bytes[*at..].starts_with(LOCATOR));
    let Some(locator) = locator else { return Some(Directory { start, end, count: usize::from(count) }) };
    let record = u64_at(bytes, locator + 8)?;
    let is_whole = bytes.get(record..)?.starts_with(LARGE_END) && record.checked_add(LARGE_END_LENGTH)? == locator;
    let large = Directory { start: u64_at(bytes, record + 48)?, end: record, count: u64_at(bytes, record + 32)? };
    let agrees =
        (count == u16::MAX || usize::from(count) == large.count) && (start == NOT_HERE || start == large.start);
    (is_whole && agrees).then_some(large)
}

/// Returns where the record at the end of the directory begins.
fn end_of_directory(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    (last.saturating_sub(LONGEST_COMMENT)..=last).rev().find(|at| {
        let ends = u16_at(bytes, at + 20).map(|comment| at + END_LENGTH + usize::from(comment));
        bytes[*at..].starts_with(END) && ends == Some(bytes.len())
    })
}

/// Returns a part by its entry in the directory, and where the next entry begins.
fn part(bytes: &[u8], at: usize, directory: usize) -> Result<(ArchivePart, usize), Trouble> {
    const LOCKED: u16 = 1;
    let entry = bytes.get(at..at + IN_DIRECTORY_LENGTH).filter(|entry| entry.starts_with(IN_DIRECTORY));
    let entry = entry.ok_or_else(damaged)?;
    let short = |at| u16_at(entry, at).ok_or_else(damaged);
    let long = |at| u32_at(entry, at).ok_or_else(damaged);
    let (flags, method) = (short(8)?, short(10)?);
    let (name, extra, comment) = (usize::from(short(28)?), usize::from(short(30)?), usize::from(short(32)?));
    let start_of_name = at + IN_DIRECTORY_LENGTH;
    let name = bytes.get(start_of_name..start_of_name + name).ok_or_else(damaged)?;
    let extra = bytes.get(start_of_name + name.len()..start_of_name + name.len() + extra).ok_or_else(damaged)?;
    let mut large = large_numbers(extra);
    let mut number = |at| match long(at)? {
        NOT_HERE => large.next().ok_or_else(damaged),
        short => Ok(short),
    };
    let (size, packed, header) = (number(24)?, number(20)?, number(42)?);
    if flags & LOCKED != 0 {
        return Err(Trouble::locked());
    }
    let start = start_of_content(bytes, header, name).ok_or_else(damaged)?;
    if start.checked_add(packed).is_none_or(|end| end > directory) {
        return Err(damaged());
    }
    let next = start_of_name + name.len() + extra.len() + comment;
    let name = String::from_utf8_lossy(name).into_owned();
    let (is_stored, is_deflated) = (method == 0 && packed == size, method == 8);
    Ok((ArchivePart { name, is_stored, is_deflated, packed, size: size as u64, header, start }, next))
}

/// Returns the numbers of an entry that are too large for it (ZIP64): they stand in one of its further fields.
fn large_numbers(extra: &[u8]) -> impl Iterator<Item = usize> {
    const LARGE: u16 = 1;
    let mut rest = extra;
    let fields = std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let field = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, field))
    });
    let numbers = fields.filter(|(kind, _)| *kind == LARGE).flat_map(|(_, field)| field.chunks_exact(8));
    numbers.filter_map(|number| u64_at(number, 0))
}

/// Returns where the bytes of a part begin, if its own header names it as the directory does.
fn start_of_content(bytes: &[u8], header: usize, name: &[u8]) -> Option<usize> {
    let local = bytes.get(header..header.checked_add(LOCAL_LENGTH)?).filter(|local| local.starts_with(LOCAL))?;
    let (length, extra) = (usize::from(u16_at(local, 26)?), usize::from(u16_at(local, 28)?));
    let start = header + LOCAL_LENGTH;
    (bytes.get(start..start + length)? == name).then_some(start + length + extra)
}

/// Parts lie one behind the other from the beginning, none within another, each with a name of its own inside the archive.
fn check(parts: &[ArchivePart]) -> Result<(), Trouble> {
    let mut order: Vec<&ArchivePart> = parts.iter().collect();
    order.sort_by_key(|part| part.header);
    let mut free = 0;
    for part in &order {
        if part.header < free || free == 0 && part.header != 0 {
            return Err(damaged());
        }
        free = part.start + part.packed;
    }
    let names: BTreeSet<String> = parts.iter().map(|part| part.name.to_lowercase()).collect();
    let leads_out =
        |name: &str| name.starts_with('/') || name.contains('\\') || name.split('/').any(|part| part == "..");
    if names.len() != parts.len() || parts.iter().any(|part| leads_out(&part.name)) {
        return Err(damaged());
    }
    if parts.iter().map(|part| part.size).sum::<u64>() > WHOLE {
        return Err(Trouble::too_large());
    }
    Ok(())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

fn u64_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?)).ok()
}

fn damaged() -> Trouble {
    Trouble::damaged(say!("里面的压缩包不完整或已损坏", "the archive in it is cut off or damaged"))
}
