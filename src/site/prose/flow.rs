//! Texts as paragraphs and tables, for documents.

use super::{MarkdownRenderer, body};
use crate::notice::fields::MarkdownField;
use crate::notice::{Issue, Item, Narrative};
use crate::text::markdown::{Doc, FlowBlock};
use crate::value::RelPath;

impl MarkdownRenderer<'_> {
    /// The paragraphs and tables of a narrative in this language, without its title.
    pub fn flow_of(&self, narrative: &Narrative) -> Vec<FlowBlock> {
        let file = narrative.files.get(self.locale.lang);
        file.map(|file| self.flow(&body(narrative, file.doc()), &file.path)).unwrap_or_default()
    }

    /// The paragraphs and tables of a text of an issue.
    pub fn flow_field(&self, issue: &Issue, field: MarkdownField) -> Vec<FlowBlock> {
        field.of(issue, self.locale.lang).map(|(doc, file)| self.flow(doc, file)).unwrap_or_default()
    }

    /// The paragraphs and tables of what was done about an item of an issue.
    pub fn flow_item(&self, issue: &Issue, item: &Item) -> Vec<FlowBlock> {
        let doc = item.response.as_ref().and_then(|response| response.get(self.locale.lang));
        doc.map(|doc| self.flow(doc, &issue.path)).unwrap_or_default()
    }

    fn flow(&self, doc: &Doc, file: &RelPath) -> Vec<FlowBlock> {
        self.with_context(file, |context| doc.flow(context))
    }

    /// The bold words that the items of an issue's response begin with.
    pub fn run_ins(&self, issue: &Issue) -> Vec<String> {
        let response = MarkdownField::Response.of(issue, self.locale.lang);
        response.map(|(doc, _)| doc.run_ins()).unwrap_or_default()
    }
}
