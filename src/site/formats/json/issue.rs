//! An issue in the data: an entry for each of its fields that downloads have.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::declared::declared_data;
use super::figures::figures;
use super::history::history;
use super::items::item_data;
use super::measures::measure;
use super::notes::{correction, notes};
use super::texts::{JsonTexts, texts};
use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind, MarkdownField};
use crate::site::MarkdownRenderer;
use crate::text::locale::Locale;

/// An issue: an entry for each of its fields that downloads have.
pub(super) struct IssueData<'a> {
    pub(super) edition: &'a Edition,
    pub(super) issue: &'a Issue,
    pub(super) fields: &'a [Field],
}

/// Those of some fields that are in the data.
pub(super) fn data_fields(fields: impl IntoIterator<Item = Field>) -> impl Iterator<Item = Field> {
    fields.into_iter().filter(|field| field.json.is_some())
}

impl Serialize for IssueData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for field in self.fields {
            map.serialize_key(field.key)?;
            self.field(field, &mut map)?;
        }
        map.end()
    }
}

impl IssueData<'_> {
    fn field<M: SerializeMap>(&self, field: &Field, map: &mut M) -> Result<(), M::Error> {
        let (edition, issue, record) = (self.edition, self.issue, &*self.issue.record);
        match field.kind {
            FieldKind::Number(number) => map.serialize_value(&number(issue)),
            FieldKind::Name(name) => map.serialize_value(&name(issue, edition.notice.default_language())),
            FieldKind::DayOf(day) => map.serialize_value(&day(edition.as_of, *edition.notice.record.as_of)),
            FieldKind::Days(days) => map.serialize_value(&days(issue, edition.as_of)),
            FieldKind::Word(_, word) => map.serialize_value(&word(issue)),
            FieldKind::Part(part) => map.serialize_value(&part(&edition.notice, issue).map(|(id, _)| id)),
            FieldKind::Text(text) => map.serialize_value(&text(record).map(texts).unwrap_or_default()),
            FieldKind::Texts(list) => map.serialize_value(&list(record).iter().map(texts).collect::<Vec<_>>()),
            FieldKind::Date(date) | FieldKind::Deadline(date) => map.serialize_value(&date(record)),
            FieldKind::Units(ids) | FieldKind::Places(ids) => map.serialize_value(ids(record)),
            FieldKind::Figures(of) => map.serialize_value(&figures(edition, of(record), &record.equations)),
            FieldKind::Markdown(of) => map.serialize_value(&self.markdown(of)),
            FieldKind::Notes(of) => map.serialize_value(&notes(of(issue))),
            FieldKind::Items(of) => {
                map.serialize_value(&of(record).iter().map(|item| item_data(edition, issue, item)).collect::<Vec<_>>())
            }
            FieldKind::History => map.serialize_value(&history(&record.history)),
            FieldKind::Corrections(of) => map.serialize_value(&of(record).iter().map(correction).collect::<Vec<_>>()),
            FieldKind::Measures => {
                let measures = record.measures.iter().zip(&issue.measure_values);
                map.serialize_value(&measures.map(|(m, values)| measure(edition, m, values)).collect::<Vec<_>>())
            }
            FieldKind::AllDeclared => map.serialize_value(&declared_data(edition, &issue.values)),
            FieldKind::Declared(_) | FieldKind::Own => map.serialize_value(&()),
        }
    }

    fn markdown(&self, field: MarkdownField) -> JsonTexts<'_> {
        let (edition, issue) = (self.edition, self.issue);
        let plain = |locale: &Locale| {
            let text = MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, field)?;
            Some((locale.lang, text.into())).filter(|(_, text): &(_, Cow<'_, str>)| !text.is_empty())
        };
        JsonTexts::of(edition.theme.locales.iter().filter_map(plain))
    }
}
