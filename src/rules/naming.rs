//! What a notice calls the scrutiny that it answers, what was found and what is done about it: words that every
//! language has, and the kind that the notice speaks of.

mod differing;
mod slip;
mod unknown;

use crate::notice::Naming;
use crate::value::Text;

pub(super) use differing::KIND_DIFFERS;
pub(super) use unknown::UNKNOWN_KIND;

/// Returns the word of a naming that is one.
fn written<T>(naming: &Naming<T>) -> Option<&Text> {
    match naming {
        Naming::Word(word) => Some(word),
        Naming::Own(_) => None,
    }
}
