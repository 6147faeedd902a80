//! Partners among many figures, looked up by value and kind, so that time grows with their number and not with its square.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::text::quantity::{Quantity, QuantityKind};
use crate::value::Decimal;

/// The figures of one side that have no partner yet, by value: as it is written, and in the unit that others convert into.
pub(super) struct Free<'q> {
    alike: Vec<Alike<'q>>,
    by_value: BTreeMap<Decimal, Vec<usize>>,
}

/// Figures that differ in their places alone.
struct Alike<'q> {
    like: &'q Quantity,
    /// Which of all figures they are, in order.
    numbers: VecDeque<usize>,
}

impl<'q> Free<'q> {
    pub(super) fn of(quantities: impl Iterator<Item = &'q Quantity>) -> Free<'q> {
        let mut free = Free { alike: Vec::new(), by_value: BTreeMap::new() };
        for (number, quantity) in quantities.enumerate() {
            let of_value = free.by_value.get(&quantity.value);
            let same = of_value.and_then(|all| all.iter().find(|at| is_alike(free.alike[**at].like, quantity)));
            match same {
                Some(at) => free.alike[*at].numbers.push_back(number),
                None => free.add(quantity, number),
            }
        }
        free
    }

    fn add(&mut self, quantity: &'q Quantity, number: usize) {
        let (at, base) = (self.alike.len(), quantity.base_value());
        self.alike.push(Alike { like: quantity, numbers: VecDeque::from([number]) });
        self.by_value.entry(quantity.value).or_default().push(at);
        if base != quantity.value {
            self.by_value.entry(base).or_default().push(at);
        }
    }

    /// Those that may be as much as a figure.
    fn near(&self, quantity: &Quantity) -> impl Iterator<Item = usize> {
        let base = quantity.base_value();
        let converted = (base != quantity.value).then_some(base);
        let values = std::iter::once(quantity.value).chain(converted);
        values.filter_map(|value| self.by_value.get(&value)).flatten().copied()
    }

    /// Takes the first figure that fits; says whether there was one.
    pub(super) fn take(&mut self, quantity: &Quantity, fits: impl Fn(&Quantity, &Quantity) -> bool) -> bool {
        let front = |at: &usize| self.alike[*at].numbers.front().copied();
        let fitting = self.near(quantity).filter(|at| front(at).is_some() && fits(quantity, self.alike[*at].like));
        let first = fitting.min_by_key(front);
        first.and_then(|at| self.alike[at].numbers.pop_front()).is_some()
    }

    /// How many figures fit.
    pub(super) fn count(&self, quantity: &Quantity, fits: impl Fn(&Quantity, &Quantity) -> bool) -> usize {
        let fitting: BTreeSet<usize> = self.near(quantity).filter(|at| fits(quantity, self.alike[*at].like)).collect();
        fitting.into_iter().map(|at| self.alike[at].numbers.len()).sum()
    }
}

fn is_alike(a: &Quantity, b: &Quantity) -> bool {
    a.kind == b.kind
        && a.form == b.form
        && a.hedge == b.hedge
        && a.trend == b.trend
        && a.is_open == b.is_open
        && a.lent == b.lent
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
    use crate::value::Hedge;

    fn quantity(value: i64, kind: QuantityKind, start: usize) -> Quantity {
        let value = value.to_string().parse().expect("a number");
        Quantity {
            kind,
            value,
            hedge: Hedge::Exact,
            trend: None,
            form: Form::Digits,
            is_open: false,
            counts: true,
            lent: None,
            range: start..start + 1,
        }
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
