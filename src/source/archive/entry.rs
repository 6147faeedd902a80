//! A part of an archive by its entry in the directory, which its own header must agree with.

use super::number::{u16_at, u32_at, u64_at};
use super::{ArchivePart, NOT_HERE, Unreadable};

const IN_DIRECTORY: &[u8] = b"PK\x01\x02";

const IN_DIRECTORY_LENGTH: usize = 46;

const LOCAL: &[u8] = b"PK\x03\x04";

const LOCAL_LENGTH: usize = 30;

/// Returns a part by its entry in the directory, and where the next entry begins.
pub(super) fn part(bytes: &[u8], at: usize, directory: usize) -> Result<(ArchivePart, usize), Unreadable> {
    const LOCKED: u16 = 1;
    let entry = bytes.get(at..at + IN_DIRECTORY_LENGTH).filter(|entry| entry.starts_with(IN_DIRECTORY));
    let entry = entry.ok_or(Unreadable::Damaged)?;
    let short = |at| u16_at(entry, at).ok_or(Unreadable::Damaged);
    let long = |at| u32_at(entry, at).ok_or(Unreadable::Damaged);
    let (flags, method) = (short(8)?, short(10)?);
    let (name, extra, comment) = (usize::from(short(28)?), usize::from(short(30)?), usize::from(short(32)?));
    let start_of_name = at + IN_DIRECTORY_LENGTH;
    let name = bytes.get(start_of_name..start_of_name + name).ok_or(Unreadable::Damaged)?;
    let extra = bytes.get(start_of_name + name.len()..start_of_name + name.len() + extra).ok_or(Unreadable::Damaged)?;
    let mut large = large_numbers(extra);
    let mut number = |at| match long(at)? {
        NOT_HERE => large.next().ok_or(Unreadable::Damaged),
        short => Ok(short),
    };
    let (size, packed, header) = (number(24)?, number(20)?, number(42)?);
    if flags & LOCKED != 0 {
        return Err(Unreadable::Locked);
    }
    let start = start_of_content(bytes, header, name).ok_or(Unreadable::Damaged)?;
    if start.checked_add(packed).is_none_or(|end| end > directory) {
        return Err(Unreadable::Damaged);
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
