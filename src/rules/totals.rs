//! Rules about numbers: figures have known units, and stated figures equal what they claim to equal.

use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::notice::edition::Edition;
use crate::notice::statistics::Statistics;
use crate::notice::{Accountability, Figure, GroupRecord};
use crate::say;
use crate::value::{Decimal, RelPath};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = figures(edition, &notice.path, &notice.record.stated);
    found.extend(notice.issues.iter().flat_map(|issue| figures(edition, &issue.path, &issue.record.figures)));
    if let Some(Accountability { path, record, .. }) = &notice.accountability {
        found.extend(figures(edition, path, &record.figures));
        found.extend(record.groups.iter().filter_map(|group| persons(path, group)));
    }
    found
}

fn figures(edition: &Edition, path: &RelPath, figures: &[Figure]) -> Vec<Diagnostic> {
    let check = |figure| [measure(edition, path, figure), equals(edition, path, figure)].into_iter().flatten();
    figures.iter().flat_map(check).collect()
}

/// A figure that names a statistic has its value.
fn equals(edition: &Edition, path: &RelPath, figure: &Figure) -> Option<Diagnostic> {
    let name = figure.equals.as_ref()?;
    match edition.statistics.get(name) {
        None => Some(unknown_statistic(name, Place::span(path, name.span()))),
        Some(counted) if Decimal::whole(i64::try_from(counted).unwrap_or(i64::MAX)) != *figure.value => {
            Some(stated_differs(figure, name, counted, Place::span(path, figure.value.span())))
        }
        Some(_) => None,
    }
}

fn measure(edition: &Edition, path: &RelPath, figure: &Figure) -> Option<Diagnostic> {
    let unit = &figure.unit;
    let locale = edition.theme.locales.iter().find(|locale| !locale.has_unit(unit))?;
    let known = locale.units().collect::<Vec<_>>().join(", ");
    let help = match nearest(unit, locale.units()) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!(
            "可用的单位代码：{known}；也可在外观的 messages/ 里增加",
            "known codes: {known}; more can be added in the theme's messages/"
        ),
    };
    Some(
        Diagnostic::error(
            "unknown-measure",
            Place::span(path, unit.span()),
            say!("没有“{unit}”这个单位", "there is no unit of measure `{unit}`"),
        )
        .help(help),
    )
}

fn unknown_statistic(name: &str, place: Place) -> Diagnostic {
    let known = Statistics::NAMES.join(", ");
    let help = match nearest(name, Statistics::NAMES) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("统计数有：{known}", "the statistics are: {known}"),
    };
    Diagnostic::error("unknown-statistic", place, say!("没有统计数“{name}”", "there is no statistic `{name}`"))
        .help(help)
}

fn stated_differs(figure: &Figure, name: &str, counted: u64, place: Place) -> Diagnostic {
    let stated = figure.value;
    Diagnostic::error(
        "stated-differs",
        place,
        say!("公布的是 {stated}，统计出来的 {name} 是 {counted}", "{stated} is stated, but {name} counts {counted}"),
    )
    .help(say!(
        "请核对各问题的记录；确认后改为 {counted}",
        "check the records of the issues; if they are right, write {counted}"
    ))
}

fn persons(path: &RelPath, group: &GroupRecord) -> Option<Diagnostic> {
    let listed = group.persons.len();
    let stated = group.stated.filter(|stated| usize::try_from(**stated) != Ok(listed))?;
    let message = say!("公布 {stated} 人，名单里有 {listed} 人", "{stated} persons are stated, {listed} are listed");
    let help = say!("请核对名单；确认后改为 {listed}", "check the list; if it is right, write {listed}");
    Some(Diagnostic::error("persons-differ", Place::span(path, stated.span()), message).help(help))
}
