//! Markdown on one page: which names it may quote, and where its links lead.

mod flow;
mod links;
mod names;
mod plain;

use std::borrow::Cow;

use super::parts::Html;
use crate::notice::edition::Edition;
use crate::notice::fields::MarkdownField;
use crate::notice::{EditorNotes, Figure, Issue, Item, Narrative};
use crate::text::locale::Locale;
use crate::text::markdown::{Doc, Labels, Problem, RenderContext};
use crate::value::RelPath;
pub use links::attachment;
pub use names::known_names;

/// A place where Markdown is rendered.
#[derive(Clone, Copy)]
pub struct MarkdownRenderer<'a> {
    /// What is published.
    pub edition: &'a Edition,
    /// The language.
    pub locale: &'a Locale,
    /// Leads from the page to the root of its language: empty or `../`.
    pub root: &'a str,
    /// Makes ids unique where many texts stand on one page.
    pub id_prefix: &'a str,
    /// The level of the highest heading.
    pub heading_level: u8,
    /// The figures that may be quoted.
    pub figures: &'a [Figure],
    /// The notes that stand at them.
    pub notes: EditorNotes<'a>,
}

impl<'a> MarkdownRenderer<'a> {
    /// The texts of the notice as a whole at the root of the language.
    pub fn of_notice(edition: &'a Edition, locale: &'a Locale) -> MarkdownRenderer<'a> {
        let record = &edition.notice.record;
        let (figures, notes) = (&*record.stated, record.editor_notes());
        MarkdownRenderer { edition, locale, root: "", id_prefix: "", heading_level: 3, figures, notes }
    }

    /// The texts of an issue at the root of the language.
    pub fn of_issue(edition: &'a Edition, locale: &'a Locale, issue: &'a Issue) -> MarkdownRenderer<'a> {
        let (figures, notes) = (&issue.record.figures, issue.editor_notes());
        MarkdownRenderer { edition, locale, root: "", id_prefix: "", heading_level: 3, figures, notes }
    }

    /// A narrative in this language; nothing where it has none.
    pub fn narrative(&self, narrative: &Narrative) -> Html {
        let file = narrative.files.get(self.locale.lang);
        file.map(|file| self.html(&body(narrative, file.doc()), &file.path)).unwrap_or_default()
    }

    /// A text of an issue as HTML, its ids made unique by the number of the issue.
    pub fn field(&self, issue: &Issue, field: MarkdownField) -> Option<Html> {
        let (doc, file) = field.of(issue, self.locale.lang)?;
        let which = match field {
            MarkdownField::Response => "",
            MarkdownField::Answer => "answer-",
            MarkdownField::NextSteps => "next-",
        };
        Some(self.piece(issue, which, doc, file))
    }

    /// What was done about the items of an issue, for those that say so.
    pub fn items(&self, issue: &Issue) -> Vec<Option<Html>> {
        let response = |(n, item): (usize, &Item)| {
            let doc = item.response.as_ref()?.get(self.locale.lang)?;
            Some(self.piece(issue, &format!("item-{n}-"), doc, &issue.path))
        };
        (1..).zip(&issue.record.items).map(response).collect()
    }

    fn piece(&self, issue: &Issue, which: &str, doc: &Doc, file: &RelPath) -> Html {
        let id_prefix = format!("{}i{}-{which}", self.id_prefix, issue.key);
        MarkdownRenderer { id_prefix: &id_prefix, ..*self }.html(doc, file)
    }

    /// What is wrong with the names and addresses of a text.
    pub fn unresolved(&self, doc: &Doc, file: &RelPath) -> Vec<Problem> {
        self.with_context(file, |context| doc.unresolved(context))
    }

    fn html(&self, doc: &Doc, file: &RelPath) -> Html {
        Html::made(self.with_context(file, |context| doc.html(context)))
    }

    fn with_context<T>(&self, file: &RelPath, render: impl FnOnce(&RenderContext<'_>) -> T) -> T {
        let notes = self.notes.list();
        render(&RenderContext {
            lang_is_east_asian: self.locale.rules.language.east_asian,
            heading_level: self.heading_level,
            id_prefix: self.id_prefix,
            quote: &|name| self.quote(name),
            marks: &|name| self.marks(name, &notes),
            names: &|| known_names(&self.edition.statistics, self.figures),
            link: &|destination| self.link(destination, file),
            size: &|destination| self.size(destination, file),
            dates: &|text| self.locale.dates_in(text),
            labels: Labels {
                footnotes: self.locale.word("prose.footnotes"),
                footnote: self.locale.word("prose.footnote"),
                back: self.locale.word("prose.back"),
                table: self.locale.word("prose.table"),
            },
        })
    }
}

/// What is set of a text: its title stands elsewhere.
fn body<'a>(narrative: &Narrative, doc: &'a Doc) -> Cow<'a, Doc> {
    if narrative.title.is_some() { Cow::Owned(doc.body()) } else { Cow::Borrowed(doc) }
}
