//! Rules about numbers: figures have known units, and stated figures equal what they claim to equal.

use super::example::Example::Shown;
use super::example::ExampleChange::{File, Part};
use super::example::{ACCOUNTABILITY, FIRST, NOTICE};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::notice::edition::Edition;
use crate::notice::statistics::Statistics;
use crate::notice::{Figure, GroupRecord};
use crate::say;
use crate::text::locale::Locale;
use crate::value::{Decimal, RelPath, Text};

pub(super) static UNKNOWN_MEASURE: Rule = Rule {
    id: "unknown-measure",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "数据的计量单位（unit）是各语言都认识的代码，如 CNY、percent、km、mu、piece。",
        "The unit of a figure is a code that every language knows, such as CNY, percent, km, mu or piece.",
    ),
    why: Words(
        "代码写错，“1476000”后面就没有“元”，读者看不出是钱还是人数。",
        "With a wrong code, “1,476,000” would stand there without its currency, and nobody could tell money from people.",
    ),
    example: Shown(&[Part(
        FIRST,
        "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: RMB}",
        "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}",
    )]),
    check: Check::Complete(measures),
};

pub(super) static UNKNOWN_STATISTIC: Rule = Rule {
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

pub(super) static STATED_DIFFERS: Rule = Rule {
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

pub(super) static PERSONS_DIFFER: Rule = Rule {
    id: "persons-differ",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "公布的处理人数（stated）与名单上的人数一致。",
        "The number of persons that is stated equals the number on the list.",
    ),
    why: Words(
        "说处理了 2 人，名单上只有 1 人，读者会问另一个人是谁、为什么不公布。",
        "If two persons are said to have been held to account and one is listed, the public will ask about the other.",
    ),
    example: Shown(&[File(
        ACCOUNTABILITY,
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 2
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 1
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
    )]),
    check: Check::Complete(listed_persons),
};

/// Returns every figure, with the file of its record.
fn figures(edition: &Edition) -> impl Iterator<Item = (&RelPath, &Figure)> {
    let notice = &edition.notice;
    let stated = notice.record.stated.iter().map(|figure| (&notice.path, figure));
    let issues = notice.issues.iter();
    let issues = issues.flat_map(|issue| issue.record.figures.iter().map(|figure| (&issue.path, figure)));
    let part = notice.accountability.iter();
    stated.chain(issues).chain(part.flat_map(|part| part.record.figures.iter().map(|figure| (&part.path, figure))))
}

fn measures(edition: &Edition) -> Vec<Diagnostic> {
    let units = figures(edition).filter_map(|(path, figure)| measure(edition, path, figure));
    let of_figures = figures(edition).filter_map(|(path, figure)| Some((path, figure.shown_in.as_ref()?)));
    let of_notice = edition.notice.record.shown_in.iter().map(|scale| (&edition.notice.path, scale));
    let scales = of_notice.chain(of_figures).filter_map(|(path, scale)| unknown_scale(edition, path, scale));
    units.chain(scales).collect()
}

/// Returns a diagnostic for a scale word that no language of the notice knows.
fn unknown_scale(edition: &Edition, path: &RelPath, scale: &Text) -> Option<Diagnostic> {
    let locales = &edition.theme.locales;
    let unknown = |locale: &Locale| locale.unknown_scales(scale).collect::<Vec<_>>();
    let mut words = locales.first().map(unknown)?;
    locales[1..].iter().for_each(|locale| words.retain(|word| unknown(locale).contains(word)));
    let word = words.first()?;
    let known = locales.iter().flat_map(Locale::scales).collect::<Vec<_>>().join(", ");
    let message = say!("没有“{word}”这个数位", "there is no scale `{word}`");
    let help = say!(
        "可以写 {known}，或 none（不用数位）；几种语言的写在一起：万, none",
        "write one of {known}, or none for no scale; words of several languages together: 万, none"
    );
    Some(Diagnostic::of(&UNKNOWN_MEASURE, Place::span(path, scale.span()), message).help(help))
}

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

fn listed_persons(edition: &Edition) -> Vec<Diagnostic> {
    let tables = edition.notice.person_tables();
    let groups = tables.flat_map(|table| table.groups.iter().map(move |group| (table.path, group)));
    groups.filter_map(|(path, group)| persons(path, group)).collect()
}

fn measure(edition: &Edition, path: &RelPath, figure: &Figure) -> Option<Diagnostic> {
    let unit = &figure.unit;
    let locale = edition.theme.locales.iter().find(|locale| !locale.has_unit(unit))?;
    let lang = locale.lang;
    let known = locale.units().collect::<Vec<_>>().join(", ");
    let meant = edition.theme.locales.iter().find_map(|locale| locale.unit_of(unit));
    let scaled = meant.and_then(|(_, power)| figure.value.shifted_up(power));
    let help = match (nearest(unit, locale.units()), meant.zip(scaled)) {
        (_, Some(((code, 0), _))) => say!("请写成 unit: {code}", "write unit: {code}"),
        (_, Some(((code, _), scaled))) => say!(
            "单位里不写“万”“亿”，数值写全：请写成 value: {scaled}, unit: {code}",
            "write the number out, without a scale in its unit: value: {scaled}, unit: {code}"
        ),
        (Some(near), None) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        (None, None) => say!(
            "请在 notice.yaml 的 units 里写上这个单位：- {{id: {unit}, words: {{{lang}: {{suffix: …}}}}}}；现有的：{known}",
            "add it under `units` in notice.yaml: - {{id: {unit}, words: {{{lang}: {{suffix: …}}}}}}; known codes: {known}"
        ),
    };
    Some(
        Diagnostic::of(
            &UNKNOWN_MEASURE,
            Place::span(path, unit.span()),
            say!("没有“{unit}”这个单位", "there is no unit of measure `{unit}`"),
        )
        .help(help),
    )
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

fn persons(path: &RelPath, group: &GroupRecord) -> Option<Diagnostic> {
    let listed = group.persons.len();
    if listed == 0 {
        return group.stated.is_none().then(|| nobody(path, group));
    }
    let stated = group.stated.filter(|stated| usize::try_from(**stated) != Ok(listed))?;
    let message = say!("公布 {stated} 人，名单里有 {listed} 人", "{stated} stated, {listed} listed");
    let help = say!("请核对名单；确认后改为 {listed}", "check the list; if it is right, write {listed}");
    Some(Diagnostic::of(&PERSONS_DIFFER, Place::span(path, stated.span()), message).help(help))
}

/// Returns the diagnostic for a group of which neither a number nor a list is published.
fn nobody(path: &RelPath, group: &GroupRecord) -> Diagnostic {
    let message = say!("既没有人数，也没有名单", "neither a number nor a list of persons is given");
    let help = say!(
        "请写人数，如 stated: 5，或在 persons 里列出人员",
        "write their number, such as stated: 5, or list them under `persons`"
    );
    Diagnostic::of(&PERSONS_DIFFER, Place::span(path, group.id.span()), message).help(help)
}
