//! Ledgers: tables with an issue a row. The row with the heads is found, merged cells of sections and topics carry down, and a column that is
//! not known becomes a field of the office's own.

use std::ops::Range;

use super::block::INFERRED;
use super::bodies::bodies;
use super::days::{completed, due};
use super::statement::statement;
use super::statuses::{is_not_stated, status};
use super::words::{Slot, head};
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::manuscript::{Cell, Row, Table};
use crate::office::report::{Certainty, Report};
use crate::say;

/// How many rows are looked at for heads, and how many known ones make a row of heads.
const HEADS: (usize, usize) = (40, 3);

/// What a row begins with that adds up those above.
const TOTALS: [&str; 4] = ["合计", "总计", "小计", "共计"];

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RecognisedColumn {
    slot: Slot,
    name: String,
}

/// What a ledger says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ledger {
    /// Sections in order.
    pub sections: Vec<DraftSection>,
    /// Issues in order.
    pub issues: Vec<DraftIssue>,
}

/// Reads a table, if it has a row of heads with one for issues.
pub(super) fn read(table: &Table, report: &mut Report) -> Option<Ledger> {
    let heads = heads(table)?;
    let (row, span) = head_row(&table.rows, heads);
    let columns = if table.marks.is_empty() { columns(&row, report) } else { own(table, heads) };
    for row in &table.rows[..span.start] {
        let text = joined(row);
        if !text.is_empty() {
            report.at(Certainty::LeftOut, row.number, &text, say!("表头以上的行", "a row above the heads"));
        }
    }
    let mut ledger = Ledger::default();
    let mut carried: [String; 2] = Default::default();
    for row in &table.rows[span.end..] {
        if is_heads(row) {
            continue;
        }
        if is_total(row) {
            report.at(Certainty::LeftOut, row.number, &joined(row), say!("合计的行", "a row of totals"));
            continue;
        }
        if !table.marks.is_empty() && !names_issue(row, &columns) {
            leave(row, true, report);
            continue;
        }
        carry(row, &columns, &mut carried);
        let is_more =
            row.cells.iter().zip(&columns).any(|(cell, column)| column.slot == Slot::Statement && cell.covered);
        match issue(row, &columns, is_more, report) {
            Some(more) if is_more => merge(&mut ledger, more, report),
            Some(mut issue) => {
                place(&mut ledger.sections, &mut issue, &carried);
                ledger.issues.push(issue);
            }
            None => leave(row, false, report),
        }
    }
    Some(ledger).filter(|ledger| !ledger.issues.is_empty())
}

/// Returns the heads as one row, and the rows that they take: a cell that is merged with one above has its words, and where a row below goes on
/// with the heads, it says more closely what each column is.
fn head_row(rows: &[Row], at: usize) -> (Row, Range<usize>) {
    let (mut row, mut span) = (rows[at].clone(), at..at + 1);
    let above = at.checked_sub(1).map(|above| &rows[above].cells);
    for (cell, over) in row.cells.iter_mut().zip(above.into_iter().flatten()) {
        let is_one = cell.covered && !over.text.trim().is_empty() || head(&over.text).is_some();
        if cell.text.trim().is_empty() && is_one {
            cell.text.clone_from(&over.text);
            span.start = at - 1;
        }
    }
    let is_statement = |cell: &Cell| head(&cell.text).is_some_and(|(slot, _)| slot == Slot::Statement);
    let goes_on =
        |below: &&Row| row.cells.iter().zip(&below.cells).any(|(head, cell)| is_statement(head) && cell.covered);
    if let Some(below) = rows.get(at + 1).filter(goes_on) {
        let said = row.cells.iter_mut().zip(&below.cells).filter(|(_, cell)| !cell.text.trim().is_empty());
        said.for_each(|(head, cell)| head.text.clone_from(&cell.text));
        span.end = at + 2;
    }
    (row, span)
}

fn is_total(row: &Row) -> bool {
    let first = row.cells.iter().map(|cell| super::fold::close(&cell.text)).find(|text| !text.is_empty());
    first.is_some_and(|text| TOTALS.iter().any(|word| text == *word || text.starts_with(&format!("{word}:"))))
}

/// Returns whether a table has the heads of a ledger.
pub(in crate::office) fn is_ledger(table: &Table) -> bool {
    heads(table).is_some()
}

fn joined(row: &Row) -> String {
    row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
}

