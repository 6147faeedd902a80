//! Numbers and labels of issues and sections: each is used once, none is left out, and a file is called by the number
//! in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::{SectionFolder, Sourced};
use super::records::IssueRecord;
use super::{CommonText, Issue, SectionId};
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::{DUPLICATE_LABEL, DUPLICATE_NUMBER, NUMBER_MISMATCH, SKIPPED_NUMBER};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::{Lang, Numbering, RelPath};

/// A record of an issue and its file.
pub(super) type WrittenIssue = Sourced<Arc<IssueRecord>>;

/// Returns what is wrong with the numbers of issues, by their folders. Numbers run through all of them, or through each
/// where they begin again in every section. That one is left out is only said where everything could be read.
pub(super) fn of_issues<'a>(
    numbering: Numbering,
    folders: impl Iterator<Item = &'a [WrittenIssue]>,
    complete: bool,
) -> Vec<Diagnostic> {
    let has_gaps = |of: &IssueNumbers<'_>| if numbering == Numbering::Own || !complete { None } else { skipped(of) };
    let check = |numbers: IssueNumbers<'a>| {
        let gap = has_gaps(&numbers);
        numbers.twice.into_iter().chain(gap).collect::<Vec<_>>()
    };
    match numbering {
        Numbering::PerSection => folders.flat_map(|folder| check(IssueNumbers::of(folder.iter()))).collect(),
        Numbering::Continuous | Numbering::Own => check(IssueNumbers::of(folders.flatten())),
    }
}

/// Issues by their numbers, and those whose number another has. Numbers are those in the names of files: a record whose
/// number or topic is wrong is there all the same.
struct IssueNumbers<'a> {
    first: BTreeMap<u32, &'a WrittenIssue>,
    twice: Vec<Diagnostic>,
}

