//! Any other ledger or document: issues are known by number and words, and only what the file states is compared.

use super::super::draft::DraftIssue as Stated;
use super::super::manuscript::Manuscript;
use super::super::recognise;
use super::super::report::{Certainty, ReportEntry};
use super::cell::{self, CellKind};
use super::editor::Editor;
use super::target::CellTarget;
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
                compare_issue(editor, stated, id);
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
    let mut found: Vec<(u32, bool, IssueId)> = notice
        .issue_ids()
        .map(|id| (words(id).unwrap_or(0), notice.issue(id).number() == stated.printed, id))
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

fn compare_issue(editor: &mut Editor<'_>, stated: &Stated, id: IssueId) {
    let issue = editor.issue(id);
    let record = &issue.record;
    let date = |date: Option<crate::value::Date>| date.map(|date| date.to_string());
    let list = |names: &[String]| Some(names.join("\n")).filter(|text| !text.is_empty());
    let mut cells: Vec<(Vec<String>, CellKind<'_>, String, Option<String>)> = vec![
        (key("status"), CellKind::Word(STATUS), record.status.to_string(), stated.status.map(str::to_owned)),
        (key("due"), CellKind::Date, date(issue.due()).unwrap_or_default(), date(stated.due)),
        (
            key("due_text"),
            CellKind::Text,
            record.due_text.as_ref().map_or(String::new(), |words| words.text(editor.lang).to_owned()),
            stated.due_text.clone().filter(|_| stated.due.is_some()),
        ),
        (
            key("completed_on"),
            CellKind::Date,
            date(record.completed_on.map(|on| *on)).unwrap_or_default(),
            date(stated.completed_on),
        ),
        (key("lead"), CellKind::Units, String::new(), list(&stated.lead)),
        (key("responsible"), CellKind::Units, String::new(), list(&stated.responsible)),
        (key("response"), CellKind::Response, words(editor, issue, MarkdownField::Response), list(&stated.response)),
        (
            key("next_steps"),
            CellKind::Markdown,
            words(editor, issue, MarkdownField::NextSteps),
            list(&stated.next_steps),
        ),
    ];
    let notice = &editor.edition.notice;
    let fields = notice.record.fields.iter().filter(|field| field.is_of(FieldHolder::Issue));
    for field in fields {
        let label: String = field.label.text(editor.lang).split_whitespace().collect();
        if let Some((_, text)) = stated.fields.iter().find(|(name, _)| *name == label) {
            let (kind, keys) = cell::of_declared(field);
            cells.push((keys, kind, String::new(), Some(text.clone())));
        }
    }
    if !stated.tables.is_empty() {
        let message = say!(
            "整改情况里有表格，不由这份文件更新；有改动的，请改正文文件",
            "the response has a table and is not updated from this file: edit its narrative where it has changed"
        );
        editor.report.at(Certainty::LeftOut, stated.line, &stated.statement, message);
        cells.retain(|(_, kind, ..)| !matches!(kind, CellKind::Response));
    }
    for (keys, kind, was, is) in cells {
        // A text that only stands in other lines, such as 一是…二是… as a list, is the same.
        let Some(is) = is.filter(|is| !squeezed(is).eq(squeezed(&was))) else { continue };
        let name = keys.last().cloned().unwrap_or_default();
        let target =
            CellTarget { path: &issue.path, issue: Some(id), keys: &keys, kind, head: &name, row: stated.line };
        editor.put(&target, &was, &is);
    }
}

fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

fn key(key: &str) -> Vec<String> {
    vec![key.to_owned()]
}

fn words(editor: &Editor<'_>, issue: &Issue, field: MarkdownField) -> String {
    MarkdownRenderer::of_issue(editor.edition, editor.locale(), issue).plain(issue, field).unwrap_or_default()
}
