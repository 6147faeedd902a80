//! Footnotes on the page: references in the text, the section at its end, and the ways back.

use super::HtmlPage;
use crate::text::markdown::note::Reference;

impl HtmlPage<'_, '_> {
    /// A reference to a footnote, raised.
    pub(super) fn reference(&mut self, reference: &Reference) {
        let (prefix, number) = (self.context.id_prefix, reference.number);
        self.out.push_str("<sup><a");
        self.attribute("href", &format!("#{prefix}fn-{number}"));
        self.attribute("id", &reference_id(prefix, number, reference.nth));
        self.attribute("role", "doc-noteref");
        self.attribute("aria-label", &format!("{} {number}", self.context.labels.footnote));
        self.out.push_str(&format!(">{number}</a></sup>"));
    }

    /// The footnotes in order. One may refer to others, which then follow.
    pub(super) fn footnotes(&mut self) {
        let before = std::mem::take(&mut self.out);
        let (mut items, mut bytes) = (Vec::new(), before.len());
        while let Some(pieces) = self.notes.pieces(items.len() + 1).filter(|_| bytes <= self.limit) {
            self.pieces(pieces);
            bytes += self.out.len();
            items.push(std::mem::take(&mut self.out));
        }
        self.out = before;
        if items.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", self.context.labels.footnotes);
        self.out.push_str(">\n<ol>\n");
        for (index, item) in items.iter().enumerate() {
            self.footnote(index + 1, item);
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    /// A footnote with its ways back, within its last paragraph where it ends with one.
    fn footnote(&mut self, number: usize, item: &str) {
        self.out.push_str("<li");
        self.attribute("id", &format!("{}fn-{number}", self.context.id_prefix));
        self.out.push('>');
        let (text, end) = item.strip_suffix("</p>\n").map_or((item, ""), |text| (text, "</p>\n"));
        self.out.push_str(text);
        for nth in 1..=self.notes.references(number) {
            self.way_back(number, nth);
        }
        self.out.push_str(end);
        self.out.push_str("</li>\n");
    }

    fn way_back(&mut self, number: usize, nth: usize) {
        let which = if nth == 1 { number.to_string() } else { format!("{number}-{nth}") };
        self.out.push_str(" <a");
        self.attribute("href", &format!("#{}", reference_id(self.context.id_prefix, number, nth)));
        self.attribute("role", "doc-backlink");
        self.attribute("aria-label", &format!("{} {which}", self.context.labels.back));
        self.out.push_str(">↑</a>");
    }
}

/// The id of a reference to a footnote: the first has the plain one.
fn reference_id(prefix: &str, number: usize, nth: usize) -> String {
    if nth == 1 { format!("{prefix}fnref-{number}") } else { format!("{prefix}fnref-{number}-{nth}") }
}
