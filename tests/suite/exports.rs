//! `gongkai export`: what an office gets to work with says what the notice says, and can be read again.

use std::path::Path;
use std::process::{Command, Output};

use gongkai::notice::edition::Edition;
use gongkai::notice::fields::MarkdownField;
use gongkai::notice::{Issue, Measure};
use gongkai::office;
use gongkai::office::manuscript::{Block, LeftOutKind, Manuscript, Row, Table};
use gongkai::office::recognise::recognise;
use gongkai::office::report::Certainty;
use gongkai::site::MarkdownRenderer;
use gongkai::site::formats::{document, ledger};
use gongkai::source::archive::Archive;
use gongkai::text::markdown::FlowBlock;
use gongkai::value::{Lang, StatusBasis};

use crate::fixture::{Compiled, Fixture, untagged, words};

/// The files of a small notice that has one of everything an office may declare.
fn declared() -> Fixture {
    Fixture::small()
        .adding(
            "content/notice.yaml",
            "
fields:
  - {id: leader, label: {zh: 责任领导, en: Leader in charge}, on: [issue, measure]}
  - {id: risk, label: {zh: 风险等级, en: Risk}, type: choice, choices: [{id: high, label: {zh: 高, en: High}}, {id: low, label: {zh: 低, en: Low}}]}
  - {id: progress, label: {zh: 整改进度, en: Progress}, type: number, unit: percent}
  - {id: checked, label: {zh: 检查日期, en: Checked on}, type: date}
",
        )
        .adding(
            "content/1-projects/001.yaml",
            "
fields: {leader: {zh: =分管副县长, en: =The deputy}, risk: high, progress: 45.5, checked: 2024-01}
measures:
  - {text: {zh: 复核项目, en: Review projects}, status: in-progress, due: 2024-06, fields: {leader: {zh: 局长, en: The head}}}
  - {text: {zh: 修订办法, en: Revise the rules}, status: completed, completed_on: 2023-12-20}
",
        )
}

fn edition(compiled: &Compiled) -> &Edition {
    &compiled.site.as_ref().expect("a site").edition
}

fn read(bytes: &[u8]) -> Manuscript {
    office::read("ledger.xlsx", bytes).expect("a workbook")
}

/// The sheet of a kind.
fn sheet<'a>(found: &'a Manuscript, kind: &str) -> Option<&'a Table> {
    let tables = found.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(|table| table.kind() == Some(kind))
}

/// The cells of a column below its head, by its name.
fn column(table: &Table, name: &str) -> Vec<String> {
    let at = table.marks.iter().position(|mark| mark.as_ref().is_some_and(|mark| mark.column == name));
    let at = at.unwrap_or_else(|| panic!("no {name}"));
    let is_heads = |row: &Row| row.cells.iter().filter(|cell| !cell.text.is_empty()).count() == table.marks.len();
    let heads = table.rows.iter().position(is_heads).expect("heads");
    let rows = table.rows[heads + 1..].iter();
    rows.map(|row| row.cells.get(at).map_or(String::new(), |cell| cell.text.clone())).collect()
}

/// What whoever reads a notice has to know first stands in every file that is handed on by itself, on each of its sheets.
#[test]
fn a_disclaimer_stands_in_what_is_handed_on() {
    let long = "本通报所述事实均为虚构，仅供演示，不得引用。".repeat(6);
    let county = Fixture::county().replacing("content/notice.yaml", "本通报所述事实均为虚构。", &long);
    let compiled = county.compile();
    let edition = edition(&compiled);
    let words = |text: &str| text.split_whitespace().collect::<String>();
    for lang in edition.notice.languages.iter().copied() {
        let disclaimer = words(edition.notice.record.disclaimer.as_ref().expect("a disclaimer").text(lang));
        let made = ledger(edition, lang);
        for table in read(&made).blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        }) {
            let said: String = table.rows.iter().flat_map(|row| &row.cells).map(|cell| words(&cell.text)).collect();
            assert!(table.kind() == Some("exported") || said.contains(&disclaimer), "{lang} {:?}", table.kind());
        }
        let document = office::read("notice.docx", &document(edition, lang)).expect("a document");
        let first = document.blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(words(&paragraph.text)),
            Block::Table(_) => None,
        });
        assert!(first.expect("a paragraph").ends_with(&disclaimer), "{lang}");
    }
}

