//! What is said of a figure without a partner, beside what the other language has.

use std::cell::OnceCell;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::rules::languages::partners::{Free, Nearest};
use crate::rules::languages::side::SideBlock;
use crate::rules::languages::{FIGURES_DIFFER, beside, dates};
use crate::say;
use crate::text::quantity::Quantity;

/// A block and its figures by value.
pub(super) struct Compared<'c, 's, 'a> {
    part: &'c SideBlock<'s, 'a>,
    all: Free<'s>,
    /// Where its dates stand, once a finding asks.
    dates: OnceCell<Vec<Range<usize>>>,
}

impl<'c, 's, 'a> Compared<'c, 's, 'a> {
    pub(super) fn of(part: &'c SideBlock<'s, 'a>) -> Compared<'c, 's, 'a> {
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

pub(super) fn differs(ours: &Compared, quantity: &Quantity, theirs: &Compared, others: &Nearest<'_>) -> Diagnostic {
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
