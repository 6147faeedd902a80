//! A number of issues that knows how much of it is inferred.

use serde::Serialize;

/// How many issues there are of a kind, and how many of them count by a status that the issuer does not state.
///
/// A number of issues by their status is never a bare number: what it rests on is shown with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Count {
    /// All of them.
    pub n: u64,
    /// Those whose status is inferred.
    pub inferred: u64,
}

/// What a number rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// On nothing but what the issuer states.
    Stated,
    /// On both.
    Partly,
    /// On inference alone.
    Inferred,
}

impl Count {
    /// Returns a number that follows from no status, such as how many issues there are at all.
    pub fn of_all(n: u64) -> Count {
        Count { n, inferred: 0 }
    }

    /// Counts one more.
    pub fn add(&mut self, is_inferred: bool) {
        self.n += 1;
        self.inferred += u64::from(is_inferred);
    }

    /// Returns those whose status the issuer states.
    pub fn stated(self) -> u64 {
        self.n - self.inferred
    }

    /// Returns what the number rests on.
    pub fn basis(self) -> Basis {
        match self.inferred {
            0 => Basis::Stated,
            inferred if inferred == self.n => Basis::Inferred,
            _ => Basis::Partly,
        }
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.n += other.n;
        self.inferred += other.inferred;
    }
}

impl std::ops::Add for Count {
    type Output = Count;

    fn add(mut self, other: Count) -> Count {
        self += other;
        self
    }
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::default(), |sum, count| sum + count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_knows_what_it_rests_on() {
        let mut count = Count::default();
        assert_eq!(count.basis(), Basis::Stated, "nothing is inferred of nothing");
        count.add(true);
        assert_eq!((count.basis(), count.stated()), (Basis::Inferred, 0));
        count.add(false);
        assert_eq!((count.basis(), count.stated()), (Basis::Partly, 1));
        let sum: Count = [count, Count::of_all(3)].into_iter().sum();
        assert_eq!(sum, Count { n: 5, inferred: 1 });
    }
}
