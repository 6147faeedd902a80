//! Files as different hands made them, and files that are not read. `tests/suite/fixtures/office/make.py` makes them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::manuscript::{Block, LeftOutKind, Manuscript, Table};
use super::read;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/suite/fixtures/office/", $name)).as_slice()
    };
}

const SEEN: &str = include_str!("../../tests/suite/fixtures/office/seen.txt");
const LEDGER: &str = include_str!("../../tests/suite/fixtures/office/ledger.json");

static DOCUMENTS: [(&str, &[u8]); 7] = [
    ("typed.docx", fixture!("typed.docx")),
    ("numbered.docx", fixture!("numbered.docx")),
    ("tracked.docx", fixture!("tracked.docx")),
    ("boxes.docx", fixture!("boxes.docx")),
    ("breaks.docx", fixture!("breaks.docx")),
    ("gb18030.txt", fixture!("gb18030.txt")),
    ("utf16.txt", fixture!("utf16.txt")),
];

static LEDGERS: [(&str, &[u8]); 2] =
    [("ledger.docx", fixture!("ledger.docx")), ("ledger.xlsx", fixture!("ledger.xlsx"))];

/// The lines that a person sees.
fn lines(manuscript: &Manuscript) -> String {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => format!("{}{}\n", paragraph.label, paragraph.text),
        Block::Table(table) => panic!("{table:?}"),
    };
    manuscript.blocks.iter().map(of).collect()
}

/// The cells of a table; none for those that another covers.
fn cells(table: &Table) -> Vec<Vec<Option<String>>> {
    let of = |cell: &super::manuscript::Cell| cell.covered.is_none().then(|| cell.text.clone());
    table.rows.iter().map(|row| row.cells.iter().map(of).collect()).collect()
}

fn left_out(name: &str, bytes: &[u8]) -> Vec<(LeftOutKind, usize, String)> {
    let read = read(name, bytes).expect("a document");
    read.left_out.into_iter().map(|left| (left.kind, left.number, left.text)).collect()
}

#[test]
fn every_hand_says_the_same() {
    for (name, bytes) in DOCUMENTS {
        let manuscript = read(name, bytes).expect("a document");
        assert_eq!(lines(&manuscript), SEEN, "{name}");
    }
    let expected: Vec<Vec<Option<String>>> = serde_json::from_str(LEDGER).expect("cells");
    for (name, bytes) in LEDGERS {
        match &*read(name, bytes).expect("a ledger").blocks {
            [Block::Table(table)] => assert_eq!(cells(table), expected, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    let filled: Vec<Vec<Option<String>>> =
        expected.into_iter().map(|row| row.into_iter().map(|cell| Some(cell.unwrap_or_default())).collect()).collect();
    match &*read("ledger.csv", fixture!("ledger.csv")).expect("a ledger").blocks {
        [Block::Table(table)] => assert_eq!(cells(table), filled),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_left_out_is_told() {
    let kinds = |name: &str, bytes: &[u8]| left_out(name, bytes).into_iter().map(|(kind, ..)| kind).collect::<Vec<_>>();
    for (name, bytes) in DOCUMENTS {
        let found = kinds(name, bytes);
        let expected = match name {
            "tracked.docx" => &[LeftOutKind::Deleted, LeftOutKind::Inserted, LeftOutKind::Hidden][..],
            "boxes.docx" => &[LeftOutKind::Other, LeftOutKind::PageNumber],
            _ => &[],
        };
        assert!(expected.iter().all(|kind| found.contains(kind)), "{name}: {found:?}");
        assert!(found.iter().all(|kind| expected.contains(kind)), "{name}: {found:?}");
    }
    let told = |kind, number, text: &str| (kind, number, text.to_owned());
    assert_eq!(
        left_out("ledger.xlsx", fixture!("ledger.xlsx")),
        [
            told(LeftOutKind::FormulaWithoutValue, 10, "整改台账!A10 =COUNT(A3:A8)"),
            told(LeftOutKind::Comment, 3, "整改台账!C3 请核对"),
            told(LeftOutKind::HiddenColumn, 6, "整改台账!F 103 | 104 | 105 | 106 | 107 | 108"),
            told(LeftOutKind::HiddenRow, 9, "整改台账!9 筛选掉的问题"),
            told(LeftOutKind::HiddenSheet, 2, "底稿"),
        ]
    );
}

#[test]
fn what_is_not_read_is_told_what_to_do_about() {
    let encrypted: Vec<u8> = b"\xD0\xCF\x11\xE0"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let docx = fixture!("typed.docx");
    for (name, bytes, message, help) in [
        ("a.doc", &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], "旧格式", "另存为"),
        ("a.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧格式", "另存为"),
        ("a.docx", &encrypted, "密码", "去掉密码"),
        ("a.docx", &docx[..docx.len() / 2], "不完整", "另存"),
        ("a.docx", b"", "空的", "原稿"),
        ("a.txt", b" \r\n", "空的", "原稿"),
        ("a.docx", "文字".as_bytes(), "不完整", "另存"),
        ("a.pdf", b"%PDF-1.7", "PDF", ".docx"),
        ("a.doc", b"{\\rtf1", "RTF", "另存为"),
        ("a.xls", b"<HTML><table>", "网页", "另存为"),
        ("a.bin", b"\x00\x01\x02", "不是", "另存为"),
        ("a.rar", b"Rar!\x1A", "压缩包", "解压"),
    ] {
        let refusal = read(name, bytes).expect_err(name);
        assert!(refusal.message.zh.contains(message), "{name}: {refusal:?}");
        assert!(refusal.help.zh.contains(help), "{name}: {refusal:?}");
        assert!(!refusal.message.en.is_empty() && !refusal.help.en.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    /// Whatever becomes of the bytes of a file, there is an answer.
    #[test]
    fn no_damage_is_too_strange(
        file in 0_usize..9,
        damages in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let (name, bytes) = DOCUMENTS.iter().chain(&LEDGERS).nth(file).expect("a file");
        let mut bytes = bytes.to_vec();
        for (at, byte) in damages {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(length.index(bytes.len()));
        }
        let _ = read(name, &bytes);
    }
}
