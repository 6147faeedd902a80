//! An issue in the document.

mod items;
mod measures;
mod open;

use super::DocumentWriter;
use super::texts::{self, Notes};
use crate::notice::fields::MarkdownField;
use crate::notice::{Change, FieldPlace, Figure, Issue, IssueId};
use crate::site::MarkdownRenderer;
use crate::site::figures::rests;
use crate::site::formats::docx::Style;
use crate::site::views::facts;
use crate::text::locale::Argument;
use crate::text::markdown::FlowRun;
use crate::value::{StatusBasis, Text};

impl DocumentWriter<'_> {
    pub(super) fn issue(&mut self, id: IssueId, level: usize) {
        let issue = self.parts.notice().issue(id);
        let row = self.parts.row(id);
        let mut notes = Notes::of(&self.parts, issue.editor_notes());
        let heading = FlowRun::of(format!("{}{}", row.ordinal, row.title));
        self.docx.states("issue").paragraph(Style::heading(level), &[vec![heading], notes.of_whole()].concat());
        self.facts(issue);
        if let Some(statement) = &issue.record.statement {
            let line = self.labelled(&self.word("issue.statement"), self.parts.text(statement));
            self.docx.states("statement").paragraph(Style::Body, &line);
        }
        self.text(issue, MarkdownField::Answer, "data.columns.answer_text.title", &mut notes, level);
        self.text(issue, MarkdownField::Response, "issue.response", &mut notes, level);
        self.figures(issue, &mut notes);
        self.measures(issue);
        self.items(issue, &mut notes, level);
        // What is still to be done stands here, unless a part of its own has it.
        if !row.is_outstanding || self.parts.notice().part("outstanding").is_none() {
            self.text(issue, MarkdownField::NextSteps, "issue.next_steps", &mut notes, level);
        }
        let documents = issue.record.documents.iter().map(|document| self.parts.text(document)).collect();
        self.listed("documents", "issue.documents", documents);
        let history = self.history(&issue.record.history);
        self.listed("history", "issue.history", history);
        self.left_over(&notes);
    }

    /// Status, whatever else is known at a glance.
    fn facts(&mut self, issue: &Issue) {
        let status = self.status(&issue.record.status, issue.record.status_basis);
        let overdue = issue.days_overdue(self.parts.edition.as_of).map(|days| {
            let date = self.parts.locale.date(self.parts.edition.as_of);
            let n = Argument::Count(days.unsigned_abs());
            format!(" {}", self.parts.locale.say("issue.overdue", &[("n", n), ("date", Argument::Text(&date))]))
        });
        let line = self.labelled(&self.word("issue.status"), status + &overdue.unwrap_or_default());
        self.docx.states("status").paragraph(Style::Fact, &line);
        facts(&self.parts, issue, FieldPlace::Notice).iter().for_each(|fact| self.fact(fact));
    }

    fn status(&self, status: &str, basis: StatusBasis) -> String {
        let mark = if basis == StatusBasis::Inferred { self.word("basis.mark") } else { String::new() };
        format!("{}{mark}", self.word(&format!("status.{status}")))
    }

    /// A text under a line that says what it is.
    fn text(&mut self, issue: &Issue, field: MarkdownField, label: &str, notes: &mut Notes, level: usize) {
        let flow = MarkdownRenderer::of_issue(self.parts.edition, self.parts.locale, issue).flow_field(issue, field);
        if !flow.is_empty() {
            let states = match field {
                MarkdownField::Response => "response",
                MarkdownField::Answer => "answer",
                MarkdownField::NextSteps => "next-steps",
            };
            self.label(states, label);
            self.flow(flow, notes, level);
        }
    }

    fn label(&mut self, states: &str, key: &str) {
        let colon = self.word("head.colon");
        let label = format!("{}{}", self.word(key), colon.trim_end());
        self.docx.states(states).text(Style::Label, label);
    }

    fn figures(&mut self, issue: &Issue, notes: &mut Notes) {
        let figures = self.parts.noted_figures(&issue.record.figures, issue.editor_notes());
        if figures.is_empty() {
            return;
        }
        let (colon, comma) = (self.word("head.colon"), self.word("document.joiner"));
        let mut runs = vec![FlowRun::strong(format!("{}{colon}", self.word("issue.figures")))];
        for (at, figure) in figures.iter().enumerate() {
            let comma = if at > 0 { &*comma } else { "" };
            runs.push(FlowRun::of(format!("{comma}{}{colon}", figure.label)));
            runs.extend(texts::figure(self.parts.locale, figure, notes));
        }
        // In the same paragraph: one of its own would be read as a part of the response when the document is imported.
        for sentence in rests(&self.parts, &issue.record.figures, &issue.record.equations) {
            runs.push(FlowRun::of(format!("{comma}{sentence}")));
        }
        self.docx.states("figures").paragraph(Style::Fact, &runs);
    }

    /// What is left of wholes, a sentence each.
    pub(super) fn rests(&mut self, figures: &[Figure], equations: &[Text]) {
        for sentence in rests(&self.parts, figures, equations) {
            self.docx.states("rest").text(Style::Fact, sentence);
        }
    }

    fn history(&self, history: &[Change]) -> Vec<String> {
        let change = |change: &Change| {
            let (date, status) = (self.parts.locale.date(*change.on), self.word(&format!("status.{}", change.status)));
            let note = change.note.as_ref().map(|note| format!("{}{}", self.word("head.colon"), self.parts.text(note)));
            format!("{date} {status}{}", note.unwrap_or_default())
        };
        history.iter().map(change).collect()
    }

    /// Several texts in one paragraph that says what they are.
    fn listed(&mut self, states: &str, label: &str, texts: Vec<String>) {
        if !texts.is_empty() {
            let line = self.labelled(&self.word(label), texts.join(&self.word("document.joiner")));
            self.docx.states(states).paragraph(Style::Fact, &line);
        }
    }
}