/// Whether a row says which issue it is.
fn names_issue(row: &Row, columns: &[RecognisedColumn]) -> bool {
    let mut cells = row.cells.iter().zip(columns);
    cells.any(|(cell, column)| matches!(column.slot, Slot::Statement | Slot::Title) && !cell.text.trim().is_empty())
}

/// Names a row that is no issue: in a ledger that gongkai made it is the line to sign on.
fn leave(row: &Row, is_own: bool, report: &mut Report) {
    let text = joined(row);
    if !text.is_empty() {
        report.at(
            if is_own { Certainty::LeftOut } else { Certainty::NotUnderstood },
            row.number,
            &text,
            say!("这一行没有问题内容，没有收入", "this row names no issue and was not taken over"),
        );
    }
}

/// Returns where the heads stand: where words say so, or, in a ledger that gongkai made, in the first row with words in several columns.
fn heads(table: &Table) -> Option<usize> {
    let is_full = |row: &Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count() >= HEADS.1;
    if table.marks.is_empty() {
        table.rows.iter().take(HEADS.0).position(is_heads)
    } else {
        table.rows.iter().position(is_full)
    }
}

/// What the columns of a ledger that gongkai made hold. What is no field of a draft becomes one of the office's own.
const OWN: [(&str, Slot); 13] = [
    ("number", Slot::Number),
    ("section", Slot::Section),
    ("topic", Slot::Topic),
    ("title", Slot::Title),
    ("statement", Slot::Statement),
    ("status", Slot::Status),
    ("status_basis", Slot::StatusBasis),
    ("due", Slot::Due),
    ("completed_on", Slot::CompletedOn),
    ("lead", Slot::Lead),
    ("responsible", Slot::Responsible),
    ("response", Slot::Response),
    ("next_steps", Slot::NextSteps),
];

/// What each column of a ledger that gongkai made holds.
fn own(table: &Table, heads: usize) -> Vec<RecognisedColumn> {
    let marks = |at: usize| table.marks.get(at).and_then(Option::as_ref).map_or("", |mark| &*mark.column);
    let column = |(at, cell): (usize, &Cell)| {
        let known = OWN.iter().find(|(name, _)| *name == marks(at)).map(|(_, slot)| *slot);
        RecognisedColumn { slot: known.unwrap_or(Slot::Field), name: cell.text.split_whitespace().collect() }
    };
    table.rows[heads].cells.iter().enumerate().map(column).collect()
}

/// Heads of columns that tell at length what another column names: what was found, where that is the title.
const AT_LENGTH: [&str; 6] = ["具体表现", "问题表现", "问题描述", "具体内容", "问题内容", "具体问题"];

/// Takes the first of two columns with issues for titles, if the second tells them at length; whether it did.
fn told_at_length(columns: &mut [RecognisedColumn], name: &str) -> bool {
    let has_titles = columns.iter().any(|column| column.slot == Slot::Title);
    let first = columns.iter_mut().find(|column| column.slot == Slot::Statement);
    let Some(first) = first.filter(|_| !has_titles && AT_LENGTH.contains(&name)) else { return false };
    first.slot = Slot::Title;
    true
}

fn is_heads(row: &Row) -> bool {
    let slots: Vec<Slot> = row.cells.iter().filter_map(|cell| head(&cell.text)).map(|(slot, _)| slot).collect();
    slots.len() >= HEADS.1 && slots.contains(&Slot::Statement)
}

/// What each column holds: 整改情况 is the response, and 完成情况 is the status where both are; a head that is not known, or comes twice, is a
/// field.
fn columns(row: &Row, report: &mut Report) -> Vec<RecognisedColumn> {
    let mut columns: Vec<RecognisedColumn> = Vec::new();
    let slots: Vec<_> = row.cells.iter().map(|cell| head(&cell.text).map(|(slot, _)| slot)).collect();
    let has = |slot: Slot| slots.contains(&Some(slot));
    for (cell, slot) in row.cells.iter().zip(&slots) {
        let name = cell.text.split_whitespace().collect::<String>();
        let slot = match slot {
            Some(Slot::StatusOrResponse) if has(Slot::Response) => Slot::Status,
            Some(Slot::StatusOrResponse) => Slot::Response,
            Some(slot) => *slot,
            None => Slot::Field,
        };
        let is_at_length = slot == Slot::Statement && told_at_length(&mut columns, &name);
        let is_again = slot != Slot::Field && !is_at_length && columns.iter().any(|column| column.slot == slot);
        if head(&cell.text).is_none() && !name.is_empty() {
            report.at(
                Certainty::Likely,
                row.number,
                &name,
                say!("不认识的列，作为自定栏目收入", "an unknown column, taken over as a field of your own"),
            );
        } else if is_again {
            report.at(
                Certainty::Likely,
                row.number,
                &name,
                say!(
                    "同类的列出现两次，后一列作为自定栏目收入",
                    "a second column of the kind, taken over as a field of your own"
                ),
            );
        }
        columns.push(RecognisedColumn { slot: if is_again { Slot::Field } else { slot }, name });
    }
    columns
}

