//! Rules about numbers: figures have known units, and stated figures equal what they claim to equal.

use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::notice::statistics::Statistics;
use crate::say;
use crate::value::{Decimal, RelPath};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = Vec::new();
    figures(edition, &notice.path, "stated", &notice.stated, &mut found);
    for issue in &notice.issues {
        figures(edition, &issue.path, "figures", &issue.figures, &mut found);
    }
    if let Some(accountability) = &notice.accountability {
        figures(edition, &accountability.path, "figures", &accountability.figures, &mut found);
        for (i, group) in accountability.groups.iter().enumerate() {
            persons(&accountability.path, i, group, &mut found);
        }
    }
    found
}

fn figures(edition: &Edition, path: &RelPath, key: &str, figures: &[Figure], found: &mut Vec<Diagnostic>) {
    for (i, figure) in figures.iter().enumerate() {
        let place = |of: &str| Place::Value(path.clone(), format!("{key}/{i}/{of}"));
        found.extend(measure(edition, figure, || place("unit")));
        if let Some(name) = &figure.equals {
            match edition.statistics.get(name) {
                None => found.push(unknown_statistic(name, place("equals"))),
                Some(counted) if Decimal::whole(i64::try_from(counted).unwrap_or(i64::MAX)) != figure.value => {
                    found.push(stated_differs(figure, name, counted, place("value")));
                }
                Some(_) => {}
            }
        }
    }
}

fn measure(edition: &Edition, figure: &Figure, place: impl Fn() -> Place) -> Option<Diagnostic> {
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
            place(),
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

fn persons(path: &RelPath, position: usize, group: &crate::notice::Group, found: &mut Vec<Diagnostic>) {
    let listed = group.persons.len();
    let Some(stated) = group.stated.filter(|stated| usize::try_from(*stated) != Ok(listed)) else { return };
    let place = Place::Value(path.clone(), format!("groups/{position}/stated"));
    found.push(
        Diagnostic::error(
            "persons-differ",
            place,
            say!("公布 {stated} 人，名单里有 {listed} 人", "{stated} persons are stated, {listed} are listed"),
        )
        .help(say!("请核对名单；确认后改为 {listed}", "check the list; if it is right, write {listed}")),
    );
}
