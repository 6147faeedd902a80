//! Stated figures that are to equal a statistic.

use super::figures;
use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::notice::statistics::Statistics;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::{Decimal, RelPath};

pub(in crate::rules) static UNKNOWN_STATISTIC: Rule = Rule {
    id: "unknown-statistic",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "“应与哪个统计数一致”（equals）写的是已有的统计数，如 total、completed。",
        "`equals` names a statistic that exists, such as total or completed.",
    ),
    why: Words(
        "名字写错，这个数就没有人核对，错了也会照样公布。",
        "With a wrong name the figure is compared with nothing, and published even if it is wrong.",
    ),
    example: Shown(&[Part(
        NOTICE,
        "- {id: issues, label: {zh: 反馈问题, en: Issues reported}, value: 3, unit: piece, equals: totals}",
        "- {id: issues, label: {zh: 反馈问题, en: Issues reported}, value: 3, unit: piece, equals: total}",
    )]),
    check: Check::Complete(unknown_statistics),
};

pub(in crate::rules) static STATED_DIFFERS: Rule = Rule {
    id: "stated-differs",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "公布的总数与按记录统计出来的数一致。",
        "A total that is stated equals the one that is counted from the records.",
    ),
    why: Words(
        "通报说 4 个问题，列出来只有 3 个，读者数得出来。",
        "If the notice speaks of four issues and lists three, readers will count them.",
    ),
    example: Shown(&[Part(
        NOTICE,
        "- {id: issues, label: {zh: 反馈问题, en: Issues reported}, value: 4, unit: piece, equals: total}",
        "- {id: issues, label: {zh: 反馈问题, en: Issues reported}, value: 3, unit: piece, equals: total}",
    )]),
    check: Check::Complete(stated_figures),
};

fn unknown_statistics(edition: &Edition) -> Vec<Diagnostic> {
    let named = figures(edition).filter_map(|(path, figure)| Some((path, figure.equals.as_ref()?)));
    let unknown = named.filter(|(_, name)| edition.statistics.get(name).is_none());
    unknown.map(|(path, name)| unknown_statistic(&edition.statistics, name, Place::span(path, name.span()))).collect()
}

/// Returns a diagnostic for each figure that names a statistic and does not have its value.
fn stated_figures(edition: &Edition) -> Vec<Diagnostic> {
    let differs = |(path, figure): (&RelPath, &Figure)| {
        let name = figure.equals.as_ref()?;
        let counted = edition.statistics.get(name)?.n;
        let equal = Decimal::whole(i64::try_from(counted).unwrap_or(i64::MAX)) == *figure.value;
        (!equal).then(|| stated_differs(figure, name, counted, Place::span(path, figure.value.span())))
    };
    figures(edition).filter_map(differs).collect()
}

fn unknown_statistic(statistics: &Statistics, name: &str, place: Place) -> Diagnostic {
    let known = statistics.names().collect::<Vec<_>>().join(", ");
    let help = match nearest(name, statistics.names()) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("统计数有：{known}", "the statistics are: {known}"),
    };
    Diagnostic::of(&UNKNOWN_STATISTIC, place, say!("没有统计数“{name}”", "there is no statistic `{name}`")).help(help)
}

fn stated_differs(figure: &Figure, name: &str, counted: u64, place: Place) -> Diagnostic {
    let stated = figure.value;
    Diagnostic::of(
        &STATED_DIFFERS,
        place,
        say!("公布的是 {stated}，统计出来的 {name} 是 {counted}", "{stated} is stated, but {name} counts {counted}"),
    )
    .help(say!(
        "请核对各问题的记录；确认后改为 {counted}",
        "check the records of the issues; if they are right, write {counted}"
    ))
}
