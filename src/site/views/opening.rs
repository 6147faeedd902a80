//! The opening of the full notice: what the office wrote, or sentences made of its inspections.

use super::super::parts::Parts;
use crate::notice::{Inspection, wording};
use crate::text::locale::{Argument, Words, capitalised};
use crate::value::Date;

/// The opening, if there is anything to say. Of what is not begun it announces no progress.
pub(super) fn opening(parts: &Parts<'_>) -> Option<String> {
    let record = &parts.notice().record;
    if let Some(own) = &record.opening {
        return Some(parts.text(own));
    }
    let inspections = record.inspections();
    let sentences: Vec<String> = inspections.iter().filter_map(|inspection| sentence(parts, inspection)).collect();
    let last = inspections.last().filter(|_| !sentences.is_empty())?;
    let close = if last.fed_back_on.is_some() { "notice.opening.close_fed_back" } else { "notice.opening.close" };
    let gap = parts.locale.text("head.gap");
    let all = &parts.edition.statistics.all;
    if all.total() > 0 && !all.is_begun() {
        return Some(sentences.join(&gap));
    }
    Some([&sentences.join(&gap), &*gap, &parts.locale.text(close)].concat())
}

/// What is said of an inspection. Of one whose kind is not stated, only that it reported what it found.
fn sentence(parts: &Parts<'_>, inspection: &Inspection) -> Option<String> {
    let locale = parts.locale;
    let words = wording::words_of(parts.notice(), inspection, &parts.edition.theme.locales, locale);
    let event = locale.fill(did(&words, inspection)?, &names(parts, inspection));
    let fed_back_on = inspection.fed_back_on.map(|on| *on);
    let set = match (&inspection.kind, fed_back_on) {
        (None, None) => return None,
        (Some(_), None) if says_nothing(inspection) => return None,
        (None, Some(on)) => say(parts, "sentence", &when(parts, Some(on), Some(on)), &event, None),
        (Some(_), on) => {
            let when = when(parts, inspection.from.map(|on| *on), inspection.to.map(|on| *on));
            let key = match on {
                None => "sentence",
                Some(on) if is_day(on) => "fed_back",
                Some(_) => "fed_back_in",
            };
            say(parts, key, &when, &event, on)
        }
    };
    Some(capitalised(&set))
}

/// Whether a date is one day, on which something happens, and no time in which it does.
fn is_day(date: Date) -> bool {
    date.first_day() == date.last_day()
}

/// Whether nothing is known of an inspection but its kind.
fn says_nothing(inspection: &Inspection) -> bool {
    let Inspection { body, subject, from, to, .. } = inspection;
    body.is_none() && subject.is_none() && from.is_none() && to.is_none()
}

fn say(parts: &Parts<'_>, key: &str, when: &str, event: &str, on: Option<Date>) -> String {
    let on = on.map_or_else(String::new, |on| parts.locale.date(on));
    let arguments = [("when", when), ("event", event), ("fed_back_on", &on)];
    parts.locale.say(&format!("notice.opening.{key}"), &arguments.map(|(name, text)| (name, Argument::Text(text))))
}

/// The pattern of who did what to whom, as far as that is stated.
fn did<'a>(words: &'a Words, inspection: &Inspection) -> Option<&'a str> {
    words.get(match (&inspection.body, &inspection.subject) {
        (Some(_), Some(_)) => "did",
        (Some(_), None) => "did_without_subject",
        (None, Some(_)) => "did_without_body",
        (None, None) => "did_alone",
    })
}

fn names(parts: &Parts<'_>, inspection: &Inspection) -> [(&'static str, String); 3] {
    let text = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| parts.text(text));
    let (body, subject) = (text(&inspection.body), text(&inspection.subject));
    let the_body = parts.locale.rules.language.article.set(&body);
    [("body", body), ("the_body", the_body), ("subject", subject)]
}

/// The time, as far as it is stated, as a sentence begins with it.
fn when(parts: &Parts<'_>, from: Option<Date>, to: Option<Date>) -> String {
    let key = match (from, to) {
        (None, None) => return String::new(),
        (Some(from), Some(to)) if from == to => {
            if is_day(from) {
                "day"
            } else {
                "month"
            }
        }
        (Some(_), Some(_)) => "between",
        (Some(_), None) => "since",
        (None, Some(_)) => "until",
    };
    let [from, to] = [from, to].map(|on| on.map_or_else(String::new, |on| parts.locale.date(on)));
    let arguments = [("from", Argument::Text(&from)), ("to", Argument::Text(&to))];
    parts.locale.say(&format!("notice.opening.{key}"), &arguments)
}
