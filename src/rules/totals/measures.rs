//! Units of figures, which every language knows.

use super::figures;
use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::locale::Locale;
use crate::value::{RelPath, Text};

pub(in crate::rules) static UNKNOWN_MEASURE: Rule = Rule {
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
