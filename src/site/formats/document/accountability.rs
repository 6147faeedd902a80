//! Figures of accountability, and the persons that were held to account.

use super::texts::Notes;
use super::{DocumentWriter, texts};
use crate::notice::{GroupRecord, Person};
use crate::site::MarkdownRenderer;
use crate::site::formats::docx::Style;
use crate::text::locale::Argument;
use crate::text::markdown::{FlowCell, FlowRun};

impl DocumentWriter<'_> {
    pub(super) fn accountability(&mut self, level: usize) {
        let Some(accountability) = &self.parts.notice().accountability else { return };
        let record = &accountability.record;
        let editor_notes = record.editor_notes();
        let mut notes = Notes::of(&self.parts, editor_notes);
        let of_notice = MarkdownRenderer::of_notice(self.parts.edition, self.parts.locale);
        let text = MarkdownRenderer { figures: &record.figures, notes: editor_notes, ..of_notice };
        let flow = accountability.narrative.as_ref().map(|narrative| text.flow_of(narrative)).unwrap_or_default();
        self.figure_table(&self.parts.noted_figures(&record.figures, editor_notes), &mut notes);
        self.rests(&record.figures, &record.equations);
        self.flow(flow, &mut notes, level);
        self.left_over(&notes);
        self.groups(&record.groups, level);
        let day = self.parts.edition.published_on();
        let is_named = |group: &GroupRecord| group.persons.iter().any(|person| person.name_shown(day).is_some());
        if record.groups.iter().any(|group| !group.persons.is_empty() && !is_named(group)) {
            let withheld = self.word("accountability.withheld");
            self.docx.states("withheld").text(Style::Note, withheld);
        }
    }

    /// Adds persons by group.
    pub(super) fn groups(&mut self, groups: &[GroupRecord], level: usize) {
        for group in groups {
            let n = self.parts.locale.say("accountability.persons", &[("n", Argument::Count(group.count().into()))]);
            let as_of = texts::as_of(self.parts.locale, group.as_of);
            let title = self.parts.text(&group.title);
            let space = self.word("head.space");
            self.docx.states("group").text(Style::heading(level + 1), format!("{title}{space}{n}{as_of}"));
            self.persons(&group.persons);
        }
    }

    fn persons(&mut self, persons: &[Person]) {
        let day = self.parts.edition.published_on();
        for person in persons {
            let post = self.parts.text(&person.post);
            let name = person.name_shown(day).map(|name| format!(" {}", self.parts.text(name))).unwrap_or_default();
            self.docx.states("person").text(Style::Body, format!("{post}{name}"));
        }
    }

    /// Figures with what they are figures of.
    fn figure_table(&mut self, figures: &[crate::site::FigureView], notes: &mut Notes) {
        if figures.is_empty() {
            return;
        }
        let cell = |is_right, runs| FlowCell { is_right, is_centered: false, runs };
        let heads =
            ["figure", "value"].map(|key| cell(false, vec![FlowRun::of(self.word(&format!("ledger.columns.{key}")))]));
        let mut rows = vec![Vec::from(heads)];
        for figure in figures {
            let runs = texts::figure(self.parts.locale, figure, notes);
            rows.push(vec![cell(false, vec![FlowRun::of(&*figure.label)]), cell(true, runs)]);
        }
        self.docx.table(&rows);
    }
}
