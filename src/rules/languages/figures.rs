//! The figures of a block and of its translation.
//!
//! Figures in digits must find a partner. Figures in words (三轮, three rounds) may be partners of figures in digits; with a counter they must
//! find one themselves. A measure in words (half, by the end of) need not have a partner, but none may stand against it. Figures that all
//! have partners must come in the same order.

mod difference;
mod order;
mod tokens;
mod unmatched;
mod words;

use super::partners::Nearest;
use super::quotes;
use super::side::SideBlock;
use crate::diagnostic::Diagnostic;
use crate::text::quantity::Quantity;
use difference::{Compared, differs};
use order::in_order;
use unmatched::unmatched;
use words::without_words;

pub(in crate::rules) use order::FIGURES_IN_ORDER;

/// Compares a block with its translation.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (left, right) = (unmatched(source, translation), unmatched(translation, source));
    let (left, right) = (without_words(source, &left, &right), without_words(translation, &right, &left));
    let (near_left, near_right) = (Nearest::of(&left), Nearest::of(&right));
    let alone = |quantity: &&&Quantity| near_left.to(quantity).is_none();
    let sides = (Compared::of(source), Compared::of(translation));
    found.extend(left.iter().map(|quantity| differs(&sides.0, quantity, &sides.1, &near_right)));
    found.extend(right.iter().filter(alone).map(|quantity| differs(&sides.1, quantity, &sides.0, &near_left)));
    found.extend(quotes::compare(source, translation));
    if found.is_empty() {
        found.extend(in_order(source, translation));
    }
    found
}
