//! Every notice there is, out to a ledger or a document and in again: nothing changes, so that it is exported again as the same bytes.

use std::path::{Path, PathBuf};

use gongkai::notice::Issue;
use gongkai::notice::edition::Edition;
use gongkai::notice::fields::MarkdownField;
use gongkai::office;
use gongkai::office::draft::Draft;
use gongkai::office::recognise::recognise;
use gongkai::office::update::update;
use gongkai::site::MarkdownRenderer;
use gongkai::site::formats::{document, ledger};
use gongkai::source::SourceTree;
use gongkai::text::markdown::{FlowBlock, FlowRun};
use gongkai::theme;
use gongkai::value::{Lang, RelPath};

use crate::fixture::{Compiled, Fixture};
use crate::offices;

/// The folders of all notices of this repository.
fn roots() -> Vec<PathBuf> {
    let within = |folder: &str| {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.filter(|path| path.join("content").is_dir()).collect::<Vec<_>>()
    };
    let folders = [".", "tests/examples", "tests/suite/fixtures", "tests/suite/fixtures/notices"];
    let mut roots: Vec<PathBuf> =
        folders.iter().flat_map(|folder| within(folder)).chain([PathBuf::from(".")]).collect();
    roots.sort();
    roots
}

#[test]
fn an_exported_ledger_changes_nothing() {
    let roots = roots();
    assert!(roots.len() >= 28, "{roots:?}");
    let mut wrong = Vec::new();
    for root in roots {
        let compiled = offices::notice(&root).compile();
        let edition = &compiled.site.as_ref().expect("a site").edition;
        for lang in edition.notice.languages.iter().copied() {
            let made = ledger(edition, lang);
            let read = office::read("ledger.xlsx", &made).expect("a ledger");
            let plan = update(edition, &[read], None, None);
            let is_same = plan.tree.changes(&edition.tree).is_empty();
            if !plan.changes.is_empty() || plan.is_refused || plan.is_unsure || plan.is_disputed || !is_same {
                wrong.push(format!("{} {lang}: {:?}\n{}", root.display(), plan.changes, plan.report.message(&[]).zh));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a notice says of each of its issues in a language: what a document must carry.
fn said(edition: &Edition, lang: Lang) -> Vec<String> {
    let notice = &edition.notice;
    let locale = edition.theme.locale(lang);
    let names = |ids: &[gongkai::value::Text]| {
        notice.units_of(ids).map(|unit| notice.unit(unit).name.text(lang).to_owned()).collect::<Vec<_>>()
    };
    let of = |issue: &Issue| {
        let record = &issue.record;
        let response = MarkdownRenderer::of_issue(edition, locale, issue).flow_field(issue, MarkdownField::Response);
        format!(
            "{} {} | {} | {:?} {:?} | {:?} | {:?} {:?} | {}",
            issue.label(lang),
            record.title.text(lang),
            record.statement.as_ref().map_or("", |statement| statement.text(lang)),
            record.status.to_string(),
            record.status_basis,
            record.due.as_ref().map(|due| format!("{:?}", **due)),
            names(&record.lead),
            names(&record.responsible),
            text(&response)
        )
    };
    notice.issues.iter().map(of).collect()
}

/// The words of a text, paragraph by paragraph.
fn text(flow: &[FlowBlock]) -> String {
    let words = |runs: &[FlowRun]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let block = |block: &FlowBlock| match block {
        FlowBlock::Text(_, _, runs) => words(runs),
        FlowBlock::Table(rows) => rows.iter().flatten().map(|cell| words(&cell.runs)).collect::<Vec<_>>().join(" "),
    };
    flow.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// The notice that a document is imported as into an empty folder, with the theme of the office where it has one of its own.
fn imported(draft: &Draft, original: &Edition) -> Compiled {
    let mut tree = SourceTree::default();
    office::files::files(draft).into_iter().for_each(|(path, text)| tree.insert(path, text.into_bytes()));
    if original.notice.theme != "bulletin" {
        let themes = original.tree.under("themes").filter(|path| !path.as_str().starts_with("themes/bulletin/"));
        let themes: Vec<_> =
            themes.map(|path| (path.clone(), original.tree.text(path.as_str()).unwrap_or_default())).collect();
        let record =
            format!("{}theme: {}\n", tree.text("content/notice.yaml").unwrap_or_default(), original.notice.theme);
        themes.iter().for_each(|(path, text)| tree.insert(path.clone(), text.as_bytes().to_vec()));
        tree.insert(RelPath::of("content/notice.yaml"), record.into_bytes());
    }
    Fixture::of_tree(theme::with_built_in(tree)).compile()
}

/// What an import of the document of a notice in a language gets wrong.
fn compared(root: &Path, lang: Lang, edition: &Edition) -> Result<(), String> {
    let made = document(edition, lang);
    let (draft, report) = recognise(&[office::read("notice.docx", &made).expect("a document")]);
    let said_of = format!("{} {lang}", root.display());
    let again = imported(&draft, edition);
    let Some(site) = &again.site else { return Err(format!("{said_of}: {:?}", again.shown())) };
    let (before, after) = (said(edition, lang), said(&site.edition, lang));
    let differs = before.iter().zip(&after).find(|(before, after)| before != after);
    if before.len() != after.len() || differs.is_some() {
        return Err(format!("{said_of}: {} {} {differs:#?}\n{}", before.len(), after.len(), report.message(&[]).zh));
    }
    // Nothing stands in a document that nobody edited where nothing belongs.
    let lost = report.message(&[]).zh.lines().find(|line| line.contains("不知道属于哪里")).map(str::to_owned);
    let second = document(&site.edition, lang);
    if let Some(folder) = std::env::var_os("ROUND_TRIPS") {
        let name = said_of.replace(['/', ' '], "-").trim_start_matches(['.', '-']).to_owned();
        for (number, bytes) in [(1, &made), (2, &second)] {
            std::fs::write(Path::new(&folder).join(format!("{name}-{number}.docx")), bytes).expect("a file");
        }
    }
    match lost {
        Some(lost) => Err(format!("{said_of}: {lost}")),
        None if second != made => Err(format!("{said_of}: the second document has other bytes")),
        None => Ok(()),
    }
}

/// A notice of the tests. What its office accepted stands in its records, which a document does not hold: a telephone number of one is another here.
fn notice(root: &Path) -> Fixture {
    let of = |notice: Fixture, lang: &str| {
        let path = format!("content/2-environment/007.{lang}.md");
        notice.replacing(&path, "13800138000", "0599-1234567")
    };
    let notice = offices::notice(root);
    if root.ends_with("fixtures/county") { ["zh", "en", "fr"].into_iter().fold(notice, of) } else { notice }
}

/// Issues, titles, statements, responses, statuses, deadlines and bodies are the same, in every language, and so are the bytes of the document
/// that is made of them.
#[test]
fn an_exported_document_is_read_as_the_same_notice() {
    let (mut wrong, mut all) = (Vec::new(), 0);
    for root in roots() {
        let compiled = notice(&root).compile();
        let edition = &compiled.site.as_ref().expect("a site").edition;
        for lang in edition.notice.languages.iter().copied() {
            all += 1;
            wrong.extend(compared(&root, lang, edition).err());
        }
    }
    assert!(wrong.is_empty(), "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}
