//! Archives as office documents are, written so that the same parts give the same bytes: no clock, no name of a
//! machine.

use miniz_oxide::deflate::compress_to_vec;

/// A part of an archive: its name and its bytes.
pub type PackedFile = (String, Vec<u8>);

/// How hard parts are packed: most of what can be had, at a third of the time of the last per cent.
const LEVEL: u8 = 6;

/// 1 January 1980, the first day that an archive can name, in its way of writing days.
const DAY: u16 = 0x0021;

/// The version of the format that reads it: packed parts and folders.
const VERSION: u16 = 20;

/// The method of a packed part.
const DEFLATED: u16 = 8;

/// Returns the archive of these parts, in their order. Their names are of ASCII, and together they are smaller than 4
/// GiB.
pub fn pack(parts: &[PackedFile]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = compress_to_vec(content, LEVEL);
        let start = bytes.len();
        let mut common = Vec::new();
        [VERSION, 0, DEFLATED, 0, DAY].iter().for_each(|number| common.extend(number.to_le_bytes()));
        for number in [crc32(content), short(packed.len()), short(content.len())] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend([0; 2]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(&packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(short(start).to_le_bytes());
        directory.extend(name.as_bytes());
    }
    end(&mut bytes, &directory, parts.len());
    bytes
}

/// Writes the directory and the record at its end.
fn end(bytes: &mut Vec<u8>, directory: &[u8], count: usize) {
    let start = short(bytes.len());
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend(u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes());
    }
    bytes.extend(short(directory.len()).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What the checksum of each byte adds (CRC-32 of ISO 3309).
const SUMS: [u32; 256] = sums();

const fn sums() -> [u32; 256] {
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let mut sums = [0; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        let (mut sum, mut bit) = (byte, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ POLYNOMIAL } else { sum >> 1 };
            bit += 1;
        }
        sums[byte as usize] = sum;
        byte += 1;
    }
    sums
}

/// Returns the checksum of some bytes (CRC-32 of ISO 3309).
pub fn crc32(bytes: &[u8]) -> u32 {
    let next = |sum: u32, byte: &u8| SUMS[usize::from(sum.to_le_bytes()[0] ^ byte)] ^ (sum >> 8);
    !bytes.iter().fold(!0, next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::archive::Archive;

    #[test]
    fn what_is_packed_is_read_again() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926, "the check value of the standard");
        let parts = [("a.xml".to_owned(), "<甲/>".into()), ("b/c.xml".to_owned(), "乙".repeat(9_000).into_bytes())];
        let bytes = pack(&parts);
        let mut archive = Archive::read(&bytes).unwrap();
        for (name, content) in &parts {
            assert_eq!(archive.text(name).unwrap().unwrap().as_bytes(), content);
        }
        assert_eq!(bytes, pack(&parts));
        assert!(bytes.len() < 1_000);
    }
}
