//! Archives as office documents are, written so that the same parts give the same bytes: no clock, no name of a
//! machine.

mod archive;

use std::io::{self, Write};
use std::ops::Range;

use crc32fast::Hasher;
use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};

use super::pieces::PieceId;

pub use archive::archive;

/// How hard parts are packed: two per cent more bytes than at the next level, in two thirds of the time.
const LEVEL: u8 = 5;

/// A part of an archive: its name and its content.
pub type PackedFile = (String, Packed);

/// The content of a part, packed.
pub struct Packed {
    /// Its checksum and size, unpacked.
    pub measures: Measures,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The pieces in it.
    pieces: Vec<PackedPiece>,
}

/// A piece of a part.
struct PackedPiece {
    id: PieceId,
    /// Where it stands in the packed part.
    place: Range<usize>,
    /// Whether it was made now.
    is_new: bool,
}

/// The checksum and the size of something before it was packed.
pub type Measures = (u32, usize);

/// Packs the content of a part piece by piece as it is written, so that no more than a piece of it is in memory.
pub struct Packer {
    /// On the heap: its tables are too large to be moved about.
    compressor: Box<CompressorOxide>,
    sum: Hasher,
    size: usize,
    /// What is not packed yet.
    waiting: Vec<u8>,
    packed: Vec<u8>,
    pieces: Vec<PackedPiece>,
    /// Whether something was written since the last piece.
    is_begun: bool,
}

impl Packer {
    const MOST: usize = 64 << 10;

    /// Packs what is waiting; at the end, what the compressor holds back as well.
    fn pack(&mut self, flush: TDEFLFlush) -> io::Result<()> {
        self.sum.update(&self.waiting);
        self.size += self.waiting.len();
        let packed = &mut self.packed;
        let keep = |bytes: &[u8]| {
            packed.extend_from_slice(bytes);
            true
        };
        let (status, _) = compress_to_output(&mut self.compressor, &self.waiting, flush, keep);
        self.waiting.clear();
        match status {
            TDEFLStatus::Okay | TDEFLStatus::Done => Ok(()),
            _ => Err(io::ErrorKind::Other.into()),
        }
    }

    /// Returns what was written, packed. Packing into memory does not fail.
    pub fn finish(mut self) -> Packed {
        let _ = self.pack(TDEFLFlush::Finish);
        self.packed()
    }

    /// Returns what was written, packed by itself and to the border of a byte, so that it can stand in a part behind other
    /// content and before more.
    pub fn cut(mut self) -> Packed {
        let _ = self.pack(TDEFLFlush::Full);
        self.packed()
    }

    /// Adds a piece that [`Packer::cut`] returned, now or in an earlier build.
    pub fn add(&mut self, id: PieceId, (bytes, is_new): (&[u8], bool), (sum, size): Measures) {
        if std::mem::take(&mut self.is_begun) {
            let _ = self.pack(TDEFLFlush::Full);
            // What comes behind the piece is packed as if nothing were before it.
            self.compressor.reset();
        }
        let start = self.packed.len();
        self.packed.extend_from_slice(bytes);
        self.pieces.push(PackedPiece { id, place: start..self.packed.len(), is_new });
        self.sum.combine(&Hasher::new_with_initial_len(sum, size as u64));
        self.size += size;
    }

    fn packed(self) -> Packed {
        Packed { measures: (self.sum.finalize(), self.size), bytes: self.packed, pieces: self.pieces }
    }
}

impl Default for Packer {
    fn default() -> Packer {
        let mut compressor = Box::<CompressorOxide>::default();
        compressor.set_format_and_level(DataFormat::Raw, LEVEL);
        Packer {
            compressor,
            sum: Hasher::new(),
            size: 0,
            waiting: Vec::new(),
            packed: Vec::new(),
            pieces: Vec::new(),
            is_begun: false,
        }
    }
}

impl Write for Packer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.waiting.len() + bytes.len() > Packer::MOST {
            self.pack(TDEFLFlush::None)?;
        }
        self.is_begun = true;
        self.waiting.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::archive::Archive;
    use crate::source::pieces::Pieces;
    use crate::value::Fingerprint;

    fn packed(content: &[u8]) -> Packed {
        let mut packer = Packer::default();
        content.chunks(1_000).for_each(|piece| packer.write_all(piece).unwrap());
        packer.finish()
    }

    /// Returns the archive of some parts.
    fn archived(parts: impl IntoIterator<Item = PackedFile>, pieces: &mut Pieces) -> Vec<u8> {
        let mut bytes = Vec::new();
        archive(parts.into_iter().collect(), pieces, &mut |part, _| bytes.extend_from_slice(part));
        bytes
    }

    #[test]
    fn what_is_packed_is_read_again() {
        assert_eq!(packed(b"123456789").measures.0, 0xCBF4_3926, "the check value of the standard");
        let contents = [("a.xml", "<甲/>".to_owned()), ("b/c.xml", "乙丙".repeat(90_000)), ("d.xml", String::new())];
        let pack = || contents.each_ref().map(|(name, content)| ((*name).to_owned(), packed(content.as_bytes())));
        let bytes = archived(pack(), &mut Pieces::default());
        let mut read = Archive::read(&bytes).unwrap();
        for (name, content) in &contents {
            assert_eq!(&read.text(name).unwrap().unwrap(), content);
        }
        assert_eq!(bytes, archived(pack(), &mut Pieces::default()));
        assert!(bytes.len() < 3_000, "{}", bytes.len());
    }

    #[test]
    fn pieces_are_read_as_one_and_found_where_they_are_said_to_stand() {
        let texts = ["甲".repeat(50_000), String::new(), "乙丙".repeat(70_000), "丁".to_owned()];
        let mut pieces = Pieces::default();
        let mut packer = Packer::default();
        for (at, text) in texts.iter().enumerate() {
            if at % 2 == 1 {
                write!(packer, "<{at}/>").unwrap();
            }
            let make = || {
                let mut piece = Packer::default();
                piece.write_all(text.as_bytes()).unwrap();
                let Packed { measures, bytes, .. } = piece.cut();
                (bytes, measures)
            };
            pieces.next(Fingerprint::default(), make, |id, bytes, measures| packer.add(id, bytes, *measures));
        }
        packer.write_all(b"end").unwrap();
        let parts = [("a".to_owned(), packed(b"x")), ("b".to_owned(), packer.finish())];
        let bytes = archived(parts, &mut pieces);
        let whole = format!("{}<1/>{}{}<3/>{}end", texts[0], texts[1], texts[2], texts[3]);
        assert_eq!(Archive::read(&bytes).unwrap().text("b").unwrap().unwrap(), whole);
        for (note, text) in pieces.into_notes().iter().zip(&texts) {
            let alone = [&bytes[note.place.clone()], &[3, 0]].concat();
            assert_eq!(miniz_oxide::inflate::decompress_to_vec(&alone).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn how_it_is_written_does_not_show() {
        let content: Vec<u8> = (0..300_000_u32).flat_map(|n| (n % 977 * n).to_string().into_bytes()).collect();
        assert_eq!(packed(&content).bytes, miniz_oxide::deflate::compress_to_vec(&content, LEVEL));
    }
}
