//! Documents that gongkai made and somebody edited: what a text does not show holds as long as what it shows is as it was.

use gongkai::notice::edition::Edition;
use gongkai::office;
use gongkai::office::draft::Draft;
use gongkai::office::manuscript::{Block, Manuscript, Paragraph};
use gongkai::office::recognise::recognise;
use gongkai::site::formats::document;
use gongkai::source::SourceTree;
use gongkai::theme;
use gongkai::value::Lang;

use crate::fixture::{Compiled, Fixture};

/// The document of a notice in Chinese.
fn manuscript(edition: &Edition) -> Manuscript {
    office::read("notice.docx", &document(edition, Lang::new("zh"))).expect("a document")
}

/// Puts other words, which are as long, into the first paragraph that has these.
fn edit(manuscript: &mut Manuscript, states: &str, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let mut paragraphs = manuscript.blocks.iter_mut().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    });
    let is_it = |paragraph: &&mut Paragraph| {
        paragraph.mark.as_ref().is_some_and(|mark| mark.states == states) && paragraph.text.contains(from)
    };
    let edited = paragraphs.find(is_it).expect("such a paragraph");
    edited.text = edited.text.replace(from, to);
}

/// What is read of a document, the record and the narrative of an issue, and what `check` finds.
fn imported(manuscript: Manuscript, issue: &str) -> (Draft, String, String, Compiled) {
    let (draft, _) = recognise(&[manuscript]);
    let mut tree = SourceTree::default();
    office::files::files(&draft).into_iter().for_each(|(path, text)| tree.insert(path, text.into_bytes()));
    let of = |ending: &str| {
        let wanted = format!("/{issue}{ending}");
        let path = tree.under("content").find(|path| path.as_str().ends_with(&wanted)).expect("a file").clone();
        tree.text(path.as_str()).expect("a text").to_owned()
    };
    let (record, narrative) = (of(".yaml"), of(".zh.md"));
    (draft, record, narrative, Fixture::of_tree(theme::with_built_in(tree)).compile())
}

#[test]
fn a_figure_that_was_edited_keeps_what_hangs_on_it() {
    let compiled = Fixture::county().compile();
    let edition = &compiled.site.as_ref().expect("a site").edition;
    let (_, record, ..) = imported(manuscript(edition), "001");
    assert!(record.contains("- fined + unfounded = cases"), "{record}");
    let mut edited = manuscript(edition);
    edit(&mut edited, "figures", "16个", "17个");
    let (_, record, narrative, compiled) = imported(edited, "001");
    assert!(record.contains("- id: cases\n") && record.contains("value: 17\n"), "{record}");
    assert!(record.contains("- fined + unfounded = cases"), "{record}");
    assert!(narrative.contains("案件16个"), "{narrative}");
    let found = compiled.shown();
    assert!(found.iter().any(|found| found.starts_with("equation ")), "{found:?}");
}

#[test]
fn a_text_beside_a_note_is_taken_as_it_stands_now() {
    let compiled = Fixture::notice().compile();
    let edition = &compiled.site.as_ref().expect("a site").edition;
    let (.., record, narrative, _) = imported(manuscript(edition), "027");
    assert!(narrative.contains("{{ ") && record.contains("figures:\n  - "), "{record}\n{narrative}");
    let quoted = narrative.matches("{{ ").count();
    let mut edited = manuscript(edition);
    edit(&mut edited, "figures", "51.25%", "51.24%");
    let (.., record, narrative, _) = imported(edited, "027");
    // The text was not edited, so it goes on saying what it said.
    assert!(narrative.contains("51.25%") && record.contains("value: 51.24\n"), "{record}\n{narrative}");
    assert_eq!(narrative.matches("{{ ").count() + 1, quoted, "{narrative}");
}

#[test]
fn links_and_footnotes_are_read_and_places_and_notes_are_records() {
    let compiled = Fixture::county().compile();
    let edition = &compiled.site.as_ref().expect("a site").edition;
    let (draft, _, narrative, _) = imported(manuscript(edition), "001");
    assert!(narrative.contains("[统计网站](<https://statistics.example/wangchuan>)"), "{narrative}");
    assert!(narrative.contains("[^1]") && narrative.contains("[^1]: 依据有关规定。"), "{narrative}");
    let hosts = draft.more.get("allowed_hosts").and_then(|hosts| hosts.as_sequence()).expect("hosts");
    assert!(hosts.iter().any(|host| host == "statistics.example"), "{hosts:?}");
    assert!(narrative.contains("--: |"), "{narrative}");
    let notice = Fixture::notice().compile();
    let edition = &notice.site.as_ref().expect("a site").edition;
    let (draft, record, ..) = imported(manuscript(edition), "003");
    assert!(record.contains("places:\n- "), "{record}");
    assert!(draft.records.iter().any(|(path, ..)| path == "content/places.yaml"));
}

#[test]
fn figures_of_persons_that_were_edited_are_a_table_and_no_equation_names_them() {
    let compiled = Fixture::county().compile();
    let edition = &compiled.site.as_ref().expect("a site").edition;
    let (draft, ..) = imported(manuscript(edition), "001");
    let accountability = |draft: &Draft| {
        let found = draft.records.iter().find(|(path, ..)| path == "content/accountability.yaml");
        found.map(|(_, _, record)| record.clone()).expect("a record")
    };
    assert!(accountability(&draft)["figures"].is_sequence() && accountability(&draft)["equations"].is_sequence());
    let mut edited = manuscript(edition);
    let cells = edited.blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter_mut().flat_map(|row| &mut row.cells)),
        Block::Paragraph(_) => None,
    });
    cells.flatten().find(|cell| cell.text == "40件").expect("a figure").text = "41件".to_owned();
    let (draft, .., compiled) = imported(edited, "001");
    assert!(accountability(&draft)["figures"].is_null() && accountability(&draft)["equations"].is_null());
    let found = compiled.shown();
    assert!(found.iter().all(|found| !found.contains("accountability.yaml")), "{found:?}");
}

/// Properties that nobody but an attacker would write take neither long nor the stack.
#[test]
fn hostile_properties_do_no_harm() {
    let compiled = Fixture::small().compile();
    let edition = &compiled.site.as_ref().expect("a site").edition;
    let mut hostile = manuscript(edition);
    let plain = recognise(&[hostile.clone()]).0;
    hostile.words.push((format!("message {}", "a.".repeat(200_000)), "[x]".to_owned()));
    hostile.words.push(("figures 1".to_owned(), "id: ../../x\nlabel: a\ntext: b\nvalue: 1\n\n".repeat(20_000)));
    hostile.words.push(("equations 9".to_owned(), "a = b\n".repeat(20_000)));
    let units = (0..20_000).map(|n| (format!("own-unit X{n}"), "prefix: x\nkind: money".to_owned()));
    hostile.words.extend(units);
    let found = recognise(&[hostile]).0;
    assert_eq!(found.issues, plain.issues);
}
