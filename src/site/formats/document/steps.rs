//! The issues in their sections, and those that are not finished. They are made in steps, so many of them a piece of the file.

use std::mem;

use super::DocumentWriter;
use crate::notice::{Group, IssueId, SectionId, Status};
use crate::site::formats::ISSUES_OF_A_PIECE;
use crate::site::formats::docx::Style;
use crate::text::locale::Argument;

/// What is added in one step, and on which level.
#[derive(Clone, Copy)]
enum DocumentStep {
    Section(Option<SectionId>, usize),
    Topic(Group, usize),
    Issue(IssueId, usize),
    /// A status of issues that are not finished.
    OpenStatus(Status, usize),
    /// What is still to be done about an issue, under its number.
    OpenIssue(IssueId, u64, usize),
}

impl DocumentWriter<'_> {
    pub(super) fn issues(&mut self, level: usize) {
        let notice = self.parts.notice();
        let mut steps = Vec::new();
        for section in notice.divisions() {
            steps.push(DocumentStep::Section(section, level));
            let level = level + usize::from(section.is_some());
            for group in notice.groups(section) {
                steps.push(DocumentStep::Topic(group, level));
                let level = level + usize::from(group.topic.is_some());
                steps.extend(notice.issues_of(group).map(|issue| DocumentStep::Issue(issue, level + 1)));
            }
        }
        self.in_pieces(&steps);
    }

    /// What is not finished, by its status: what is still to be done, and by when.
    pub(super) fn outstanding(&mut self, level: usize) {
        let notice = self.parts.notice();
        let (mut steps, mut number) = (Vec::new(), 0);
        for status in notice.statuses().filter(|status| status.class.is_outstanding()) {
            let issues: Vec<IssueId> = self.parts.wanted(|issue| issue.status == status);
            if issues.is_empty() {
                continue;
            }
            steps.push(DocumentStep::OpenStatus(status, level + 1));
            steps.extend(issues.into_iter().map(|issue| {
                number += 1;
                DocumentStep::OpenIssue(issue, number, level + 2)
            }));
        }
        self.in_pieces(&steps);
    }

    /// Adds what is made in steps, so many of them as a piece that is known or made.
    fn in_pieces(&mut self, steps: &[DocumentStep]) {
        for steps in steps.chunks(ISSUES_OF_A_PIECE) {
            let (mut body, begins, before) = self.docx.begin_piece();
            let (mut pieces, mut is_made) = (mem::take(&mut self.pieces), false);
            let left = body.add(&mut pieces, begins, || {
                is_made = true;
                steps.iter().for_each(|step| self.step(*step));
                self.docx.end_piece(before)
            });
            self.pieces = pieces;
            self.docx.go_on(body);
            if !is_made {
                self.docx.take(left);
            }
        }
    }

    fn step(&mut self, step: DocumentStep) {
        match step {
            DocumentStep::Section(section, level) => self.section(section, level),
            DocumentStep::Topic(group, level) => self.topic(group, level),
            DocumentStep::Issue(issue, level) => self.issue(issue, level),
            DocumentStep::OpenStatus(status, level) => {
                let word = self.word(&format!("status.{}", self.parts.notice().status(status.id).id));
                self.docx.states("open-status").text(Style::heading(level), word);
            }
            DocumentStep::OpenIssue(issue, number, level) => self.open_issue(issue, number, level),
        }
    }

    /// Adds the heading of a section, if it is one.
    fn section(&mut self, section: Option<SectionId>, level: usize) {
        let Some(section) = section else { return };
        let section = self.parts.section_ref(section);
        self.docx.states("section").text(Style::heading(level + 1), format!("{}{}", section.ordinal, section.title));
    }

    /// Adds the heading of a topic, if it is one.
    fn topic(&mut self, group: Group, level: usize) {
        let Some(topic) = group.topic else { return };
        let topic = self.parts.topic_ref(topic);
        let number = topic.number.to_string();
        let ordinal = self.parts.locale.say("numbering.topic", &[("number", Argument::Text(&number))]);
        self.docx.states("topic").text(Style::heading(level + 1), format!("{ordinal}{}", topic.title));
    }
}
