//! Asterisks and underscores that emphasise by accident: signs of multiplication, masks, blanks.

use std::ops::Range;

use super::super::{Problem, mask};
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::ACCIDENTAL_EMPHASIS;

/// Emphasis that most likely is none: two signs of multiplication, `5**3和4**2`, or two masks, `李**收受礼金，王**违规`. Emphasis of a figure
/// within words, `共**49**个`, is left alone.
pub(in crate::text::markdown) fn accidental_emphasis(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let is_blank = text.starts_with('_');
    let sign = if is_blank { b'_' } else { b'*' };
    let width = text.bytes().take_while(|b| *b == sign).take(2).count();
    let content = text.get(width..text.len().checked_sub(width)?).filter(|_| width > 0)?;
    let before = source[..at.start].chars().next_back();
    if is_blank {
        return blanks(at, width, mask::is_between_blanks(width, before, content, &source[at.end..]));
    }
    let after = source[at.end..].chars().next();
    let behind = &source[at.end..];
    // Of three asterisks two are looked at, within the third.
    let is_outer = content.starts_with('*');
    let is_mask = mask::is_between(before, content)
        || !is_outer && (mask::breaks_out(before, content) || mask::is_part_of_a_list(width, content, behind));
    let is_product = is_product(before, content, after);
    let help = if is_product {
        say!("如果是乘号，请写 × 或 \\*", "if they are signs of multiplication, write × or \\*")
    } else if is_mask {
        say!(
            "如果是隐去的字，请在每个星号前写反斜杠：\\*",
            "if they hide a part of a name, write a backslash before each: \\*"
        )
    } else if mask::may_be_between(before, content, behind) {
        say!(
            "隐去名称的，在每个星号前写反斜杠：\\*；要加粗的，把 ** 移到词的两头，如 **整个名称**",
            "if they hide a part of a name, write a backslash before each: \\*; if it is to be bold, set the ** around whole words"
        )
    } else {
        return None;
    };
    let asterisks = (at.start..at.start + width).chain(at.end - width..at.end);
    let escaped = asterisks.map(|at| Edit::insert(at, "\\"));
    let message = say!(
        "两处星号之间的文字成了强调，星号不会显示",
        "the text between these asterisks is emphasised and the asterisks disappear"
    );
    let is_clear = !is_product && is_mask && before != Some('*') && after != Some('*');
    let edits = if !is_clear { Vec::new() } else { escaped.collect() };
    Some(Problem::new(ACCIDENTAL_EMPHASIS, at.clone(), message, help).fixed_by(edits))
}

/// Two blanks to be filled in, which became emphasis of what stands between: 姓名：__，电话：__.
fn blanks(at: &Range<usize>, width: usize, are_blanks: bool) -> Option<Problem> {
    let underscores = (at.start..at.start + width).chain(at.end - width..at.end);
    let escaped = underscores.map(|at| Edit::insert(at, "\\")).collect();
    are_blanks.then(|| {
        let message = say!(
            "两处下划线之间的文字成了强调，下划线不会显示",
            "the text between these underscores is emphasised and the underscores disappear"
        );
        let help = say!(
            "如果是留空，请填上，或在每个下划线前写反斜杠：\\_",
            "if they are blanks, fill them in, or write a backslash before each: \\_"
        );
        Problem::new(ACCIDENTAL_EMPHASIS, at.clone(), message, help).fixed_by(escaped)
    })
}

/// Whether a delimiter stands between a digit outside and a character of a word inside, and what is emphasised begins or ends with a digit.
fn is_product(before: Option<char>, content: &str, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (content.chars().next(), content.chars().next_back()) else { return false };
    let multiplies =
        |outside: Option<char>, inside: char| outside.is_some_and(char::is_numeric) && inside.is_alphanumeric();
    (multiplies(before, first) || multiplies(after, last)) && (first.is_numeric() || last.is_numeric())
}
