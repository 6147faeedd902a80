//! Lines and parts of lines that are put in or removed.

use std::ops::Range;

use super::Rewriter;
use crate::diagnostic::Edit;

impl Rewriter<'_> {
    /// Puts lines in before a key or a dash.
    pub(super) fn put_lines_before(&mut self, at: usize, lines: &str, column: usize) {
        let edit = if self.begins_line(at) {
            Edit::insert(self.line_start(at), lines)
        } else {
            Edit::insert(at, format!("{}{}", lines.trim_start_matches(' '), " ".repeat(column)))
        };
        self.edits.push(edit);
    }

    /// Puts lines in after the line that something ends in.
    pub(super) fn put_lines(&mut self, end: usize, lines: &str) {
        if lines.is_empty() {
            return;
        }
        let at = self.line_end(end);
        let is_open = at == self.text.len() && !self.text.ends_with('\n');
        let text = if is_open {
            format!("{}{}", self.style.ending, lines.trim_end_matches(['\r', '\n']))
        } else {
            lines.to_owned()
        };
        self.edits.push(Edit::insert(at, text));
    }

    pub(super) fn remove_lines(&mut self, range: Range<usize>) {
        let range = self.line_start(range.start)..self.line_end(range.end);
        self.edits.push(Edit::replace(range, ""));
    }

    /// Removes a part of a list or a map within brackets, unless a comment would go with it.
    pub(super) fn cut(&mut self, range: Range<usize>) -> Option<()> {
        let is_commented = self.text[range.clone()].lines().skip(1).any(|line| line.contains('#'));
        self.edits.push(Edit::replace(range, ""));
        (!is_commented).then_some(())
    }
}
