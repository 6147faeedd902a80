//! The tables of a file: ledgers are the issues, or complete those of the text; other tables have no place.

use std::collections::BTreeSet;

use super::super::draft::{Draft, DraftIssue, DraftSection, StatedField};
use super::super::manuscript::{Block, Manuscript, Row};
use super::super::report::{Certainty, Counted, Report};
use super::fold::close;
use super::ledger::{self, Ledger};
use super::likeness;
use crate::diagnostic::Message;
use crate::say;
use crate::site::formats::LEDGER_EXPORTED;

/// Reads the tables of a file: ledgers are the issues, or complete those of the text; other tables have no place.
pub(super) fn tables(manuscript: &Manuscript, is_text: bool, draft: &mut Draft, report: &mut Report) {
    let in_texts = draft.issues.iter().flat_map(|issue| &issue.tables);
    let in_texts = in_texts.chain(draft.parts.iter().flat_map(|part| &part.tables));
    let taken: BTreeSet<(usize, usize)> = in_texts.map(|table| table.place).collect();
    for (at, block) in manuscript.blocks.iter().enumerate() {
        let Block::Table(table) = block else { continue };
        if taken.contains(&(report.file, at)) {
            continue;
        }
        if table.kind() == Some(LEDGER_EXPORTED) {
            continue;
        }
        report.counted = Counted::Rows(table.name.clone());
        if table.kind().is_some_and(|kind| kind != "issues") {
            let message = say!(
                "本工作表由通报生成，列出措施、数据、单位或选项，没有收入",
                "a sheet of measures, figures, bodies or choices that was made of a notice; it was not taken over"
            );
            report.at(Certainty::LeftOut, 1, &table.name, message);
            continue;
        }
        match ledger::read(table, report) {
            Some(found) if is_text => complete(draft, found, report),
            Some(found) => append(draft, found),
            None => table.rows.iter().for_each(|row| not_taken(row, report)),
        }
    }
}

fn not_taken(row: &Row, report: &mut Report) {
    let text = row.text();
    if !text.is_empty() {
        let message = say!("表格的行，没有收入", "a row of a table, not taken over");
        report.at(Certainty::NotUnderstood, row.number, &text, message);
    }
}

/// Adds the issues of a ledger, with its sections behind those that are there.
fn append(draft: &mut Draft, ledger: Ledger) {
    let before = draft.sections.len();
    draft.sections.extend(ledger.sections);
    draft.issues.extend(ledger.issues.into_iter().map(|mut issue| {
        issue.section = issue.section.map(|section| section + before);
        issue
    }));
}

/// Puts what a ledger says of issues of the text into them, field by field. The text itself stays.
fn complete(draft: &mut Draft, ledger: Ledger, report: &mut Report) {
    for row in ledger.issues {
        let Some((at, likeness)) = likeness::best(&row.statement, &draft.issues) else {
            report.at(
                Certainty::NotUnderstood,
                row.line,
                &row.statement,
                say!("台账里的这一行没有对应的问题", "no issue fits this row of the ledger"),
            );
            continue;
        };
        let issue = &mut draft.issues[at];
        if likeness < 100 {
            let n = issue.number;
            report.at(
                Certainty::Likely,
                row.line,
                &row.statement,
                say!(
                    "台账里的这一行对应第 {n} 个问题（相似 {likeness}%）",
                    "this row of the ledger is taken for issue {n} ({likeness}% alike)"
                ),
            );
        }
        for (field, said) in row.stated(&ledger.sections) {
            lay_beside(issue, &draft.sections, &row, (&field, &said), report);
        }
    }
}

/// Lays a field of a row beside the issue of the text: what the text does not state is taken over where it has a place, and what it states
/// otherwise stays, and is reported.
fn lay_beside(
    issue: &mut DraftIssue,
    sections: &[DraftSection],
    row: &DraftIssue,
    (field, said): (&StatedField, &str),
    report: &mut Report,
) {
    let ours = issue.stated(sections);
    let own = ours.iter().find(|(known, _)| known == field).map(|(_, text)| &**text);
    let is_said = match field {
        StatedField::Title => likeness::bare(said) == likeness::bare(&issue.statement),
        StatedField::Measures => close(said) == close(&issue.response.concat()),
        _ => false,
    };
    if is_said || own.is_some_and(|own| close(own) == close(said)) || own.is_none() && issue.take(field, row) {
        return;
    }
    let Message { zh, en } = field.name();
    let message = match own {
        Some(_) => Message {
            zh: format!("台账的“{zh}”与正文不一致，按正文收入"),
            en: format!("“{en}” differs in the ledger from the text, which was taken over"),
        },
        None => Message {
            zh: format!("台账的“{zh}”没有地方写，没有收入"),
            en: format!("there is no place for “{en}” of the ledger, and it was not taken over"),
        },
    };
    let text = if *field == StatedField::Status { &row.statement } else { said };
    report.at(Certainty::NotUnderstood, row.line, text, message);
}
