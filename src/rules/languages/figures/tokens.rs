//! Figures and dates of a block in the order in which they stand.

use std::ops::Range;

use crate::rules::languages::dates;
use crate::rules::languages::side::SideBlock;
use crate::text::quantity::{Form, Quantity};
use crate::value::Decimal;

/// What stands in a place of an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OrderedToken<'a> {
    Quote(&'a str),
    Value(Decimal),
    /// Year, month and day, as far as they are known.
    PartialDate([Option<Decimal>; 3]),
}

/// A token, the code of its unit if it has one, and its place in the prose.
pub(super) struct PlacedToken<'a> {
    pub(super) token: OrderedToken<'a>,
    pub(super) unit: &'a str,
    pub(super) range: Range<usize>,
}

/// The figures of a block that are meant as figures, in order. A number that is joined to a letter is part of a name: E408.
pub(super) fn figures<'p>(part: &'p SideBlock<'p, '_>) -> Vec<PlacedToken<'p>> {
    let text = &part.side.prose.text;
    let is_name = |q: &Quantity| text[..q.range.start].ends_with(|c: char| c.is_ascii_alphabetic());
    let quotes = part.quotes.iter().map(|quote| (OrderedToken::Quote(quote.name), "", quote.range.clone()));
    let digits = part.quantities.iter().filter(|q| q.form == Form::Digits && !q.kind.is_date() && !is_name(q));
    let values = digits.map(|q| (OrderedToken::Value(q.base_value()), q.kind.base_code(), q.range.clone()));
    let mut tokens: Vec<PlacedToken<'p>> =
        quotes.chain(values).map(|(token, unit, range)| PlacedToken { token, unit, range }).collect();
    tokens.sort_by_key(|placed| placed.range.start);
    tokens
}

/// The dates of a block, in order. Where they stand beside figures is a matter of style.
pub(super) fn whole_dates<'p>(part: &'p SideBlock<'p, '_>) -> Vec<PlacedToken<'p>> {
    let dates = dates::of(part).into_iter().filter(|date| date.month.is_some());
    let token = |date: &dates::PartialDate<'_>| {
        OrderedToken::PartialDate([date.any_year(), date.value(|d| d.month), date.value(|d| d.day)])
    };
    dates.map(|date| PlacedToken { token: token(&date), unit: "", range: date.range() }).collect()
}
