//! Signs of comments within a text, which hide the rest of it.

use super::{Line, SeenSlip, lines_above};
use crate::say;

/// Finds a comment in the middle of a text.
pub(super) fn comment_between(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let comment = lines_above(file, here).next().filter(|line| line.text.trim_start().starts_with('#'))?;
    let blanks = comment.text.len() - comment.text.trim_start().len();
    (!here.text.contains(": ") && here.text.starts_with(' ')).then(|| SeenSlip {
        range: comment.start + blanks..comment.start + comment.text.len(),
        message: say!("“#”开头的注释断开了一段文字", "a comment that begins with `#` cuts a text"),
        help: say!(
            "注释请移到这段文字前面；若“#”是文字的一部分，请给整段文字加引号",
            "put the comment above the text; if the `#` belongs to the text, put the text in quotes"
        ),
        cure: None,
    })
}

/// `{zh: 甲 #1, en: B}`: everything after the `#` is a comment, the bracket too.
pub(super) fn comment_in_brackets(line: Line<'_>) -> Option<SeenSlip> {
    let at = line.text.find(" #")? + 1;
    let open = line.text[..at].rfind(['{', '['])?;
    if line.text[open..at].contains(['}', ']']) {
        return None;
    }
    let range = line.start + at..line.start + line.text.len();
    let comment = &line.text[at..];
    Some(SeenSlip {
        range,
        message: say!(
            "“{comment}”被当作注释，不会公布，括号也没有结束",
            "`{comment}` is taken for a comment: it is not published, and the bracket is not closed"
        ),
        help: say!(
            "若“#”是文字的一部分，请给这段文字加引号；注释请另起一行",
            "if the `#` belongs to the text, put the text in quotes; put a comment on a line of its own"
        ),
        cure: None,
    })
}
