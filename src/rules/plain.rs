//! Texts of records that are plain, such as titles and statements: marks of Markdown would be shown as typed.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::{self, MISREAD_MARKUP, Prose};

pub(super) fn check(_: &Context, passage: &Passage<'_>, _: &Prose<'_>) -> Vec<Diagnostic> {
    if passage.doc().is_some() {
        return Vec::new();
    }
    let text = passage.text();
    let is_mask = |at: &usize| markdown::hides_a_part(text, *at);
    let marks = ["**", "](", "{{", "</", "<br", "\\*", "\\_", "\\#", "\\[", "\\]", "\\|", "~~"];
    let found = marks.into_iter().filter_map(|mark| {
        let at = text.match_indices(mark).map(|(at, _)| at).find(|at| !is_mask(at))?;
        Some((mark, at))
    });
    let heading = text.starts_with(['#', '＃']).then(|| text.split([' ', '　']).next()).flatten();
    let heading = heading.filter(|mark| mark.len() < text.len() && mark.trim_start_matches(['#', '＃']).is_empty());
    found
        .chain(heading.map(|mark| (mark, 0)))
        .chain(entity(text))
        .map(|(mark, at)| {
            Diagnostic::of(
                MISREAD_MARKUP,
                passage.place(at..at + mark.len()),
                say!(
                    "这里的“{mark}”会原样显示：这段文字不用 Markdown",
                    "this `{mark}` would be shown: the text is not Markdown"
                ),
            )
            .help(say!(
                "请只写文字；加粗、链接和引用的数据写进 .md 正文或 next_steps",
                "write words alone; bold text, links and quoted figures belong in the .md narratives or in `next_steps`"
            ))
        })
        .collect()
}

/// The first entity of HTML in a text, such as `&amp;`.
fn entity(text: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 10;
    text.match_indices('&').find_map(|(at, _)| {
        let end = text[at..].bytes().take(LONGEST).position(|b| b == b';')?;
        let name = &text[at + 1..at + end];
        let is_number = name.strip_prefix('#').is_some_and(|code| {
            !code.is_empty() && code.trim_start_matches(['x', 'X']).bytes().all(|b| b.is_ascii_hexdigit())
        });
        let is_name = ["amp", "lt", "gt", "quot", "apos", "nbsp", "ensp", "emsp", "middot", "hellip", "mdash", "ndash"]
            .contains(&name)
            || ["ldquo", "rdquo", "lsquo", "rsquo", "times", "yen", "copy", "deg", "permil", "bull"].contains(&name);
        (is_number || is_name).then(|| (&text[at..=at + end], at))
    })
}
