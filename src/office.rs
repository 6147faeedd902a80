//! Files from an office (Word, Excel, text), read as a person sees them.
//!
//! A reader of each format (`word`, `workbook`, `plain`) makes one [`manuscript::Manuscript`]: paragraphs and tables in reading order, and what
//! was left out of them. A file that is not read gets a [`Refusal`] that says what to do. What a manuscript means is read from that alone:
//! [`recognise`] makes a [`draft::Draft`] and a [`report::Report`], and [`files`] writes the records.

pub mod manuscript;
pub mod draft;
pub mod report;
pub mod recognise;
pub mod files;
pub mod issue;
pub mod update;
mod refusal;
mod limits;
mod faults;
mod scripts;
mod package;
mod plain;
mod word;
mod workbook;
#[cfg(test)]
mod tests;

pub use refusal::Refusal;

use manuscript::Manuscript;
use package::{Document, Package};

/// Returns what a person sees of a file. Its content decides what it is; its name matters where that says nothing.
pub fn read(name: &str, bytes: &[u8]) -> Result<Manuscript, Refusal> {
    if bytes.len() > limits::FILE {
        return Err(Refusal::too_large());
    }
    if let Some(refusal) = refusal::beginning::by_beginning(bytes) {
        return Err(refusal);
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if !bytes.starts_with(b"PK") {
        return plain::read(&ending, bytes);
    }
    let mut package = Package::open(bytes)?;
    match package.document() {
        Document::Word(main) => word::read(&mut package, &main),
        Document::Workbook(main) => workbook::read(&mut package, &main),
        Document::OfOpenFormat => Err(Refusal::save_as_office()),
        Document::Other => Err(Refusal::no_document()),
    }
}
