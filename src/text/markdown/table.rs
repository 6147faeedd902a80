//! Tables. A table is written when all of it is known: whether a column holds numbers depends on its last row.

use super::character::is_currency;
use super::piece::Alignment;
use super::{Labels, escape};

/// The longest text of a cell that counts as a number, in characters: what is longer is a sentence that begins with one.
const NUMBER_LENGTH: usize = 24;

/// Codes and names of currencies that may stand before a number.
const CURRENCIES: [&str; 5] = ["CNY", "RMB", "USD", "EUR", "人民币"];

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

/// A cell.
#[derive(Default)]
pub(super) struct HtmlCell {
    html: String,
    /// Its text without markup.
    text: String,
    /// Whether a quoted figure comes first in it.
    begins_with_figure: bool,
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

impl HtmlCell {
    /// A header without words heads nothing, so it is an ordinary cell.
    fn write_head(&self, class: &str, out: &mut String) {
        let (open, close) = if self.text.trim().is_empty() { ("<td", "</td>") } else { ("<th scope=\"col\"", "</th>") };
        for part in [open, class, ">", &self.html, close] {
            out.push_str(part);
        }
    }

    fn write_body(&self, title: &str, class: &str, out: &mut String) {
        out.push_str("<td");
        out.push_str(class);
        if !title.trim().is_empty() {
            out.push_str(" data-label=\"");
            escape::attribute(out, title.trim());
            out.push('"');
        }
        out.push('>');
        out.push_str(&self.html);
        out.push_str("</td>");
    }

    /// Whether the author left the cell empty or struck it through: —, -, /.
    fn is_vacant(&self) -> bool {
        self.text.trim().chars().all(|c| matches!(c, '—' | '–' | '-' | '－' | '/' | '／'))
    }

    /// Whether the cell is a number: it begins with a digit, a sign, a currency or a quoted figure, has a digit, and is no sentence.
    fn is_number(&self) -> bool {
        let text = self.text.trim();
        let begins = |c: char| c.is_numeric() || matches!(c, '+' | '-' | '−' | '±' | '＋' | '－') || is_currency(c);
        let begins = self.begins_with_figure
            || text.starts_with(begins)
            || CURRENCIES.iter().any(|currency| text.starts_with(currency));
        begins && text.contains(char::is_numeric) && text.chars().count() <= NUMBER_LENGTH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_what_only_looks_like_them() {
        let cell = |text: &str| HtmlCell { text: text.into(), ..HtmlCell::default() };
        for text in [
            "49",
            "-3",
            "−3",
            "¥1.2",
            "￥147.6万元",
            "CNY 1.476 million",
            "95%",
            "1,476,000",
            "人民币3元",
            "１２",
            "2021年12月",
        ] {
            assert!(cell(text).is_number(), "{text}");
        }
        for text in ["", "—", "约3", "A1", "CNY", "+", "3个乡镇开展了专项整治并按要求完成了全部整改任务的验收"]
        {
            assert!(!cell(text).is_number(), "{text}");
        }
        for text in ["", " ", "—", "——", "/", "-"] {
            assert!(cell(text).is_vacant(), "{text}");
        }
    }
}
