//! A cell of a table, and whether it holds a number.

use super::super::character::is_currency;
use super::super::escape;

/// The longest text of a cell that counts as a number, in characters: what is longer is a sentence that begins with one.
const NUMBER_LENGTH: usize = 24;

/// Codes and names of currencies that may stand before a number.
const CURRENCIES: [&str; 5] = ["CNY", "RMB", "USD", "EUR", "人民币"];

/// A cell.
#[derive(Default)]
pub(in crate::text::markdown) struct HtmlCell {
    pub(super) html: String,
    /// Its text without markup.
    pub(super) text: String,
    /// Whether a quoted figure comes first in it.
    pub(super) begins_with_figure: bool,
}

impl HtmlCell {
    /// A header without words heads nothing, so it is an ordinary cell.
    pub(super) fn write_head(&self, class: &str, out: &mut String) {
        let (open, close) = if self.text.trim().is_empty() { ("<td", "</td>") } else { ("<th scope=\"col\"", "</th>") };
        for part in [open, class, ">", &self.html, close] {
            out.push_str(part);
        }
    }

    pub(super) fn write_body(&self, title: &str, class: &str, out: &mut String) {
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
    pub(super) fn is_vacant(&self) -> bool {
        self.text.trim().chars().all(|c| matches!(c, '—' | '–' | '-' | '－' | '/' | '／'))
    }

    /// Whether the cell is a number: it begins with a digit, a sign, a currency or a quoted figure, has a digit, and is no sentence.
    pub(super) fn is_number(&self) -> bool {
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
