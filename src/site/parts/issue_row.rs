//! An issue as a row of a list, with the words by which lists are filtered.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::plan::PageKind;
use super::issue_name::section_in_name;
use super::sections::SectionName;
use super::{Each, Parts};
use crate::notice::{FieldRecord, FieldValue, Issue, IssueId, PlaceId};
use crate::value::{Date, StatusBasis};

/// The name by which lists are filtered by place.
pub(in crate::site) const PLACES: &str = "places";

/// An issue as a row of a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct IssueRow {
    /// What stands for it in anchors; it never changes.
    pub id: String,
    /// What it is called: its label, or else its number.
    pub number: String,
    /// The same in the numbering of the document: （26）.
    pub ordinal: String,
    /// Title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Status.
    pub status: String,
    /// Whether something is still to be done.
    pub is_outstanding: bool,
    /// The response to it.
    pub answer: Option<String>,
    /// Whether the issuer states the status.
    pub basis: StatusBasis,
    /// Due date.
    pub due: Option<Date>,
    /// The words of the due date: the author's, or else the date as the language writes it.
    pub due_text: Option<String>,
    /// Whether numbers begin again in every section, so that it needs its section beside it.
    pub needs_section: bool,
    /// Whether something is still to be done and the issuer states no deadline.
    pub no_due: bool,
    /// The due date before it was moved.
    pub original_due: Option<Date>,
    /// Days past the deadline at `as_of`.
    pub overdue: Option<i64>,
    /// Its section, if it has one.
    pub section: Option<SectionName>,
    /// Where its lead and responsible units are listed.
    pub units: Vec<String>,
    /// Its values of fields by which lists can be filtered: `priority=high`.
    pub fields: Vec<String>,
}

/// Issues as rows of a list.
pub(in crate::site) type Rows<'a> = Each<'a, IssueRow>;

impl Parts<'_> {
    pub(in crate::site) fn row(&self, id: IssueId) -> IssueRow {
        let notice = self.notice();
        let issue = notice.issue(id);
        let mut known = BTreeSet::new();
        let units = notice.units_of(&issue.record.lead).chain(notice.units_of(&issue.record.responsible));
        let units = units.filter(|unit| known.insert(*unit));
        IssueRow {
            id: issue.key.to_string(),
            number: issue.label(self.locale.lang),
            ordinal: self.issue_ordinal(issue),
            title: self.text(&issue.record.title),
            href: self.href(PageKind::Issue(id)),
            status: issue.record.status.to_string(),
            is_outstanding: issue.class().is_outstanding(),
            answer: issue.record.response.as_ref().map(ToString::to_string),
            basis: issue.record.status_basis,
            due: issue.due(),
            due_text: self.due_text(issue.due(), issue.record.due_text.as_ref()),
            needs_section: section_in_name(notice, issue).is_some(),
            no_due: issue.has_no_due(),
            original_due: issue.record.original_due.map(|due| *due),
            overdue: issue.days_overdue(self.edition.as_of),
            section: issue.group.section.map(|section| self.section_name(section)),
            units: units.map(|unit| self.unit_href(unit)).collect(),
            fields: self.filtered(issue),
        }
    }

    /// What an issue has in fields by which lists can be filtered.
    fn filtered(&self, issue: &Issue) -> Vec<String> {
        let fields = self.notice().record.fields.iter().zip(&issue.values).filter(|(field, _)| field.filter);
        let words = |(field, value): (&FieldRecord, &Option<FieldValue>)| -> Vec<String> {
            let word = |at: usize| format!("{}={}", field.id, self.notice().option(field, at).0);
            value.iter().flat_map(FieldValue::places).map(word).collect()
        };
        let places = self.notice().places_of(&issue.record.places);
        let place = |id: PlaceId| format!("{PLACES}={}", self.notice().place(id).id);
        fields.flat_map(words).chain(places.map(place)).collect()
    }
}
