//! Shares that two figures nearly give: what is said of equations unasked.

use super::search::{self, Proposal};
use super::{DeclaringRecord, looked_at, new, place, records};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::RelPath;

pub(in crate::rules) static NEAR_EQUATION: Rule = Rule {
    id: "near-equation",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "写到小数点后两位的百分比，与同一条记录里两个数据的比值一致。",
        "A percentage stated to two places is the share that two figures of the record give.",
    ),
    why: Words(
        "1683.36 亩占 3284 亩的 51.26%，写成 51.25%，别人一算就不一样。",
        "1,683.36 of 3,284 mu are 51.26%; whoever computes it again will not find 51.25%.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: disposed, label: {zh: 已处置, en: Disposed of}, value: 1683.36, unit: mu}
  - {id: idle, label: {zh: 闲置土地, en: Idle land}, value: 3284, unit: mu}
  - {id: share, label: {zh: 处置率, en: Share}, value: 51.25, unit: percent}
",
        "\
figures:
  - {id: disposed, label: {zh: 已处置, en: Disposed of}, value: 1683.36, unit: mu}
  - {id: idle, label: {zh: 闲置土地, en: Idle land}, value: 3284, unit: mu}
  - {id: share, label: {zh: 处置率, en: Share}, value: 51.26, unit: percent}
",
    )]),
    check: Check::Notice(near_misses),
};

fn near_misses(edition: &Edition) -> Vec<Diagnostic> {
    let of = |record: DeclaringRecord<'_>| {
        let misses = search::near_shares(looked_at(record.2));
        new(record, misses).map(|miss| missed(record.0, &miss)).collect::<Vec<_>>()
    };
    records(edition).filter(|record| record.2.len() > 2).flat_map(of).collect()
}

fn missed(path: &RelPath, miss: &Proposal<'_>) -> Diagnostic {
    let (equation, right) = (&miss.equation, miss.would_be.as_deref().unwrap_or_default());
    let message =
        say!("“{equation}”差一点成立：算出来是 {right}", "`{equation}` nearly holds: what is computed is {right}");
    Diagnostic::of(&NEAR_EQUATION, place(path, miss), message).help(say!(
        "请核对；原文如此的，把“{equation}”写进 equations，并在 accepted 里说明",
        "check it; if the original says so, declare `{equation}` under equations and say so under accepted"
    ))
}
