//! Every notice there is, out to a ledger and in again: nothing changes, so that it is exported again as the same bytes.

use std::path::PathBuf;

use gongkai::office;
use gongkai::office::update::update;
use gongkai::site::formats::ledger;

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
