//! Pictures as files: PNG (ISO 15948), and an icon that holds one. The same pixels give the same bytes.

use std::collections::BTreeMap;

use crc32fast::hash;
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::canvas::{Canvas, Colour};

const LEVEL: u8 = 6;

/// Returns a canvas as a file, with what is said of it: keyword and text (iTXt).
pub(super) fn png(canvas: &Canvas, said: &[(&str, &str)]) -> Vec<u8> {
    let (width, height) = canvas.size();
    let (kind, list, rows) = match listed(canvas) {
        Some((list, rows)) => (3, list, rows),
        None => (2, Vec::new(), written(canvas, 3, |colour, row| row.extend(colour))),
    };
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut bytes, b"IHDR", &[&big(width)[..], &big(height), &[8, kind, 0, 0, 0]].concat());
    if !list.is_empty() {
        chunk(&mut bytes, b"PLTE", &list);
    }
    for (keyword, text) in said {
        // Behind the keyword: not compressed, of no language, no other word for it.
        chunk(&mut bytes, b"iTXt", &[keyword.as_bytes(), &[0; 5], text.as_bytes()].concat());
    }
    chunk(&mut bytes, b"IDAT", &compress_to_vec_zlib(&rows, LEVEL));
    chunk(&mut bytes, b"IEND", &[]);
    bytes
}

fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let named = [&name[..], content].concat();
    bytes.extend(big(content.len()));
    bytes.extend(&named);
    bytes.extend(hash(&named).to_be_bytes());
}

fn big(n: usize) -> [u8; 4] {
    u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes()
}

/// The colours of a canvas, in the order in which they first occur, and its rows by their places; none where there are more than
/// 256.
fn listed(canvas: &Canvas) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: BTreeMap<Colour, u8> = BTreeMap::new();
    let mut list = Vec::new();
    // Most pixels are of the colour of the one before.
    let mut last = None;
    for colour in canvas.rows().flatten() {
        if last != Some(*colour) && !places.contains_key(colour) {
            places.insert(*colour, u8::try_from(places.len()).ok()?);
            list.extend(colour);
        }
        last = Some(*colour);
    }
    let mut last = (Colour::default(), places.get(&Colour::default()).copied().unwrap_or(0));
    let rows = written(canvas, 1, |colour, row| {
        if last.0 != *colour {
            last = (*colour, places.get(colour).copied().unwrap_or(0));
        }
        row.push(last.1);
    });
    Some((list, rows))
}

/// The rows of a canvas, each behind the way in which it is filtered: not at all.
fn written(canvas: &Canvas, bytes: usize, mut write: impl FnMut(&Colour, &mut Vec<u8>)) -> Vec<u8> {
    let (width, height) = canvas.size();
    let mut rows = Vec::with_capacity((width * bytes + 1) * height);
    for row in canvas.rows() {
        rows.push(0);
        row.iter().for_each(|colour| write(colour, &mut rows));
    }
    rows
}

/// Returns an icon (.ico) of one picture, which is no larger than 255 pixels.
pub(super) fn icon(picture: &[u8], size: [i64; 2]) -> Vec<u8> {
    const HEAD: u32 = 22;
    let [width, height] = size.map(|n| u8::try_from(n).unwrap_or(0));
    let length = u32::try_from(picture.len()).unwrap_or(u32::MAX);
    let head = [0, 0, 1, 0, 1, 0, width, height, 0, 0, 1, 0, 24, 0];
    [&head[..], &length.to_le_bytes(), &HEAD.to_le_bytes(), picture].concat()
}