/// Remembers the section and the topic of a row; a covered or empty cell has those of the row above. A new section begins without a topic.
fn carry(row: &Row, columns: &[RecognisedColumn], carried: &mut [String; 2]) {
    for (depth, slot) in [Slot::Section, Slot::Topic].into_iter().enumerate() {
        let cell =
            row.cells.iter().zip(columns).find(|(_, column)| column.slot == slot).map(|(cell, _)| cell.text.trim());
        if let Some(text) = cell.filter(|text| !text.is_empty() && *text != carried[depth]) {
            carried[depth] = text.to_owned();
            carried[depth + 1..].fill(String::new());
        }
    }
}

fn place(sections: &mut Vec<DraftSection>, issue: &mut DraftIssue, [section, topic]: &[String; 2]) {
    if section.is_empty() {
        return;
    }
    let at = sections.iter().position(|known| known.title == *section).unwrap_or_else(|| {
        sections.push(DraftSection { title: section.clone(), topics: Vec::new() });
        sections.len() - 1
    });
    issue.section = Some(at);
    if !topic.is_empty() {
        let topics = &mut sections[at].topics;
        issue.topic = Some(topics.iter().position(|known| known == topic).unwrap_or_else(|| {
            topics.push(topic.clone());
            topics.len() - 1
        }));
    }
}

/// A row below a merged cell of an issue goes on with it.
fn merge(ledger: &mut Ledger, more: DraftIssue, report: &mut Report) {
    let Some(issue) = ledger.issues.last_mut() else { return };
    issue.response.extend(more.response);
    issue.measures.extend(more.measures);
    issue.next_steps.extend(more.next_steps);
    issue.fields.extend(more.fields);
    let text = &issue.statement;
    if more.status.is_some_and(|status| issue.status != Some(status))
        || more.due.is_some_and(|due| issue.due != Some(due))
    {
        let message = say!(
            "同一问题的几行状态或时限不同，按第一行收入",
            "rows of one issue differ in status or deadline; those of the first were taken over"
        );
        report.at(Certainty::NotUnderstood, more.line, text, message);
    }
    issue.lead.extend(more.lead);
    issue.responsible.extend(more.responsible);
}

fn issue(row: &Row, columns: &[RecognisedColumn], is_more: bool, report: &mut Report) -> Option<DraftIssue> {
    let mut issue = DraftIssue { line: row.number, ..DraftIssue::default() };
    let cells = || {
        row.cells
            .iter()
            .zip(columns)
            .map(|(cell, column)| (cell.text.trim(), column))
            .filter(|(text, _)| !text.is_empty())
    };
    // The status first: a date of completion is one only of what is completed.
    let (first, rest): (Vec<_>, Vec<_>) = cells().partition(|(_, column)| column.slot == Slot::Status);
    for (text, column) in first.into_iter().chain(rest) {
        put(&mut issue, text, column, report);
    }
    if is_more {
        return Some(issue);
    }
    if issue.response.is_empty() && !issue.measures.is_empty() {
        issue.response = std::mem::take(&mut issue.measures);
    }
    if issue.statement.is_empty() {
        issue.statement = issue.title.take().unwrap_or_default();
    }
    if issue.statement.is_empty() {
        return None;
    }
    if issue.response.is_empty() {
        report.at(
            Certainty::NotUnderstood,
            row.number,
            &issue.statement,
            say!("没有找到整改情况", "no response was found"),
        );
    }
    Some(issue)
}

