//! Figures of a record, set in the language.

use serde::Serialize;

use super::Parts;
use super::notes::NoteView;
use crate::notice::{EditorNotes, Figure};
use crate::value::Date;

/// A figure, set in the language.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FigureView {
    /// Its id.
    pub id: String,
    /// What it is a figure of.
    pub label: String,
    /// The figure with its unit.
    pub text: String,
    /// The date that it holds for, where it is another than that of the other figures.
    pub as_of: Option<Date>,
    /// What it was, where that is stated.
    pub was: Option<String>,
    /// What the figure that it is of is called.
    pub of: Option<String>,
    /// The editor's notes about it.
    pub notes: Vec<NoteView>,
}

impl Parts<'_> {
    pub(in crate::site) fn figure(&self, figure: &Figure) -> FigureView {
        let text = figure.set(self.locale);
        FigureView {
            id: figure.id.to_string(),
            label: self.text(&figure.label),
            text: text.unwrap_or_else(|| self.locale.decimal(*figure.value)),
            as_of: figure.as_of,
            was: figure.set_was(self.locale),
            of: None,
            notes: Vec::new(),
        }
    }

    /// The figures of a record with the editor's notes about each.
    pub(in crate::site) fn noted_figures(&self, figures: &[Figure], notes: EditorNotes<'_>) -> Vec<FigureView> {
        let (list, views) = (notes.list(), self.notes(notes));
        let of = |id: &str| {
            let at = list.iter().zip(&views).filter(|(note, _)| note.figures.contains(&id));
            at.map(|(_, view)| view.clone()).collect()
        };
        let whole = |figure: &Figure| {
            let whole = figures.iter().find(|whole| figure.of.as_ref() == Some(&whole.id))?;
            Some(self.text(&whole.label))
        };
        let view = |figure: &Figure| FigureView { notes: of(&figure.id), of: whole(figure), ..self.figure(figure) };
        figures.iter().map(view).collect()
    }
}
