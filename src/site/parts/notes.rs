//! What is said of a record beside it: the editor's notes with their marks, and corrections.

use serde::Serialize;

use super::Parts;
use crate::notice::{Correction, EditorNote, EditorNotes};
use crate::text::locale::{Argument, Locale};
use crate::text::markdown::NoteMark;
use crate::value::Date;

/// An editor's note.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NoteView {
    /// Its id on the page.
    pub anchor: String,
    /// The mark that leads to it.
    pub mark: String,
    /// What it is called.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// A correction.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct CorrectionView {
    pub on: Date,
    pub text: String,
}

impl Parts<'_> {
    /// The editor's notes of a record.
    pub(in crate::site) fn notes(&self, notes: EditorNotes<'_>) -> Vec<NoteView> {
        let view = |(at, note): (usize, &EditorNote<'_>)| {
            let NoteMark { anchor, text: mark, label } = mark(self.locale, notes, at + 1);
            NoteView { anchor, mark, label, text: self.text(note.text) }
        };
        notes.list().iter().enumerate().map(view).collect()
    }

    pub(in crate::site) fn corrections(&self, corrections: &[Correction]) -> Vec<CorrectionView> {
        corrections.iter().map(|c| CorrectionView { on: c.on, text: self.text(&c.text) }).collect()
    }
}

/// The mark of the note of a number, counted from 1.
pub(in crate::site) fn mark(locale: &Locale, notes: EditorNotes<'_>, number: usize) -> NoteMark {
    let n = number.to_string();
    let say = |key| locale.say(key, &[("n", Argument::Text(&n))]);
    NoteMark { anchor: notes.anchor(number), text: say("editor_notes.mark"), label: say("editor_notes.label") }
}
