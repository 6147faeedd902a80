//! A text in one language with the figures in it.

use std::ops::Range;

use super::super::context::Context;
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::markdown::Prose;
use crate::text::quantity::{self, Quantity};
use crate::value::Lang;

/// A text in one language with the figures in it.
pub(super) struct Side<'a> {
    pub(super) lang: Lang,
    pub(super) passage: &'a Passage<'a>,
    pub(super) prose: &'a Prose<'a>,
    pub(super) quantities: Vec<Quantity>,
    /// The figures that it quotes by name, each with its place in the prose.
    pub(super) quotes: &'a [(&'a str, usize)],
}

/// What stands in a block of a text.
pub(super) struct Part<'s, 'a> {
    pub(super) side: &'s Side<'a>,
    pub(super) quantities: &'s [Quantity],
    pub(super) quotes: &'s [(&'a str, usize)],
}

impl<'a> Side<'a> {
    /// Reads a text; none without a language of the notice.
    pub(super) fn of(context: &Context, passage: &'a Passage<'a>, prose: &'a Prose<'a>) -> Option<Side<'a>> {
        let lang = passage.lang?;
        let quantities = quantity::read(&prose.text, &context.locale(lang)?.rules);
        Some(Side { lang, passage, prose, quantities, quotes: &prose.quotes })
    }

    /// The text as one part.
    pub(super) fn whole(&self) -> Part<'_, 'a> {
        Part { side: self, quantities: &self.quantities, quotes: self.quotes }
    }

    /// What stands in a range of the prose.
    pub(super) fn part(&self, range: &Range<usize>) -> Part<'_, 'a> {
        fn within<T>(all: &[T], range: &Range<usize>, at: impl Fn(&T) -> usize) -> Range<usize> {
            all.partition_point(|one| at(one) < range.start)..all.partition_point(|one| at(one) < range.end)
        }
        Part {
            side: self,
            quantities: &self.quantities[within(&self.quantities, range, |quantity| quantity.range.start)],
            quotes: &self.quotes[within(self.quotes, range, |(_, at)| *at)],
        }
    }
}

impl<'a> Part<'_, 'a> {
    /// Where a figure stands.
    pub(super) fn place(&self, quantity: &Quantity) -> Place {
        self.place_of(quantity.range.clone())
    }

    /// Where a range of the prose stands.
    pub(super) fn place_of(&self, range: Range<usize>) -> Place {
        self.side.passage.place(self.side.prose.place(range))
    }
}
