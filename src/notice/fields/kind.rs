//! What a field holds, and how it is read.

use crate::notice::notes::EditorNotes;
use crate::notice::records::{CorrectionRecord, FigureRecord, IssueRecord, ItemRecord};
use crate::notice::{Issue, Notice};
use crate::text::markdown::Doc;
use crate::value::{Date, Lang, Localized, RelPath, Text};

/// What a field holds, and how it is read.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// A whole number.
    Number(fn(&Issue) -> u32),
    /// What stands for the issue: in data the same in every language.
    Name(fn(&Issue, Lang) -> String),
    /// A number of days on the day of an edition.
    Days(fn(&Issue, Date) -> Option<i64>),
    /// One of a few words, if it has any; what pages call it is the message `PREFIX.WORD`.
    Word(&'static str, fn(&Issue) -> Option<&str>),
    /// Changes of status.
    History,
    /// Something of the notice that the issue belongs to: its id and its title.
    Part(for<'a> fn(&'a Notice, &Issue) -> Option<(&'a str, &'a Localized)>),
    /// A text.
    Text(fn(&IssueRecord) -> Option<&Localized>),
    /// A list of texts.
    Texts(fn(&IssueRecord) -> &[Localized]),
    /// A day, a month or a year.
    Date(fn(&IssueRecord) -> Option<Date>),
    /// The last day by which something is due.
    Deadline(fn(&IssueRecord) -> Option<Date>),
    /// A day of the whole notice, by the day of the edition and that of the records.
    DayOf(fn(Date, Date) -> Date),
    /// Units, by their ids.
    Units(fn(&IssueRecord) -> &[Text]),
    /// Places, by their ids.
    Places(fn(&IssueRecord) -> &[Text]),
    /// Figures.
    Figures(fn(&IssueRecord) -> &[FigureRecord]),
    /// A text in Markdown.
    Markdown(MarkdownField),
    /// Editor's notes.
    Notes(fn(&Issue) -> EditorNotes<'_>),
    /// Items, each with a status of its own.
    Items(fn(&IssueRecord) -> &[ItemRecord]),
    /// Corrections after publication.
    Corrections(fn(&IssueRecord) -> &[CorrectionRecord]),
    /// Itemised measures.
    Measures,
    /// A field that the notice declares, by its place among them.
    Declared(usize),
    /// All that the notice declares, by their ids.
    AllDeclared,
    /// Shown on the issue's page in a way of its own, and nowhere else.
    Own,
}

/// A text of an issue in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkdownField {
    /// What was done.
    Response,
    /// The words of the response to a finding or recommendation.
    Answer,
    /// What is still to be done.
    NextSteps,
}

impl MarkdownField {
    /// Returns the text in a language, and the file that it stands in.
    pub fn of(self, issue: &Issue, lang: Lang) -> Option<(&Doc, &RelPath)> {
        match self {
            MarkdownField::Response => {
                let file = issue.response.as_ref()?.files.get(lang)?;
                Some((file.doc(), &file.path))
            }
            MarkdownField::Answer => Some((issue.record.response_text.as_ref()?.get(lang)?, &issue.path)),
            MarkdownField::NextSteps => Some((issue.record.next_steps.as_ref()?.get(lang)?, &issue.path)),
        }
    }
}
