//! Ledgers: tables with an issue a row. The row with the heads is found, merged cells hold for every row that they cover, rows over the whole
//! width head those below them, and a column that is not known becomes a field of the office's own.

mod bands;
mod columns;
mod heads;
mod merge;
mod row;
mod sections;

use super::words::Slot;
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::manuscript::{Cell, CoveredFrom, Row, Table};
use crate::office::report::{Certainty, Report};
use crate::say;
use bands::{Band, band};
use columns::{RecognisedColumn, columns, own};
use heads::{head_row, heads, is_heads};
use merge::merge;
use row::{issue, more, names_issue, text_of};
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
    let is_own = !table.marks.is_empty();
    let columns = if is_own { own(table, heads) } else { columns(&row, report) };
    for row in &table.rows[..span.start] {
        let text = row.text();
        if !text.is_empty() {
            report.at(Certainty::LeftOut, row.number, &text, say!("表头以上的行", "a row above the heads"));
        }
    }
    let rows = &table.rows[span.end..];
    let is_counted = rows.iter().any(|row| text_of(row, &columns, Slot::Number).is_some_and(has_digit));
    let mut reader = LedgerReader { is_own, is_counted, columns, ..LedgerReader::default() };
    rows.iter().for_each(|row| reader.take(row, report));
    Some(reader.ledger).filter(|ledger| !ledger.issues.is_empty())
}

fn has_digit(text: &str) -> bool {
    super::fold::fold(text).contains(|c: char| c.is_ascii_digit())
}

/// Reads the rows of a ledger one after the other.
#[derive(Default)]
struct LedgerReader {
    /// Whether gongkai made the ledger.
    is_own: bool,
    /// Whether issues have numbers in Arabic figures.
    is_counted: bool,
    columns: Vec<RecognisedColumn>,
    ledger: Ledger,
    /// The section and the topic that hold.
    carried: [String; 2],
    /// What stands above in each column, which a merged cell says of the rows that it covers.
    above: Vec<String>,
    /// Whether a section has a number of sections, so that one numbered （一） is below it.
    is_outer: bool,
    /// Whether the row above is of an issue.
    is_open: bool,
}

impl LedgerReader {
    fn take(&mut self, row: &Row, report: &mut Report) {
        self.above.resize(row.cells.len(), String::new());
        for (cell, above) in row.cells.iter().zip(&mut self.above) {
            if !is_below(cell) {
                above.clone_from(&cell.text);
            }
        }
        if is_heads(row) || row.text().is_empty() {
            return;
        }
        let is_more = text_of(row, &self.columns, Slot::Number).is_none()
            && row.cells.iter().zip(&self.columns).any(|(cell, of)| of.slot == Slot::Statement && is_below(cell));
        let was_open = std::mem::take(&mut self.is_open);
        if is_total(row) {
            report.at(Certainty::LeftOut, row.number, &row.text(), say!("合计的行", "a row of totals"));
        } else if self.is_own && !names_issue(row, &self.columns) {
            leave(row, true, report);
        } else if let Some((band, rest)) = band(row, &self.columns, self.is_counted).filter(|_| !self.is_own) {
            self.head(row, band, &rest, report);
        } else if let Some(issue) = self.ledger.issues.last_mut().filter(|_| is_more && was_open) {
            merge(issue, more(row, &self.columns, issue, report), report);
            self.is_open = true;
        } else if is_more {
            leave(row, false, report);
        } else {
            self.issue(row, report);
        }
    }

    fn issue(&mut self, row: &Row, report: &mut Report) {
        carry(row, &self.columns, &mut self.carried);
        let whole = self.whole(row, report);
        match issue(&whole, &self.columns, report) {
            Some(mut issue) => {
                place(&mut self.ledger.sections, &mut issue, &self.carried);
                self.ledger.issues.push(issue);
                self.is_open = true;
            }
            None => leave(row, false, report),
        }
    }

    /// Returns a row with what merged cells say of it that begin above it.
    fn whole(&self, row: &Row, report: &mut Report) -> Row {
        let mut whole = row.clone();
        let mut said = Vec::new();
        for ((cell, column), above) in whole.cells.iter_mut().zip(&self.columns).zip(&self.above) {
            let is_carried = matches!(column.slot, Slot::Number | Slot::Section | Slot::Topic);
            if is_below(cell) && !is_carried && !above.trim().is_empty() {
                cell.text.clone_from(above);
                said.push(above.trim());
            }
        }
        if !said.is_empty() {
            let message = say!(
                "合并的单元格，上面的内容也用于这一行",
                "merged cells: what stands above is said of this row, too"
            );
            report.at(Certainty::Likely, row.number, &said.join(" | "), message);
        }
        whole
    }

