//! Rules about the notice and each of its issues: whether what they say can be true. Each part of a record has its
//! rules and their checks in a file of its own.

mod due;
mod early_due;
mod history;
mod narrative;
mod next_steps;

use crate::diagnostic::Place;
use crate::notice::Issue;
use crate::value::Spanned;

pub(super) use due::{MISSING_DUE, NEEDLESS_DUE};
pub(super) use early_due::DUE_BEFORE_INSPECTION;
pub(super) use history::{DATE_AFTER_AS_OF, HISTORY_DIFFERS};
pub(super) use narrative::{FORGOTTEN_NARRATIVE, MISSING_NARRATIVE};
pub(super) use next_steps::{MISSING_NEXT_STEPS, NEEDLESS_NEXT_STEPS};

fn at<T>(issue: &Issue, value: &Spanned<T>) -> Place {
    Place::span(&issue.path, value.span())
}
