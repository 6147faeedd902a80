//! The page of money: every sum whose parts are stated, what is still missing of it first.

use serde::Serialize;

use super::super::figures::{FiguresView, SplitView, figures, rests};
use super::super::parts::{LinkView, Parts};
use super::super::plan::PageKind;
use crate::notice::breakdown::breakdowns;
use crate::notice::{EditorNotes, Figure, FigureHolder, FigureRecords};
use crate::value::Decimal;

/// Sums of money with their parts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct MoneyView {
    /// How many sums there are.
    pub total: u64,
    /// Of how many something is not stated to be settled.
    pub open: u64,
    /// The sums of which parts say what became of them: what is missing most first, each currency apart.
    pub fates: Vec<SumView>,
    /// Those of which parts are stated, and not what became of them.
    pub others: Vec<SumView>,
}

/// A sum of money with its parts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SumView {
    /// Where it stands.
    pub holder: LinkView,
    pub split: SplitView,
}

/// A sum while it is put in order.
struct Sum<'a> {
    record: FigureRecords<'a>,
    whole: &'a Figure,
    missing: Option<Decimal>,
}

pub(super) fn money(parts: &Parts<'_>) -> MoneyView {
    let sums = sums(parts);
    let view = |sum: &Sum<'_>| {
        let FiguresView { splits, .. } =
            figures(parts, sum.record.figures, sum.record.equations, EditorNotes::default());
        let split = splits.into_iter().find(|split| split.whole.id == sum.whole.id.as_str())?;
        Some(SumView { holder: figure_holder(parts, sum.record.holder), split })
    };
    let open = sums.iter().filter(|sum| sum.missing.is_some_and(|missing| missing > Decimal::whole(0))).count();
    let (fates, others): (Vec<&Sum<'_>>, Vec<&Sum<'_>>) = sums.iter().partition(|sum| sum.missing.is_some());
    MoneyView {
        total: u64::try_from(sums.len()).unwrap_or(u64::MAX),
        open: u64::try_from(open).unwrap_or(u64::MAX),
        fates: fates.into_iter().filter_map(view).collect(),
        others: others.into_iter().filter_map(view).collect(),
    }
}

/// Returns what the page says line by line: what each sum is called, and what is left of it.
pub(super) fn lines(parts: &Parts<'_>) -> Vec<(String, String)> {
    let records = parts.notice().figure_records();
    let money = |record: FigureRecords<'_>| {
        let amounts: Vec<Figure> = record.figures.iter().filter(|figure| figure.is_money()).cloned().collect();
        rests(parts, &amounts, record.equations)
    };
    records.flat_map(money).map(|sentence| (String::new(), sentence)).collect()
}

/// Every sum with parts, each once: those of one currency together, what is missing most first.
fn sums<'a>(parts: &Parts<'a>) -> Vec<Sum<'a>> {
    let mut sums: Vec<Sum<'a>> = Vec::new();
    for record in parts.notice().figure_records() {
        for breakdown in breakdowns(record.figures, record.equations) {
            let (whole, missing) = (breakdown.whole, breakdown.missing());
            let is_known = |sum: &&mut Sum<'_>| sum.record.holder == record.holder && sum.whole.id == whole.id;
            match sums.iter_mut().find(is_known) {
                Some(known) => known.missing = known.missing.or(missing),
                None if whole.is_money() => sums.push(Sum { record, whole, missing }),
                None => {}
            }
        }
    }
    let mut currencies: Vec<&str> = Vec::new();
    for sum in &sums {
        if !currencies.contains(&sum.whole.unit.as_str()) {
            currencies.push(&sum.whole.unit);
        }
    }
    let currency = |sum: &Sum<'_>| currencies.iter().position(|unit| *unit == sum.whole.unit.as_str());
    let zero = Decimal::whole(0);
    sums.sort_by(|a, b| {
        let missing = |sum: &Sum<'_>| sum.missing.unwrap_or(zero);
        currency(a).cmp(&currency(b)).then_with(|| missing(b).cmp(&missing(a)))
    });
    sums
}

/// Returns the page that a record of figures is shown on.
pub(super) fn figure_holder(parts: &Parts<'_>, holder: FigureHolder) -> LinkView {
    parts.link(match holder {
        FigureHolder::Notice => PageKind::Home,
        FigureHolder::Accountability => PageKind::Accountability,
        FigureHolder::Issue(id) => PageKind::Issue(id),
    })
}
