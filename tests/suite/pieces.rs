//! Downloads are made in pieces: after an edit those that do not read it are taken from what was published, and the file is that of a build
//! from nothing all the same.

use std::collections::BTreeMap;

use gongkai::compile::Output;
use gongkai::site::formats::Write;
use gongkai::source::pieces::{EarlierOutput, PieceNote, Pieces};
use gongkai::source::reads;
use gongkai::value::RelPath;

use crate::fixture::{Compiled, Fixture};
use crate::sizes::large;

/// A download and its pieces.
struct Download {
    bytes: Vec<u8>,
    pieces: Vec<PieceNote>,
    /// How many bytes were not taken from an earlier one.
    made: usize,
}

fn reads_any(piece: &PieceNote, files: &[RelPath]) -> bool {
    files.iter().any(|file| piece.reads.contains(file))
}

/// Every download that has pieces, made with those of earlier ones that do not read some files.
fn downloads(
    compiled: &Compiled,
    earlier: &BTreeMap<RelPath, Download>,
    edited: &[RelPath],
) -> BTreeMap<RelPath, Download> {
    let outputs = compiled.site().outputs();
    let in_pieces = outputs.iter().filter_map(|output| match output {
        Output::Format(file) => Some(file).filter(|file| matches!(file.format.write, Write::InPieces(_))),
        _ => None,
    });
    let made = in_pieces.map(|file| {
        let known = earlier.get(&file.path).map(|download| EarlierOutput {
            bytes: download.bytes.clone(),
            pieces: download.pieces.iter().map(|piece| (!reads_any(piece, edited)).then(|| piece.clone())).collect(),
        });
        let mut pieces = Pieces::of(known.unwrap_or_default());
        let (mut bytes, mut made) = (Vec::new(), 0);
        let mut put = |part: &[u8], is_new: bool| {
            bytes.extend_from_slice(part);
            made += if is_new { part.len() } else { 0 };
        };
        let ((), reads) = reads::taken_down(|| compiled.site().write(file, &mut pieces, &mut put));
        let pieces = pieces.into_notes();
        assert!(pieces.iter().all(|piece| piece.reads.is_subset(&reads)), "{}", file.path);
        (file.path.clone(), Download { bytes, pieces, made })
    });
    made.filter(|(_, download)| !download.pieces.is_empty()).collect()
}

/// A text many times over.
macro_rules! repeated {
    ($text:literal) => {
        concat!(
            $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text,
            $text
        )
    };
}

const NARRATIVES: [&str; 2] = ["content/3-area-3/0076.zh.md", "content/3-area-3/0076.en.md"];

/// What is put at the end of a narrative in each language, and whether most of every download stays as it was.
static EDITS: &[([&str; 2], bool)] = &[
    (["\n账目已经移交。\n", "\nThe accounts were handed over.\n"], true),
    // Lists, a link and a footnote more: what stands behind is numbered otherwise in the Word file.
    (
        [
            "\n1. 核对[^1]。\n2. 见[第3个问题](../1-area-1/0003.zh.md)。\n\n[^1]: 已存档。\n",
            "\n1. Checked[^1].\n2. See [issue 3](../1-area-1/0003.en.md).\n\n[^1]: Filed.\n",
        ],
        false,
    ),
    // The longest text of a column makes it wider.
    (
        [
            concat!("\n", repeated!("账目已经核对清楚，"), "。\n"),
            concat!("\n", repeated!("The accounts are clear "), ".\n"),
        ],
        false,
    ),
];

#[test]
fn a_download_of_known_and_new_pieces_is_that_of_new_ones() {
    let nothing = BTreeMap::new();
    let files = NARRATIVES.map(RelPath::of);
    let fixture = || large(150);
    let published = downloads(&fixture().compile(), &nothing, &files);
    let names: Vec<&str> = published.keys().map(RelPath::name).collect();
    for name in ["issues.csv", "ledger.xlsx", "notice.docx", "notice.json"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for (text, is_little) in EDITS {
        let edited = fixture().adding(NARRATIVES[0], text[0]).adding(NARRATIVES[1], text[1]).compile();
        let (warm, cold) = (downloads(&edited, &published, &files), downloads(&edited, &nothing, &files));
        for ((name, warm), (_, cold)) in warm.iter().zip(&cold) {
            assert!(warm.bytes == cold.bytes && warm.pieces == cold.pieces, "{name} after {text:?}");
            assert_eq!(cold.made, cold.bytes.len(), "{name}");
            assert!(warm.made < warm.bytes.len(), "{name} after {text:?}: no piece was taken over");
            // What is packed is too short in this notice for the parts beside the texts.
            let is_packed = [".docx", ".xlsx"].iter().any(|ending| name.as_str().ends_with(ending));
            let is_kept = !is_little || is_packed || warm.made * 2 < warm.bytes.len();
            assert!(is_kept, "{name}: {} of {} made", warm.made, warm.bytes.len());
        }
        assert!(cold[&RelPath::of("data/notice.json")].bytes != published[&RelPath::of("data/notice.json")].bytes);
    }
}

/// Of a page that lists downloads a preview need not know how long they are to see a mistake in it.
#[test]
fn a_page_is_tried_without_the_downloads_that_it_lists() {
    let compiled = Fixture::small().compile();
    let outputs = compiled.site().outputs();
    let page = outputs.iter().find(|output| output.path().as_str() == "data.html").expect("the page");
    let (wrong, read) = reads::taken_down(|| compiled.site().tried(page));
    assert_eq!((wrong.len(), read.len()), (0, 0), "{wrong:?} {read:?}");
    let (shown, read) = reads::taken_down(|| compiled.site().render(page));
    assert!(shown.value.is_some() && read.contains(&RelPath::of("content/1-projects/001.zh.md")), "{read:?}");
    let template = "themes/bulletin/templates/data.html";
    let broken = Fixture::small().replacing(template, "{{ t.data.file }}", "{{ t.data.nothing.more }}").compile();
    let wrong = broken.site.expect("a site").tried(page);
    assert_eq!(wrong.first().map(|diagnostic| diagnostic.rule), Some("template"), "{wrong:?}");
}
