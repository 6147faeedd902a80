//! Editor's notes: what the page tells readers beside what the source says, at the figures that it is about.

use super::records::{AcceptedRecord, AccountabilityRecord, FigureRecord, NoteRecord, NoticeRecord};
use super::{Issue, IssueKey};
use crate::value::{Localized, Text};

/// A note for readers, and the ids of the figures that it stands at.
#[derive(Clone, Debug)]
pub struct EditorNote<'a> {
    /// What it says.
    pub text: &'a Localized,
    /// Figures of the same record.
    pub figures: Vec<&'a str>,
}

/// Where a record's notes are written, and the figures that they may stand at.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditorNotes<'a> {
    figures: &'a [FigureRecord],
    notes: &'a [NoteRecord],
    accepted: &'a [AcceptedRecord],
    /// The issue that they belong to; what else they are of.
    owner: Owner,
}

/// Whose notes they are: pages that show several records need different anchors.
#[derive(Clone, Copy, Debug, Default)]
enum Owner {
    #[default]
    Notice,
    Accountability,
    Issue(IssueKey),
}

impl NoticeRecord {
    /// Notes at the figures of the notice as a whole.
    pub fn editor_notes(&self) -> EditorNotes<'_> {
        EditorNotes { figures: &self.stated, notes: &self.notes, accepted: &self.accepted, owner: Owner::Notice }
    }
}

impl AccountabilityRecord {
    /// Notes at the figures of leads handled and persons held to account.
    pub fn editor_notes(&self) -> EditorNotes<'_> {
        let owner = Owner::Accountability;
        EditorNotes { figures: &self.figures, notes: &self.notes, accepted: &self.accepted, owner }
    }
}

impl Issue {
    /// Notes at the figures of an issue.
    pub fn editor_notes(&self) -> EditorNotes<'_> {
        let (record, owner) = (&self.record, Owner::Issue(self.key));
        EditorNotes { figures: &record.figures, notes: &record.notes, accepted: &record.accepted, owner }
    }
}

impl<'a> EditorNotes<'a> {
    /// Returns every note in the order of the record, one that is given twice once, at the figures of both.
    pub fn list(&self) -> Vec<EditorNote<'a>> {
        let figures = self.figures;
        let of_notes =
            self.notes.iter().map(|note| EditorNote { text: &note.text, figures: named(figures, &note.figures) });
        let of_accepted = self.accepted.iter().filter_map(|accepted| {
            let named = if accepted.figures.is_empty() {
                mentioned(figures, &accepted.text)
            } else {
                named(figures, &accepted.figures)
            };
            Some(EditorNote { text: accepted.note.as_ref()?, figures: named })
        });
        let mut list: Vec<EditorNote<'a>> = Vec::new();
        for note in of_notes.chain(of_accepted) {
            match list.iter_mut().find(|known| known.text == note.text) {
                Some(known) => known.figures.extend(note.figures),
                None => list.push(note),
            }
        }
        list
    }

    /// Returns the anchor of the note of a number, counted from 1.
    pub fn anchor(&self, number: usize) -> String {
        match self.owner {
            Owner::Notice => format!("editor-{number}"),
            Owner::Accountability => format!("accountability-editor-{number}"),
            Owner::Issue(issue) => format!("i{issue}-editor-{number}"),
        }
    }

    /// Returns the ids of figures that a note names and the record does not have.
    pub fn unknown(&self) -> Vec<&'a Text> {
        let of_notes = self.notes.iter().flat_map(|note| &note.figures);
        let ids = of_notes.chain(self.accepted.iter().flat_map(|accepted| &accepted.figures));
        ids.filter(|id| !self.figures.iter().any(|figure| figure.id == **id)).collect()
    }

    /// Returns the ids of the figures that a note may stand at.
    pub fn known(&self) -> impl Iterator<Item = &'a str> {
        self.figures.iter().map(|figure| figure.id.as_str())
    }
}

fn named<'a>(figures: &'a [FigureRecord], ids: &[Text]) -> Vec<&'a str> {
    let known = |id: &Text| figures.iter().find(|figure| figure.id == *id).map(|figure| figure.id.as_str());
    ids.iter().filter_map(known).collect()
}

/// Returns the figures whose ids stand in a text as words: those of an equation.
fn mentioned<'a>(figures: &'a [FigureRecord], text: &str) -> Vec<&'a str> {
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    figures.iter().map(|figure| figure.id.as_str()).filter(|id| words.contains(id)).collect()
}
