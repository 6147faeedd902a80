//! `search-text.js` and its further parts: the text of every issue, for the search page. A classic script, so that it also loads from a
//! folder (`file://`).

use serde::Serialize;

use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind, SearchPart, fields_of};
use crate::notice::{Figure, Issue, IssueId, Item};
use crate::site::{
    MarkdownRenderer, PageKind, WholeText, declared, is_named_otherwise, issue_name, search_parts, whole_texts,
};
use crate::text::locale::Locale;
use crate::value::{Lang, Localized, StatusBasis};

/// One issue, or one text of the notice as a whole, as the search page knows it.
#[derive(Default, Serialize)]
struct Entry {
    /// Address from the root of the language.
    h: String,
    /// Number; only issues have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    /// What it is called instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    /// What it is called with its title, where that is not its number and its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    m: Option<String>,
    /// Title.
    t: String,
    /// Status, a word.
    #[serde(skip_serializing_if = "String::is_empty")]
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
    let texts = if part == 0 { articles(edition, edition.theme.locale(lang)) } else { Vec::new() };
    let part = search_parts(&edition.notice).into_iter().nth(part);
    let fields = fields_of(&edition.notice);
    let issues = part.iter().flat_map(|part| &part.issues).map(|issue| entry(edition, &fields, lang, *issue));
    let entries: Vec<String> = issues.chain(texts).map(|entry| literal(&entry)).collect();
    // The search page may be there before its text, or after.
    format!("(window.gongkaiSearchText = window.gongkaiSearchText || []).push([{}]);\n", entries.join(",")).into_bytes()
}

/// An entry as it may stand in a script, where two line separators of Unicode would end a line and `</script>` the script.
fn literal(entry: &Entry) -> String {
    let json = serde_json::to_string(entry).unwrap_or_default();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}

fn entry(edition: &Edition, fields: &[Field], lang: Lang, id: IssueId) -> Entry {
    let issue = edition.notice.issue(id);
    let locale = edition.theme.locale(lang);
    let part = |part: SearchPart| {
        let fields = fields.iter().filter(|field| field.search == Some(part));
        let texts = fields.map(|field| words(edition, locale, issue, field)).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("\n")
    };
    Entry {
        h: PageKind::Issue(id).href(&edition.notice),
        n: Some(issue.number()),
        l: issue.record.label.as_ref().map(ToString::to_string),
        m: is_named_otherwise(&edition.notice, issue).then(|| issue_name(&edition.notice, locale, issue)),
        t: part(SearchPart::Title),
        s: issue.record.status.to_string(),
        i: issue.record.status_basis == StatusBasis::Inferred,
        q: part(SearchPart::Statement),
        f: part(SearchPart::Figures),
        b: part(SearchPart::Body).trim().to_owned(),
        p: part(SearchPart::Place),
    }
}

/// The texts of the notice as a whole.
fn articles(edition: &Edition, locale: &Locale) -> Vec<Entry> {
    let entry = |text: WholeText<'_>| Entry {
        h: text.href(&edition.notice),
        t: text.title(edition, locale),
        b: text.words(edition, locale),
        ..Entry::default()
    };
    whole_texts(&edition.notice).map(entry).filter(|entry| !entry.b.is_empty()).collect()
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
        FieldKind::Part(part) => part(notice, issue).map(|(_, title)| text(title)).into_iter().collect(),
        FieldKind::Units(ids) => notice.units_of(ids(record)).map(|unit| text(&notice.unit(unit).name)).collect(),
        FieldKind::Figures(figures) => figures(record).iter().map(figure).collect(),
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
        FieldKind::Measures => record.measures.iter().map(|measure| text(&measure.text)).collect(),
        FieldKind::Declared(at) => {
            issue.values[at].iter().map(|value| declared::shown(edition, locale, at, value)).collect()
        }
        FieldKind::Number(_)
        | FieldKind::Name(_)
        | FieldKind::Days(_)
        | FieldKind::DayOf(_)
        | FieldKind::AllDeclared
        | FieldKind::History
        | FieldKind::Own => Vec::new(),
    };
    texts.join("; ")
}
