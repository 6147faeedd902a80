//! Dates of a block as far as they are written: a year, a month and a day, or some of these.

use std::ops::Range;

use crate::rules::languages::side::SideBlock;
use crate::text::quantity::{Quantity, QuantityKind};
use crate::value::Decimal;

/// A date as far as it is written.
#[derive(Clone, Copy, Default)]
pub(in crate::rules::languages) struct PartialDate<'s> {
    pub(in crate::rules::languages) year: Option<&'s Quantity>,
    pub(in crate::rules::languages) month: Option<&'s Quantity>,
    pub(in crate::rules::languages) day: Option<&'s Quantity>,
    /// The year that another date of the block gives.
    pub(super) implied: Option<Decimal>,
}

impl<'s> PartialDate<'s> {
    pub(super) fn parts(&self) -> impl Iterator<Item = &'s Quantity> + use<'s> {
        [self.year, self.month, self.day].into_iter().flatten()
    }

    /// The value of a part.
    pub(in crate::rules::languages) fn value(
        &self,
        part: impl Fn(&PartialDate<'s>) -> Option<&'s Quantity>,
    ) -> Option<Decimal> {
        part(self).map(|quantity| quantity.value)
    }

    /// Where it stands in the prose.
    pub(in crate::rules::languages) fn range(&self) -> Range<usize> {
        let start = self.parts().map(|part| part.range.start).min().unwrap_or_default();
        start..self.parts().map(|part| part.range.end).max().unwrap_or(start)
    }

    fn with(mut self, quantity: &'s Quantity) -> Option<PartialDate<'s>> {
        let part = match quantity.kind {
            QuantityKind::Year => &mut self.year,
            QuantityKind::Month => &mut self.month,
            _ => &mut self.day,
        };
        part.replace(quantity).is_none().then_some(self)
    }

    /// Its year, or that which another date of the block gives.
    pub(in crate::rules::languages) fn any_year(&self) -> Option<Decimal> {
        self.value(|date| date.year).or(self.implied)
    }

    /// Whether two dates may be the same.
    pub(super) fn fits(&self, other: &PartialDate<'_>) -> bool {
        let same = |a: Option<Decimal>, b: Option<Decimal>| a.is_none() || b.is_none() || a == b;
        let written = |date: &PartialDate<'_>| date.year.map(|year| year.value);
        same(written(self), written(other))
            && same(self.month.map(|month| month.value), other.month.map(|month| month.value))
            && same(self.day.map(|day| day.value), other.day.map(|day| day.value))
    }

    pub(super) fn has(&self, part: &Quantity) -> bool {
        let own = match part.kind {
            QuantityKind::Year => self.any_year(),
            QuantityKind::Month => self.month.map(|month| month.value),
            _ => self.day.map(|day| day.value),
        };
        own == Some(part.value)
    }
}

/// The dates of a block, in order.
pub(in crate::rules::languages) fn of<'s>(part: &SideBlock<'s, '_>) -> Vec<PartialDate<'s>> {
    among(&part.side.prose.text, part.quantities.iter())
}

/// The dates among the figures of a text, in order.
pub(in crate::rules::languages) fn among<'s>(
    text: &str,
    quantities: impl Iterator<Item = &'s Quantity>,
) -> Vec<PartialDate<'s>> {
    let mut dates: Vec<PartialDate<'s>> = Vec::new();
    for quantity in quantities.filter(|quantity| quantity.kind.is_date()) {
        let last = dates.last().copied();
        let joins = |date: &PartialDate<'s>| {
            let end = date.range().end;
            text.get(end..quantity.range.start)
                .is_some_and(|between| between.len() <= 4 && between.chars().all(|c| " ,of".contains(c)))
        };
        match last.filter(joins).and_then(|date| date.with(quantity)) {
            Some(whole) => *dates.last_mut().unwrap_or(&mut PartialDate::default()) = whole,
            None => dates.extend(PartialDate::default().with(quantity)),
        }
    }
    imply_years(&mut dates);
    dates
}

/// A date without a year has that of the one before it, or else of the one after it.
fn imply_years(dates: &mut [PartialDate<'_>]) {
    let mut last = None;
    for date in dates.iter_mut() {
        last = date.any_year().or(last);
        date.implied = last;
    }
    let mut next = None;
    for date in dates.iter_mut().rev() {
        next = date.any_year().or(next);
        date.implied = date.implied.or(next);
    }
}
