//! Issues as the search page finds them, with their figures and documents.

use super::entry::{SearchEntry, TextLabel, figures};
use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind};
use crate::notice::{FieldValue, Issue, IssueId, Item, Measure};
use crate::site::search::searched_fields;
use crate::site::{MarkdownRenderer, PageKind, declared, is_named_otherwise, issue_name};
use crate::text::locale::Locale;
use crate::value::{Localized, StatusBasis};

pub(super) fn entries(edition: &Edition, locale: &Locale, issues: &[IssueId]) -> Vec<SearchEntry> {
    let fields = searched_fields(&edition.notice);
    issues.iter().map(|issue| entry(edition, locale, &fields, *issue)).collect()
}

fn entry(edition: &Edition, locale: &Locale, fields: &[Field], id: IssueId) -> SearchEntry {
    let issue = edition.notice.issue(id);
    let texts =
        fields.iter().enumerate().map(|(at, field)| (TextLabel::Field(at), words(edition, locale, issue, field)));
    SearchEntry {
        h: PageKind::Issue(id).href(&edition.notice),
        n: Some(issue.number()),
        l: issue.record.label.as_ref().map(|label| label.text(locale.lang).to_owned()),
        m: is_named_otherwise(&edition.notice, locale.lang, issue).then(|| issue_name(&edition.notice, locale, issue)),
        t: issue.record.title.text(locale.lang).to_owned(),
        s: issue.record.status.to_string(),
        i: issue.record.status_basis == StatusBasis::Inferred,
        x: texts.filter(|(_, text)| !text.is_empty()).collect(),
        f: figures(locale, &issue.record.figures),
        d: issue.record.documents.iter().map(|document| document.text(locale.lang).to_owned()).collect(),
        ..SearchEntry::default()
    }
}

/// Returns what a field says in words.
fn words(edition: &Edition, locale: &Locale, issue: &Issue, field: &Field) -> String {
    let (notice, record) = (&edition.notice, &issue.record);
    let text = |text: &Localized| text.text(locale.lang).to_owned();
    let texts: Vec<String> = match field.kind {
        FieldKind::Text(of) => of(record).map(text).into_iter().collect(),
        FieldKind::Texts(texts) => texts(record).iter().map(text).collect(),
        FieldKind::Part(part) => part(notice, issue).map(|(_, title)| text(title)).into_iter().collect(),
        FieldKind::Units(ids) => notice.units_of(ids(record)).map(|unit| text(&notice.unit(unit).name)).collect(),
        FieldKind::Places(ids) => {
            let names = |id| {
                let place = notice.place(id);
                std::iter::once(text(&place.name))
                    .chain(place.aliases.iter().map(ToString::to_string))
                    .collect::<Vec<_>>()
            };
            notice.places_of(ids(record)).flat_map(names).collect()
        }
        FieldKind::Markdown(of) => {
            MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, of).into_iter().collect()
        }
        FieldKind::Notes(notes) => notes(issue).list().iter().map(|note| text(note.text)).collect(),
        FieldKind::Corrections(corrections) => corrections(record).iter().map(|c| text(&c.text)).collect(),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| locale.text(&format!("{prefix}.{word}"))).into_iter().collect()
        }
        FieldKind::Date(date) | FieldKind::Deadline(date) => {
            date(record).map(|date| locale.date(date)).into_iter().collect()
        }
        FieldKind::Items(items) => {
            let prose = MarkdownRenderer::of_issue(edition, locale, issue);
            let of_item = |item: &Item| {
                let texts = std::iter::once(&item.title).chain(&item.statement).map(text);
                texts.chain(prose.plain_item(issue, item)).collect::<Vec<_>>()
            };
            items(record).iter().flat_map(of_item).collect()
        }
        FieldKind::Measures => of_measures(edition, locale, issue),
        FieldKind::History => record.history.iter().filter_map(|change| change.note.as_ref()).map(text).collect(),
        FieldKind::Declared(at) => {
            issue.values[at].iter().map(|value| declared::shown(edition, locale, at, value)).collect()
        }
        FieldKind::Figures(_)
        | FieldKind::Number(_)
        | FieldKind::Name(_)
        | FieldKind::Days(_)
        | FieldKind::DayOf(_)
        | FieldKind::AllDeclared
        | FieldKind::Own => Vec::new(),
    };
    texts.join("\n").trim().to_owned()
}

/// Returns what the measures of an issue say: each its text, then the bodies that do it and the fields that the notice
/// declares, with what these are called.
fn of_measures(edition: &Edition, locale: &Locale, issue: &Issue) -> Vec<String> {
    let notice = &edition.notice;
    let text = |text: &Localized| text.text(locale.lang).to_owned();
    let called = |key: &str, said: &str| {
        let label = locale.text(&format!("data.columns.{key}.title"));
        format!("{label}{}{said}", locale.text("head.colon"))
    };
    let of_measure = |(measure, values): (&Measure, &Vec<Option<FieldValue>>)| {
        let bodies = [("lead", &measure.lead), ("responsible", &measure.responsible)].map(|(key, ids)| {
            let names: Vec<String> = notice.units_of(ids).map(|unit| text(&notice.unit(unit).name)).collect();
            (!names.is_empty()).then(|| called(key, &names.join(&locale.text("head.comma"))))
        });
        let own = values.iter().enumerate().filter_map(|(at, value)| {
            Some(called(&notice.record.fields[at].id, &declared::shown(edition, locale, at, value.as_ref()?)))
        });
        let all = std::iter::once(text(&measure.text)).chain(bodies.into_iter().flatten());
        all.chain(own).collect::<Vec<_>>()
    };
    issue.record.measures.iter().zip(&issue.measure_values).flat_map(of_measure).collect()
}
