//! Dates are compared whole: day, month and year of one date are those of one date of the other language. How often a date is repeated is a
//! matter of style, and so is a year that another date of the block gives.

mod partial;

use std::collections::BTreeSet;
use std::ops::Range;

use super::POLARITY_DIFFERS;
use super::side::SideBlock;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::text::locale::Around;
use crate::text::quantity::{self, Quantity, QuantityKind};
use crate::value::Decimal;

pub(super) use partial::{PartialDate, among, of};

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
