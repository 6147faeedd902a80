//! The figure that others are parts of: it is there, of the same unit, and no part of its own parts.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::breakdown::{Wholes, are_alike};
use crate::notice::edition::Edition;
use crate::notice::{Figure, FigureRecords};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::Text;

pub(in crate::rules) static UNKNOWN_WHOLE: Rule = Rule {
    id: "unknown-whole",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "of 写的是同一条记录里另一个数据的标识，不绕回自己；写了 kind 的，说明是哪个总数的一部分，单位与总数相同。",
        "`of` names another figure of the same record and does not lead back to itself; a figure with a `kind` says of which whole it is a part, in the unit of the whole.",
    ),
    why: Words(
        "标识写错，这一部分就没有总数可比，页面上也看不出还差多少。",
        "With a wrong id the part has no whole to be compared with, and pages cannot show what is missing.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: owed, label: {zh: 应收款, en: Sums owed}, value: 900, unit: CNY}
  - {id: paid, label: {zh: 已收回, en: Recovered}, value: 600, unit: CNY, of: ownd, kind: recovered}
",
        "\
figures:
  - {id: owed, label: {zh: 应收款, en: Sums owed}, value: 900, unit: CNY}
  - {id: paid, label: {zh: 已收回, en: Recovered}, value: 600, unit: CNY, of: owed, kind: recovered}
",
    )]),
    check: Check::Notice(unknown_wholes),
};

fn unknown_wholes(edition: &Edition) -> Vec<Diagnostic> {
    let of = |record: FigureRecords<'_>| {
        let wholes = Wholes::of(record.figures, record.equations);
        record.figures.iter().filter_map(|figure| wrong_whole(record, &wholes, figure)).collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of).collect()
}

fn wrong_whole(record: FigureRecords<'_>, wholes: &Wholes<'_>, figure: &Figure) -> Option<Diagnostic> {
    match (&figure.of, &figure.kind, wholes.of_part(figure)) {
        (Some(of), _, None) => Some(no_whole(record, of)),
        (Some(of), _, Some(_)) if is_circle(wholes, figure) => {
            let message = say!("“{of}”绕回了自己", "`of: {of}` leads back to the figure itself");
            let help = say!("请写总数的标识", "write the id of the whole");
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, of.span()), message).help(help))
        }
        (None, Some(kind), None) => {
            let message = say!("没有说明是哪个总数的一部分", "nothing says of which whole this is a part");
            let help = say!(
                "请写 of: 总数的标识，或者在 equations 里写等式",
                "write `of:` with the id of the whole, or an equation under `equations`"
            );
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, kind.span()), message).help(help))
        }
        (_, Some(kind), Some(whole)) if !are_alike(figure, whole) => {
            let (unit, id, own) = (&whole.unit, &whole.id, &figure.unit);
            let message = say!(
                "单位是 {own}，“{id}”的单位是 {unit}，不能是它的一部分",
                "its unit is {own}, that of `{id}` is {unit}: it cannot be a part of it"
            );
            let help = say!(
                "请改正单位；只是说明它的，删去 kind",
                "correct the unit; if it merely says something about it, delete `kind`"
            );
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, kind.span()), message).help(help))
        }
        _ => None,
    }
}

fn no_whole(record: FigureRecords<'_>, of: &Text) -> Diagnostic {
    let ids = || record.figures.iter().map(|figure| figure.id.as_str());
    let message = say!("这条记录没有数据“{of}”", "this record has no figure `{of}`");
    let help = match nearest(of, ids()) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => {
            let known = ids().take(20).collect::<Vec<_>>().join(", ");
            say!("这条记录的数据有：{known}", "the figures of this record are: {known}")
        }
    };
    Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, of.span()), message).help(help)
}

/// Whether the way from a figure to its whole, and on, comes back to it.
fn is_circle(wholes: &Wholes<'_>, figure: &Figure) -> bool {
    let (mut seen, mut at) = (BTreeSet::new(), figure);
    while let Some(next) = Some(at).filter(|at| at.of.is_some()).and_then(|at| wholes.of_part(at)) {
        if next.id == figure.id {
            return true;
        }
        if !seen.insert(next.id.as_str()) {
            return false;
        }
        at = next;
    }
    false
}