    /// Takes a row that is over those below it for their section or topic; what is neither is reported.
    fn head(&mut self, row: &Row, band: Band, rest: &[&str], report: &mut Report) {
        let has_column = self.columns.iter().any(|column| column.slot == Slot::Section);
        match band {
            Band::Section(title, is_inner) if !has_column => {
                let depth = usize::from(is_inner && !self.carried[0].is_empty() && self.is_outer);
                self.is_outer |= !is_inner;
                self.carried[depth] = title;
                self.carried[depth + 1..].fill(String::new());
                for text in rest {
                    let message =
                        say!("方面的标题后面的文字，没有收入", "text behind the title of a section, not taken over");
                    report.at(Certainty::NotUnderstood, row.number, text, message);
                }
            }
            _ => {
                let message = say!("横跨各列的一行，没有收入", "a row across the columns; it was not taken over");
                report.at(Certainty::NotUnderstood, row.number, &row.text(), message);
            }
        }
    }
}

fn is_below(cell: &Cell) -> bool {
    cell.covered == Some(CoveredFrom::Above)
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

    fn table(rows: &[&[&str]]) -> Table {
        let row = |(number, cells): (usize, &&[&str])| Row {
            number,
            cells: cells
                .iter()
                .map(|text| {
                    let covered = match *text {
                        "^" => Some(CoveredFrom::Above),
                        "<" => Some(CoveredFrom::Left),
                        _ => None,
                    };
                    Cell { text: text.replace(['^', '<'], ""), covered, ..Cell::default() }
                })
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
                &["序号", "问题与整改", "<", "进展", "<", "责任单位"],
                &["^", "反馈问题", "整改情况", "完成情况", "完成时限", "^"],
            ],
            [&["序号", "反馈问题", "整改情况", "整改", "<", "责任单位"], &["^", "^", "^", "完成情况", "完成时限", "^"]],
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
    fn a_text_over_the_whole_row_heads_those_below_or_is_reported() {
        let heads = &["序号", "反馈问题", "整改情况", "完成情况", "责任单位"][..];
        let first = &["1", "学得不够。", "已学。", "已完成", "甲局"][..];
        let second = &["2", "管得不严。", "在管。", "正在整改", "乙局"][..];
        for (band, section) in [
            (&["一、党的建设方面", "<", "<", "<", "<"][..], Some("党的建设方面")),
            (&["一、党的建设方面", "", "", "", ""], Some("党的建设方面")),
            (&["党的建设方面（2个）", "<", "<", "<", "<"], Some("党的建设方面（2个）")),
            (&["一", "党的建设方面", "<", "<", "<"], Some("党的建设方面")),
            (&["一", "政治建设", "", "", ""], Some("政治建设")),
            (&["第一部分 党的建设", "<", "<", "<", "<"], Some("第一部分 党的建设")),
            (&["注：金额单位为万元，截至9月底。", "<", "<", "<", "<"], None),
            (&["甲局", "<", "<", "<", "<"], None),
        ] {
            let mut report = Report::default();
            let found = read(&table(&[heads, band, first, band, second]), &mut report).unwrap();
            let told = |issue: &DraftIssue| (issue.statement.clone(), issue.fields.len(), issue.responsible.concat());
            assert_eq!(
                found.issues.iter().map(told).collect::<Vec<_>>(),
                [("学得不够。".to_owned(), 0, "甲局".to_owned()), ("管得不严。".to_owned(), 0, "乙局".to_owned())],
                "{band:?}"
            );
            assert_eq!(found.sections.first().map(|section| &*section.title), section, "{band:?}");
            let reported = if section.is_some() { 0 } else { 2 };
            assert_eq!(report.count(Certainty::NotUnderstood), reported, "{band:?}: {}", report.message(&[]).zh);
        }
    }

    #[test]
    fn numbers_in_chinese_figures_and_texts_behind_the_issue_head_nothing() {
        let ledger = table(&[
            &["序号", "反馈问题", "整改情况", "完成情况", "责任单位"],
            &["一", "学得不够", "<", "<", "<"],
            &["二", "管得不严。", "一、已管。", "已完成", "甲局"],
            &["", "", "二、再管", "", ""],
        ]);
        let mut report = Report::default();
        let found = read(&ledger, &mut report).unwrap();
        assert_eq!((found.issues.len(), found.sections.len()), (2, 0));
        assert_eq!(report.count(Certainty::NotUnderstood), 2, "{}", report.message(&[]).zh);
    }

    #[test]
    fn topics_stand_below_sections() {
        let ledger = table(&[
            &["序号", "反馈问题", "整改情况"],
            &["一、党的建设方面", "<", "<"],
            &["（一）学习", "<", "<"],
            &["1", "学得不够。", "已学。"],
            &["二、工程项目方面", "<", "<"],
            &["2", "招标不规范。", "已查。"],
        ]);
        let found = read(&ledger, &mut Report::default()).unwrap();
        let places: Vec<_> = found.issues.iter().map(|issue| (issue.section, issue.topic)).collect();
        assert_eq!(places, [(Some(0), Some(0)), (Some(1), None)]);
        assert_eq!(found.sections[0].topics, ["学习"]);
    }

    #[test]
    fn rows_with_numbers_of_their_own_are_issues_below_a_merged_cell() {
        let ledger = table(&[
            &["序号", "反馈问题", "细化问题", "整改情况", "整改状态", "责任单位"],
            &["1", "管理混乱", "超概算12%。", "做一。", "已完成", "甲局"],
            &["GZ-7", "^", "未招标。", "做二。", "未启动", "^"],
            &["（3）", "^", "未验收。", "做三。", "已完成", "乙局"],
        ]);
        let mut report = Report::default();
        let found = read(&ledger, &mut report).unwrap();
        let told = |issue: &DraftIssue| {
            let label = issue.label.clone().unwrap_or_else(|| issue.printed.to_string());
            format!("{label} {} {} {}", issue.statement, issue.fields[0].1, issue.responsible.concat())
        };
        assert_eq!(
            found.issues.iter().map(told).collect::<Vec<_>>(),
            ["1 管理混乱 超概算12%。 甲局", "GZ-7 管理混乱 未招标。 甲局", "3 管理混乱 未验收。 乙局"]
        );
        assert!(report.message(&[]).zh.contains("照原样写作编号"), "{}", report.message(&[]).zh);
    }

    #[test]
    fn rows_of_one_issue_are_joined_and_what_differs_is_left_open() {
        let heads = &["序号", "反馈问题", "整改情况", "整改状态", "完成时限", "责任人"][..];
        for (status, due, expected) in [
            ("已完成", "2024-06", (Some("completed"), Some("2024-06"), 0)),
            ("^", "^", (Some("completed"), Some("2024-06"), 0)),
            ("", "", (Some("completed"), Some("2024-06"), 0)),
            ("未启动", "2024-12", (None, None, 2)),
            ("见附件", "2024-06", (None, Some("2024-06"), 2)),
        ] {
            let first = &["1", "管得不严。", "已管。", "已完成", "2024-06", "张某某"][..];
            let more = &["^", "^", "再管。", status, due, "李某某"][..];
            let mut report = Report::default();
            let found = read(&table(&[heads, first, more]), &mut report).unwrap();
            let [issue] = &found.issues[..] else { panic!("{found:?}") };
            let due = issue.due.map(|due| due.to_string());
            let reported = report.count(Certainty::NotUnderstood);
            assert_eq!((issue.status, due.as_deref(), reported), expected, "{status}: {}", report.message(&[]).zh);
            assert_eq!(issue.response, ["已管。", "再管。"]);
            let fields: Vec<_> = issue.fields.iter().map(|(label, text)| (label.as_str(), text.as_str())).collect();
            let unread = (status == "见附件").then_some(("整改状态", status));
            assert_eq!(fields, [("责任人", "张某某\n李某某")].into_iter().chain(unread).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_row_that_goes_on_with_no_issue_is_reported() {
        let ledger = table(&[
            &["序号", "反馈问题", "整改情况"],
            &["注：见附件。", "<", "<"],
            &["^", "^", "已管。"],
            &["1", "学得不够。", "已学。"],
        ]);
        let mut report = Report::default();
        let found = read(&ledger, &mut report).unwrap();
        assert_eq!(found.issues.len(), 1);
        assert_eq!(report.count(Certainty::NotUnderstood), 2, "{}", report.message(&[]).zh);
    }

    #[test]
    fn a_table_without_issues_is_no_ledger() {
        let other = table(&[&["单位", "人数"], &["甲局", "3"]]);
        assert_eq!(read(&other, &mut Report::default()), None);
    }
}
