//! The page of money: every sum whose parts are stated, what is still missing of it first.

use serde::Serialize;

use super::super::figures::{FiguresView, SplitView, figures, rests};
use super::super::listing::{self, Sum};
use super::super::parts::{LinkView, Parts};
use super::super::plan::PageKind;
use crate::notice::pagination::Window;
use crate::notice::{EditorNotes, Figure, FigureHolder, FigureRecords};

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

pub(super) fn money(parts: &Parts<'_>, mut window: Window) -> MoneyView {
    let sums = listing::sums(parts.notice());
    let view = |sum: &Sum<'_>| {
        let FiguresView { splits, .. } =
            figures(parts, sum.record.figures, sum.record.equations, EditorNotes::default());
        let split = splits.into_iter().find(|split| split.whole.id == sum.whole.id.as_str())?;
        Some(SumView { holder: figure_holder(parts, sum.record.holder), split })
    };
    let open = sums.iter().filter(|sum| sum.missing.is_some_and(|missing| !missing.is_none_left())).count();
    let (fates, others): (Vec<&Sum<'_>>, Vec<&Sum<'_>>) = sums.iter().partition(|sum| sum.missing.is_some());
    let mut shown = |sums| window.take(sums).into_iter().flatten().filter_map(view).collect();
    MoneyView {
        total: u64::try_from(sums.len()).unwrap_or(u64::MAX),
        open: u64::try_from(open).unwrap_or(u64::MAX),
        fates: shown(fates),
        others: shown(others),
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

/// Returns where a record of figures is shown.
pub(super) fn figure_holder(parts: &Parts<'_>, holder: FigureHolder) -> LinkView {
    match holder {
        FigureHolder::Notice => {
            let href = format!("{}#stated", parts.href(PageKind::Home));
            LinkView { title: parts.locale.text("home.stated"), href }
        }
        FigureHolder::Accountability => parts.link(PageKind::Accountability),
        FigureHolder::Issue(id) => parts.link(PageKind::Issue(id)),
    }
}
