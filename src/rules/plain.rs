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
    let found = ["**", "](", "{{", "</", "<br"].into_iter().filter_map(|mark| {
        let at = text.match_indices(mark).map(|(at, _)| at).find(|at| !is_mask(at))?;
        Some((mark, at))
    });
    found
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
