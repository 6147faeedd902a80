//! The form of a page: which parts of its template it uses, as far as records decide that. Pages of one form differ in
//! words, numbers and addresses.

mod writer;

use super::plan::{Page, PageKind};
use crate::notice::breakdown::breakdowns;
use crate::notice::edition::Edition;
use crate::notice::{Issue, IssueId};
use crate::value::{Lang, StatusBasis};
use writer::Writer;

/// What pages of one form have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageForm {
    lang: Lang,
    /// The address of the list that it is a page of; for the many pages of one kind, such as issues, that kind.
    list: String,
    /// Whether it is the first of its list, and whether it is the last.
    ends: [bool; 2],
    issue: Vec<u8>,
}

/// Returns the form of a page; `is_last` says that no page follows it in its list.
pub fn form(edition: &Edition, page: &Page, is_last: bool) -> PageForm {
    let (kind, lang) = (page.kind, page.lang);
    let ends = [page.number == 1, is_last];
    let (list, ends, issue) = match kind {
        PageKind::Issue(id) => {
            let ends = [id.previous().is_none(), id.next(edition.notice.issues.len()).is_none()];
            (kind.name().to_owned(), ends, of_issue(edition, id, lang))
        }
        PageKind::Unit(_) | PageKind::Place(_) => (kind.name().to_owned(), ends, Vec::new()),
        _ => (kind.href(&edition.notice), ends, Vec::new()),
    };
    PageForm { lang, list, ends, issue }
}

fn of_issue(edition: &Edition, id: IssueId, lang: Lang) -> Vec<u8> {
    let issue = edition.notice.issue(id);
    let record = &issue.record;
    let mut form = Writer(Vec::new());
    form.word(issue.status.id.index());
    form.word(edition.notice.response_to(issue).map_or(0, |response| response.index() + 1));
    form.flags(&[
        issue.days_overdue(edition.as_of).is_some(),
        record.status_basis == StatusBasis::Inferred,
        issue.group.section.is_some(),
        issue.group.topic.is_some(),
        record.label.is_some(),
        issue.has_speaking_label(lang),
        issue.has_no_due(),
    ]);
    form.flags(&[
        record.statement.is_some(),
        record.due.is_some(),
        record.due_text.is_some(),
        record.original_due.is_some(),
        record.completed_on.is_some(),
        record.verified_on.is_some(),
        record.response_text.is_some(),
        record.next_steps.is_some(),
    ]);
    let lists = [&record.lead, &record.responsible, &record.verified_by, &record.places];
    form.flags(&lists.map(|list| !list.is_empty()));
    form.flags(&[has_narrative(issue, lang), record.documents.is_empty(), record.corrections.is_empty()]);
    form.values(issue.values.iter().map(Option::is_some));
    form.each(issue.editor_notes().list(), |form, note| form.flags(&[note.figures.is_empty()]));
    form.each(&record.figures, Writer::figure);
    form.each(breakdowns(&record.figures, &record.equations), Writer::breakdown);
    form.each(record.measures.iter().zip(&issue.measure_values), |form, (measure, values)| {
        form.measure(measure);
        form.values(values.iter().map(Option::is_some));
    });
    form.each(&record.items, Writer::item);
    form.each(&record.history, |form, change| form.flags(&[change.note.is_some()]));
    form.0
}

fn has_narrative(issue: &Issue, lang: Lang) -> bool {
    issue.response.as_ref().is_some_and(|narrative| narrative.files.get(lang).is_some())
}
