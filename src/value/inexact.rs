//! Sums and differences of figures that are not all exact: what is computed, and on which side of it the true one may
//! lie. A bound turns round where its figure is taken away.

use std::cmp::Ordering;

use super::approximation::Approximation;
use super::decimal::Decimal;

/// A figure that may not be exact, or what is computed from such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inexact {
    /// What is stated, or computed from what is.
    pub value: Decimal,
    /// How far the true one may lie below it.
    below: Room,
    /// How far it may lie above it.
    above: Room,
    /// The last place to which any inexact figure is written out: 10 of 1230. Closer than that no word says.
    place: Decimal,
}

/// How far the true figure may lie on one side of what is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// Not at all.
    Nowhere,
    /// Somewhat.
    Near,
    /// Without a limit.
    Anywhere,
}

impl Inexact {
    /// Returns a figure as it is stated.
    pub fn of(value: Decimal, approx: Option<Approximation>) -> Inexact {
        use Room::{Anywhere, Near, Nowhere};
        let (below, above) = match approx {
            None => (Nowhere, Nowhere),
            Some(Approximation::Over) => (Nowhere, Near),
            Some(Approximation::Nearly) => (Near, Nowhere),
            Some(Approximation::About) => (Near, Near),
            Some(Approximation::AtLeast) => (Nowhere, Anywhere),
            Some(Approximation::AtMost) => (Anywhere, Nowhere),
        };
        let place = if approx.is_some() { value.last_place() } else { Decimal::whole(0) };
        Inexact { value, below, above, place }
    }

    /// Returns the sum; none beyond what can be computed.
    pub fn plus(self, other: Inexact) -> Option<Inexact> {
        Some(Inexact {
            value: self.value.checked_add(other.value)?,
            below: self.below.max(other.below),
            above: self.above.max(other.above),
            place: self.place.max(other.place),
        })
    }

    /// Returns the difference; none beyond what can be computed.
    pub fn minus(self, other: Inexact) -> Option<Inexact> {
        self.plus(other.turned()?)
    }

    /// Returns the same on the other side of zero.
    fn turned(self) -> Option<Inexact> {
        let value = Decimal::whole(0).checked_sub(self.value)?;
        Some(Inexact { value, below: self.above, above: self.below, place: self.place })
    }

    /// Returns how large it is, whatever its sign.
    pub fn size(self) -> Option<Inexact> {
        if self.value < Decimal::whole(0) { self.turned() } else { Some(self) }
    }

    /// Returns on which side of zero the true one lies, or that it is about zero; none where that is open.
    pub fn side(self) -> Option<Ordering> {
        let size = self.value.abs();
        let both = size.times(2).filter(|_| self.below == Room::Near && self.above == Room::Near);
        let is_held = |room| match room {
            Room::Nowhere => true,
            Room::Near => self.place <= both.unwrap_or(size),
            Room::Anywhere => false,
        };
        let side = self.value.cmp(&Decimal::whole(0));
        let is_known = match side {
            Ordering::Greater => is_held(self.below),
            Ordering::Less => is_held(self.above),
            Ordering::Equal => self.below.max(self.above) < Room::Anywhere,
        };
        is_known.then_some(side)
    }

    /// Returns whether the true one is surely not above zero.
    pub fn is_none_left(self) -> bool {
        self.value <= Decimal::whole(0) && self.above == Room::Nowhere
    }

    /// Returns whether nothing is left open.
    pub fn is_exact(self) -> bool {
        self.below.max(self.above) == Room::Nowhere
    }

