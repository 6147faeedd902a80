//! Any other ledger or document: issues are known by number and words, and only what the file states is compared.

use super::super::draft::{DraftIssue as Stated, DraftSection, StatedField};
use super::super::manuscript::Manuscript;
use super::super::recognise;
use super::super::report::{Certainty, ReportEntry};
use super::cell::{self, CellKind};
use super::editor::Editor;
use super::target::CellTarget;
use crate::diagnostic::Message;
use crate::notice::fields::{MarkdownField, STATUS};
use crate::notice::{FieldHolder, Issue, IssueId};
use crate::say;
use crate::site::MarkdownRenderer;

/// Takes over what the files say otherwise of the issues that they name.
pub(super) fn compare(editor: &mut Editor<'_>, manuscripts: &[Manuscript]) {
    let (draft, report) = recognise::recognise(manuscripts);
    // That something is missing in a part of a notice is no news.
    let is_told = |entry: &ReportEntry| entry.number.is_some() || entry.certainty == Certainty::LeftOut;
    editor.report.entries.extend(report.entries.into_iter().filter(is_told));
    for stated in &draft.issues {
        match known(editor, stated) {
            Some((id, likeness)) => {
                tell_likeness(editor, stated, id, likeness);
                compare_issue(editor, stated, &draft.sections, id);
            }
            None => editor.report.at(
                Certainty::NotUnderstood,
                stated.line,
                &stated.statement,
                say!(
                    "通报里没有这个问题，没有收入；确是新增的，请用 gongkai new",
                    "the notice has no such issue, and it was not taken over; if it is new, run `gongkai new`"
                ),
            ),
        }
    }
}

/// Returns the issue that is meant: the one of its number, if the words fit, or the one whose words do.
fn known(editor: &Editor<'_>, stated: &Stated) -> Option<(IssueId, u32)> {
    let notice = &editor.edition.notice;
    let words = |id: IssueId| {
        let record = &notice.issue(id).record;
        let texts = [record.statement.as_ref(), Some(&record.title)];
        texts.into_iter().flatten().map(|text| recognise::likeness(&stated.statement, text.text(editor.lang))).max()
    };
    let is_numbered = |issue: &Issue| {
        issue.number() == stated.printed
            || stated.label.as_ref().is_some_and(|label| *label == issue.label(editor.lang))
    };
    let mut found: Vec<(u32, bool, IssueId)> = notice
        .issue_ids()
        .map(|id| (words(id).unwrap_or(0), is_numbered(notice.issue(id)), id))
        .filter(|(likeness, ..)| *likeness >= LIKE)
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let by_number = found.iter().find(|(_, is_numbered, _)| *is_numbered);
    let is_clear = found.len() < 2 || found[0].0 >= found[1].0 + AHEAD;
    by_number.or(found.first().filter(|_| is_clear)).map(|(likeness, _, id)| (*id, *likeness))
}

/// How alike words must be, in hundredths, and how far ahead of others.
const LIKE: u32 = 60;
const AHEAD: u32 = 10;

fn tell_likeness(editor: &mut Editor<'_>, stated: &Stated, id: IssueId, likeness: u32) {
    if likeness < 100 {
        let name = editor.issue(id).name();
        editor.report.at(
            Certainty::Likely,
            stated.line,
            &stated.statement,
            say!(
                "对应问题 {name}（相似 {likeness}%），反馈的问题和标题没有改",
                "taken for issue {name} ({likeness}% alike); title and statement stay as they are"
            ),
        );
    }
}

/// Compares every field that a file states of an issue; one that is not changed from such a file is reported where it differs.
fn compare_issue(editor: &mut Editor<'_>, stated: &Stated, sections: &[DraftSection], id: IssueId) {
    let issue = editor.issue(id);
    if !stated.tables.is_empty() {
        let message = say!(
            "整改情况里有表格，不由这份文件更新；有改动的，请改正文文件",
            "the response has a table and is not updated from this file: edit its narrative where it has changed"
        );
        editor.report.at(Certainty::LeftOut, stated.line, &stated.statement, message);
    }
    for (field, is) in stated.stated(sections) {
        if field == StatedField::Response && !stated.tables.is_empty() {
            continue;
        }
        let Some((keys, kind, was)) = cell_of(editor, issue, &field) else {
            tell_other(editor, stated, issue, &field, &is);
            continue;
        };
        // A text that only stands in other lines, such as 一是…二是… as a list, is the same.
        if squeezed(&is).eq(squeezed(&was)) {
            continue;
        }
        let name = keys.last().cloned().unwrap_or_default();
        let target =
            CellTarget { path: &issue.path, issue: Some(id), keys: &keys, kind, head: &name, row: stated.line };
        editor.put(&target, &was, &is);
    }
}

