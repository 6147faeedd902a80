//! Any text as a part of a file from an office, and any bytes as the whole of it: there is an answer, within the limits, and what was read becomes
//! an import with its report. The targets `word` and `excel` are the two readers, so that each gets all of its time.

use std::io::{Cursor, Write};

use gongkai::office::files::files;
use gongkai::office::manuscript::{Block, Manuscript};
use gongkai::office::read;
use gongkai::office::recognise::recognise;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A reader of files from an office.
pub struct Reader {
    /// Names of files that are read as they are.
    pub names: &'static [&'static str],
    /// The main part of its archives.
    pub main: &'static str,
    /// The parts that are tried, by kind; the main part has none.
    pub kinds: &'static [&'static str],
}

const DOCUMENT: &str = "<p><pPr><pStyle val='A'/><numPr><ilvl val='1'/><numId val='1'/></numPr></pPr><r><t>x</t><commentReference id='1'/></r></p>";
const WORKBOOK: &str = "<workbook><sheets><sheet name='x' id='worksheet'/></sheets></workbook>";
const SHEET: &str = "<worksheet><c s='1'><v>45352.5</v></c><c t='s'><v>0</v></c></worksheet>";

/// Reads an input as each file and as each part of one.
pub fn try_all(reader: &Reader, bytes: &[u8]) {
    let ending = reader.names[0];
    for name in reader.names {
        import(name, bytes);
    }
    let Ok(text) = str::from_utf8(bytes) else { return };
    for kind in reader.kinds {
        import(ending, &file(reader.main, kind, text));
    }
}

/// Reads a file and makes an import of it, if it is one.
fn import(name: &str, bytes: &[u8]) {
    let Ok(found) = read(name, bytes) else { return };
    within_limits(&found);
    let (draft, report) = recognise(&[found]);
    let _ = (files(&draft), report.message(&[]));
}

/// A document in which one part is this text.
fn file(main: &str, kind: &str, text: &str) -> Vec<u8> {
    let (folder, name) = main.split_once('/').expect("a folder");
    let is_word = folder == "word";
    let text = format!("<root xmlns='{W}' xmlns:w='{W}'>{text}</root>");
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
        others.iter().copied().filter(|other| *other != kind).chain((!kind.is_empty()).then_some(kind)).collect();
    let relations: String = kinds.iter().map(|kind| relation(kind, kind, &format!("{kind}.xml"))).collect();
    parts.push((format!("{folder}/_rels/{name}.rels"), format!("<r>{relations}</r>")));
    parts.extend(kinds.iter().map(|other| {
        let content = if *other == kind { text.clone() } else { SHEET.to_owned() };
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
