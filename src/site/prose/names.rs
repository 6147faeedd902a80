//! What a text may quote: figures and statistics by their names, with the marks of their notes.

use super::MarkdownRenderer;
use crate::notice::statistics::Statistics;
use crate::notice::{EditorNote, Figure, breakdown};
use crate::site::parts::mark;
use crate::text::markdown::NoteMark;

impl MarkdownRenderer<'_> {
    /// A figure or a statistic by its name, in this language.
    pub(super) fn quote(&self, name: &str) -> Option<String> {
        if let Some(statistic) = name.strip_prefix("statistics.") {
            return self.edition.statistics.get(statistic).map(|count| self.locale.count(count));
        }
        let (figure, value) = breakdown::named(self.figures, name)?;
        // Only the present value is said to be nearly so much; the earlier one is what it is.
        let text = if breakdown::id_in(name) == name { figure.set(self.locale) } else { figure.set_was(self.locale) };
        text.or_else(|| Some(self.locale.decimal(value)))
    }

    /// The marks of the notes that stand at a figure.
    pub(super) fn marks(&self, figure: &str, notes: &[EditorNote<'_>]) -> Vec<NoteMark> {
        let figure = breakdown::id_in(figure);
        let numbered = notes.iter().enumerate().filter(|(_, note)| note.figures.contains(&figure));
        numbered.map(|(at, _)| mark(self.locale, self.notes, at + 1)).collect()
    }
}

/// Every name that a text may quote.
pub fn known_names(statistics: &Statistics, figures: &[Figure]) -> Vec<String> {
    breakdown::names(figures).chain(statistics.names().map(|name| format!("statistics.{name}"))).collect()
}
