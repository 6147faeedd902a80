//! Marks of other programs, which mean nothing here.

use super::super::Problem;
use super::super::run::Run;
use super::{problem, window};
use crate::say;

/// Pairs of marks of other programs.
const DIALECTS: [(&str, &str); 7] =
    [("~~", "~~"), ("==", "=="), ("[[", "]]"), ("{%", "%}"), ("{#", "#}"), ("{#", "}"), ("{.", "}")];

/// Marks of other programs, which mean nothing here: ~~struck out~~, ==marked==, [[a page]], [TOC], `:::`, {#anchor}, {% tag %}.
pub(super) fn dialects(run: &Run<'_>, found: &mut Vec<Problem>) {
    let text = run.text();
    let mut pairs: Vec<(usize, &str)> = Vec::new();
    for (opening, closing) in DIALECTS {
        let mut from = 0;
        while let Some(at) = run.find(opening, from) {
            let (inside, sign) = (at + opening.len(), opening.chars().next_back());
            let rest = window(text, inside);
            let length = rest.find(closing).filter(|end| {
                let words = &rest[..*end];
                let may_be_spaced = closing.len() > 1 && opening.starts_with('{');
                !words.contains('\n')
                    && !words.trim().is_empty()
                    && (may_be_spaced || words.trim() == words)
                    && !words.starts_with(|c| Some(c) == sign)
            });
            pairs.extend(length.filter(|_| !text[..at].ends_with(['~', '=', '{'])).map(|_| (at, opening)));
            from = length.map_or(inside, |length| inside + length + closing.len());
        }
    }
    let whole = text.trim();
    if whole.eq_ignore_ascii_case("[toc]") || whole.starts_with(":::") {
        pairs.push((text.len() - text.trim_start().len(), &whole[..if whole.starts_with(':') { 3 } else { 5 }]));
    }
    pairs.sort_unstable();
    pairs.dedup();
    found.extend(pairs.into_iter().map(|(at, mark)| {
        problem(
            run.place(at..at + mark.len()),
            say!(
                "“{mark}”是别的软件的记号，这里会原样显示",
                "`{mark}` is a mark of other programs and would be shown here"
            ),
            say!(
                "请删去它；加粗写成 **文字**，链接写成 [文字](地址)，标题写成“## 标题”",
                "delete it; bold text is written **words**, a link [words](address), a heading `## Heading`"
            ),
        )
    }));
}
