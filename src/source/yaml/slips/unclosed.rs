//! Quotation marks and brackets that are never closed.

use super::{Line, SeenSlip, lines_above};
use crate::say;

/// Finds a quotation mark that opens a text and has no partner on its line.
pub(super) fn open_quote(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let opening = |line: Line<'_>| -> Option<usize> {
        line.text.match_indices(['"', '\'']).find_map(|(at, quote)| {
            let before = line.text[..at].trim_end();
            let begins = before.is_empty() || before.ends_with([':', '-', '[', '{', ',']);
            (begins && !line.text[at + 1..].contains(quote)).then_some(line.start + at)
        })
    };
    let at = lines_above(file, here).find_map(opening)?;
    Some(SeenSlip {
        range: at..at + 1,
        message: say!("引号没有配对：这里开始的引号没有结束", "this quotation mark is never closed"),
        help: say!("请在文字末尾补上同样的引号", "close the text with the same mark"),
        cure: None,
    })
}

/// Finds a bracket that is opened on a line and not closed on it.
pub(super) fn open_bracket(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let opening = |line: Line<'_>| -> Option<usize> {
        let mut open = Vec::new();
        for (at, c) in line.text.char_indices() {
            match c {
                '{' | '[' => open.push(at),
                '}' | ']' => drop(open.pop()),
                _ => {}
            }
        }
        open.first().map(|at| line.start + at)
    };
    let at = lines_above(file, here).find_map(opening)?;
    Some(SeenSlip {
        range: at..at + 1,
        message: say!("括号没有配对：这里开始的括号没有结束", "this bracket is never closed"),
        help: say!("请补上“}}”或“]”", "close it with a curly or a square bracket"),
        cure: None,
    })
}