/// Places of issues, and deadlines of items that were moved, are columns of their own.
#[test]
fn a_ledger_says_where_and_from_when() {
    let places = "- {id: east, name: {zh: 东镇, en: Dong Town}}\n- {id: west, name: {zh: 西镇, en: Xi Town}}\n";
    let items = "items: [{title: {zh: 甲, en: A}, status: in-progress, due: 2024-03, original_due: 2023-11}]\n";
    let compiled = Fixture::small()
        .with("content/places.yaml", places)
        .adding("content/2-people/003.yaml", "places: [east, west]\n")
        .adding("content/1-projects/002.yaml", items)
        .compile();
    let edition = edition(&compiled);
    let found = read(&ledger(edition, edition.notice.default_language()));
    assert_eq!(column(sheet(&found, "issues").expect("issues"), "places")[..3], ["", "", "东镇\n西镇"]);
    assert_eq!(column(sheet(&found, "items").expect("items"), "original_due"), ["2023-11"]);
    for (path, words) in [
        ("issues/002.html", "（原定2023年11月）"),
        ("en/notice.html", "(originally November 2023)"),
        ("data/deadlines.csv", ",2024-03,2024-03-31,,2023-11,"),
        ("data/notice.json", "\"original_due\": \"2023-11\""),
    ] {
        let file = compiled.file(path);
        let said = if path.ends_with(".html") { untagged(&file) } else { file };
        assert!(said.contains(words), "{path}: {words}");
    }
}

#[test]
fn a_ledger_says_what_the_notice_says_in_every_language() {
    for compiled in [Fixture::notice().compile(), Fixture::county().compile(), declared().compile()] {
        let edition = edition(&compiled);
        for lang in &edition.notice.languages {
            let bytes = ledger(edition, *lang);
            assert_eq!(bytes, ledger(edition, *lang));
            let found = read(&bytes);
            assert!(
                found.left_out.iter().all(|left| left.kind == LeftOutKind::PageNumber),
                "{lang} {:?}",
                found.left_out
            );
            let table = sheet(&found, "issues").expect("issues");
            says_what_issues_say(edition, *lang, table);
            let count = |each: fn(&Issue) -> usize| edition.notice.issues.iter().map(each).sum::<usize>();
            for (kind, rows) in [
                ("measures", count(|issue| issue.record.measures.len())),
                ("items", count(|issue| issue.record.items.len())),
                ("figures", count(|issue| issue.record.figures.len())),
                ("units", edition.notice.units.len()),
            ] {
                let found = sheet(&found, kind)
                    .map_or(0, |table| column(table, &table.marks[1].as_ref().unwrap().column).len());
                assert_eq!(found, rows, "{lang} {kind}");
            }
        }
    }
}

