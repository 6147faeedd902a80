//! Equations that an author declares between figures: parts and their whole, rates and their counts.
//!
//! `concluded + in-progress = letters` compares figures exactly. `fines = 15 * 98400` may use numbers. A division gives
//! a share: compared with figures in per cent it is rounded to as many places as they are stated with, halves up. `±
//! 0.01` lets the sides differ, `>=` compares with at least, and `+ unexplained` says that the source does not explain
//! the rest, which is then a note.

mod judge;
mod told;
#[cfg(test)]
mod tests;

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::THIRD;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::breakdown::by_name;
use crate::notice::edition::Edition;
use crate::notice::{FigureRecords, equation};
use crate::source::SourceTree;
use crate::value::Text;
use judge::{ByName, Verdict, judge};
use told::{broken, cut_off, no_remainder, remainder};

pub(super) static EQUATION: Rule = Rule {
    id: "equation",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "记录里声明的等式（equations）成立：各部分加起来等于总数，比率由个数算得出来。",
        "The equations that a record declares hold: parts add up to their whole, rates follow from their counts.",
    ),
    why: Words(
        "已办结 224 件、在办 6 件，合计却写 229 件——这种对不上的数，记者最先看出来。",
        "224 concluded and 6 pending do not make 229, and a journalist is the first to notice.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 6, unit: case}
equations: [concluded + pending = letters]
",
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
equations: [concluded + pending = letters]
",
    )]),
    check: Check::Notice(check),
};

pub(super) static RATE_ROUNDING: Rule = Rule {
    id: "rate-rounding",
    group: RuleGroup::Totals,
    severity: Severity::Warning,
    demand: Words("比率按四舍五入取位，不直接截掉后面的数字。", "A rate is rounded, not cut off."),
    why: Words(
        "53 除以 80 是 66.25%，保留一位应为 66.3%；写成 66.2%，别人一算就不一样。",
        "53 of 80 is 66.25%, with one decimal 66.3%; whoever computes it again will not find 66.2%.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.2, unit: percent}
equations: [filled / planned = share]
",
        "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.3, unit: percent}
equations: [filled / planned = share]
",
    )]),
    check: Check::With(&EQUATION),
};

pub(super) static UNEXPLAINED_REMAINDER: Rule = Rule {
    id: "unexplained-remainder",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "等式里用“+ 未说明”（+ unexplained）标明的差额，向读者说明一句。",
        "A remainder that an equation declares as `+ unexplained` is explained to readers.",
    ),
    why: Words(
        "上交 666.2 万元，只交代了 586.8 万元的去向；不说一句，读者会以为是本网站漏了。",
        "Of 6.662 million the notice accounts for 5.868 million; without a word readers take the rest for an omission of the site.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 586, unit: CNY}
equations: [forfeited + unexplained = deposits]
",
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 586, unit: CNY}
equations: [forfeited + 80 = deposits]
",
    )]),
    check: Check::With(&EQUATION),
};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    edition.notice.figure_records().flat_map(|record| all(&edition.tree, record)).collect()
}

fn all(tree: &SourceTree, record: FigureRecords<'_>) -> Vec<Diagnostic> {
    let FigureRecords { path, figures, equations, .. } = record;
    if equations.is_empty() {
        return Vec::new();
    }
    let figures = by_name(figures);
    let one = |equation: &Text| {
        let written = tree.text(path.as_str()).and_then(|text| text.get(equation.span())).unwrap_or_default();
        let begin = written.find(equation.as_str()).map(|offset| equation.span().start + offset);
        one(equation, &figures, Place::span(path, equation.span()), begin)
    };
    equations.iter().filter_map(one).collect()
}

/// Looks at an equation at its place; `begin` is where its first letter stands, if it is written without escapes.
fn one(written: &str, figures: &ByName<'_>, place: Place, begin: Option<usize>) -> Option<Diagnostic> {
    let verdict = match equation::read(written) {
        Ok(read) => judge(written, &read, figures),
        Err(slip) => Verdict::Slip(slip),
    };
    match verdict {
        Verdict::Holds => None,
        Verdict::Differs(left, right) => Some(broken(written, &left, &right, place)),
        Verdict::CutOff(stated, rounded) => Some(cut_off(stated, rounded, place)),
        Verdict::Remainder(rest) => Some(remainder(written, &rest, place)),
        Verdict::NoRemainder => Some(no_remainder(written, place)),
        Verdict::Slip(slip) => {
            let place = match begin {
                Some(begin) => Place::span(place.path(), begin + slip.range.start..begin + slip.range.end),
                None => place,
            };
            Some(Diagnostic::of(&EQUATION, place, slip.message).help(slip.help))
        }
    }
}
