//! A text in one language with the figures in it.

use std::ops::Range;

use super::super::context::Context;
use super::super::vocabulary::Polarity;
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::markdown::Prose;
use crate::text::quantity::{self, Quantity};
use crate::value::Lang;

/// A name of a unit, a body or a place: where it stands, and which of the notice's names it is.
pub(super) type Named = (Range<usize>, usize);

/// A text in one language with the figures in it.
pub(super) struct Side<'a> {
    pub(super) lang: Lang,
    pub(super) passage: &'a Passage<'a>,
    pub(super) prose: &'a Prose<'a>,
    pub(super) quantities: Vec<Quantity>,
    /// The figures that it quotes by name, each with its place in the prose.
    pub(super) quotes: &'a [(&'a str, usize)],
    /// The names in it.
    pub(super) names: Vec<Named>,
    /// What it denies; none where it is no sentence, or nothing is known of how its language denies.
    pub(super) polarity: Option<Vec<(Range<usize>, Polarity)>>,
}

/// What stands in a block of a text.
pub(super) struct Part<'s, 'a> {
    pub(super) side: &'s Side<'a>,
    pub(super) quantities: &'s [Quantity],
    pub(super) quotes: &'s [(&'a str, usize)],
    pub(super) names: &'s [Named],
    pub(super) polarity: &'s [(Range<usize>, Polarity)],
    range: Range<usize>,
}

impl<'a> Side<'a> {
    /// Reads a text; none without a language of the notice.
    pub(super) fn of(context: &Context, passage: &'a Passage<'a>, prose: &'a Prose<'a>) -> Option<Side<'a>> {
        let lang = passage.lang?;
        let quantities = quantity::read(&prose.text, &context.locale(lang)?.rules);
        let words = context.vocabulary.get(&lang)?;
        let is_sentence = passage.doc().is_some() || prose.text.trim_end().ends_with(['.', '。']);
        let polarity = (is_sentence && !words.polarity.is_empty()).then(|| words.polarity.find(&prose.text));
        let names = words.names.find(&prose.text);
        Some(Side { lang, passage, prose, quantities, quotes: &prose.quotes, names, polarity })
    }

    /// The text as one part.
    pub(super) fn whole(&self) -> Part<'_, 'a> {
        self.part(&(0..self.prose.text.len()))
    }

    /// What stands in a range of the prose.
    pub(super) fn part(&self, range: &Range<usize>) -> Part<'_, 'a> {
        fn within<T>(all: &[T], range: &Range<usize>, at: impl Fn(&T) -> usize) -> Range<usize> {
            all.partition_point(|one| at(one) < range.start)..all.partition_point(|one| at(one) < range.end)
        }
        let polarity = self.polarity.as_deref().unwrap_or_default();
        Part {
            side: self,
            quantities: &self.quantities[within(&self.quantities, range, |quantity| quantity.range.start)],
            quotes: &self.quotes[within(self.quotes, range, |(_, at)| *at)],
            names: &self.names[within(&self.names, range, |(at, _)| at.start)],
            polarity: &polarity[within(polarity, range, |(at, _)| at.start)],
            range: range.clone(),
        }
    }
}

impl<'a> Part<'_, 'a> {
    /// The words of the block.
    pub(super) fn text(&self) -> &'a str {
        &self.side.prose.text[self.range.clone()]
    }

    /// Where its sentences end in the prose, the last at the end of the block.
    pub(super) fn ends_of_sentences(&self) -> Vec<usize> {
        let text = self.text();
        let mut ends: Vec<usize> = Vec::new();
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let is_end = match c {
                '。' | '！' | '？' => true,
                '.' | '!' | '?' => text[end..].starts_with([' ', '\n']),
                _ => false,
            };
            if is_end && !text[end..].trim().is_empty() {
                ends.push(self.range.start + end);
            }
        }
        ends.push(self.range.end);
        ends
    }

    /// Where a figure stands.
    pub(super) fn place(&self, quantity: &Quantity) -> Place {
        self.place_of(quantity.range.clone())
    }

    /// Where a range of the prose stands.
    pub(super) fn place_of(&self, range: Range<usize>) -> Place {
        self.side.passage.place(self.side.prose.place(range))
    }
}
