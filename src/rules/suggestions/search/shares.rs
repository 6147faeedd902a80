//! Shares of one figure in another that are stated, as they are rounded or nearly so.

use super::{Proposal, is_percent};
use crate::notice::Figure;
use crate::value::{Decimal, Ratio};

/// By how many units of its last place a share may miss.
const LAST_PLACES: i64 = 2;

/// Shares of two figures that hold.
pub(in crate::rules::suggestions) fn shares(figures: &[Figure]) -> Vec<Proposal<'_>> {
    each_share(figures, |percent, stated| (rounded(percent, stated)? == *stated.value).then_some(None))
}

/// Shares that miss a percentage of two places by little, unless another share gives it.
pub(in crate::rules::suggestions) fn near_shares(figures: &[Figure]) -> Vec<Proposal<'_>> {
    if !figures.iter().any(|figure| is_share(figure) && figure.value.places() >= 2) {
        return Vec::new();
    }
    let hit: Vec<&str> = shares(figures).iter().filter_map(|share| Some(share.figures.last()?.id.as_str())).collect();
    let mut near = each_share(figures, |percent, stated| {
        let places = stated.value.places();
        let rounded = rounded(percent, stated)?;
        let gap = Ratio::of(rounded)?.minus(Ratio::of(*stated.value)?)?.abs();
        let unit = Decimal::of_digits(LAST_PLACES.into(), places).and_then(Ratio::of)?;
        (places >= 2 && gap != Ratio::ZERO && gap <= unit).then(|| Some(format!("{rounded}%")))
    });
    near.retain(|share| share.figures.last().is_some_and(|stated| !hit.contains(&stated.id.as_str())));
    near
}

fn is_share(figure: &Figure) -> bool {
    figure.unit.as_str() == "percent"
}

fn rounded(percent: Ratio, stated: &Figure) -> Option<Decimal> {
    percent.rounded(stated.value.places())
}

fn each_share<'a>(
    figures: &'a [Figure],
    judge: impl Fn(Ratio, &Figure) -> Option<Option<String>>,
) -> Vec<Proposal<'a>> {
    let stated: Vec<&Figure> = figures.iter().filter(|figure| is_share(figure)).collect();
    let mut found = Vec::new();
    for part in figures.iter().filter(|figure| !stated.is_empty() && !is_percent(figure)) {
        for whole in
            figures.iter().filter(|whole| whole.id != part.id && whole.unit == part.unit && *whole.value > *part.value)
        {
            let Some(percent) = percent(part, whole) else { continue };
            found.extend(stated.iter().filter_map(|stated| {
                let would_be = judge(percent, stated)?;
                let equation = format!("{} / {} = {}", part.id, whole.id, stated.id);
                Some(Proposal { equation, figures: vec![part, whole, stated], would_be })
            }));
        }
    }
    found
}

fn percent(part: &Figure, whole: &Figure) -> Option<Ratio> {
    Ratio::of(*part.value)?.times(Ratio::whole(100))?.divided_by(Ratio::of(*whole.value)?)
}
