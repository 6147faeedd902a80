//! Which texts are compared with what was published of them, and where readers are told: those of an issue, and those of
//! the notice as a whole.

use super::read::{PublishedNotice, PublishedRecord, PublishedText, Texts};
use super::shown::{PublishedChange, ShownValue, ValueLabel, What};
use super::typed::{self, Days, TypedChange};
use crate::notice::edition::Edition;
use crate::notice::fields::{FIELDS, FieldKind, MarkdownField, ToldIn};
use crate::notice::{Issue, Narrative, Passage};
use crate::site::{WholeText, whole_texts};
use crate::value::Localized;

/// Compares the figures that are typed in the texts of an issue. Those of its course are others when things moved on,
/// which `history` tells; on the same day they were wrong.
pub(super) fn of_issue<'a>(
    edition: &'a Edition,
    issue: &'a Issue,
    before: &PublishedRecord,
    days: Days,
) -> Result<Vec<PublishedChange<'a>>, serde_json::Error> {
    let mut changes = Vec::new();
    for field in FIELDS {
        let (Some(told_in), FieldKind::Text(_) | FieldKind::Markdown(_)) = (field.told_in, field.kind) else {
            continue;
        };
        let published: Texts = before.get(field.key)?.unwrap_or_default();
        let passages = match field.kind {
            FieldKind::Markdown(MarkdownField::Response) => issue.response.as_ref().map(Narrative::passages),
            FieldKind::Markdown(of) => {
                let languages = edition.notice.languages.iter();
                let texts = languages.filter_map(|lang| Some(of.of(issue, *lang)?.0.source()));
                Some(passages(edition, issue, texts.collect()))
            }
            FieldKind::Text(of) => of(&issue.record).map(|text| passages(edition, issue, sources(text))),
            _ => None,
        };
        let told_in = if days.published == days.now { ToldIn::Corrections } else { told_in };
        let label = || ValueLabel::Column(field.key);
        changes.extend(typed_changes(edition, &passages.unwrap_or_default(), &published, days, told_in, label));
    }
    Ok(changes)
}

/// Returns a text in each language that it has.
pub(super) fn sources(text: &Localized) -> Vec<&str> {
    text.iter().map(|(_, text)| text.as_str()).collect()
}

/// Returns texts of the record of an issue with their places.
pub(super) fn passages<'a>(edition: &'a Edition, issue: &'a Issue, texts: Vec<&str>) -> Vec<Passage<'a>> {
    if texts.is_empty() {
        return Vec::new();
    }
    let is_asked = |passage: &Passage<'_>| texts.iter().any(|text| std::ptr::eq(*text, passage.text()));
    issue.passages(&edition.tree).into_iter().flatten().filter(is_asked).collect()
}

/// Returns the changes of figures in a text.
pub(super) fn typed_changes<'a>(
    edition: &Edition,
    passages: &[Passage<'_>],
    published: &Texts,
    days: Days,
    told_in: ToldIn,
    label: impl Fn() -> ValueLabel<'a>,
) -> Vec<PublishedChange<'a>> {
    let change = |TypedChange { was, is, at, .. }: TypedChange| {
        let what = What::Value { label: label(), was: ShownValue::Typed(was), is: Some(ShownValue::Typed(is)) };
        PublishedChange { told_in, at: Some(at), what }
    };
    typed::changes(passages, published, &edition.theme.locales, days).into_iter().map(change).collect()
}

/// Compares the figures that are typed in the texts of the notice as a whole. What holds for another day may say
/// something else.
pub(super) fn of_whole<'a>(
    edition: &'a Edition,
    published: &PublishedNotice,
) -> Result<Vec<PublishedChange<'a>>, serde_json::Error> {
    let days = Days { published: published.as_of, now: edition.as_of };
    if days.published != days.now {
        return Ok(Vec::new());
    }
    let (parts, pages) = (published.whole.list("parts")?, published.whole.list("pages")?);
    let all: Vec<PublishedText> = parts.into_iter().chain(pages).collect();
    let of_text = |text: WholeText<'a>| {
        let before = all.iter().find(|part| part.id == text.id)?;
        let title =
            || edition.theme.locales.iter().map(|locale| (locale.lang.code().to_owned(), text.title(edition, locale)));
        let label = || ValueLabel::Published(title().collect());
        Some(typed_changes(edition, &text.narrative.passages(), &before.text, days, ToldIn::Corrections, label))
    };
    Ok(whole_texts(&edition.notice).filter_map(of_text).flatten().collect())
}
