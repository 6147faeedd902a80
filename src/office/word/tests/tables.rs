//! Tables: merged cells, lines in cells, rows that are left out.

use super::{cell, row, seen, whole};
use crate::office::manuscript::Block;

/// Returns the rows of the only table: covered cells are `^`.
fn rows(body: &str) -> Vec<String> {
    let found = whole(&[("document", body)]);
    let [Block::Table(table)] = &*found.blocks else { panic!("{found:?}") };
    let shown = |cell: &crate::office::manuscript::Cell| {
        if cell.covered.is_some() { "^".to_owned() } else { cell.text.clone() }
    };
    let row = |row: &crate::office::manuscript::Row| {
        let cells: Vec<String> = row.cells.iter().map(shown).collect();
        format!("{}:{}", row.number, cells.join(","))
    };
    table.rows.iter().map(row).collect()
}

#[test]
fn a_formula_of_a_spreadsheet_that_went_wrong_is_no_text() {
    let body = format!("<tbl>{}</tbl>", row("", &[cell("", "甲"), cell("", "#DIV/0!")]));
    let found = whole(&[("document", &body)]);
    let told: Vec<_> = found.left_out.iter().map(|left| format!("{:?} {}", left.kind, left.text)).collect();
    assert_eq!(told, ["FormulaError #DIV/0!"]);
    assert!(matches!(&found.blocks[..], [Block::Table(table)] if table.rows[0].text() == "甲"));
}

#[test]
fn merged_cells_stand_once() {
    let wide = "<gridSpan val='2'/>";
    let (begins, goes_on) = ("<vMerge val='restart'/>", "<vMerge/>");
    let table = [
        "<tbl>".to_owned(),
        row("", &[cell(wide, "甲"), cell("", "乙")]),
        row("", &[cell(begins, "丙"), cell("", "丁"), cell("", "戊")]),
        row("", &[cell(goes_on, ""), cell("<vMerge val='continue'/>", "己")]),
        row("<gridBefore val='1'/>", &[cell("", "庚")]),
        row("", &[cell("<hMerge val='restart'/>", "辛"), cell("<hMerge/>", "")]),
        "</tbl>".to_owned(),
    ];
    assert_eq!(rows(&table.concat()), ["1:甲,^,乙", "2:丙,丁,戊", "3:^,己,", "4:,庚,", "5:辛,^,"]);
}

#[test]
fn cells_hold_all_their_lines() {
    let inner = format!(
        "<p><r><t>甲</t></r></p><p/><p><r><t>乙</t></r></p><tbl>{}</tbl><p/>",
        row("", &[cell("", "丙"), cell("", "丁")])
    );
    assert_eq!(rows(&format!("<tbl><tr><tc>{inner}</tc></tr></tbl>")), ["1:甲\n乙\n丙\t丁"]);
    let wrapped = format!("<tbl><sdt><sdtContent>{}</sdtContent></sdt></tbl>", row("", &[cell("", "甲")]));
    assert_eq!(rows(&wrapped), ["1:甲"]);
}

#[test]
fn rows_that_are_deleted_or_hidden_are_left_out() {
    let table = format!(
        "<tbl>{}{}{}{}</tbl>",
        row("", &[cell("", "甲")]),
        row("<del/>", &[cell("", "乙")]),
        row("<hidden/>", &[cell("", "丙")]),
        row("<ins/>", &[cell("", "丁")])
    );
    assert_eq!(rows(&table), ["1:甲", "4:丁"]);
    assert_eq!(seen(&[("document", &table)]).1, "Deleted 2 乙|HiddenRow 3 丙|Inserted 4 丁");
    let below = format!(
        "<tbl>{}{}</tbl>",
        row("", &[cell("<vMerge val='restart'/>", "甲")]),
        row("", &[cell("<vMerge/>", "乙")])
    );
    assert_eq!(seen(&[("document", &below)]).1, "Hidden 2 乙");
}
