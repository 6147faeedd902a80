//! A text in one language with the figures in it.

use std::ops::Range;

use super::super::context::Context;
use super::super::vocabulary::{Polarity, Pole};
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::locale::Reading;
use crate::text::markdown::{OBJECT, Prose};
use crate::text::quantity::{self, Quantity};
use crate::value::{Hedge, Lang, Trend};

/// A name of a unit, a body or a place: where it stands, and which of the notice's names it is.
pub(super) type Named = (Range<usize>, usize);

/// A figure that a text quotes by name.
pub(super) struct Quote<'a> {
    pub(super) name: &'a str,
    /// Where it stands in the prose.
    pub(super) range: Range<usize>,
    /// What the words beside it say of how exact it is.
    pub(super) hedge: Hedge,
    /// Which way the words beside it say that it moved.
    pub(super) trend: Option<Trend>,
}

/// A text in one language with the figures in it.
pub(super) struct Side<'a> {
    pub(super) lang: Lang,
    pub(super) passage: &'a Passage<'a>,
    pub(super) prose: &'a Prose<'a>,
    /// How figures are read in its language.
    pub(super) reading: &'a Reading,
    pub(super) quantities: Vec<Quantity>,
    /// The figures that it quotes by name.
    pub(super) quotes: Vec<Quote<'a>>,
    /// The names in it.
    pub(super) names: Vec<Named>,
    /// Whether it has sentences, and is no title.
    pub(super) is_sentence: bool,
    /// What it denies or, if it is a title, what it says falls short; none where nothing is known of how its language says so.
    pub(super) polarity: Option<Vec<(Range<usize>, Polarity)>>,
    /// What it says of which way things moved, and on which side of a line they lie.
    pub(super) poles: Vec<(Range<usize>, Pole)>,
}

/// What stands in a block of a text.
pub(super) struct SideBlock<'s, 'a> {
    pub(super) side: &'s Side<'a>,
    pub(super) quantities: &'s [Quantity],
    pub(super) quotes: &'s [Quote<'a>],
    pub(super) names: &'s [Named],
    pub(super) polarity: &'s [(Range<usize>, Polarity)],
    pub(super) poles: &'s [(Range<usize>, Pole)],
    range: Range<usize>,
}

impl<'a> Side<'a> {
    /// Reads a text; none without a language of the notice.
    pub(super) fn of(context: &'a Context, passage: &'a Passage<'a>, prose: &'a Prose<'a>) -> Option<Side<'a>> {
        let lang = passage.lang?;
        let rules = &context.locale(lang)?.rules;
        let quantities = quantity::read(&prose.text, rules);
        let quotes = quotes(prose, &quantities, &rules.reading);
        let words = context.vocabulary.get(&lang)?;
        let is_sentence = passage.doc().is_some() || prose.text.trim_end().ends_with(['.', '。']);
        let denials = if is_sentence { &words.polarity } else { &words.shortfall };
        let polarity = (!denials.is_empty()).then(|| denials.find(&prose.text));
        let names = words.names.find(&prose.text).into_iter().filter_map(|(at, name)| Some((at, name?))).collect();
        let poles = words.poles.find(&prose.text);
        Some(Side {
            lang,
            passage,
            prose,
            reading: &rules.reading,
            quantities,
            quotes,
            names,
            is_sentence,
            polarity,
            poles,
        })
    }

    /// The text as one part.
    pub(super) fn whole(&self) -> SideBlock<'_, 'a> {
        self.part(&(0..self.prose.text.len()))
    }

    /// What stands in a range of the prose.
    pub(super) fn part(&self, range: &Range<usize>) -> SideBlock<'_, 'a> {
        fn within<T>(all: &[T], range: &Range<usize>, at: impl Fn(&T) -> usize) -> Range<usize> {
            all.partition_point(|one| at(one) < range.start)..all.partition_point(|one| at(one) < range.end)
        }
        let polarity = self.polarity.as_deref().unwrap_or_default();
        SideBlock {
            side: self,
            quantities: &self.quantities[within(&self.quantities, range, |quantity| quantity.range.start)],
            quotes: &self.quotes[within(&self.quotes, range, |quote| quote.range.start)],
            names: &self.names[within(&self.names, range, |(at, _)| at.start)],
            polarity: &polarity[within(polarity, range, |(at, _)| at.start)],
            poles: &self.poles[within(&self.poles, range, |(at, _)| at.start)],
            range: range.clone(),
        }
    }
}

/// The figures that a text quotes, with what the words beside them say. Of a range the second end moved as the first did.
fn quotes<'a>(prose: &'a Prose<'a>, quantities: &[Quantity], reading: &Reading) -> Vec<Quote<'a>> {
    let mut found: Vec<Quote<'a>> = Vec::new();
    for (name, at) in &prose.quotes {
        let range = *at..*at + OBJECT.len_utf8();
        let figure = quantities[..quantities.partition_point(|quantity| quantity.range.end <= *at)].last();
        let figure = figure.map(|quantity| (quantity.range.end, quantity.trend));
        let quote = found.last().map(|quote| (quote.range.end, quote.trend));
        let before = figure.into_iter().chain(quote).max_by_key(|(end, _)| *end);
        let (hedge, trend) =
            quantity::words_beside(&prose.text, range.clone(), before.map_or(0, |(end, _)| end), reading);
        let is_second = |end| prose.text.get(end..*at).is_some_and(|between| quantity::is_between(between, reading));
        let first = before.filter(|(end, _)| is_second(*end)).and_then(|(_, trend)| trend);
        found.push(Quote { name, range, hedge, trend: trend.or(first) });
    }
    found
}

impl<'a> SideBlock<'_, 'a> {
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
