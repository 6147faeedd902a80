//! What changed in figures.

use super::identity::has_text;
use crate::diagnostic::Place;
use crate::notice::Figure;
use crate::notice::fields::ToldIn;
use crate::rules::published::read::PublishedFigure;
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::value::RelPath;

/// Compares figures, each with that of its id, or with that of its label if the id was renamed. A new figure changes
/// nothing.
pub(super) fn figures<'a>(
    published: &[PublishedFigure],
    now: &'a [Figure],
    path: &RelPath,
) -> Vec<PublishedChange<'a>> {
    let change = |before: &PublishedFigure| {
        let by_id = now.iter().find(|figure| figure.id.as_str() == before.id);
        let figure = by_id.or_else(|| now.iter().find(|figure| has_text(&figure.label, &before.label)));
        let (was, is) = (ShownValue::published(before), figure.map(ShownValue::figure));
        let label = figure
            .map_or_else(|| ValueLabel::Published(before.label.clone()), |figure| ValueLabel::Figure(&figure.label));
        let at = figure.map(|figure| Place::span(path, figure.value.span()));
        let what = What::Value { label, was, is };
        (!matches!(&what, What::Value { was, is: Some(is), .. } if was == is)).then_some(PublishedChange {
            told_in: ToldIn::Corrections,
            at,
            what,
        })
    };
    published.iter().filter_map(change).collect()
}
