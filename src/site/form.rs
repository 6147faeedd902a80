//! The form of a page: which parts of its template it uses, as far as records decide that. Pages of one form differ in
//! words, numbers and addresses.

use std::collections::BTreeSet;

use super::plan::{Page, PageKind};
use crate::notice::breakdown::{Breakdown, breakdowns};
use crate::notice::edition::Edition;
use crate::notice::{Figure, Issue, IssueId, Item, Measure};
use crate::value::{Lang, StatusBasis};

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

struct Writer(Vec<u8>);

impl Writer {
    fn word(&mut self, n: usize) {
        self.0.extend(n.to_le_bytes());
    }

    /// Up to eight flags.
    fn flags(&mut self, flags: &[bool]) {
        self.0.push(flags.iter().fold(0, |bits, flag| bits << 1 | u8::from(*flag)));
    }

    fn values(&mut self, are_there: impl Iterator<Item = bool>) {
        self.0.extend(are_there.map(u8::from));
    }

    /// A list: none, one or several, and which forms there are among them.
    fn each<T>(&mut self, list: impl IntoIterator<Item = T>, write: impl Fn(&mut Writer, T)) {
        let mut n = 0;
        let mut forms = BTreeSet::new();
        for one in list {
            let mut form = Writer(Vec::new());
            write(&mut form, one);
            forms.insert(form.0);
            n += 1;
        }
        self.word(n.min(2));
        self.word(forms.len());
        for form in forms {
            self.word(form.len());
            self.0.extend(form);
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let Figure { approx, as_of, shown_in, equals, of, kind, was, .. } = figure;
        self.flags(&[
            approx.is_some(),
            as_of.is_some(),
            shown_in.is_some(),
            equals.is_some(),
            of.is_some(),
            was.is_some(),
        ]);
        self.word(kind.map_or(0, |kind| *kind as usize + 1));
    }

    fn breakdown(&mut self, breakdown: Breakdown<'_>) {
        let (rest, missing) = (breakdown.rest().is_some(), breakdown.missing().is_some());
        self.flags(&[rest, missing, breakdown.is_rest_unexplained(), breakdown.whole.is_money()]);
        self.word(breakdown.parts.len().min(2));
    }

    fn measure(&mut self, measure: &Measure) {
        let Measure { label, status, due, due_text, original_due, completed_on, lead, responsible, .. } = measure;
        let dates = [due.is_some(), due_text.is_some(), original_due.is_some(), completed_on.is_some()];
        self.flags(&dates);
        self.flags(&[label.is_some(), status.is_some(), lead.is_empty(), responsible.is_empty()]);
    }

    fn item(&mut self, item: &Item) {
        let Item { statement, status, due, original_due, completed_on, response, history, .. } = item;
        self.flags(&[
            statement.is_some(),
            due.is_some(),
            original_due.is_some(),
            completed_on.is_some(),
            response.is_some(),
            history.is_empty(),
        ]);
        self.0.extend(status.as_bytes());
    }
}
