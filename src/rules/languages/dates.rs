//! Dates are compared whole: day, month and year of one date are those of one date of the other language. How often a date is repeated is a
//! matter of style, and so is a year that another date of the block gives.

use std::collections::BTreeSet;
use std::ops::Range;

use super::POLARITY_DIFFERS;
use super::side::SideBlock;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::text::locale::Around;
use crate::text::quantity::{self, Quantity, QuantityKind};
use crate::value::Decimal;

/// A date as far as it is written.
#[derive(Clone, Copy, Default)]
pub(super) struct PartialDate<'s> {
    pub(super) year: Option<&'s Quantity>,
    pub(super) month: Option<&'s Quantity>,
    pub(super) day: Option<&'s Quantity>,
    /// The year that another date of the block gives.
    implied: Option<Decimal>,
}

impl<'s> PartialDate<'s> {
    fn parts(&self) -> impl Iterator<Item = &'s Quantity> + use<'s> {
        [self.year, self.month, self.day].into_iter().flatten()
    }

    /// The value of a part.
    pub(super) fn value(&self, part: impl Fn(&PartialDate<'s>) -> Option<&'s Quantity>) -> Option<Decimal> {
        part(self).map(|quantity| quantity.value)
    }

    /// Where it stands in the prose.
    pub(super) fn range(&self) -> Range<usize> {
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
    pub(super) fn any_year(&self) -> Option<Decimal> {
        self.value(|date| date.year).or(self.implied)
    }

    /// Whether two dates may be the same.
    fn fits(&self, other: &PartialDate<'_>) -> bool {
        let same = |a: Option<Decimal>, b: Option<Decimal>| a.is_none() || b.is_none() || a == b;
        let written = |date: &PartialDate<'_>| date.year.map(|year| year.value);
        same(written(self), written(other))
            && same(self.month.map(|month| month.value), other.month.map(|month| month.value))
            && same(self.day.map(|day| day.value), other.day.map(|day| day.value))
    }

    fn has(&self, part: &Quantity) -> bool {
        let own = match part.kind {
            QuantityKind::Year => self.any_year(),
            QuantityKind::Month => self.month.map(|month| month.value),
            _ => self.day.map(|day| day.value),
        };
        own == Some(part.value)
    }
}

/// The finding that one language says before a date and the other after it.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    let (at, there) = turned(source, translation)?;
    let (date, [zh, en]) = (&source.side.prose.text[at.clone()], translation.side.lang.names());
    let message =
        say!("一种文本说在“{date}”以前，另一种说在它以后", "one language says before “{date}” and the other after it");
    let found = Diagnostic::of(&POLARITY_DIFFERS, source.place_of(at), message).help(say!(
        "请核对是以前还是以后；意思相同、只是说法不同的，在 accepted 里写明理由",
        "see which of the two it is; if only the wording differs, say why under `accepted`"
    ));
    Some(found.related(translation.place_of(there), say!("{zh}文本在这里", "the text in {en} stands here")))
}

/// The first date of one side of which the other says that something lies on the other side of it: before July, after July.
fn turned(one: &SideBlock<'_, '_>, other: &SideBlock<'_, '_>) -> Option<(Range<usize>, Range<usize>)> {
    let (ours, theirs) = (around(one), around(other));
    let mut sides =
        ours.iter().filter_map(|(date, side)| Some((date, (*side).filter(|side| *side != Around::Either)?)));
    sides.find_map(|(date, side)| {
        let is_same = |other: &PartialDate<'_>| {
            date.month.map(|month| month.value) == other.month.map(|month| month.value) && date.fits(other)
        };
        let once = ours.iter().filter(|(other, _)| is_same(other)).count() == 1;
        let mut same = theirs.iter().filter(|(other, _)| is_same(other));
        let (there, other) = same.next().filter(|_| once && same.next().is_none())?;
        let is_turned = other.is_some_and(|other| other != Around::Either && other != side);
        is_turned.then(|| (date.range(), there.range()))
    })
}

/// The dates of a block that name a month or a year, each with the side of it that the words beside it mean.
fn around<'s>(part: &SideBlock<'s, '_>) -> Vec<(PartialDate<'s>, Option<Around>)> {
    let (text, reading) = (&part.side.prose.text, part.side.reading);
    let with_side = |date: PartialDate<'s>| {
        let Range { start, end } = date.range();
        (date, quantity::around(&text[..start], &text[end..], reading))
    };
    of(part).into_iter().map(with_side).collect()
}

/// The dates of a block, in order.
pub(super) fn of<'s>(part: &SideBlock<'s, '_>) -> Vec<PartialDate<'s>> {
    among(&part.side.prose.text, part.quantities.iter())
}

/// The dates among the figures of a text, in order.
pub(super) fn among<'s>(text: &str, quantities: impl Iterator<Item = &'s Quantity>) -> Vec<PartialDate<'s>> {
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

/// The parts of dates that no date of the other side has together with the rest of their date. `is_number` says whether the other side has the
/// value as a number that has no partner: “七一” for 1 July.
pub(super) fn unmatched<'s>(
    one: &SideBlock<'s, '_>,
    other: &SideBlock<'_, '_>,
    is_number: impl Fn(&Quantity) -> bool,
) -> Vec<&'s Quantity> {
    let theirs = distinct(of(other));
    // A date that is written without its year may be of any year that the block gives.
    let given: BTreeSet<Decimal> = theirs.iter().filter_map(|their| their.value(|date| date.year)).collect();
    let gives = |part: &Quantity| given.contains(&part.value);
    let is_open = |their: &PartialDate<'_>, part: &Quantity| {
        part.kind == QuantityKind::Year && their.year.is_none() && their.month.is_some() && gives(part)
    };
    let has = |date: &PartialDate<'_>, part: &Quantity| {
        theirs.iter().any(|their| date.fits(their) && (their.has(part) || is_open(their, part)))
    };
    let lacks = |date: &PartialDate<'s>| date.parts().find(|part| !has(date, part) && !is_number(part));
    of(one).iter().filter_map(lacks).collect()
}

/// Each date once.
fn distinct(mut dates: Vec<PartialDate<'_>>) -> Vec<PartialDate<'_>> {
    let mut known = BTreeSet::new();
    dates.retain(|date| {
        known.insert((date.value(|d| d.year), date.value(|d| d.month), date.value(|d| d.day), date.implied))
    });
    dates
}

/// The days of a block that stand without a month: the 10th of each month.
pub(super) fn lone_days(part: &SideBlock<'_, '_>) -> impl Iterator<Item = Decimal> {
    of(part).into_iter().filter(|date| date.month.is_none()).filter_map(|date| date.value(|date| date.day))
}

/// The years of a block.
pub(super) fn years(part: &SideBlock<'_, '_>) -> impl Iterator<Item = Decimal> {
    values(part, &QuantityKind::Year)
}

fn values(part: &SideBlock<'_, '_>, kind: &QuantityKind) -> impl Iterator<Item = Decimal> {
    part.quantities.iter().filter(move |quantity| quantity.kind == *kind).map(|quantity| quantity.value)
}
