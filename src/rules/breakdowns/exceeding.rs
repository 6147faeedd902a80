//! Parts that are more than their whole.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::FigureRecords;
use crate::notice::breakdown::{Breakdown, breakdowns};
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;

pub(in crate::rules) static PARTS_EXCEED_WHOLE: Rule = Rule {
    id: "parts-exceed-whole",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "各部分（of）加起来不超过总数；互相交叉的部分，用等式分开写。",
        "Parts (`of`) do not come to more than their whole; parts that overlap are brought together by equations.",
    ),
    why: Words(
        "保证金 666 万元，没收 400 万元、诉讼中 304 万元——部分比总数还多，这笔账谁也算不平。",
        "Of deposits of 6.66 million, 4 million forfeited and 3.04 million in court: nobody can make that add up.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 400, unit: CNY, of: deposits, kind: done}
  - {id: litigation, label: {zh: 诉讼中, en: In litigation}, value: 304, unit: CNY, of: deposits, kind: in-court}
",
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 282, unit: CNY, of: deposits, kind: done}
  - {id: litigation, label: {zh: 诉讼中, en: In litigation}, value: 304, unit: CNY, of: deposits, kind: in-court}
",
    )]),
    check: Check::Notice(exceeding),
};

fn exceeding(edition: &Edition) -> Vec<Diagnostic> {
    // What an equation declares is compared by the rule `equation`.
    let of = |record: FigureRecords<'_>| {
        let declared = breakdowns(record.figures, record.equations).into_iter();
        let wrong = declared.filter(|breakdown| breakdown.equation.is_none() && breakdown.exceeds());
        wrong.filter_map(|breakdown| exceeds(record, &breakdown)).collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of).collect()
}

fn exceeds(record: FigureRecords<'_>, breakdown: &Breakdown<'_>) -> Option<Diagnostic> {
    let (whole, sum, last) = (breakdown.whole, breakdown.sum()?, breakdown.parts.last()?);
    let (id, value) = (&whole.id, &whole.value);
    let parts: Vec<&str> = breakdown.parts.iter().map(|part| part.id.as_str()).collect();
    let (zh, en) = (parts.join("、"), parts.join(", "));
    let message =
        say!("“{id}”是 {value}，各部分（{zh}）加起来是 {sum}", "`{id}` is {value}, but its parts ({en}) come to {sum}");
    let first = parts[0];
    let help = say!(
        "请核对；互相交叉的部分，用等式说明哪些合在一起：equations: [{first} + 未说明 = {id}]",
        "check them; where parts overlap, say by equations which belong together: equations: [{first} + unexplained = {id}]"
    );
    let found = Diagnostic::of(&PARTS_EXCEED_WHOLE, Place::span(record.path, last.value.span()), message).help(help);
    Some(found.related(Place::span(record.path, whole.value.span()), say!("总数在这里", "the whole is here")))
}