impl<'a> IssueNumbers<'a> {
    fn of(issues: impl Iterator<Item = &'a WrittenIssue>) -> IssueNumbers<'a> {
        let mut numbers = IssueNumbers { first: BTreeMap::new(), twice: Vec::new() };
        for issue in issues {
            let number = in_name(&issue.path).unwrap_or(*issue.record.number);
            match numbers.first.get(&number) {
                Some(earlier) => numbers.twice.push(used_twice(number, issue, earlier)),
                None => drop(numbers.first.insert(number, issue)),
            }
        }
        numbers
    }
}

fn used_twice(number: u32, issue: &WrittenIssue, earlier: &WrittenIssue) -> Diagnostic {
    let message = say!("序号 {number} 用了两次", "the number {number} is used twice");
    let help = match issue.path.folder() == earlier.path.folder() {
        true => say!("每个问题的序号只能用一次", "each issue has a number of its own"),
        false => say!(
            "每个问题的序号只能用一次；每个方面都从 1 编号的，在 notice.yaml 里写 numbering: per-section",
            "each issue has a number of its own; if numbers begin again in every section, write `numbering: per-section` in notice.yaml"
        ),
    };
    Diagnostic::of(DUPLICATE_NUMBER, place_of_number(issue), message)
        .help(help)
        .related(place_of_number(earlier), say!("另一处在这里", "it is also used here"))
}

fn skipped(numbers: &IssueNumbers<'_>) -> Option<Diagnostic> {
    let (expected, (number, issue)) = (1..).zip(&numbers.first).find(|(expected, (number, _))| expected != *number)?;
    let message = say!(
        "序号从 {number} 开始不连续：缺少 {expected}",
        "numbers are not consecutive before {number}: {expected} is missing"
    );
    let help = say!(
        "请补上缺少的问题，或改正序号；原来的编号就不连续的，在 notice.yaml 里写 numbering: own",
        "add the missing issue, or correct the numbers; if the office's own numbers have gaps, write `numbering: own` in notice.yaml"
    );
    Some(Diagnostic::of(SKIPPED_NUMBER, place_of_number(issue), message).help(help))
}

/// Returns what is wrong with the numbers of sections, which have no gaps.
pub(super) fn of_sections(folders: &[SectionFolder]) -> Option<Diagnostic> {
    let (expected, folder) = (1..).zip(folders).find(|(expected, folder)| folder.number != *expected)?;
    let (number, name) = (folder.number, &folder.folder);
    let message = say!(
        "方面的序号应为 {expected}，文件夹写的是 {number}",
        "section {expected} is expected here, but the folder says {number}"
    );
    let help =
        say!("请给文件夹改名，使序号从 1 起连续", "rename the folders so that their numbers run from 1 without gaps");
    let place = Place::File(RelPath::of(format!("{name}/section.yaml")));
    Some(Diagnostic::of(SKIPPED_NUMBER, place, message).help(help))
}

/// Returns what is wrong with the number and the label of a record: the number is that of its file, and the label has
/// something to print.
pub(super) fn of_record(path: &RelPath, record: &IssueRecord) -> Vec<Diagnostic> {
    let (number, stem) = (*record.number, path.name().trim_end_matches(".yaml"));
    let mismatch = || {
        let message =
            say!("序号 {number} 与文件名 {stem} 不一致", "the number {number} differs from the file's name, {stem}");
        let help = say!("请改正序号，或给文件改名", "correct the number, or rename the file");
        Diagnostic::of(NUMBER_MISMATCH, Place::span(path, record.number.span()), message).help(help)
    };
    let empty = |label: &CommonText| {
        let help = say!(
            "请写上编号，如 label: \"27\"；编号就是序号的，删去这一行",
            "write the label, such as `label: \"27\"`; if the issue goes by its number, remove the line"
        );
        let message = say!("编号是空的", "the label is empty");
        Diagnostic::of(WRONG_VALUE, Place::span(path, label.span()), message).help(help)
    };
    let mismatch = (in_name(path) != Some(number)).then(mismatch);
    mismatch
        .into_iter()
        .chain(record.label.as_ref().filter(|label| label.first().trim().is_empty()).map(empty))
        .collect()
}

/// Returns diagnostics for issues that go by the name of another of their section: they would be taken for each other.
pub(super) fn called_alike(issues: &[Issue], languages: &[Lang]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(Option<SectionId>, Lang, String), &Issue> = BTreeMap::new();
    let mut found = Vec::new();
    for issue in issues {
        let name = |lang: &Lang| (issue.group.section, *lang, issue.label(*lang));
        let names: Vec<_> = languages.iter().map(name).collect();
        let has_label = |earlier: &&Issue| issue.record.label.is_some() || earlier.record.label.is_some();
        let alike =
            names.iter().find_map(|name| Some((&name.2, *first.get(name).filter(|earlier| has_label(earlier))?)));
        found.extend(alike.map(|(label, earlier)| label_twice(issue, earlier, label)));
        for name in names {
            first.entry(name).or_insert(issue);
        }
    }
    found
}

fn label_twice(issue: &Issue, earlier: &Issue, label: &str) -> Diagnostic {
    let place = |issue: &Issue| {
        let span = issue.record.label.as_ref().map_or(issue.record.number.span(), CommonText::span);
        Place::span(&issue.path, span)
    };
    let message = say!("编号“{label}”在同一方面用了两次", "two issues of one section are called “{label}”");
    Diagnostic::of(DUPLICATE_LABEL, place(issue), message)
        .help(say!(
            "请核对 label；原文确实重复的，写进 accepted 并说明理由",
            "check `label`; if the original does call both so, put it under `accepted` with the reason"
        ))
        .related(place(earlier), say!("另一处在这里", "it is also used here"))
}

fn place_of_number(issue: &WrittenIssue) -> Place {
    Place::span(&issue.path, issue.record.number.span())
}

/// 26 for `content/2-party-governance/026.yaml`.
fn in_name(path: &RelPath) -> Option<u32> {
    path.name().trim_end_matches(".yaml").parse().ok()
}
