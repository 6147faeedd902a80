//! The figures of a block and of its translation.
//!
//! Figures in digits must find a partner. Figures in words (三轮, three rounds) may be partners of figures in digits; with a counter they must
//! find one themselves. A measure in words (half, by the end of) need not have a partner, but none may stand against it. Figures that all
//! have partners must come in the same order.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::partners::{Free, Nearest};
use super::side::SideBlock;
use super::{FIGURES_DIFFER, FIGURES_IN_ORDER, beside, dates, quotes};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::text::markdown::OBJECT;
use crate::text::quantity::{Form, Quantity, QuantityKind};
use crate::value::Decimal;

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

/// A block and its figures by value.
struct Compared<'c, 's, 'a> {
    part: &'c SideBlock<'s, 'a>,
    all: Free<'s>,
    /// Where its dates stand, once a finding asks.
    dates: OnceCell<Vec<Range<usize>>>,
}

impl<'c, 's, 'a> Compared<'c, 's, 'a> {
    fn of(part: &'c SideBlock<'s, 'a>) -> Compared<'c, 's, 'a> {
        Compared { part, all: Free::of(part.quantities.iter()), dates: OnceCell::new() }
    }

    /// A figure as it is written; a part of a date with the rest of the date.
    fn written(&self, quantity: &Quantity) -> &'a str {
        let dates = || dates::of(self.part).iter().map(dates::PartialDate::range).collect();
        let whole = quantity.kind.is_date().then(|| {
            let dates = self.dates.get_or_init(dates);
            dates
                .get(dates.partition_point(|date| date.end < quantity.range.end))
                .filter(|d| d.start <= quantity.range.start)
        });
        let range = whole.flatten().unwrap_or(&quantity.range);
        &self.part.side.prose.text[range.clone()]
    }
}

/// The figures of one side that have no partner on the other.
fn unmatched<'s>(one: &SideBlock<'s, '_>, other: &SideBlock<'_, '_>) -> Vec<&'s Quantity> {
    let mut free = Free::of(other.quantities.iter().filter(|q| !q.kind.is_date()));
    let mut rest: Vec<&Quantity> = one.quantities.iter().filter(|q| !q.kind.is_date()).collect();
    // Best partners first, so that a figure in words is not taken by the wrong one.
    type Fits = fn(&Quantity, &Quantity) -> bool;
    let rounds: [Fits; 4] = [
        |a, b| a.form == b.form && a.kind == b.kind && a.value == b.value && beside::is_same(a, b),
        |a, b| a.form == Form::Digits && b.form == Form::Digits && a.is_as_much_as(b) && beside::is_same(a, b),
        |a, b| a.form == Form::Digits && b.form == Form::Digits && a.is_as_much_as(b) && beside::agrees(a, b),
        |a, b| a.is_as_much_as(b) && beside::agrees(a, b),
    ];
    for fits in rounds {
        rest.retain(|quantity| !free.take(quantity, fits));
    }
    rest.retain(|quantity| !is_said_before(one, quantity));
    // A year without its sign may be a number to the other language, and a number a year.
    let years: BTreeSet<Decimal> = dates::years(other).collect();
    rest.retain(|q| q.kind != QuantityKind::Number || !years.contains(&q.value));
    // The 10th of each month is a number to a language that writes no sign for a day.
    let days: BTreeSet<Decimal> = dates::lone_days(other).collect();
    let is_place = |q: &Quantity| one.side.prose.text[q.range.clone()].ends_with(|c: char| c.is_ascii_alphabetic());
    rest.retain(|q| q.kind != QuantityKind::Number || !(days.contains(&q.value) && is_place(q)));
    let is_number = |part: &Quantity| free.count(part, |part, number| number.value == part.value) > 0;
    rest.extend(dates::unmatched(one, other, is_number));
    rest.sort_by_key(|quantity| quantity.range.start);
    rest
}

/// Without figures in words that may be an idiom or a name, unless one of the other side stands against them, and without those that only
/// repeat one that has a partner.
fn without_words<'q>(part: &SideBlock<'_, '_>, left: &[&'q Quantity], others: &[&Quantity]) -> Vec<&'q Quantity> {
    let kinds: BTreeSet<&QuantityKind> = others.iter().map(|other| &other.kind).collect();
    let is_counted = others.iter().any(|other| other.form != Form::Digits && counts(other));
    let stands_against = |q: &Quantity| is_counted && counts(q) || kinds.iter().any(|kind| q.kind.measures_as(kind));
    let (all, alone) = (counted(part.quantities.iter()), counted(left.iter().copied()));
    // Another time it has a partner.
    let is_repeated = |q: &Quantity| all.get(&(&q.kind, q.value)) > alone.get(&(&q.kind, q.value));
    let stays = |quantity: &&Quantity| match quantity.form {
        Form::Digits => true,
        _ if stands_against(quantity) => true,
        Form::CountingWord => !is_repeated(quantity),
        Form::Word | Form::Ordinal => false,
    };
    left.iter().copied().filter(stays).collect()
}

