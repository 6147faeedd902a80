//! The room that a picture takes, read from the first bytes of its file, so that a page keeps it free before the picture is there.

use std::io::Cursor;
use std::ops::RangeInclusive;

use exif::{In, Tag};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Returns the width and height of a picture in pixels as browsers show it; of a drawing without them those of its view box.
pub(super) fn of(bytes: &[u8]) -> Option<[u32; 2]> {
    let Ok(size) = imagesize::blob_size(bytes) else { return of_drawing(bytes) };
    let [width, height] = [u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?];
    Some(if lies_on_its_side(bytes) { [height, width] } else { [width, height] })
}

/// Returns whether a photograph says that it was taken with the camera turned by a right angle: browsers turn it back.
fn lies_on_its_side(bytes: &[u8]) -> bool {
    const TURNED: RangeInclusive<u32> = 5..=8;
    let is_photograph = bytes.starts_with(b"\xFF\xD8");
    let said = is_photograph.then(|| exif::Reader::new().read_from_container(&mut Cursor::new(bytes)));
    let said = said.and_then(Result::ok);
    let orientation = said.as_ref().and_then(|said| said.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
    orientation.is_some_and(|orientation| TURNED.contains(&orientation))
}

fn of_drawing(bytes: &[u8]) -> Option<[u32; 2]> {
    let mut reader = Reader::from_reader(bytes);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => break element,
            Event::Eof => return None,
            _ => {}
        }
    };
    let stated = ["width", "height"].map(|name| pixels(attribute(&root, name)?.trim_end_matches("px")));
    if let [Some(width), Some(height)] = stated {
        return Some([width, height]);
    }
    let view_box = attribute(&root, "viewBox")?;
    let mut sides = view_box.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    Some([pixels(sides.next()?)?, pixels(sides.next()?)?])
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    Some(element.try_get_attribute(name).ok()??.value.into_owned())
}

/// Returns a length in whole pixels. `None` in other units, and of nothing.
fn pixels(text: &str) -> Option<u32> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    whole.trim().parse().ok().filter(|length| *length > 0)
}

#[cfg(test)]
mod tests {
    use super::of;

    /// The beginning of a photograph of 640 × 480 pixels that is to be turned so (Exif 2.32, 4.6.4 A).
    fn photograph(orientation: u8) -> Vec<u8> {
        let exif = [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation], &[0; 6]].concat();
        let length = u8::try_from(exif.len() + 2).expect("short");
        let frame = b"\xFF\xC0\0\x0B\x08\x01\xE0\x02\x80\x01\x01\x11\0\xFF\xD9";
        [b"\xFF\xD8\xFF\xE1\0", &[length][..], &exif, frame].concat()
    }

    #[test]
    fn pictures_and_drawings_say_their_size() {
        for (bytes, size) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x02\0\0\0"[..], Some([640, 480])),
            (&photograph(1), Some([640, 480])),
            (&photograph(3), Some([640, 480])),
            (&photograph(6), Some([480, 640])),
            (&photograph(8), Some([480, 640])),
            (&photograph(9), Some([640, 480])),
            (b"GIF89a\x0a\0\x05\0\0\0\0", Some([10, 5])),
            (b"<?xml version=\"1.0\"?><!-- a map --><svg width=\"120px\" height=\"80.5\"/>", Some([120, 80])),
            (b"<svg width=\"100%\" height=\"40\" viewBox=\"0 0 90,60\"><path/></svg>", Some([90, 60])),
            (b"<svg width=\"12mm\" height=\"8mm\"/>", None),
            (b"<svg viewBox=\"0 0 0 4\"/>", None),
            (b"a report", None),
            (b"", None),
        ] {
            assert_eq!(of(bytes), size, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
