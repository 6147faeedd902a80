//! Dashes in telephone numbers, which are written with hyphens.

use super::{is_east_asian, place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::Passage;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::{THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

const CALL: &str = "\nEnquiries: 0599-0000000.\n";

pub(in crate::rules) static TELEPHONE_DASH: Rule = Rule {
    id: "telephone-dash",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("电话号码里用半角连字符“-”。", "Telephone numbers are written with a hyphen, not a dash."),
    why: Words(
        "用了破折号，手机上点号码拨不出去，复制下来也不能用。",
        "With a dash, the number cannot be dialled with a tap or copied.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n咨询电话：0599—0000000。\n", "\n咨询电话：0599-0000000。\n"),
        Added(THIRD_EN, CALL, CALL),
    ]),
    check: Check::Several(&[Check::Prose(telephone_dashes), Check::Text(telephone_dashes_of_contact)]),
};

/// Returns diagnostics for dashes in telephone numbers: 0599—8861722.
fn telephone_dashes(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { dashes_in_numbers(passage, prose) } else { Vec::new() }
}

/// The same in what has no language: the numbers of `contact`.
fn telephone_dashes_of_contact(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    if passage.lang.is_none() { dashes_in_numbers(passage, &passage.prose()) } else { Vec::new() }
}

pub(super) fn dashes_in_numbers(passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    let dashes = prose.text.match_indices(['—', '–', '－', '―', '−']).filter(|(at, dash)| {
        let before = prose.text[..*at].chars().rev().take_while(char::is_ascii_digit).count();
        let after = prose.text[at + dash.len()..].chars().take_while(char::is_ascii_digit).count();
        (3..=4).contains(&before)
            && (7..=8).contains(&after)
            && prose.text[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    dashes
        .map(|(at, dash)| {
            Diagnostic::of(
                &TELEPHONE_DASH,
                place(passage, prose, at..at + dash.len()),
                say!("电话号码里用了破折号", "a dash in a telephone number"),
            )
            .help(say!("请改为半角连字符“-”", "write a hyphen"))
        })
        .collect()
}
