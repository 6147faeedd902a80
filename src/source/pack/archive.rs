//! The archive around packed parts: a header before each, and the directory behind them.

use super::super::pieces::{Pieces, Put};
use super::{Packed, PackedFile, PackedPiece};

/// 1 January 1980, the first day that an archive can name, in its way of writing days.
const DAY: u16 = 0x0021;

/// The version of the format that reads it: packed parts and folders.
const VERSION: u16 = 20;

/// The method of a packed part.
const DEFLATED: u16 = 8;

/// Hands on the archive of these parts, in their order, and says where their pieces stand in it. Their names are of ASCII,
/// and together they are smaller than 4 GiB.
pub fn archive(parts: Vec<PackedFile>, pieces: &mut Pieces, put: &mut Put<'_>) {
    let (mut length, mut directory, count) = (0, Vec::new(), parts.len());
    for (name, packed) in parts {
        let mut common = Vec::new();
        let (sum, size) = packed.measures;
        [VERSION, 0, DEFLATED, 0, DAY].iter().for_each(|number| common.extend(number.to_le_bytes()));
        for number in [sum, short(packed.bytes.len()), short(size)] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend([0; 2]);
        let head = [b"PK\x03\x04", &*common, name.as_bytes()].concat();
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(short(length).to_le_bytes());
        directory.extend(name.as_bytes());
        put(&head, true);
        length += head.len();
        packed.hand_on(length, pieces, put);
        length += packed.bytes.len();
    }
    put(&end(&directory, length, count), true);
}

impl Packed {
    /// Hands on a part that begins at a place of the archive.
    fn hand_on(&self, start: usize, pieces: &mut Pieces, put: &mut Put<'_>) {
        let mut end = 0;
        for PackedPiece { id, place, is_new } in &self.pieces {
            put(&self.bytes[end..place.start], true);
            put(&self.bytes[place.clone()], *is_new);
            pieces.place(*id, start + place.start);
            end = place.end;
        }
        put(&self.bytes[end..], true);
    }
}

/// Returns the directory, which begins at a place, and the record at its end.
fn end(directory: &[u8], start: usize, count: usize) -> Vec<u8> {
    let mut bytes = directory.to_vec();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend(u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes());
    }
    for number in [directory.len(), start] {
        bytes.extend(short(number).to_le_bytes());
    }
    bytes.extend([0; 2]);
    bytes
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
