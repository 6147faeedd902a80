//! The ledger that an inspector reads: every issue a row, with what is done, by whom, by when and what shows it.

use serde::Serialize;

use super::super::parts::{Each, IssueRow, Parts, SectionRef};
use super::super::prose::MarkdownRenderer;
use crate::notice::pagination::Window;
use crate::notice::{IssueId, SectionId};
use crate::value::Date;

/// The ledger.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LedgerView<'a> {
    /// The sections in order, each with its rows.
    pub sections: Vec<LedgerPart<'a>>,
    /// Whether any issue has a measure.
    pub has_measures: bool,
    /// Whether any issue names a body.
    pub has_units: bool,
    /// Whether any issue has a document.
    pub has_documents: bool,
    /// How many columns it has.
    pub columns: usize,
}

/// The rows of a section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LedgerPart<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    /// Its issues.
    pub rows: Each<'a, LedgerRow>,
}

/// A row of the ledger.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LedgerRow {
    /// The issue.
    pub row: IssueRow,
    /// What was found.
    pub statement: Option<String>,
    /// The places that it concerns.
    pub places: Vec<String>,
    /// What is done: the measures of the record, or else the bold words that the items of the response begin with.
    pub measures: Vec<String>,
    /// The bodies that lead or answer for it, in this order.
    pub units: Vec<String>,
    /// The day, month or year of completion.
    pub completed_on: Option<Date>,
    /// Documents issued.
    pub documents: Vec<String>,
}

/// Returns the ledger of a notice.
pub(super) fn ledger<'a>(parts: &Parts<'a>, mut window: Window) -> LedgerView<'a> {
    let notice = parts.notice();
    let of_section = |section: Option<SectionId>| {
        let issues = window.take(parts.wanted(|issue| issue.group.section == section))?;
        let section = section.map(|section| parts.section_ref(section));
        Some(LedgerPart { section, rows: Each::of(parts, issues, row) })
    };
    let has_measures = notice.issue_ids().any(|id| !measures(parts, id).is_empty());
    let has_units = notice.has_acting_units();
    let has_documents = notice.issues.iter().any(|issue| !issue.record.documents.is_empty());
    // Number, issue, deadline and status are always there.
    let columns = 4 + [has_measures, has_units, has_documents].into_iter().filter(|has| *has).count();
    let sections = notice.divisions().filter_map(of_section).collect();
    LedgerView { sections, has_measures, has_units, has_documents, columns }
}

fn row(parts: &Parts<'_>, id: IssueId) -> LedgerRow {
    let notice = parts.notice();
    let record = &notice.issue(id).record;
    let units = notice.units_of(&record.lead).chain(notice.units_of(&record.responsible));
    LedgerRow {
        row: parts.row(id),
        statement: record.statement.as_ref().map(|statement| parts.text(statement)),
        places: notice.places_of(&record.places).map(|place| parts.place_link(place).title).collect(),
        measures: measures(parts, id),
        units: units.map(|unit| parts.unit_link(unit).title).collect(),
        completed_on: record.completed_on.map(|on| *on),
        documents: record.documents.iter().map(|document| parts.text(document)).collect(),
    }
}

fn measures(parts: &Parts<'_>, id: IssueId) -> Vec<String> {
    let issue = parts.notice().issue(id);
    if issue.record.measures.is_empty() {
        return MarkdownRenderer::of_issue(parts.edition, parts.locale, issue).run_ins(issue);
    }
    issue.record.measures.iter().map(|measure| parts.text(&measure.text)).collect()
}