/// Whether a figure counts or orders something. 一 is in too many words to be a figure, and “one” in too many phrases.
fn counts(quantity: &Quantity) -> bool {
    let is_many = quantity.counts && quantity.value >= Decimal::whole(2);
    quantity.kind == QuantityKind::Number && (quantity.form == Form::Ordinal || is_many)
}

/// How often each figure occurs in words with something counted.
fn counted<'q>(quantities: impl Iterator<Item = &'q Quantity>) -> BTreeMap<(&'q QuantityKind, Decimal), usize> {
    let mut numbers = BTreeMap::new();
    for quantity in quantities.filter(|quantity| quantity.form == Form::CountingWord) {
        *numbers.entry((&quantity.kind, quantity.value)).or_default() += 1;
    }
    numbers
}

/// 4.2万亩（2800公顷）: a figure that says again in another unit what the one before it says.
fn is_said_before(part: &SideBlock<'_, '_>, quantity: &Quantity) -> bool {
    let before = part.quantities.partition_point(|other| other.range.start < quantity.range.start);
    let Some(last) = before.checked_sub(1).and_then(|at| part.quantities.get(at)) else { return false };
    let between = part.side.prose.text.get(last.range.end..quantity.range.start);
    let is_bracket =
        between.is_some_and(|between| between.trim_start().starts_with(['(', '（']) && between.len() <= 12);
    is_bracket
        && last.kind != quantity.kind
        && matches!(quantity.kind, QuantityKind::Measure(_))
        && last.is_as_much_as(quantity)
}

/// What stands in a place of an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum OrderedToken<'a> {
    Quote(&'a str),
    Value(Decimal),
    /// Year, month and day, as far as they are known.
    PartialDate([Option<Decimal>; 3]),
}

/// A token, the code of its unit if it has one, and its place in the prose.
struct PlacedToken<'a> {
    token: OrderedToken<'a>,
    unit: &'a str,
    range: Range<usize>,
}

