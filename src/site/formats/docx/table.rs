//! Tables of a document, their heads repeated on every page.

use super::styles::Style;
use super::{Docx, page, styles};
use crate::text::markdown::FlowCell;

impl Docx {
    /// Adds a table, its heads repeated on every page; no row is broken.
    pub(in crate::site::formats) fn table(&mut self, rows: &[Vec<FlowCell>]) {
        self.lists.interrupt(0);
        let Some(widths) = rows.first().map(|_| page::widths(rows, self.look.is_east_asian)) else { return };
        self.body.open("w:tbl", &[]);
        self.body.open("w:tblPr", &[]);
        self.body.empty("w:tblStyle", &[("w:val", styles::TABLE)]);
        self.body.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        self.body.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
        self.body.close("w:tblPr");
        self.body.open("w:tblGrid", &[]);
        widths.iter().for_each(|width| self.body.empty("w:gridCol", &[("w:w", &width.to_string())]));
        self.body.close("w:tblGrid");
        for (at, row) in rows.iter().enumerate() {
            self.row(row, at == 0, &widths);
        }
        self.body.close("w:tbl");
        // Two tables without a paragraph between them would be one.
        self.body.open("w:p", &[]);
        self.body.open("w:pPr", &[]);
        self.body.empty("w:pStyle", &[("w:val", Style::TableText.id())]);
        self.body.close("w:pPr");
        self.body.close("w:p");
    }

    fn row(&mut self, row: &[FlowCell], is_head: bool, widths: &[usize]) {
        self.body.open("w:tr", &[]);
        self.body.open("w:trPr", &[]);
        self.body.empty("w:cantSplit", &[]);
        if is_head {
            self.body.empty("w:tblHeader", &[]);
        }
        self.body.close("w:trPr");
        let empty = FlowCell { is_right: false, is_centered: false, runs: Vec::new() };
        for (at, width) in widths.iter().enumerate() {
            let cell = row.get(at).unwrap_or(&empty);
            self.body.open("w:tc", &[]);
            self.body.open("w:tcPr", &[]);
            self.body.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            self.body.close("w:tcPr");
            self.body.open("w:p", &[]);
            self.body.open("w:pPr", &[]);
            let style = if is_head { Style::TableHead } else { Style::TableText };
            self.body.empty("w:pStyle", &[("w:val", style.id())]);
            if !is_head && (cell.is_right || cell.is_centered) {
                self.body.empty("w:jc", &[("w:val", if cell.is_right { "right" } else { "center" })]);
            }
            self.body.close("w:pPr");
            self.runs(&cell.runs);
            self.body.close("w:p");
            self.body.close("w:tc");
        }
        self.body.close("w:tr");
    }
}
