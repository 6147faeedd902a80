//! Marks that make nothing bold.

use super::super::run::Run;
use super::super::{Problem, mask};
use super::problem;
use crate::say;

/// Two asterisks that make nothing bold. More of them, or one, are a mask or a sign, and so are those that hide a part of a word: 138****8000,
/// 5*3, 李**.
pub(super) fn asterisks(run: &Run<'_>, found: &mut Vec<Problem>) {
    for (signs, sign) in [("**", '*'), ("＊＊", '＊'), ("__", '_')] {
        // Nobody who means bold letters writes the full-width mark on one side alone: ＊＊镇 is a mask.
        if sign == '＊' && run.text().match_indices(signs).nth(1).is_none() {
            continue;
        }
        let mut from = 0;
        while let Some(at) = run.find(signs, from) {
            let end = at + signs.len();
            let more = run.text()[end..].chars().take_while(|c| *c == sign).count();
            from = end + more * sign.len_utf8();
            let before = run.text()[..at].chars().next_back();
            if more == 0 && !mask::hides(before, run.text()[end..].chars().next()) {
                let message = say!(
                    "这里的“{signs}”没有起作用，会原样显示",
                    "this `{signs}` makes nothing bold and would be shown"
                );
                let help = say!(
                    "加粗要在文字两边写半角 **，内侧不留空格；隐去的字请写“某”或 \\*\\*",
                    "write ** on either side of the words, with no space inside; for a masked word write \\*\\*"
                );
                found.push(problem(run.place(at..end), message, help));
            }
        }
    }
}
