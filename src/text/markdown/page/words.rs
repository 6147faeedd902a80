//! Words and attributes, escaped.

use super::super::escape;
use super::HtmlPage;

impl<'d> HtmlPage<'_, 'd> {
    /// Words of the author, each date in an element of its own.
    pub(super) fn text(&mut self, text: &str) {
        let mut from = 0;
        for date in (self.context.dates)(text) {
            self.words(&text[from..date.start], false);
            self.enclosed("<span class=\"date\">", &text[date.clone()], "</span>", false);
            from = date.end;
        }
        self.words(&text[from..], false);
    }

    pub(super) fn enclosed(&mut self, open: &str, words: &str, close: &str, is_figure: bool) {
        self.out.push_str(open);
        self.words(words, is_figure);
        self.out.push_str(close);
    }

    pub(super) fn words(&mut self, words: &str, is_figure: bool) {
        escape::text(&mut self.out, words);
        if let Some(table) = &mut self.table {
            table.words(words, is_figure);
        }
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.attribute_by(escape::attribute, name, value);
    }

    pub(super) fn address(&mut self, name: &str, value: &str) {
        self.attribute_by(escape::address, name, value);
    }

    fn attribute_by(&mut self, add: fn(&mut String, &str), name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.out.push_str(part);
        }
        add(&mut self.out, value);
        self.out.push('"');
    }
}
