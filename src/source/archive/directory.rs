//! Where the directory of an archive stands, which lists all parts.

use super::NOT_HERE;
use super::number::{u16_at, u32_at, u64_at};

const END: &[u8] = b"PK\x05\x06";

const END_LENGTH: usize = 22;

const LOCATOR: &[u8] = b"PK\x06\x07";

const LOCATOR_LENGTH: usize = 20;

const LARGE_END: &[u8] = b"PK\x06\x06";

const LARGE_END_LENGTH: usize = 56;

const LONGEST_COMMENT: usize = 0xFFFF;

/// The list of all parts.
pub(super) struct Directory {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) count: usize,
}

/// Returns where the directory of an archive stands. One that may be huge (ZIP64) says so in a record of its own.
pub(super) fn directory(bytes: &[u8]) -> Option<Directory> {
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
