//! The findings for what is neither shown nor markup.

use std::ops::Range;

use super::super::{Problem, quoted};
use super::{Account, Byte};
use crate::say;
use crate::text::markdown::LOST_TEXT;

impl<'a> Account<'a> {
    /// The findings for what is left, one for each line of it.
    pub(super) fn rest(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut start = 0;
        for line in self.source.split_inclusive('\n') {
            let end = start + line.len();
            let is_lost = |(at, c): &(usize, char)| self.bytes[start + at] == Byte::Unknown && !c.is_whitespace();
            if let Some((first, _)) = line.char_indices().find(is_lost) {
                let last = line.char_indices().rev().find(is_lost).map_or(first, |(at, c)| at + c.len_utf8());
                found.push(self.finding(&line[..first], start + first..start + last));
            }
            start = end;
        }
        found
    }

    fn finding(&self, before: &str, range: Range<usize>) -> Problem {
        let shown = quoted(&self.source[range.clone()]);
        let before = before.trim_start_matches([' ', '\t', '>']);
        let help = if before.starts_with("```") || before.starts_with("~~~") {
            say!(
                "请删去“```”后面的文字，或另起一行写",
                "delete what follows the ``` on its line, or begin a new line with it"
            )
        } else if before.contains('|') {
            say!(
                "这一行的格子比表头多：请在表头加一列，或把格子里的竖线写成 \\|",
                "this row has more cells than the head: add a column to the head, or write \\| for a bar within a cell"
            )
        } else if shown == "\\" {
            say!("要显示一个反斜杠，请写两个：\\\\", "to show a backslash, write two: \\\\")
        } else {
            say!("请删除它，或在它前面写一个反斜杠", "delete it, or write a backslash before it")
        };
        Problem::new(LOST_TEXT, range, say!("“{shown}”不会显示在页面上", "`{shown}` would be on no page"), help)
    }
}