/// The findings that figures come in another order, and that dates do.
fn in_order(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    let of = |tokens: for<'p, 'q> fn(&'p SideBlock<'p, 'q>) -> Vec<PlacedToken<'p>>| {
        turned(&tokens(source), &tokens(translation)).map(|(at, there)| order_differs(source, at, translation, there))
    };
    of(figures).or_else(|| of(whole_dates))
}

/// Where the tokens that both sides have first differ. Those with a unit of their own cannot be taken for others: 80 points and 99 %.
fn turned<'a>(ours: &[PlacedToken<'a>], theirs: &[PlacedToken<'a>]) -> Option<(Range<usize>, Range<usize>)> {
    if ours.iter().map(|placed| &placed.token).eq(theirs.iter().map(|placed| &placed.token)) {
        return None;
    }
    let mut known: BTreeMap<&OrderedToken<'_>, [Vec<&str>; 2]> = BTreeMap::new();
    for (side, placed) in ours.iter().map(|placed| (0, placed)).chain(theirs.iter().map(|placed| (1, placed))) {
        known.entry(&placed.token).or_default()[side].push(placed.unit);
    }
    known.retain(|_, [ours, theirs]| ours.len() == theirs.len());
    // 72 and 72 % are two things, unless one language leaves its unit to a neighbour: then all of them have one.
    let shared = known.into_iter().map(|(token, mut sides)| {
        sides.iter_mut().for_each(|units| units.sort_unstable());
        let [ours, theirs] = sides;
        (token, if ours == theirs { None } else { ours.into_iter().chain(theirs).max() })
    });
    let shared: BTreeMap<_, Option<&str>> = shared.collect();
    let unit = |placed: &PlacedToken<'a>| shared.get(&placed.token).map(|shared| shared.unwrap_or(placed.unit));
    let by_unit = |placed: &[PlacedToken<'a>]| placed.iter().map(unit).collect::<Vec<_>>();
    let (our_units, their_units) = (by_unit(ours), by_unit(theirs));
    let units: BTreeSet<&str> = our_units.iter().flatten().copied().collect();
    let first = |unit: &str| {
        let of_unit = |(_, own): &(&PlacedToken<'_>, &Option<&str>)| **own == Some(unit);
        let ours = ours.iter().zip(&our_units).filter(of_unit).map(|(placed, _)| placed);
        let theirs = theirs.iter().zip(&their_units).filter(of_unit).map(|(placed, _)| placed);
        ours.zip(theirs).find(|(our, their)| our.token != their.token)
    };
    let (our, their) = units.into_iter().filter_map(first).min_by_key(|(our, _)| our.range.start)?;
    Some((our.range.clone(), their.range.clone()))
}

fn order_differs(
    source: &SideBlock<'_, '_>,
    at: Range<usize>,
    translation: &SideBlock<'_, '_>,
    there: Range<usize>,
) -> Diagnostic {
    let [zh, en] = translation.side.lang.names();
    let shown = |part: &SideBlock<'_, '_>, range: &Range<usize>| part.side.prose.text[range.clone()].to_owned();
    let (mine, other) = (shown(source, &at), shown(translation, &there));
    let message = if mine.contains(OBJECT) || other.contains(OBJECT) {
        say!("从这里起，数字的先后与{zh}文本不同", "from here on, the figures come in another order than in {en}")
    } else {
        say!(
            "这里是“{mine}”，{zh}文本的同一位置是“{other}”：数字都在，先后不同",
            "this says “{mine}” where the {en} text says “{other}”: the figures are the same, in another order"
        )
    };
    Diagnostic::of(&FIGURES_IN_ORDER, source.place_of(at), message)
        .help(say!(
            "请核对是否写反；确属语序不同的，调整语序，或在 accepted 里写明理由",
            "see whether two were exchanged; if only the word order differs, change it or say why under `accepted`"
        ))
        .related(translation.place_of(there), say!("{zh}文本在这里", "the {en} text is here"))
}

/// The figures of a block that are meant as figures, in order. A number that is joined to a letter is part of a name: E408.
fn figures<'p>(part: &'p SideBlock<'p, '_>) -> Vec<PlacedToken<'p>> {
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
fn whole_dates<'p>(part: &'p SideBlock<'p, '_>) -> Vec<PlacedToken<'p>> {
    let dates = dates::of(part).into_iter().filter(|date| date.month.is_some());
    let token = |date: &dates::PartialDate<'_>| {
        OrderedToken::PartialDate([date.any_year(), date.value(|d| d.month), date.value(|d| d.day)])
    };
    dates.map(|date| PlacedToken { token: token(&date), unit: "", range: date.range() }).collect()
}

fn differs(ours: &Compared, quantity: &Quantity, theirs: &Compared, others: &Nearest<'_>) -> Diagnostic {
    let (side, other) = (ours.part, theirs.part);
    let (written, [zh, en]) = (ours.written(quantity), other.side.lang.names());
    let place = side.place(quantity);
    match others.to(quantity) {
        Some(near) if !near.kind.is_date() && near.is_as_much_as(quantity) => {
            beside::differs(place, written, (quantity.hedge, quantity.trend), (near.hedge, near.trend))
                .related(other.place(near), say!("{zh}文本在这里", "the {en} text is here"))
        }
        Some(near) => {
            let theirs = theirs.written(near);
            Diagnostic::of(
                &FIGURES_DIFFER,
                place,
                say!(
                    "这里是“{written}”，{zh}文本却是“{theirs}”",
                    "this says “{written}”, but the {en} text says “{theirs}”"
                ),
            )
            .help(say!("请核对原稿，改正其中一处", "check the original and correct one of them"))
            .related(other.place(near), say!("{zh}文本在这里", "the {en} text is here"))
        }
        None => {
            let [mine, theirs] = [ours, theirs].map(|side| side.all.count(quantity, Quantity::is_as_much_as));
            let (mine_en, theirs_en) = (times(mine), times(theirs));
            Diagnostic::of(
                &FIGURES_DIFFER,
                place,
                say!(
                    "“{written}”在这里出现 {mine} 次，在{zh}文本里出现 {theirs} 次",
                    "“{written}” occurs {mine_en} here, but {theirs_en} in the {en} text"
                ),
            )
            .help(say!(
                "请核对两种文本；确属有意的，在 accepted 里写明理由",
                "check both texts; if it is meant, say why under `accepted`"
            ))
            .related(Place::File(other.side.passage.path.clone()), say!("{zh}文本", "the {en} text"))
        }
    }
}

/// How often something occurs, in English words.
fn times(n: usize) -> String {
    match n {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}
