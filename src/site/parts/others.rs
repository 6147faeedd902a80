//! Sentences about the issues that are neither completed nor outstanding: closed without being done, or of no stated status.

use super::Parts;
use crate::notice::Status;
use crate::notice::statistics::Tally;
use crate::text::locale::Argument;
use crate::value::StatusClass;

impl Parts<'_> {
    pub(super) fn other_sentences(&self, tally: &Tally) -> Vec<String> {
        let classes = [StatusClass::Closed, StatusClass::NotStated];
        classes.into_iter().filter_map(|class| self.of_class(tally, class)).collect()
    }

    /// A sentence about the issues that are closed without being done, or whose status is not stated, if there are any: in the
    /// office's own words where it has words for all of them.
    pub(super) fn of_class(&self, tally: &Tally, class: StatusClass) -> Option<String> {
        let (count, usual) = match class {
            StatusClass::Closed => (tally.closed(), "home.closed"),
            _ => (tally.not_stated(), "home.not_stated"),
        };
        let n = ("n", Argument::Issues(count));
        let sentence = || match self.own_labels(tally, class) {
            Some(labels) => self.locale.say("home.labelled", &[n, ("labels", Argument::Text(&labels))]),
            None => self.locale.say(usual, &[n]),
        };
        (count.n > 0).then(sentence)
    }

    /// What the office calls the statuses that some issues of a class have, quoted; nothing where it has no words of its own
    /// for one of them.
    pub(super) fn own_labels(&self, tally: &Tally, class: StatusClass) -> Option<String> {
        let is_used = |status: &Status| status.class == class && tally.of(*status).n > 0;
        let used: Vec<Status> = self.notice().statuses().filter(is_used).collect();
        let is_usual = |status: &Status| self.notice().status(status.id).is_built_in();
        if used.is_empty() || used.iter().any(is_usual) {
            return None;
        }
        let quoted = |status: &Status| {
            self.locale.say("method.quoted", &[("label", Argument::Text(&self.status_label(status.id)))])
        };
        Some(used.iter().map(quoted).collect::<Vec<_>>().join(&self.locale.text("method.between")))
    }
}
