//! Texts of other languages that are mostly Chinese: nobody translated them.

use super::{is_east_asian, is_wide, place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::Passage;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

pub(in crate::rules) static UNTRANSLATED: Rule = Rule {
    id: "untranslated",
    group: RuleGroup::Languages,
    severity: Severity::Error,
    demand: Words(
        "英文等其他语言的文本已经译出，不是照抄的中文。",
        "Texts in English and other languages are translations, not copies of the Chinese.",
    ),
    why: Words(
        "复制了中文又忘了翻译，数字当然都对得上，读英文的人却一个字也看不懂。",
        "A copy that was never translated agrees in every figure, and tells readers of English nothing.",
    ),
    example: Shown(&[Part(FIRST, "title: {zh: 串通投标, en: 串通投标}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    check: Check::Prose(untranslated),
};

/// Returns diagnostics for a text of another language that is mostly Chinese. A name in brackets may be.
fn untranslated(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { Vec::new() } else { mostly_chinese(passage, prose).into_iter().collect() }
}

fn mostly_chinese(passage: &Passage<'_>, prose: &Prose<'_>) -> Option<Diagnostic> {
    let is_han = |c: &char| !c.is_ascii() && c.is_alphabetic() && is_wide(*c);
    let first = prose.text.char_indices().find(|(_, c)| is_han(c))?;
    let han = prose.text.chars().filter(is_han).count();
    let letters = prose.text.chars().filter(|c| c.is_alphabetic() && !is_wide(*c)).count();
    let [zh, en] = passage.lang?.names();
    let found = Diagnostic::of(
        &UNTRANSLATED,
        place(passage, prose, first.0..first.0 + first.1.len_utf8()),
        say!(
            "{zh}文本里大多是中文，像是没有翻译",
            "most of the {en} text is Chinese: it seems not to have been translated"
        ),
    );
    (han > letters).then(|| found.help(say!("请写上{zh}译文", "write it in {en}")))
}
