//! Changes as they are remembered: what was changed, which texts in other languages are behind now, and which statuses and
//! deadlines were moved.

use super::super::Change;
use super::super::cell::CellKind;
use super::super::target::CellTarget;
use super::Editor;
use crate::office::report::Certainty;
use crate::say;
use crate::value::{Date, RelPath, StatusClass};

/// What became of the status and the deadline of an issue.
#[derive(Default)]
pub(super) struct Moved {
    pub(super) has_status: bool,
    /// The deadline before.
    pub(super) due: Option<Date>,
}

impl Editor<'_> {
    /// Remembers a change, and what it implies.
    pub(super) fn note(&mut self, target: &CellTarget<'_>, was: String, is: String) {
        let is_own_text = matches!(target.kind, CellKind::Text | CellKind::Texts | CellKind::Markdown);
        let has_more = self.edition.notice.languages.len() > 1 && self.lang == self.edition.notice.default_language();
        if is_own_text && has_more && !was.is_empty() {
            self.outdated.push(format!("{} {}", target.path, target.keys.join("/")));
        }
        if let (Some(id), [key]) = (target.issue, target.keys) {
            if key == "due" {
                self.drop_words_of_due(target);
            }
            let due = self.issue(id).due();
            // A status that is stated for the first time is no change of it.
            let was_stated = self.status_class(self.issue(id).record.status.as_str()) != Some(StatusClass::NotStated);
            let moved = self.moved.entry(id).or_default();
            match key.as_str() {
                "status" => moved.has_status = was_stated,
                "due" => moved.due = due,
                _ => {}
            }
        }
        self.changes.push(Change { path: target.path.clone(), field: target.head.to_owned(), was, is });
    }

    /// The words of a deadline that is moved are those of the old one.
    fn drop_words_of_due(&mut self, target: &CellTarget<'_>) {
        let lang = self.lang.code().to_owned();
        let value = self.value(target.path);
        let Some(words) = value.get(&["due_text"]).cloned() else { return };
        value.remove(&["due_text"]);
        let was = words.str(&[&lang]).or(words.str(&[])).unwrap_or_default().to_owned();
        let message = say!(
            "时限改了，原来的话（due_text）删去",
            "the deadline was moved, and the words of the old one (`due_text`) are gone"
        );
        self.report.at(Certainty::Likely, target.row, &was, message);
        self.changes.push(Change { path: target.path.clone(), field: "due_text".to_owned(), was, is: String::new() });
    }

    /// Remembers that something is new.
    pub(in crate::office::update) fn added(&mut self, path: &RelPath, name: &str, is: &str) {
        let change = Change { path: path.clone(), field: name.to_owned(), was: String::new(), is: is.to_owned() };
        self.changes.push(change);
    }
}
