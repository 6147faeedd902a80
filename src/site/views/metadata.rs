//! What a notice says of itself beside its title: document number, period of publicity, the edition before it.

use serde::Serialize;

use super::super::parts::Parts;
use crate::notice::{Period, Publicity};
use crate::text::locale::Argument;
use crate::value::{Date, Localized, Text};

/// Something that a notice says of itself.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MetadataView {
    /// What it is called.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// Everything that there is, in the order of its words in the messages.
pub(super) fn metadata(parts: &Parts<'_>) -> Vec<MetadataView> {
    let record = &parts.notice().record;
    let bare = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let previous = record.previous.as_ref();
    let rows = [
        ("document_number", bare(&record.document_number), None),
        ("edition", parts.optional(&record.edition), None),
        ("period", record.period.as_ref().map(|period| between(parts, period)), None),
        ("meeting", parts.optional(&record.meeting), None),
        ("speaker", parts.optional(&record.speaker), None),
        ("disclosure", parts.optional(&record.disclosure), None),
        ("publicity", record.publicity.as_ref().map(|publicity| of_publicity(parts, publicity)), None),
        (
            "previous",
            previous.map(|previous| dated(parts, &previous.title, previous.as_of)),
            previous.and_then(|p| p.url.as_ref()),
        ),
        ("original", bare(&record.original_url), record.original_url.as_ref()),
    ];
    let view = |(key, text, href): (&str, Option<String>, Option<&Text>)| {
        let label = parts.locale.text(&format!("metadata.{key}"));
        Some(MetadataView { label, text: text?, href: href.map(ToString::to_string) })
    };
    rows.into_iter().filter_map(view).collect()
}

fn between(parts: &Parts<'_>, period: &Period) -> String {
    let [from, to] = [period.from, period.to].map(|on| parts.locale.date(*on));
    parts.locale.say("metadata.between", &[("from", Argument::Text(&from)), ("to", Argument::Text(&to))])
}

/// The period with how it stands on the day of the edition, or of the issue of the notice where that is later.
fn of_publicity(parts: &Parts<'_>, publicity: &Publicity) -> String {
    let issued_on = *parts.notice().record.issued_on;
    let as_of = parts.edition.as_of;
    let day = if as_of.is_before(issued_on) { issued_on } else { as_of };
    let (from, to) = (publicity.from.map(|on| *on), publicity.last_day());
    let working_days = publicity.working_days.map(|days| u64::from(*days));
    let key = match (from, to) {
        (Some(from), _) if day.is_before(from) => "publicity_to_come",
        (_, Some(to)) if to.is_before(day) => "publicity_over",
        // Of working days whose end is not stated nobody knows here when they are over.
        (_, None) if working_days.is_some() => "publicity_untold",
        _ => "publicity_open",
    };
    let date = |on: Date| parts.locale.date(on);
    let [from, to, on] = [from, to, Some(day)].map(|on| on.map(date).unwrap_or_default());
    let span = match (from.is_empty(), to.is_empty()) {
        (false, false) => "between",
        (false, true) => "since",
        _ => "until",
    };
    let span =
        parts.locale.say(&format!("metadata.{span}"), &[("from", Argument::Text(&from)), ("to", Argument::Text(&to))]);
    let span = match working_days {
        Some(n) => {
            parts.locale.say("metadata.working_days", &[("n", Argument::Count(n)), ("span", Argument::Text(&span))])
        }
        None => span,
    };
    parts.locale.say(&format!("metadata.{key}"), &[("span", Argument::Text(&span)), ("date", Argument::Text(&on))])
}

fn dated(parts: &Parts<'_>, title: &Localized, as_of: Option<Date>) -> String {
    let title = parts.text(title);
    let Some(as_of) = as_of else { return title };
    let as_of = parts.locale.date(as_of);
    parts.locale.say("metadata.dated", &[("title", Argument::Text(&title)), ("date", Argument::Text(&as_of))])
}
