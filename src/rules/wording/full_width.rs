//! Full-width punctuation in languages that have none.

use super::{is_east_asian, place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::Passage;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_EN;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

pub(in crate::rules) static FULL_WIDTH_PUNCTUATION: Rule = Rule {
    id: "full-width-punctuation",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("英文等其他语言里的标点用半角。", "English and other languages have no full-width punctuation."),
    why: Words(
        "英文里的全角标点前后空得很大，一看就是没有校对过。",
        "A full-width mark leaves a wide gap in English and shows that nobody proofread it.",
    ),
    example: Shown(&[Part(FIRST_EN, "imposed fines of {{ fines }}。", "imposed fines of {{ fines }}.")]),
    check: Check::Prose(full_width),
};

/// Full-width punctuation in a language that has none.
fn full_width(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) {
        return Vec::new();
    }
    let wide =
        prose.text.char_indices().filter(|(_, c)| matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}'));
    wide.map(|(at, c)| {
        Diagnostic::of(
            &FULL_WIDTH_PUNCTUATION,
            place(passage, prose, at..at + c.len_utf8()),
            say!("非中文文本里用了全角字符“{c}”", "a full-width character in this language, `{c}`"),
        )
        .help(say!("请改为半角标点", "write the ordinary form"))
    })
    .collect()
}
