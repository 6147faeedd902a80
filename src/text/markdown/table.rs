//! Tables. A table is written when all of it is known: whether a column holds numbers depends on its last row.

mod cell;

use super::piece::Alignment;
use super::{Labels, escape};
use cell::HtmlCell;

/// A table in the making.
pub(super) struct HtmlTable<'d> {
    columns: &'d [Alignment],
    head: Vec<HtmlCell>,
    rows: Vec<Vec<HtmlCell>>,
    cell: HtmlCell,
    /// What was written before the table. While a cell is open, what is written goes to the cell.
    before: String,
    /// How many bytes the finished cells have.
    bytes: usize,
}

impl<'d> HtmlTable<'d> {
    /// An empty table that comes after what was written `before`.
    pub(super) fn new(columns: &'d [Alignment], before: String) -> HtmlTable<'d> {
        HtmlTable { columns, head: Vec::new(), rows: Vec::new(), cell: HtmlCell::default(), before, bytes: 0 }
    }

    /// How much there is beside the open cell, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.before.len() + self.bytes
    }

    /// Adds words to the open cell.
    pub(super) fn words(&mut self, words: &str, is_figure: bool) {
        self.cell.begins_with_figure |= is_figure && self.cell.text.is_empty();
        self.cell.text.push_str(words);
    }

    /// Begins a row of the body.
    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Ends a cell, whose markup is handed over.
    pub(super) fn end_cell(&mut self, html: String) {
        self.bytes += html.len();
        let cell = HtmlCell { html, ..std::mem::take(&mut self.cell) };
        self.rows.last_mut().unwrap_or(&mut self.head).push(cell);
    }

    /// What was written before, and the table; no more than a little over `limit` bytes.
    pub(super) fn end(self, labels: &Labels, lang_is_east_asian: bool, limit: usize) -> String {
        let classes: Vec<String> = (0..self.columns.len()).map(|column| self.class(column)).collect();
        let label = self.label(labels, lang_is_east_asian);
        let mut out = self.before;
        out.push_str("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape::attribute(&mut out, &label);
        out.push_str("\">\n<table>\n<thead>\n<tr>");
        for (cell, class) in self.head.iter().zip(&classes) {
            cell.write_head(class, &mut out);
        }
        out.push_str("</tr>\n</thead>\n");
        write_body(&self.rows, &self.head, &classes, limit, &mut out);
        out.push_str("</table>\n</div>\n");
        out
    }

    /// What a screen reader calls the table: that it is one, and its columns.
    fn label(&self, labels: &Labels, lang_is_east_asian: bool) -> String {
        let (colon, comma) = if lang_is_east_asian { ("：", "、") } else { (": ", ", ") };
        let columns: Vec<&str> =
            self.head.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        let colon = if columns.is_empty() { "" } else { colon };
        format!("{}{colon}{}", labels.table, columns.join(comma))
    }

    /// The class attribute of the cells of a column.
    fn class(&self, column: usize) -> String {
        let alignment = match self.columns.get(column) {
            Some(Alignment::Center) => Some("align-center"),
            Some(Alignment::Right) => Some("align-right"),
            _ => None,
        };
        let numeric = self.is_numeric(column).then_some("numeric");
        let classes: Vec<&str> = alignment.into_iter().chain(numeric).collect();
        if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
    }

    /// Whether a column has a number in every cell of the body, those left empty aside.
    fn is_numeric(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_vacant());
        cells().next().is_some() && cells().all(HtmlCell::is_number)
    }
}

fn write_body(rows: &[Vec<HtmlCell>], head: &[HtmlCell], classes: &[String], limit: usize, out: &mut String) {
    if rows.is_empty() {
        return;
    }
    out.push_str("<tbody>\n");
    for row in rows {
        if out.len() > limit {
            break;
        }
        out.push_str("<tr>");
        for ((cell, title), class) in row.iter().zip(head).zip(classes) {
            cell.write_body(&title.text, class, out);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}
