//! What stands above and below a chart: what was found, the key, and where it is from.

use super::Chart;
use super::looks::looks;
use crate::site::charts::{Heading, LegendKey, SquareLook};
use crate::site::finding::finding;
use crate::site::parts::{Parts, as_of_text, issuer};
use crate::site::plan::folder_of;
use crate::text::locale::Argument;

/// What was found, what the chart is of, and where it is from.
pub(super) fn heading(parts: &Parts<'_>, chart: &Chart) -> Heading {
    let (edition, locale) = (parts.edition, parts.locale);
    let record = &parts.notice().record;
    let all = &edition.statistics.all;
    let found = finding(parts, all, &[]);
    let (date, issued) = (as_of_text(edition, locale), locale.date(*record.issued_on));
    let url = parts.notice().base_url.as_ref();
    let url = url.map(|base| format!("{base}{}", folder_of(parts.notice(), locale.lang))).unwrap_or_default();
    let names = [("issuer", issuer(record, locale)), ("title", parts.text(&record.title)), ("date", issued)];
    let source = locale.say("chart.source", &names.each_ref().map(|(name, text)| (*name, Argument::Text(text))));
    let disclaimer = record.disclaimer.as_ref().map(|text| parts.text(text));
    let said = [Some(source), (!url.is_empty()).then(|| url.clone()), disclaimer];
    Heading {
        title: format!("{}{}{}", found.whole, found.rest, found.late),
        signs: format!("{}/{}", all.outstanding().n, all.total()),
        subtitle: locale.say(&format!("chart.{}.subtitle", chart.words(parts)), &[("date", Argument::Text(&date))]),
        day: edition.as_of.to_string(),
        key: if chart.name == "course" { Vec::new() } else { key(parts) },
        source: said.into_iter().flatten().collect::<Vec<_>>().join(locale.word("head.space")),
        address: url.split_once("://").map_or("", |(_, rest)| rest.trim_end_matches('/')).to_owned(),
    }
}

fn key(parts: &Parts<'_>) -> Vec<LegendKey> {
    let all = &parts.edition.statistics.all;
    let mut keys: Vec<LegendKey> =
        looks(parts, all).into_iter().map(|(look, label, n)| LegendKey { look, label, n }).collect();
    if all.overdue.n > 0 {
        let look = SquareLook { glyph: "not-started", is_inferred: false, is_overdue: true };
        keys.push(LegendKey { look, label: parts.locale.text("statistics.overdue"), n: all.overdue.n });
    }
    keys
}