/// Returns the keys of a field that is changed from such a file, how it is read, and what stands there.
fn cell_of<'n>(editor: &Editor<'n>, issue: &Issue, field: &StatedField) -> Option<(Vec<String>, CellKind<'n>, String)> {
    let record = &issue.record;
    let date = |date: Option<crate::value::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let of = |key: &str, kind: CellKind<'n>, was: String| Some((vec![key.to_owned()], kind, was));
    match field {
        StatedField::Status => of("status", CellKind::Word(STATUS), record.status.to_string()),
        StatedField::Due => of("due", CellKind::Date, date(issue.due())),
        StatedField::DueText => {
            let words = record.due_text.as_ref().map_or(String::new(), |words| words.text(editor.lang).to_owned());
            of("due_text", CellKind::Text, words)
        }
        StatedField::CompletedOn => of("completed_on", CellKind::Date, date(record.completed_on.map(|on| *on))),
        StatedField::Lead => of("lead", CellKind::Units, String::new()),
        StatedField::Responsible => of("responsible", CellKind::Units, String::new()),
        StatedField::Response => of("response", CellKind::Response, words(editor, issue, MarkdownField::Response)),
        StatedField::NextSteps => of("next_steps", CellKind::Markdown, words(editor, issue, MarkdownField::NextSteps)),
        StatedField::Own(name) => {
            let mut fields = editor.edition.notice.record.fields.iter().filter(|of| of.is_of(FieldHolder::Issue));
            let (kind, keys) =
                cell::of_declared(fields.find(|of| squeezed(of.label.text(editor.lang)).eq(squeezed(name)))?);
            Some((keys, kind, String::new()))
        }
        StatedField::Label | StatedField::Section | StatedField::Topic | StatedField::Title => None,
        StatedField::Measures | StatedField::More(_) => None,
    }
}

/// Says of a field that has no place in such an update that it was not taken over, unless the notice says the same.
fn tell_other(editor: &mut Editor<'_>, stated: &Stated, issue: &Issue, field: &StatedField, is: &str) {
    let (lang, notice, record) = (editor.lang, &editor.edition.notice, &issue.record);
    let text = |text: &crate::value::Localized| text.text(lang).to_owned();
    let same: Vec<String> = match field {
        StatedField::Label => vec![issue.label(lang)],
        StatedField::Section => {
            issue.group.section.map(|id| text(&notice.section(id).record.title)).into_iter().collect()
        }
        StatedField::Topic => issue.group.topic.map(|id| text(&notice.topic(id).title)).into_iter().collect(),
        StatedField::Title => record.statement.iter().chain([&record.title]).map(text).collect(),
        StatedField::Measures => vec![record.measures.iter().map(|of| text(&of.text)).collect()],
        // What is compared by its words already, or has words of its own for a date.
        StatedField::More(key) if ["title", "label", "status", "next_steps", "response_text"].contains(&&**key) => {
            return;
        }
        StatedField::More(key) => {
            let value = editor.value(&issue.path);
            value.str(&[key]).or(value.str(&[key, lang.code()])).map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if same.iter().any(|same| squeezed(same).eq(squeezed(is))) {
        return;
    }
    let Message { zh, en } = field.name();
    let message = Message {
        zh: format!("“{zh}”与通报不同，不由这份文件更新，没有收入"),
        en: format!("“{en}” differs from the notice, is not updated from this file, and was not taken over"),
    };
    editor.report.at(Certainty::LeftOut, stated.line, is, message);
}

fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

fn words(editor: &Editor<'_>, issue: &Issue, field: MarkdownField) -> String {
    MarkdownRenderer::of_issue(editor.edition, editor.locale(), issue).plain(issue, field).unwrap_or_default()
}
