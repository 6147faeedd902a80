//! How a field of an issue stands in its column.

use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind};
use crate::notice::{Issue, Item};
use crate::site::formats::labelled;
use crate::site::{MarkdownRenderer, declared};
use crate::text::locale::{Argument, Locale};
use crate::value::{Date, Localized};

pub(super) fn cell(edition: &Edition, locale: &Locale, issue: &Issue, field: &Field) -> String {
    let (notice, record) = (&edition.notice, &issue.record);
    let text = |text: &Localized| text.text(locale.lang).to_owned();
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    match field.kind {
        FieldKind::Number(number) => number(issue).to_string(),
        FieldKind::Name(name) => name(issue, locale.lang),
        FieldKind::DayOf(day) => day(edition.as_of, *notice.record.as_of).to_string(),
        FieldKind::Days(days) => days(issue, edition.as_of).map(|days| days.to_string()).unwrap_or_default(),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| locale.text(&format!("{prefix}.{word}"))).unwrap_or_default()
        }
        FieldKind::Part(part) => part(notice, issue).map(|(_, title)| text(title)).unwrap_or_default(),
        FieldKind::Text(of) => of(record).map(text).unwrap_or_default(),
        FieldKind::Texts(texts) => joined(texts(record).iter().map(text)),
        FieldKind::Date(of) | FieldKind::Deadline(of) => date(of(record)),
        FieldKind::Units(ids) => joined(notice.units_of(ids(record)).map(|unit| text(&notice.unit(unit).name))),
        FieldKind::Places(ids) => joined(notice.places_of(ids(record)).map(|place| text(&notice.place(place).name))),
        FieldKind::Figures(figures) => joined(figures(record).iter().map(|figure| labelled(locale, figure))),
        FieldKind::Markdown(of) => {
            MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, of).unwrap_or_default()
        }
        FieldKind::Notes(notes) => joined(notes(issue).list().iter().map(|note| text(note.text))),
        FieldKind::Corrections(corrections) => {
            joined(corrections(record).iter().map(|correction| text(&correction.text)))
        }
        FieldKind::Items(items) => joined(items(record).iter().map(|item| stated(locale, item))),
        FieldKind::Measures => joined(record.measures.iter().map(|measure| text(&measure.text))),
        FieldKind::Declared(at) => {
            issue.values[at].as_ref().map(|value| declared::plain(edition, locale, at, value)).unwrap_or_default()
        }
        FieldKind::AllDeclared | FieldKind::History | FieldKind::Own => String::new(),
    }
}

/// An item and its status.
fn stated(locale: &Locale, item: &Item) -> String {
    let status = locale.text(&format!("status.{}", item.status));
    let title = Argument::Text(item.title.text(locale.lang));
    locale.say("data.item", &[("title", title), ("status", Argument::Text(&status))])
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}
