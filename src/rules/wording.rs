//! Wording: punctuation of each language, texts that nobody translated, and the office's own list of terms. Marks that
//! come in pairs are looked at in `marks`.

mod brackets;
mod full_width;
mod half_width;
mod telephone;
mod terms;
mod untranslated;
#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::context::Context;
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::markdown::{OBJECT, Prose};

pub(super) use full_width::FULL_WIDTH_PUNCTUATION;
pub(super) use half_width::HALF_WIDTH_PUNCTUATION;
pub(super) use telephone::TELEPHONE_DASH;
pub(super) use terms::WRONG_TERM;
pub(super) use untranslated::UNTRANSLATED;

/// Returns whether a text is set like Chinese.
fn is_east_asian(context: &Context, passage: &Passage<'_>) -> bool {
    let locale = passage.lang.and_then(|lang| context.locale(lang));
    locale.is_some_and(|locale| locale.rules.language.east_asian)
}

/// Returns a diagnostic at a range of the prose of a text.
fn place(passage: &Passage<'_>, prose: &Prose<'_>, range: Range<usize>) -> Place {
    passage.place(prose.place(range))
}

/// Returns whether a character is a Han character, full-width punctuation, or one that stands among them without being
/// a word.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) || c == OBJECT
}
