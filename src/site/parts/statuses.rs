//! What statuses and responses are called, and what a status says.

use serde::Serialize;

use super::Parts;
use crate::notice::{Issue, ResponseId, Status, StatusId};
use crate::text::locale::Argument;
use crate::value::StatusClass;

/// A status that a list or a group is of.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct StatusView {
    pub status: String,
    /// The name of its glyph.
    pub glyph: &'static str,
    /// What it says.
    pub meaning: String,
}

impl Parts<'_> {
    pub(in crate::site) fn status_view(&self, status: Status) -> StatusView {
        StatusView {
            status: self.notice().status(status.id).id.to_string(),
            glyph: status.class.built_in().id,
            meaning: self.status_meaning(status),
        }
    }

    /// What pages call a status.
    pub(in crate::site) fn status_label(&self, status: StatusId) -> String {
        self.locale.text(&format!("status.{}", self.notice().status(status).id))
    }

    pub(in crate::site) fn response_label(&self, response: ResponseId) -> String {
        self.locale.text(&format!("answer.{}", self.notice().response(response).id))
    }

    /// What a status says: the notice's own sentence, the built-in one of the status where it is true of every issue, or else how it counts.
    pub(in crate::site) fn status_meaning(&self, status: Status) -> String {
        let spec = self.notice().status(status.id);
        if let Some(meaning) = &spec.meaning {
            return self.text(meaning);
        }
        let mut dues = self.notice().issues.iter().filter(|issue| issue.status == status).map(Issue::due);
        let is_true = match status.class {
            StatusClass::Substantially => dues.all(|due| due.is_some()),
            StatusClass::Ongoing => dues.all(|due| due.is_none()),
            _ => true,
        };
        if spec.is_built_in() && is_true {
            return self.locale.text(&format!("status_meaning.{}", spec.id));
        }
        let label = self.status_label(status.id);
        self.locale.say(&format!("counts_as.{}", status.class.built_in().id), &[("label", Argument::Text(&label))])
    }
}
