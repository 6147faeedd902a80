//! Pictures as files: PNG (ISO 15948), and an icon that holds one. The same pixels give the same bytes.

use std::collections::BTreeMap;

use crc32fast::hash;
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::canvas::{Canvas, Colour};

/// How well pictures of many colours are packed, which people download.
const LEVEL: u8 = 6;

/// How well those of few colours are packed, of which a notice has one for each issue: in a sixth of the time, to twice the length.
const QUICK_LEVEL: u8 = 1;

/// Returns a canvas as a file, with what is said of it: keyword and text (iTXt).
pub(super) fn png(canvas: &Canvas, said: &[(&str, &str)]) -> Vec<u8> {
    let (width, height) = canvas.size();
    let (kind, list, rows, level) = match listed(canvas) {
        Some((list, rows)) => (3, list, rows, QUICK_LEVEL),
        None => (2, Vec::new(), coloured(canvas), LEVEL),
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
    chunk(&mut bytes, b"IDAT", &compress_to_vec_zlib(&rows, level));
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

/// The colours of a canvas, in the order in which they first occur, and its rows by their places, each as the difference from
/// the one above, which is nothing nearly everywhere; none where there are more than 256.
fn listed(canvas: &Canvas) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut palette, mut rows) = (Palette::default(), rows(canvas, 1));
    let width = canvas.size().0;
    let mut above: (&[Colour], Vec<u8>) = (&[], vec![0; width]);
    for row in canvas.rows() {
        rows.push(FROM_ABOVE);
        if row == above.0 {
            rows.resize(rows.len() + width, 0);
            continue;
        }
        let places = palette.places(row)?;
        rows.extend(places.iter().zip(&above.1).map(|(place, above)| place.wrapping_sub(*above)));
        above = (row, places);
    }
    Some((palette.list, rows))
}

/// Colours by their places in a list.
#[derive(Default)]
struct Palette {
    list: Vec<u8>,
    places: BTreeMap<Colour, u8>,
}

impl Palette {
    /// Returns the places of the colours of a row; none if the list would be too long.
    fn places(&mut self, row: &[Colour]) -> Option<Vec<u8>> {
        let mut places = Vec::with_capacity(row.len());
        // Most pixels are of the colour of the one before.
        for run in row.chunk_by(|one, next| one == next) {
            let place = match self.places.get(&run[0]) {
                Some(place) => *place,
                None => {
                    let place = u8::try_from(self.places.len()).ok()?;
                    self.places.insert(run[0], place);
                    self.list.extend(run[0]);
                    place
                }
            };
            places.resize(places.len() + run.len(), place);
        }
        Some(places)
    }
}

/// The rows of a canvas, each pixel by its colour.
fn coloured(canvas: &Canvas) -> Vec<u8> {
    let mut rows = rows(canvas, 3);
    for row in canvas.rows() {
        rows.push(UNFILTERED);
        rows.extend(row.as_flattened());
    }
    rows
}

/// The way in which a row is filtered, which stands before it: not at all.
const UNFILTERED: u8 = 0;

/// As the difference from the row above, or from nothing above the first.
const FROM_ABOVE: u8 = 2;

/// Room for the rows of a canvas with so many bytes for a pixel.
fn rows(canvas: &Canvas, bytes: usize) -> Vec<u8> {
    let (width, height) = canvas.size();
    Vec::with_capacity((width * bytes + 1) * height)
}

/// Returns an icon (.ico) of one picture, which is no larger than 255 pixels.
pub(super) fn icon(picture: &[u8], size: [i64; 2]) -> Vec<u8> {
    const HEAD: u32 = 22;
    let [width, height] = size.map(|n| u8::try_from(n).unwrap_or(0));
    let length = u32::try_from(picture.len()).unwrap_or(u32::MAX);
    let head = [0, 0, 1, 0, 1, 0, width, height, 0, 0, 1, 0, 24, 0];
    [&head[..], &length.to_le_bytes(), &HEAD.to_le_bytes(), picture].concat()
}
