//! What gongkai tells an author: what is wrong, where, and how to fix it, in Chinese and in English.
//!
//! Every stage of the pipeline gives a [`Checked`] value: the best it could make, beside everything it found. A stage
//! never stops at the first mistake. How diagnostics are shown belongs to the shell.

mod checked;
mod edit;
mod message;
mod nearest;
mod order;
mod place;
mod rule_id;

pub use checked::Checked;
pub use edit::{Edit, spliced};
pub use message::Message;
pub use nearest::nearest;
pub use order::{sort, sort_once};
pub use place::Place;
pub use rule_id::{RuleId, Severity};

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule, one of [`crate::rules::RULES`].
    pub rule: &'static str,
    /// How severe it is.
    pub severity: Severity,
    /// Where it stands, if it stands anywhere.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Message,
    /// How to fix it.
    pub help: Option<Message>,
    /// The changes of the file that fix it, where no judgement is needed; none else.
    pub fix: Option<Box<[Edit]>>,
    /// Another place that belongs to it, and what that place is.
    pub related: Option<(Place, Message)>,
    /// The reason for which an author accepted it, in the author's own language.
    pub accepted: Option<String>,
}

impl Diagnostic {
    /// Returns the diagnostic for a breach of a rule at a place.
    pub fn of(rule: impl Into<RuleId>, place: Place, message: Message) -> Diagnostic {
        let RuleId { name: rule, severity } = rule.into();
        Diagnostic { rule, severity, place: Some(place), message, help: None, fix: None, related: None, accepted: None }
    }

    /// Returns the same diagnostic with a way to fix it.
    pub fn help(mut self, help: Message) -> Diagnostic {
        self.help = Some(help);
        self
    }

    /// Returns the same diagnostic with the changes of its file that fix it; without, if there are none.
    pub fn fix(mut self, edits: Vec<Edit>) -> Diagnostic {
        self.fix = (!edits.is_empty()).then(|| edits.into());
        self
    }

    /// Returns the same diagnostic with another place that belongs to it.
    pub fn related(mut self, place: Place, what: Message) -> Diagnostic {
        self.related = Some((place, what));
        self
    }
}

/// Whether any finding forbids publishing.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
