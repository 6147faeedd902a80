//! Partners among many figures, looked up by value and kind, so that time grows with their number and not with its square.

use std::collections::{BTreeMap, VecDeque};

use crate::text::quantity::{Quantity, QuantityKind};
use crate::value::Decimal;

/// The figures of one side that have no partner yet, by value.
pub(super) struct Free<'q>(BTreeMap<Decimal, Vec<Alike<'q>>>);

/// Figures that differ in their places alone.
struct Alike<'q> {
    like: &'q Quantity,
    /// Which of all figures they are, in order.
    numbers: VecDeque<usize>,
}

impl<'q> Free<'q> {
    pub(super) fn of(quantities: impl Iterator<Item = &'q Quantity>) -> Free<'q> {
        let mut free: BTreeMap<Decimal, Vec<Alike<'q>>> = BTreeMap::new();
        for (number, quantity) in quantities.enumerate() {
            let of_value = free.entry(quantity.value).or_default();
            let same = |a: &Quantity| a.kind == quantity.kind && a.form == quantity.form && a.approx == quantity.approx;
            match of_value.iter_mut().find(|alike| same(alike.like)) {
                Some(alike) => alike.numbers.push_back(number),
                None => of_value.push(Alike { like: quantity, numbers: VecDeque::from([number]) }),
            }
        }
        Free(free)
    }

    /// Takes the first figure of the same value that fits by its kind, form and approximation; says whether there was one.
    pub(super) fn take(&mut self, quantity: &Quantity, fits: impl Fn(&Quantity, &Quantity) -> bool) -> bool {
        let of_value = self.0.get_mut(&quantity.value).into_iter().flatten();
        let fitting = of_value.filter(|alike| !alike.numbers.is_empty() && fits(quantity, alike.like));
        let first = fitting.min_by_key(|alike| alike.numbers.front().copied());
        first.and_then(|alike| alike.numbers.pop_front()).is_some()
    }

    /// How many figures of the same value fit.
    pub(super) fn count(&self, quantity: &Quantity, fits: impl Fn(&Quantity, &Quantity) -> bool) -> usize {
        let of_value = self.0.get(&quantity.value).into_iter().flatten();
        of_value.filter(|alike| fits(alike.like, quantity)).map(|alike| alike.numbers.len()).sum()
    }
}

/// The first figure of each value and of each kind.
pub(super) struct Nearest<'q> {
    values: BTreeMap<Decimal, &'q Quantity>,
    kinds: BTreeMap<&'q QuantityKind, &'q Quantity>,
}

impl<'q> Nearest<'q> {
    pub(super) fn of(quantities: &[&'q Quantity]) -> Nearest<'q> {
        let last_to_first = || quantities.iter().rev().copied();
        Nearest {
            values: last_to_first().map(|quantity| (quantity.value, quantity)).collect(),
            kinds: last_to_first().map(|quantity| (&quantity.kind, quantity)).collect(),
        }
    }

    /// The figure that was most likely meant: one of the same value, or else one of the same kind.
    pub(super) fn to(&self, quantity: &Quantity) -> Option<&'q Quantity> {
        self.values.get(&quantity.value).or_else(|| self.kinds.get(&quantity.kind)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::quantity::Form;

    fn quantity(value: i64, kind: QuantityKind, start: usize) -> Quantity {
        let value = value.to_string().parse().expect("a number");
        Quantity { kind, value, approx: None, form: Form::Digits, range: start..start + 1 }
    }

    #[test]
    fn the_first_that_fits_is_taken_and_each_once() {
        let (number, year) = (QuantityKind::Number, QuantityKind::Year);
        let all = [quantity(5, year.clone(), 0), quantity(5, number.clone(), 2), quantity(5, year.clone(), 4)];
        let mut free = Free::of(all.iter());
        let wanted = quantity(5, year, 9);
        assert_eq!(free.count(&wanted, |_, _| true), 3);
        assert!(free.take(&wanted, |a, b| a.kind == b.kind));
        assert!(free.take(&wanted, |_, _| true), "the number, which stands before the second year");
        assert_eq!(free.count(&quantity(5, number, 9), |a, b| a.kind == b.kind), 0);
        assert!(free.take(&wanted, |_, _| true) && !free.take(&wanted, |_, _| true));
        assert!(!free.take(&quantity(6, QuantityKind::Number, 9), |_, _| true));
    }

    #[test]
    fn the_value_is_nearer_than_the_kind_and_the_first_nearer_than_the_next() {
        let all = [
            quantity(5, QuantityKind::Year, 0),
            quantity(7, QuantityKind::Number, 2),
            quantity(7, QuantityKind::Year, 4),
        ];
        let nearest = Nearest::of(&all.iter().collect::<Vec<_>>());
        let start = |value, kind| nearest.to(&quantity(value, kind, 9)).map(|quantity| quantity.range.start);
        assert_eq!(start(7, QuantityKind::Year), Some(2));
        assert_eq!(start(8, QuantityKind::Year), Some(0));
        assert_eq!(start(8, QuantityKind::Day), None);
    }
}