fn put(issue: &mut DraftIssue, text: &str, column: &RecognisedColumn, report: &mut Report) {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    match column.slot {
        Slot::Number => issue.printed = super::numeral::numeral(&super::fold::close(text)).unwrap_or(0),
        Slot::Statement => issue.statement = statement(text).to_owned(),
        Slot::Response | Slot::StatusOrResponse => issue.response.extend(lines()),
        Slot::Measures => issue.measures.extend(lines()),
        Slot::NextSteps => issue.next_steps.extend(lines()),
        Slot::Status => {
            issue.status = status(text);
            if issue.status.is_none() && !is_not_stated(text) {
                report.at(
                    Certainty::NotUnderstood,
                    issue.line,
                    text,
                    say!("看不出是哪种状态，没有写状态", "no status can be read from this, and none is written"),
                );
            }
        }
        Slot::Due => issue.due = due(text, issue.line, report),
        Slot::CompletedOn => completed(issue, text, issue.line, report),
        Slot::Lead => issue.lead.extend(bodies(text)),
        Slot::Responsible => issue.responsible.extend(bodies(text)),
        Slot::Field if !column.name.is_empty() => issue.fields.push((column.name.clone(), text.to_owned())),
        Slot::Field => report.at(
            Certainty::NotUnderstood,
            issue.line,
            text,
            say!("这一列没有表头，没有收入", "this column has no head and was not taken over"),
        ),
        Slot::Title => issue.title = Some(text.to_owned()),
        Slot::StatusBasis => issue.is_inferred = text.contains(INFERRED),
        Slot::Section | Slot::Topic => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let row = |(number, cells): (usize, &&[&str])| Row {
            number,
            cells: cells
                .iter()
                .map(|text| Cell { text: text.replace('^', ""), covered: *text == "^", ..Cell::default() })
                .collect(),
        };
        Table { rows: (1..).zip(rows).map(row).collect(), ..Table::default() }
    }

    #[test]
    fn a_ledger_is_read_by_its_heads() {
        let ledger = table(&[
            &["某县整改台账", "", "", "", "", "", "", ""],
            &["序号", "方面", "反馈 问题", "整改情况", "完成\n情况", "完成 时限", "责任单位", "挂牌领导"],
            &["1", "党的建设", "学得不够。", "已学。", "已完成", "2024年6月底前", "甲局、乙局", "分管副县长"],
            &["2", "^", "管得不严。", "在管。", "正在整改", "长期", "甲局", ""],
            &["3", "工程项目", "招标不规范。", "已查。", "见附件", "2024-12-31", "", ""],
            &["^", "^", "^", "再查。", "", "", "", ""],
            &["", "", "", "", "", "", "填表人", ""],
        ]);
        let mut report = Report::default();
        let found = read(&ledger, &mut report).unwrap();
        let statuses: Vec<_> = found.issues.iter().map(|issue| issue.status).collect();
        assert_eq!(statuses, [Some("completed"), Some("in-progress"), None]);
        let sections: Vec<_> = found.issues.iter().map(|issue| issue.section).collect();
        assert_eq!(sections, [Some(0), Some(0), Some(1)]);
        assert_eq!(found.issues[2].response, ["已查。", "再查。"]);
        assert_eq!(found.issues[0].responsible, ["甲局", "乙局"]);
        assert_eq!(found.issues[0].fields, [("挂牌领导".to_owned(), "分管副县长".to_owned())]);
        assert_eq!(report.count(Certainty::NotUnderstood), 3, "{:?}", report.message(&[]).zh);
    }

    #[test]
    fn heads_may_take_two_rows_and_totals_are_no_issues() {
        for rows in [
            [
                &["序号", "问题与整改", "^", "进展", "^", "责任单位"],
                &["^", "反馈问题", "整改情况", "完成情况", "完成时限", "^"],
            ],
            [&["序号", "反馈问题", "整改情况", "整改", "^", "责任单位"], &["^", "^", "^", "完成情况", "完成时限", "^"]],
        ] {
            let ledger = table(&[
                rows[0],
                rows[1],
                &["1", "学得不够。", "已学。", "已完成", "2024年6月底前", "甲局"],
                &["2", "管得不严。", "在管。", "正在整改", "2024年12月", "乙局"],
                &["合计", "2个问题", "", "", "", ""],
            ]);
            let mut report = Report::default();
            let found = read(&ledger, &mut report).unwrap();
            let told = |issue: &DraftIssue| {
                (issue.printed, issue.statement.clone(), issue.responsible.concat(), issue.due.is_some())
            };
            assert_eq!(
                found.issues.iter().map(told).collect::<Vec<_>>(),
                [
                    (1, "学得不够。".to_owned(), "甲局".to_owned(), true),
                    (2, "管得不严。".to_owned(), "乙局".to_owned(), true)
                ]
            );
            assert_eq!(report.count(Certainty::NotUnderstood), 0, "{}", report.message(&[]).zh);
        }
    }

    #[test]
    fn a_table_without_issues_is_no_ledger() {
        let other = table(&[&["单位", "人数"], &["甲局", "3"]]);
        assert_eq!(read(&other, &mut Report::default()), None);
    }
}