    /// Returns the words for how exact it is; none where it may lie anywhere, so that it says nothing.
    ///
    /// What is smaller than the last place of what it is computed from has a bound, and is not said to be near it: over
    /// 1000 less 990 is at least 10. “Nearly” says more than “over”: 30 less over 20 may be 1, which is no nearly 10.
    pub fn approx(self) -> Option<Option<Approximation>> {
        use Room::{Anywhere, Near, Nowhere};
        let size = self.value.abs();
        match (self.below, self.above) {
            (Nowhere, Nowhere) => Some(None),
            (Nowhere, Near) if self.place <= size => Some(Some(Approximation::Over)),
            (Nowhere, _) => Some(Some(Approximation::AtLeast)),
            (Near, Nowhere) if self.place.times(10).is_some_and(|room| room <= size) => {
                Some(Some(Approximation::Nearly))
            }
            (_, Nowhere) => Some(Some(Approximation::AtMost)),
            (Near, Near) => Some(Some(Approximation::About)),
            (Anywhere, _) | (_, Anywhere) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A figure as a text writes it: `nearly 30`.
    fn read(text: &str) -> Inexact {
        let (word, number) = text.rsplit_once(' ').map_or((None, text), |(word, number)| (Some(word), number));
        let approx =
            word.map(|word| Approximation::ALL.into_iter().find(|known| known.word() == word).expect("a word"));
        Inexact::of(number.parse().expect("a number"), approx)
    }

    fn told(figure: Inexact) -> String {
        match figure.approx() {
            Some(None) => figure.value.to_string(),
            Some(Some(approx)) => format!("{} {}", approx.word(), figure.value),
            None => "open".to_owned(),
        }
    }

    #[test]
    fn what_is_stated_is_what_it_says() {
        for text in ["0", "30", "over 30", "nearly 38", "about 30", "at-least 30", "at-most 30", "over 0.5"] {
            assert_eq!(told(read(text)), text);
        }
    }

    #[test]
    fn bounds_turn_round_where_a_figure_is_taken_away() {
        for (a, b, sum, difference) in [
            ("30", "20", "50", "10"),
            ("30", "over 20", "over 50", "at-most 10"),
            ("30", "nearly 20", "at-most 50", "over 10"),
            ("100", "over 72", "over 172", "nearly 28"),
            ("30", "about 20", "about 50", "about 10"),
            ("30", "at-least 20", "at-least 50", "at-most 10"),
            ("30", "at-most 20", "at-most 50", "at-least 10"),
            ("over 1000", "990", "over 1990", "at-least 10"),
            ("over 1476000", "1000000", "over 2476000", "over 476000"),
            ("over 30", "over 20", "over 50", "about 10"),
            ("over 30", "nearly 20", "about 50", "over 10"),
            ("over 30", "at-least 20", "at-least 50", "open"),
            ("at-least 10", "at-most 9", "open", "at-least 1"),
            ("at-most 10", "about 10", "open", "open"),
            ("10", "nearly 10", "at-most 20", "at-least 0"),
        ] {
            let (a, b) = (read(a), read(b));
            let computed = [a.plus(b), a.minus(b)].map(|of| told(of.expect("in size")));
            assert_eq!(computed, [sum, difference], "{a:?} {b:?}");
        }
        let largest = read("99999999999999999999");
        assert_eq!(largest.plus(largest), None);
    }

    #[test]
    fn on_which_side_of_zero_a_difference_lies() {
        use Ordering::{Equal, Greater, Less};
        for (is, was, side) in [
            ("20", "30", Some(Less)),
            ("20", "20", Some(Equal)),
            ("over 20", "30", Some(Less)),
            ("over 20", "21", None),
            ("over 20", "20", Some(Equal)),
            ("over 20", "19", Some(Greater)),
            ("nearly 20", "19", None),
            ("nearly 20", "10", Some(Greater)),
            ("about 40", "35", Some(Greater)),
            ("about 40", "38", None),
            ("at-least 20", "30", None),
            ("at-least 20", "20", None),
            ("at-least 20", "10", Some(Greater)),
            ("at-most 20", "30", Some(Less)),
            ("at-most 20", "10", None),
        ] {
            assert_eq!(read(is).minus(read(was)).expect("in size").side(), side, "{is} was {was}");
        }
    }

    #[test]
    fn when_nothing_is_left() {
        for (whole, settled, is_none) in [
            ("10", "10", true),
            ("10", "9", false),
            ("10", "over 10", true),
            ("10", "nearly 10", false),
            ("10", "about 10", false),
            ("over 10", "nearly 10", false),
            ("at-most 10", "10", true),
            ("at-most 10", "about 10", false),
            ("at-least 10", "10", false),
            ("nearly 10", "at-least 10", true),
        ] {
            assert_eq!(read(whole).minus(read(settled)).expect("in size").is_none_left(), is_none, "{whole} {settled}");
        }
    }
}
