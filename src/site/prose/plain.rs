//! Texts as words alone, for data and for search.

use super::{MarkdownRenderer, body};
use crate::notice::fields::MarkdownField;
use crate::notice::{Issue, Item, Narrative, NarrativeFile};
use crate::text::markdown;
use crate::value::RelPath;

impl MarkdownRenderer<'_> {
    /// The words of a narrative in this language, without its title.
    pub fn words(&self, narrative: &Narrative) -> String {
        let file = narrative.files.get(self.locale.lang);
        let words =
            |file: &NarrativeFile| self.with_context(&file.path, |context| body(narrative, file.doc()).plain(context));
        file.map(words).unwrap_or_default()
    }

    /// The words of what was done about an item of an issue.
    pub fn plain_item(&self, issue: &Issue, item: &Item) -> Option<String> {
        let doc = item.response.as_ref()?.get(self.locale.lang)?;
        Some(self.with_context(&issue.path, |context| doc.plain(context)))
    }

    /// The words of a text of an issue.
    pub fn plain(&self, issue: &Issue, field: MarkdownField) -> Option<String> {
        let (doc, file) = field.of(issue, self.locale.lang)?;
        Some(self.with_context(file, |context| doc.plain(context)))
    }

    /// The words of a text that stands in a file.
    pub fn shown(&self, text: &str, file: &RelPath) -> String {
        self.with_context(file, |context| markdown::parse(text).plain(context))
    }
}
