//! `search-text.js` and its further parts: the text of every issue, for the search page. A classic script, so that it also loads from a
//! folder (`file://`).

use serde::Serialize;

use crate::notice::edition::Edition;
use crate::notice::fields::{FIELDS, Field, FieldKind, SearchPart};
use crate::notice::{Figure, Issue, IssueId};
use crate::site::{MarkdownRenderer, PageKind, search_parts};
use crate::text::locale::Locale;
use crate::value::{Lang, Localized, StatusBasis};

/// One issue as the search page knows it.
#[derive(Serialize)]
struct Entry {
    /// Address from the root of the language.
    h: String,
    /// Number.
    n: u32,
    /// Title.
    t: String,
    /// Status, a word.
    s: String,
    /// Whether the status is inferred.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    i: bool,
    /// Statement.
    q: String,
    /// Figures.
    f: String,
    /// Everything else that is said of it.
    b: String,
    /// Where it belongs: section, topic, status and bodies.
    p: String,
}

pub(super) fn files(edition: &Edition) -> Vec<String> {
    search_parts(&edition.notice).into_iter().map(|part| part.file).collect()
}

pub(super) fn write(edition: &Edition, lang: Lang, part: usize) -> Vec<u8> {
    let part = search_parts(&edition.notice).into_iter().nth(part);
    let issues = part.iter().flat_map(|part| &part.issues);
    let entries: Vec<String> = issues.map(|issue| literal(&entry(edition, lang, *issue))).collect();
    // The search page may be there before its text, or after.
    format!("(window.gongkaiSearchText = window.gongkaiSearchText || []).push([{}]);\n", entries.join(",")).into_bytes()
}

/// An entry as it may stand in a script, where two line separators of Unicode would end a line and `</script>` the script.
fn literal(entry: &Entry) -> String {
    let json = serde_json::to_string(entry).unwrap_or_default();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}

fn entry(edition: &Edition, lang: Lang, id: IssueId) -> Entry {
    let issue = edition.notice.issue(id);
    let locale = edition.theme.locale(lang);
    let part = |part: SearchPart| {
        let fields = FIELDS.iter().filter(|field| field.search == Some(part));
        let texts = fields.map(|field| words(edition, locale, issue, field)).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("\n")
    };
    Entry {
        h: PageKind::Issue(id).href(&edition.notice),
        n: issue.number(),
        t: part(SearchPart::Title),
        s: issue.record.status.to_string(),
        i: issue.record.status_basis == StatusBasis::Inferred,
        q: part(SearchPart::Statement),
        f: part(SearchPart::Figures),
        b: part(SearchPart::Body).trim().to_owned(),
        p: part(SearchPart::Place),
    }
}

/// What a field says in words.
fn words(edition: &Edition, locale: &Locale, issue: &Issue, field: &Field) -> String {
    let (notice, record) = (&edition.notice, &issue.record);
    let text = |text: &Localized| text.text(locale.lang).to_owned();
    let figure = |figure: &Figure| {
        let value = figure.set(locale).unwrap_or_default();
        format!("{} {value}", text(&figure.label))
    };
    let texts: Vec<String> = match field.kind {
        FieldKind::Text(of) => of(record).map(text).into_iter().collect(),
        FieldKind::Texts(texts) => texts(record).iter().map(text).collect(),
        FieldKind::Part(part) => vec![text(part(notice, issue).1)],
        FieldKind::Units(ids) => notice.units_of(ids(record)).map(|unit| text(&notice.unit(unit).name)).collect(),
        FieldKind::Figures(figures) => figures(record).iter().map(figure).collect(),
        FieldKind::Markdown(of) => {
            MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, of).into_iter().collect()
        }
        FieldKind::Notes(notes) => notes(record).list().iter().map(|note| text(note.text)).collect(),
        FieldKind::Corrections(corrections) => corrections(record).iter().map(|c| text(&c.text)).collect(),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| locale.text(&format!("{prefix}.{word}"))).into_iter().collect()
        }
        FieldKind::Date(date) | FieldKind::Deadline(date) => {
            date(record).map(|date| locale.date(date)).into_iter().collect()
        }
        FieldKind::Number(_) | FieldKind::Days(_) | FieldKind::DayOf(_) | FieldKind::Own => Vec::new(),
    };
    texts.join("; ")
}
