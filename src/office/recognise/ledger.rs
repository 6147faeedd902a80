//! Ledgers: tables with an issue a row. The row with the heads is found, merged cells of sections and topics carry down, and a column that is
//! not known becomes a field of the office's own.

mod columns;
mod heads;
mod row;
mod sections;

use super::words::Slot;
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::manuscript::{Row, Table};
use crate::office::report::{Certainty, Report};
use crate::say;
use columns::{columns, own};
use heads::{head_row, heads, is_heads};
use row::{issue, merge, names_issue};
use sections::{carry, place};

/// What a row begins with that adds up those above.
const TOTALS: [&str; 4] = ["合计", "总计", "小计", "共计"];

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
        let text = row.text();
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
            report.at(Certainty::LeftOut, row.number, &row.text(), say!("合计的行", "a row of totals"));
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

fn is_total(row: &Row) -> bool {
    let first = row.cells.iter().map(|cell| super::fold::close(&cell.text)).find(|text| !text.is_empty());
    first.is_some_and(|text| TOTALS.iter().any(|word| text == *word || text.starts_with(&format!("{word}:"))))
}

/// Returns whether a table has the heads of a ledger.
pub(in crate::office) fn is_ledger(table: &Table) -> bool {
    heads(table).is_some()
}

/// Names a row that is no issue: in a ledger that gongkai made it is the line to sign on.
fn leave(row: &Row, is_own: bool, report: &mut Report) {
    let text = row.text();
    if !text.is_empty() {
        report.at(
            if is_own { Certainty::LeftOut } else { Certainty::NotUnderstood },
            row.number,
            &text,
            say!("这一行没有问题内容，没有收入", "this row names no issue and was not taken over"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::manuscript::Cell;

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
