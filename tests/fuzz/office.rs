//! Any bytes as a file from an office, and as each part of a document and of a workbook: there is an answer, within the limits, and no text is
//! lost without a word.
#![no_main]

use std::io::{Cursor, Write};

use gongkai::office::manuscript::{Block, Manuscript};
use gongkai::office::read;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part of a document: the kind of file, its main part, and the part that is tried, of this kind.
struct Tried(&'static str, &'static str, &'static str);

const TRIED: [Tried; 9] = [
    Tried("docx", "word/document.xml", ""),
    Tried("docx", "word/document.xml", "numbering"),
    Tried("docx", "word/document.xml", "styles"),
    Tried("docx", "word/document.xml", "comments"),
    Tried("docx", "word/document.xml", "footer"),
    Tried("xlsx", "xl/workbook.xml", ""),
    Tried("xlsx", "xl/workbook.xml", "worksheet"),
    Tried("xlsx", "xl/workbook.xml", "sharedStrings"),
    Tried("xlsx", "xl/workbook.xml", "styles"),
];

const DOCUMENT: &str = "<p><pPr><pStyle val='A'/><numPr><ilvl val='1'/><numId val='1'/></numPr></pPr><r><t>x</t><commentReference id='1'/></r></p>";
const WORKBOOK: &str = "<workbook><sheets><sheet name='x' id='worksheet'/></sheets></workbook>";
const SHEET: &str = "<worksheet><c s='1'><v>45352.5</v></c><c t='s'><v>0</v></c></worksheet>";

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.docx", "a.xlsx", "a.csv", "a.txt"] {
        let _ = read(name, bytes).map(|found| within_limits(&found));
    }
    let Ok(text) = str::from_utf8(bytes) else { return };
    for tried in &TRIED {
        let found = read(&format!("a.{}", tried.0), &file(tried, text));
        let _ = found.map(|found| within_limits(&found));
    }
});

/// A document in which one part is this text.
fn file(Tried(_, main, kind): &Tried, text: &str) -> Vec<u8> {
    let (folder, name) = main.split_once('/').expect("a folder");
    let is_word = folder == "word";
    let text = if is_word { format!("<root xmlns='{W}' xmlns:w='{W}'>{text}</root>") } else { text.to_owned() };
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{TYPES}/{kind}' Target='{target}'/>")
    };
    let usual = if is_word { format!("<document xmlns='{W}'>{DOCUMENT}</document>") } else { WORKBOOK.to_owned() };
    let mut parts = vec![
        ("_rels/.rels".to_owned(), format!("<r>{}</r>", relation("main", "officeDocument", main))),
        (main.to_string(), if kind.is_empty() { text.clone() } else { usual }),
    ];
    let others: &[&str] = if is_word { &[] } else { &["worksheet"] };
    let kinds: Vec<&str> =
        others.iter().copied().filter(|other| other != kind).chain((!kind.is_empty()).then_some(*kind)).collect();
    let relations: String = kinds.iter().map(|kind| relation(kind, kind, &format!("{kind}.xml"))).collect();
    parts.push((format!("{folder}/_rels/{name}.rels"), format!("<r>{relations}</r>")));
    parts.extend(kinds.iter().map(|other| {
        let content = if other == kind { text.clone() } else { SHEET.to_owned() };
        (format!("{folder}/{other}.xml"), content)
    }));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_bytes()).expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

/// Every row of a table is as wide as the others, and nothing is larger than the limits say.
fn within_limits(found: &Manuscript) {
    let mut cells = 0;
    for block in &found.blocks {
        if let Block::Table(table) = block {
            let width = table.rows[0].cells.len();
            assert!(width <= 256 && table.rows.iter().all(|row| row.cells.len() == width), "{table:?}");
            cells += width * table.rows.len();
        }
    }
    assert!(cells <= 1_000_000 && found.blocks.len() <= 400_000);
}
