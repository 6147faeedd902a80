//! What a page says of the notice beside issues, line by line: a label and words. For what is no page, such as the search.

use super::super::parts::Parts;
use super::super::plan::PageKind;
use super::{metadata, money, opening};
use crate::notice::{CommonText, Contact};
use crate::value::Localized;

/// Returns the lines of a page, those that there are.
pub(in crate::site) fn lines(parts: &Parts<'_>, kind: PageKind) -> Vec<(String, String)> {
    let record = &parts.notice().record;
    let lines = match kind {
        PageKind::Home => line(parts, "frame.disclaimer", record.disclaimer.as_ref()),
        PageKind::Statistics => line(parts, "statistics.method", record.method.as_ref()),
        PageKind::Notice => of_notice(parts),
        PageKind::Money => money::lines(parts),
        PageKind::Contact => record.contact.iter().flat_map(|contact| of_contact(parts, contact)).collect(),
        _ => Vec::new(),
    };
    lines.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}

/// A line of a text of the notice that there may be.
fn line(parts: &Parts<'_>, key: &str, text: Option<&Localized>) -> Vec<(String, String)> {
    text.map(|text| (parts.locale.text(key), parts.text(text))).into_iter().collect()
}

fn of_notice(parts: &Parts<'_>) -> Vec<(String, String)> {
    let said = metadata::metadata(parts).into_iter().map(|line| (line.label, line.text));
    said.chain(opening::opening(parts).map(|opening| (String::new(), opening))).collect()
}

fn of_contact(parts: &Parts<'_>, contact: &Contact) -> Vec<(String, String)> {
    let text = |text: &Option<Localized>| text.as_ref().map(|text| parts.text(text)).into_iter().collect::<Vec<_>>();
    let common =
        |texts: &[CommonText]| texts.iter().map(|text| text.text(parts.locale.lang).to_owned()).collect::<Vec<_>>();
    let lines = [
        ("telephone", common(&contact.telephones)),
        ("address", text(&contact.address)),
        ("postcode", contact.postcode.iter().map(ToString::to_string).collect()),
        ("email", contact.every_email().map(ToString::to_string).collect()),
        ("fax", common(&contact.fax)),
        ("po_box", text(&contact.po_box)),
        ("persons", contact.persons.iter().map(|person| parts.text(person)).collect()),
        ("hours", text(&contact.hours)),
    ];
    let comma = parts.locale.text("head.comma");
    let said = lines.map(|(key, words)| (parts.locale.text(&format!("contact.{key}")), words.join(&comma)));
    text(&contact.invitation).into_iter().map(|words| (String::new(), words)).chain(said).collect()
}
