//! Equations that hold or nearly hold, proposed to be declared.

use super::place;
use super::search::Proposal;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::RelPath;

pub(in crate::rules) static SUGGESTED_EQUATION: Rule = Rule {
    id: "suggested-equation",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "（仅 check --suggest）数据之间成立的等式写进 equations。",
        "(`check --suggest` only) Equations that hold between figures are declared.",
    ),
    why: Words(
        "写明了等式，以后改动其中一个数，程序就会指出另外几个没有跟着改。",
        "Once declared, an equation says which figures were forgotten when one of them is changed.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
",
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
equations: [concluded + pending = letters]
",
    )]),
    check: Check::Elsewhere,
};

pub(super) fn told(path: &RelPath, proposal: &Proposal<'_>) -> Diagnostic {
    let equation = &proposal.equation;
    let (message, help) = match &proposal.would_be {
        None => (
            say!("等式成立：{equation}", "this equation holds: {equation}"),
            say!("可写进 equations：\n  - {equation}", "it can be declared under equations:\n  - {equation}"),
        ),
        Some(right) => (
            say!(
                "等式差一点成立：{equation}，算出来是 {right}",
                "this equation nearly holds: {equation}; what is computed is {right}"
            ),
            say!(
                "如果本应成立，请改为 {right}，再写进 equations：\n  - {equation}",
                "if it should hold, write {right} and declare it under equations:\n  - {equation}"
            ),
        ),
    };
    Diagnostic::of(&SUGGESTED_EQUATION, place(path, proposal), message).help(help)
}
