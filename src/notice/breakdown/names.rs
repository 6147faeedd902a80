//! The names by which texts and equations quote figures: an id, or `id.was` for its earlier value.

use std::collections::BTreeMap;

use crate::notice::Figure;
use crate::value::Decimal;

/// What the name of the earlier value of a figure ends in, wherever figures are quoted.
const WAS: &str = ".was";

/// Returns the value that a name in a narrative or an equation stands for, with its figure: that of an id, or the earlier one of `id.was`.
pub fn named<'a>(figures: &'a [Figure], name: &str) -> Option<(&'a Figure, Decimal)> {
    if let Some(figure) = of_id(figures, name) {
        return Some((figure, *figure.value));
    }
    let figure = of_id(figures, name.strip_suffix(WAS)?)?;
    Some((figure, *figure.was?))
}

/// Returns the id in a name that may be that of an earlier value.
pub fn id_in(name: &str) -> &str {
    name.strip_suffix(WAS).unwrap_or(name)
}

/// Returns what every name stands for that figures may be quoted by; of two with one name the first.
pub fn by_name(figures: &[Figure]) -> BTreeMap<String, (&Figure, Decimal)> {
    let was = |figure: &Figure| figure.was.map(|was| (format!("{}{WAS}", figure.id), *was));
    let earlier = figures.iter().rev().filter_map(|figure| was(figure).map(|(name, value)| (name, (figure, value))));
    let present = figures.iter().rev().map(|figure| (figure.id.to_string(), (figure, *figure.value)));
    earlier.chain(present).collect()
}

/// Returns every name by which figures may be quoted.
pub fn names(figures: &[Figure]) -> impl Iterator<Item = String> {
    let name = |figure: &Figure| {
        let was = figure.was.map(|_| format!("{}{WAS}", figure.id));
        std::iter::once(figure.id.to_string()).chain(was)
    };
    figures.iter().flat_map(name)
}

/// The first figure of an id.
fn of_id<'a>(figures: &'a [Figure], id: &str) -> Option<&'a Figure> {
    figures.iter().find(|figure| figure.id.as_str() == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::breakdown::tests::figures;

    #[test]
    fn earlier_values_have_names() {
        let list = figures(&["id: rate, value: 29.74, was: 36.03, unit: percent", "id: n, value: 1, unit: piece"]);
        assert_eq!(names(&list).collect::<Vec<_>>(), ["rate", "rate.was", "n"]);
        let value = |name: &str| named(&list, name).map(|(_, value)| value.to_string());
        assert_eq!(
            (value("rate"), value("rate.was"), value("n.was")),
            (Some("29.74".into()), Some("36.03".into()), None)
        );
        assert_eq!((id_in("rate.was"), id_in("rate")), ("rate", "rate"));
    }
}