fn says_what_issues_say(edition: &Edition, lang: Lang, table: &Table) {
    let locale = edition.theme.locale(lang);
    let issues = &edition.notice.issues;
    let equal = |name: &str, of: &dyn Fn(&Issue) -> String| {
        let found = column(table, name);
        assert_eq!(found[..issues.len()], issues.iter().map(of).collect::<Vec<_>>(), "{lang} {name}");
    };
    equal("number", &|issue| issue.number().to_string());
    equal("title", &|issue| issue.record.title.text(lang).to_owned());
    equal("statement", &|issue| issue.record.statement.as_ref().map_or("", |text| text.text(lang)).to_owned());
    equal("status", &|issue| locale.text(&format!("status.{}", issue.record.status)));
    equal("due", &|issue| issue.due().map(|due| due.to_string()).unwrap_or_default());
    equal("responsible", &|issue| {
        let units = edition.notice.units_of(&issue.record.responsible);
        units.map(|unit| edition.notice.unit(unit).name.text(lang)).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn what_an_office_declares_is_a_column_with_its_type() {
    let compiled = declared().compile();
    let found = read(&ledger(edition(&compiled), Lang::new("zh")));
    let issues = sheet(&found, "issues").expect("issues");
    for (name, value) in [("leader", "=分管副县长"), ("risk", "高"), ("progress", "45.5"), ("checked", "2024-01")]
    {
        assert_eq!(column(issues, name)[0], value, "{name}");
    }
    let measures = sheet(&found, "measures").expect("measures");
    assert_eq!(column(measures, "leader"), ["局长", ""]);
    assert_eq!(column(measures, "due"), ["2024-06", ""]);
    assert_eq!(column(measures, "completed_on"), ["", "2023-12-20"]);
    let choices = sheet(&found, "choices").expect("choices");
    let words: Vec<_> = column(choices, "field").into_iter().zip(column(choices, "name")).collect();
    assert!(words.contains(&("risk".to_owned(), "低".to_owned())), "{words:?}");
}

/// The parts of an archive whose names begin so.
fn parts(bytes: &[u8], beginning: &str) -> String {
    let mut archive = Archive::read(bytes).expect("an archive");
    let names: Vec<String> = archive.parts.iter().map(|part| part.name.clone()).collect();
    let names = names.iter().filter(|name| name.starts_with(beginning));
    names.map(|name| archive.text(name).expect("a part").expect("a part")).collect()
}

#[test]
fn no_cell_is_a_formula_and_nobody_is_named() {
    let compiled = declared().compile();
    let bytes = ledger(edition(&compiled), Lang::new("zh"));
    let sheets = parts(&bytes, "xl/worksheets/");
    assert!(sheets.contains("=分管副县长") && !sheets.contains("<f>") && !sheets.contains("<f "));
    let quoted = parts(&bytes, "xl/styles.xml").matches("quotePrefix=\"1\"").count();
    assert_eq!(quoted, 1, "the style of what looks like a formula");
    let properties = parts(&bytes, "docProps/");
    assert!(properties.contains("<dc:language>zh") && !properties.contains("creator"), "{properties}");
}

#[test]
fn a_ledger_is_ready_to_print_and_to_choose_from() {
    let compiled = Fixture::county().compile();
    let bytes = ledger(edition(&compiled), Lang::new("zh"));
    let sheet = parts(&bytes, "xl/worksheets/sheet1.xml");
    for said in [
        "<row r=\"1\" hidden=\"1\">",
        "topLeftCell=\"A2\"",
        "state=\"frozen\"",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "第&amp;P页",
        "填报人：",
        "type=\"list\"",
    ] {
        assert!(sheet.contains(said), "{said}");
    }
    let workbook = parts(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("台账&apos;!$5:$5"), "the heads, below the disclaimer, are printed on every page");
}

#[test]
fn a_ledger_becomes_a_notice_again() {
    let compiled = Fixture::notice().compile();
    let edition = edition(&compiled);
    let (made, report) = recognise(&[read(&ledger(edition, Lang::new("zh")))]);
    let issues = &edition.notice.issues;
    assert_eq!(made.issues.len(), issues.len());
    let zh = Lang::new("zh");
    for (issue, found) in issues.iter().zip(&made.issues) {
        assert_eq!(found.title.as_deref(), Some(issue.record.title.text(zh)));
        assert_eq!(Some(&*found.statement), issue.record.statement.as_ref().map(|text| text.text(zh)));
        assert_eq!(found.status, Some(issue.record.status.as_str()), "{}", issue.name());
        assert_eq!(found.due, issue.due());
        assert!(!found.response.is_empty());
    }
    let sections: Vec<&str> = made.sections.iter().map(|section| section.title.as_str()).collect();
    let expected: Vec<&str> = edition.notice.sections.iter().map(|section| section.record.title.text(zh)).collect();
    assert_eq!(sections, expected);
    // Title, issuer, date, telephone and what opens the notice are not in a ledger.
    assert_eq!(report.count(Certainty::NotUnderstood), 5, "{}", report.message(&["ledger.xlsx".to_owned()]).en);
}

/// The paragraphs of a text of an issue, without its tables.
fn paragraphs(edition: &Edition, issue: &Issue, field: MarkdownField, lang: Lang) -> Vec<String> {
    let text = MarkdownRenderer::of_issue(edition, edition.theme.locale(lang), issue);
    let blocks = text.flow_field(issue, field).into_iter();
    blocks
        .filter_map(|block| match block {
            FlowBlock::Text(_, _, runs) => Some(runs.iter().map(|run| run.text.as_str()).collect()),
            FlowBlock::Table(_) => None,
        })
        .collect()
}

#[test]
fn a_document_becomes_the_same_notice_again() {
    let compiled = Fixture::notice().compile();
    let edition = edition(&compiled);
    let zh = Lang::new("zh");
    let read = office::read("notice.docx", &document(edition, zh)).expect("a document");
    let (made, report) = recognise(&[read]);
    assert_eq!(made.issues.len(), 49);
    let mut outstanding = 0;
    for (issue, found) in edition.notice.issues.iter().zip(&made.issues) {
        let (record, name) = (&issue.record, issue.name());
        assert_eq!(found.title.as_deref(), Some(record.title.text(zh)));
        assert_eq!(Some(&*found.statement), record.statement.as_ref().map(|text| text.text(zh)), "{name}");
        assert_eq!(found.status, Some(record.status.as_str()), "{name}");
        assert_eq!(found.is_inferred, record.status_basis == StatusBasis::Inferred, "{name}");
        assert_eq!(found.due, issue.due(), "{name}");
        assert_eq!(found.response, paragraphs(edition, issue, MarkdownField::Response, zh), "{name}");
        assert_eq!(found.next_steps, paragraphs(edition, issue, MarkdownField::NextSteps, zh), "{name}");
        outstanding += usize::from(found.due.is_some());
    }
    assert_eq!(outstanding, 8);
    let sections = made.sections.iter().map(|section| (section.title.as_str(), section.topics.len()));
    let expected =
        edition.notice.sections.iter().map(|section| (section.record.title.text(zh), section.record.topics.len()));
    assert_eq!(sections.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    assert_eq!(made.title.as_deref(), Some(edition.notice.record.title.text(zh)));
    assert_eq!(made.issued_on, Some(*edition.notice.record.issued_on));
    // Nothing but rows of tables finds no place.
    let report = report.message(&["notice.docx".to_owned()]).en;
    let lost = report.lines().skip_while(|line| !line.starts_with("Not understood")).skip(1);
    let lost = lost.take_while(|line| line.starts_with("  ")).filter(|line| !line.contains("a row of a table"));
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_document_says_what_the_full_notice_says_in_every_language() {
    for compiled in [Fixture::notice().compile(), Fixture::county().compile(), declared().compile()] {
        let edition = edition(&compiled);
        for lang in &edition.notice.languages {
            let bytes = document(edition, *lang);
            assert_eq!(bytes, document(edition, *lang));
            let text = words("notice.docx", bytes);
            let says = |wanted: &str| assert!(text.contains(wanted), "{lang}: {wanted}");
            says(edition.notice.record.title.text(*lang));
            edition.notice.sections.iter().for_each(|section| says(section.record.title.text(*lang)));
            for issue in &edition.notice.issues {
                let record = &issue.record;
                says(record.title.text(*lang));
                record.statement.iter().for_each(|text| says(text.text(*lang)));
                record.documents.iter().for_each(|text| says(text.text(*lang)));
                record.measures.iter().for_each(|Measure { text, .. }| says(text.text(*lang)));
                record.figures.iter().for_each(|figure| says(figure.label.text(*lang)));
                record.items.iter().for_each(|item| says(item.title.text(*lang)));
                issue.editor_notes().list().iter().for_each(|note| says(note.text.text(*lang)));
                let units = edition.notice.units_of(&record.responsible);
                units.for_each(|unit| says(edition.notice.unit(unit).name.text(*lang)));
                for field in [MarkdownField::Response, MarkdownField::Answer] {
                    paragraphs(edition, issue, field, *lang).iter().flat_map(|text| text.lines()).for_each(says);
                }
            }
            let contact = edition.notice.record.contact.as_ref().expect("a contact");
            contact.telephones.iter().for_each(|telephone| says(telephone.text(*lang)));
        }
    }
    let compiled = declared().compile();
    let text = words("notice.docx", document(edition(&compiled), Lang::new("zh")));
    for said in [
        "责任领导：=分管副县长",
        "风险等级：高",
        "整改进度：45.5%",
        "检查日期：2024年1月",
        "复核项目（正在整改；整改时限：2024年6月",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn a_document_is_made_of_real_styles_lists_tables_and_links() {
    let text = "# Heading\n\nSee **this** [page](https://www.example.gov.cn/a), [list](../files/list.txt) and a note[^1].\n\n- one\n- two\n\n1. first\n2. second\n\n| a | b |\n| - | -: |\n| c | 1 |\n\n[^1]: What it says.\n";
    let fixture = Fixture::small()
        .adding("content/notice.yaml", "\nallowed_hosts: [www.example.gov.cn]\n")
        .with("content/1-projects/001.zh.md", text)
        .with("content/1-projects/001.en.md", text);
    let compiled = fixture.compile();
    let Some(site) = &compiled.site else { panic!("{:?}", compiled.shown()) };
    for (lang, language) in [("zh", "w:eastAsia=\"zh-CN\""), ("en", "<w:lang w:val=\"en")] {
        let bytes = document(&site.edition, Lang::new(lang));
        let body = parts(&bytes, "word/document.xml");
        for said in [
            "w:val=\"Title-title\"",
            "w:val=\"Heading1-part-issues\"",
            "w:val=\"Heading2-section\"",
            "<w:tblHeader/>",
            "<w:b/>",
            "<w:numPr>",
            "<w:hyperlink r:id=",
            "<w:footnoteReference w:id=",
            "w:w=\"11906\"",
        ] {
            assert!(body.contains(said), "{lang} {said}");
        }
        assert_eq!(body.contains("w:hint=\"eastAsia\""), lang == "zh");
        let paragraphs = body.matches("<w:p>").count();
        assert_eq!(body.matches("<w:pStyle ").count(), paragraphs, "every paragraph has its style");
        assert!(parts(&bytes, "word/footnotes.xml").contains("What it says."));
        assert!(parts(&bytes, "word/_rels/").contains("TargetMode=\"External\""));
        assert!(parts(&bytes, "word/styles.xml").contains(language));
        assert!(!parts(&bytes, "docProps/").contains("creator"));
    }
    let zh = document(&site.edition, Lang::new("zh"));
    let page = parts(&zh, "word/document.xml");
    assert!(page.contains("w:top=\"2098\"") && page.contains("w:linePitch=\"579\""), "37 mm above, 22 lines");
    assert!(parts(&zh, "word/footer1.xml").contains(" PAGE "));
    let styles = parts(&zh, "word/styles.xml");
    for font in ["方正小标宋简体", "黑体", "楷体", "仿宋"] {
        assert!(styles.contains(font), "{font}");
    }
}

#[test]
fn both_files_stand_among_the_downloads_of_each_language() {
    let compiled = Fixture::county().compile();
    let site = compiled.site();
    let edition = &site.edition;
    for lang in &edition.notice.languages {
        let folder = gongkai::site::folder_of(&edition.notice, *lang);
        for (name, bytes) in [("ledger.xlsx", ledger(edition, *lang)), ("notice.docx", document(edition, *lang))] {
            let path = format!("{folder}data/{name}");
            let outputs = site.outputs();
            let output = outputs.iter().find(|output| output.path().as_str() == path).expect("a download");
            assert!(site.render(output).value.is_some_and(|found| found == bytes), "{path}");
            assert!(compiled.file(&format!("{folder}data.html")).contains(&format!("data/{name}\"")), "{path}");
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let output =
        Command::new(env!("CARGO_BIN_EXE_gongkai")).args(["--lang", "en"]).args(arguments).current_dir(folder).output();
    output.expect("gongkai runs")
}

#[test]
fn a_file_that_is_there_is_left_alone_unless_it_is_forced() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(run(folder.path(), &["init", "--example", "county"]).status.success());
    let export = |more: &[&str]| {
        let output = run(folder.path(), &[&["export", "ledger"], more].concat());
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(export(&["a.xlsx"]), (Some(0), "wrote a.xlsx\n".to_owned()));
    let whole = std::fs::read(folder.path().join("a.xlsx")).expect("a file");
    assert_eq!(export(&["a.xlsx"]).0, Some(0), "it says the same");
    std::fs::write(folder.path().join("a.xlsx"), "edited").expect("written");
    let (code, said) = export(&["a.xlsx"]);
    assert!(code == Some(2) && said.contains("already exists") && said.contains("--force"), "{said}");
    assert_eq!(std::fs::read(folder.path().join("a.xlsx")).expect("a file"), b"edited");
    assert_eq!(export(&["a.xlsx", "--force"]).0, Some(0));
    assert_eq!(std::fs::read(folder.path().join("a.xlsx")).expect("a file"), whole);
    let (code, said) = export(&["b.xlsx", "--language", "de"]);
    assert!(code == Some(2) && said.contains("its languages: "), "{said}");
    let (code, said) = export(&["b.xls"]);
    assert!(code == Some(2) && said.contains(".xlsx"), "{said}");
    assert!(!folder.path().join("b.xlsx").exists());
}
