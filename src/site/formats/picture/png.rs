//! Pictures as files: PNG (ISO 15948), and an icon that holds one. The same pixels give the same bytes.

use crc32fast::hash;
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::canvas::Canvas;

const LEVEL: u8 = 8;

pub(super) fn png(canvas: &Canvas) -> Vec<u8> {
    let (width, height) = canvas.size();
    let big = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes();
    let mut rows = Vec::with_capacity((width * 3 + 1) * height);
    for row in canvas.rows() {
        // Each row says first how it is filtered: not at all.
        rows.push(0);
        rows.extend_from_slice(row.as_flattened());
    }
    let head = [&big(width)[..], &big(height), &[8, 2, 0, 0, 0]].concat();
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", head), (b"IDAT", compress_to_vec_zlib(&rows, LEVEL)), (b"IEND", Vec::new())] {
        let named = [&name[..], &content].concat();
        bytes.extend(big(content.len()));
        bytes.extend(&named);
        bytes.extend(hash(&named).to_be_bytes());
    }
    bytes
}

/// Returns an icon (.ico) of one picture, no larger than 255 pixels.
pub(super) fn icon(canvas: &Canvas) -> Vec<u8> {
    const HEAD: u32 = 22;
    let picture = png(canvas);
    let (width, height) = canvas.size();
    let side = |n: usize| u8::try_from(n).unwrap_or(0);
    let length = u32::try_from(picture.len()).unwrap_or(u32::MAX);
    let head = [0, 0, 1, 0, 1, 0, side(width), side(height), 0, 0, 1, 0, 24, 0];
    [&head[..], &length.to_le_bytes(), &HEAD.to_le_bytes(), &picture].concat()
}
