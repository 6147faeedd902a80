//! What stands in a text until its author has written it: it must not be published by oversight.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::FIRST_ZH;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::Prose;

pub(super) static PLACEHOLDER: Rule = Rule {
    id: "placeholder",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("不留“待补充”、TBD等未写完的文字。", "No placeholder text is left, such as 待补充 or TBD."),
    why: Words(
        "留着“待补充”的通报，读者会问：整改是不是也还没有做？",
        "Whoever reads TBD in a notice will ask whether the work was done any better than the text.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- **建章立制。**待补充[问题 3]", "- **建章立制。**另见[问题 3]")]),
    check: Check::Prose(check),
};

/// What `gongkai import` writes for a title that it does not find.
pub const TITLE: Words = Words("请写标题。", "Write the title.");
/// What `gongkai import` writes for an issuer that it does not find.
pub const ISSUER: Words = Words("请写发布单位。", "Write the issuer.");
/// What `gongkai init` writes for the summary of a notice.
pub const SUMMARY: Words = Words("请写一两句话说明这份通报。", "Say in a sentence or two what this notice is.");
/// What `gongkai init` writes for the statement of an issue.
pub const STATEMENT: Words = Words("请写反馈的问题。", "Say what was found.");
/// What `gongkai init` writes for next steps.
pub const NEXT_STEPS: Words = Words("请写下一步措施。", "Say what is still to be done.");
/// What `gongkai init` writes for what was done at once.
pub const DONE: Words = Words("请写已经做了什么。", "Say what has been done.");
/// What `gongkai init` writes for rules that were made.
pub const RULES_MADE: Words = Words("请写建立了哪些制度。", "Say which rules have been made.");

/// What authors write themselves, a line each.
const COMMON: &str = include_str!("placeholders.txt");

/// Finds any of them: hardly a text has one, so all are sought at once.
static ANY: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(all()).ok());

fn all() -> impl Iterator<Item = &'static str> {
    let own = [TITLE, ISSUER, SUMMARY, STATEMENT, NEXT_STEPS, DONE, RULES_MADE]
        .into_iter()
        .flat_map(|Words(zh, en)| [zh, en]);
    own.chain(COMMON.lines())
}

pub(super) fn check(_: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if ANY.as_ref().is_some_and(|any| !any.is_match(&*prose.text)) {
        return Vec::new();
    }
    let found = all().filter_map(|text| Some((text, prose.text.find(text)?)));
    found
        .map(|(text, at)| {
            Diagnostic::of(
                &PLACEHOLDER,
                passage.place(prose.place(at..at + text.len())),
                say!("这里还没有写：“{text}”", "this is still to be written: “{text}”"),
            )
            .help(say!("请写上内容，或删去", "write it, or remove it"))
        })
        .collect()
}
