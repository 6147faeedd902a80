//! A text of a cell, whose letters need not look alike.

use super::fonts::FontLook;
use crate::source::xml::XmlElement;

/// A text in runs of letters that look alike.
#[derive(Debug, Clone, Default)]
pub(super) struct RichText(Vec<CellRun>);

/// Letters, and how they look where the cell does not say it.
#[derive(Debug, Clone, Default)]
struct CellRun {
    text: String,
    look: Option<FontLook>,
}

/// What a person sees of a text, what of that is struck through, and what nobody sees.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct SeenText {
    pub(super) text: String,
    pub(super) struck: String,
    pub(super) hidden: String,
}

impl RichText {
    /// Returns a text of which all letters look as the cell says.
    pub(super) fn plain(text: String) -> RichText {
        RichText(vec![CellRun { text, look: None }])
    }

    /// Notes an element of the text, which stands in `parent`.
    pub(super) fn begin(&mut self, parent: &str, element: &XmlElement) {
        match (parent, &*element.name, self.0.last_mut()) {
            ("si" | "is", "r", _) => self.0.push(CellRun::default()),
            ("r", "rPr", Some(run)) => run.look = Some(FontLook::default()),
            ("rPr", _, Some(run)) => run.look.iter_mut().for_each(|look| look.note(element)),
            _ => {}
        }
    }

    /// Adds letters.
    pub(super) fn put(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(run) => run.text += text,
            None => self.0.push(CellRun { text: text.to_owned(), look: None }),
        }
    }

    /// Returns what a person sees of it in a cell whose letters look so. On a background of its own white shows.
    pub(super) fn seen(&self, of_cell: FontLook, is_filled: bool) -> SeenText {
        let mut seen = SeenText::default();
        for run in &self.0 {
            let look = run.look.unwrap_or(of_cell);
            if look.is_tiny || look.is_white && !is_filled {
                seen.hidden += &run.text;
                continue;
            }
            // A cell that is raised as a whole has nothing on its line to be told from.
            let script = run.look.map(|look| look.script).unwrap_or_default();
            let written = script.written(&run.text, &seen.text);
            seen.text += &written;
            if look.is_struck {
                seen.struck += &run.text;
            }
        }
        seen
    }
}
