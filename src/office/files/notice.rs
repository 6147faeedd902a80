//! The record of the notice as a whole, with the scrutiny that it answers and its contact.

use serde_yaml::Value;

use super::super::draft::{Contact, Draft, Inspection};
use super::names::OwnNames;
use super::parts::outline;
use super::values::{OneLanguage, date, list, map};
use crate::rules::placeholders::{ISSUER, SUMMARY, TITLE};

/// The statuses of a notice that does not state every status: the usual ones, and the last.
const STATUSES: [&str; 6] =
    ["completed", "substantially-completed", "in-progress", "ongoing", "not-started", "not-stated"];

pub(super) fn notice(draft: &Draft, names: &OwnNames) -> Value {
    let lang = names.lang;
    let issuer = match &draft.issuers[..] {
        [] => lang.text(lang.of(ISSUER)),
        [issuer] => lang.text(issuer),
        issuers => Value::Sequence(issuers.iter().map(|issuer| lang.text(issuer)).collect()),
    };
    let numbering = match (draft.has_own_numbers, draft.is_numbered_per_section) {
        (true, _) => "own".into(),
        (_, true) => "per-section".into(),
        _ => Value::Null,
    };
    let is_unstated = draft.issues.iter().any(|issue| issue.status.is_none());
    let statuses = STATUSES.iter().filter(|_| is_unstated).map(|id| map([("id", (*id).into())])).collect();
    let total = u64::try_from(draft.issues.len()).unwrap_or(u64::MAX);
    let stated = map([
        ("id", "issues".into()),
        ("label", lang.text(if lang.0.code().starts_with("zh") { "反馈的问题" } else { "Issues found" })),
        ("value", total.into()),
        ("unit", "piece".into()),
        ("equals", "total".into()),
    ]);
    let field = |(id, label, on): &(String, String, Vec<String>)| {
        map([("id", id.as_str().into()), ("label", lang.text(label)), ("on", list(on))])
    };
    let fields = names.fields.iter().map(field);
    map([
        ("title", lang.text(draft.title.as_deref().unwrap_or(lang.of(TITLE)))),
        ("issuer", issuer),
        ("issued_on", date(draft.issued_on)),
        ("as_of", date(draft.issued_on)),
        ("summary", lang.text(draft.summary().unwrap_or(lang.of(SUMMARY)))),
        ("document_number", draft.document_number.as_deref().map_or(Value::Null, Value::from)),
        ("inspection", draft.inspection.as_ref().map_or(Value::Null, |found| inspection(found, lang))),
        ("opening", lang.text_of(draft.opening.first().map(String::as_str))),
        ("languages", Value::Sequence(vec![lang.0.code().into()])),
        ("numbering", numbering),
        ("statuses", Value::Sequence(statuses)),
        ("contact", contact(&draft.contact, lang)),
        ("stated", if draft.states_total { Value::Sequence(vec![stated]) } else { Value::Null }),
        ("fields", Value::Sequence(fields.collect())),
        ("parts", Value::Sequence(outline(draft, lang))),
    ])
}

fn inspection(found: &Inspection, lang: OneLanguage) -> Value {
    map([
        ("kind", found.kind.as_deref().map_or(Value::Null, Value::from)),
        ("body", lang.text_of(found.body.as_deref())),
        ("subject", lang.text_of(found.subject.as_deref())),
        ("from", date(found.from)),
        ("to", date(found.to)),
        ("fed_back_on", date(found.fed_back_on)),
    ])
}

fn contact(found: &Contact, lang: OneLanguage) -> Value {
    let (email, emails) = match &found.emails[..] {
        [email] => (email.as_str().into(), Value::Null),
        emails => (Value::Null, list(emails)),
    };
    map([
        ("invitation", lang.text_of(found.invitation.as_deref())),
        ("telephones", list(&found.telephones)),
        ("address", lang.text_of(found.address.as_deref())),
        ("postcode", found.postcode.as_deref().map_or(Value::Null, Value::from)),
        ("email", email),
        ("emails", emails),
        ("fax", list(&found.fax)),
        ("po_box", lang.text_of(found.po_box.as_deref())),
        ("persons", Value::Sequence(found.persons.iter().map(|person| lang.text(person)).collect())),
        ("hours", lang.text_of(found.hours.as_deref())),
    ])
}
