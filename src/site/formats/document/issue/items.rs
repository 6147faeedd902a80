//! Items of an issue in the document.

use crate::notice::{Issue, Item};
use crate::site::MarkdownRenderer;
use crate::site::formats::document::DocumentWriter;
use crate::site::formats::document::texts::{self, Notes};
use crate::site::formats::docx::Style;
use crate::site::views::FactView;
use crate::text::locale::Argument;
use crate::text::markdown::FlowRun;

impl DocumentWriter<'_> {
    pub(super) fn items(&mut self, issue: &Issue, notes: &mut Notes, level: usize) {
        if issue.record.items.is_empty() {
            return;
        }
        self.label("items", "issue.items");
        for (at, item) in (1..).zip(&issue.record.items) {
            self.item(issue, at, item, notes, level);
        }
    }

    fn item(&mut self, issue: &Issue, at: u64, item: &Item, notes: &mut Notes, level: usize) {
        let number = at.to_string();
        let ordinal = self.parts.locale.say("numbering.topic", &[("number", Argument::Text(&number))]);
        let status = self.status(&item.status, item.status_basis);
        let title = self.parts.text(&item.title);
        let arguments = [("title", Argument::Text(&title)), ("status", Argument::Text(&status))];
        let line = format!("{ordinal}{}", self.parts.locale.say("data.item", &arguments));
        self.docx.states("item").paragraph(Style::Body, &[FlowRun::strong(line)]);
        let known = [
            ("item completed_on", "data.columns.completed_on.title", item.completed_on),
            ("item due", "issue.due", item.due),
        ];
        if let Some((states, key, date)) = known.into_iter().find_map(|(states, key, date)| Some((states, key, date?)))
        {
            let moved = item.original_due.filter(|_| item.completed_on.is_none());
            let fact = FactView { date: Some(*date), was: moved.map(|due| *due), ..FactView::default() };
            let line = self.labelled(&self.word(key), texts::fact(self.parts.locale, &fact));
            self.docx.states(states).paragraph(Style::Fact, &line);
        }
        if let Some(statement) = &item.statement {
            let line = self.labelled(&self.word("issue.statement"), self.parts.text(statement));
            self.docx.states("item statement").paragraph(Style::Body, &line);
        }
        let flow = MarkdownRenderer::of_issue(self.parts.edition, self.parts.locale, issue).flow_item(issue, item);
        self.docx.states("item response");
        self.flow(flow, notes, level);
        self.listed("item history", "issue.history", self.history(&item.history));
    }
}
