//! Numbers of issues and rates, with what they rest on.

use super::{Argument, Locale};
use crate::value::{Basis, Count, Rate};

impl Locale {
    /// Returns a number of issues by their status, and after it what it rests on if the issuer does not state all of
    /// it: 41（推定）.
    pub fn count(&self, count: Count) -> String {
        self.number(count.n) + &self.basis(count)
    }

    /// Returns a rate in per cent with one decimal place, and after it what it rests on; a dash where there is none.
    pub fn rate(&self, rate: Option<Rate>) -> String {
        match rate {
            None => self.rules.numbers.none.clone(),
            Some(rate) => self.percent(rate) + &self.basis_of_rate(rate),
        }
    }

    /// Returns a rate without what it rests on, for callers that set that beside it.
    pub fn percent(&self, rate: Rate) -> String {
        self.rules.numbers.percent.replace("{number}", &self.decimal(rate.percent()))
    }

    /// Returns what stands after a number of issues: nothing if the issuer states all of their statuses, else how many
    /// it does not.
    pub fn basis(&self, count: Count) -> String {
        self.mark(count.basis(), "basis.some", count.inferred)
    }

    /// Returns what stands after a rate.
    pub fn basis_of_rate(&self, rate: Rate) -> String {
        self.mark(rate.basis(), "basis.partly", rate.whole.inferred)
    }

    /// Returns the same in few words, for the cell of a table.
    pub fn basis_in_cell(&self, count: Count) -> String {
        self.mark(count.basis(), "basis.cell", count.inferred)
    }

    fn mark(&self, basis: Basis, partly: &str, inferred: u64) -> String {
        match basis {
            Basis::Stated => String::new(),
            Basis::Inferred => self.text("basis.mark"),
            Basis::Partly => self.say(partly, &[("n", Argument::Count(inferred))]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::tests::locale;

    #[test]
    fn rates_have_one_decimal_place() {
        let (zh, en) = (locale("zh"), locale("en"));
        let rate = Rate::of(Count::of_all(41), Count::of_all(49));
        assert_eq!((zh.rate(rate).as_str(), en.rate(None).as_str()), ("83.7%", "—"));
    }

    #[test]
    fn what_is_inferred_says_so_beside_its_number() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (n, inferred, in_zh, in_en) in [
            (41, 0, "41", "41"),
            (41, 41, "41（推定）", "41 (inferred)"),
            (41, 1, "41（其中1个为推定）", "41 (1 of them inferred)"),
        ] {
            let count = Count { n, inferred };
            assert_eq!((zh.count(count).as_str(), en.count(count).as_str()), (in_zh, in_en));
        }
        for (part, whole, in_zh, in_en) in [
            ((41, 41), (49, 41), "83.7%（推定）", "83.7% (inferred)"),
            ((41, 1), (49, 1), "83.7%（部分推定）", "83.7% (partly inferred)"),
        ] {
            let [part, whole] = [part, whole].map(|(n, inferred)| Count { n, inferred });
            let rate = Rate::of(part, whole);
            assert_eq!((zh.rate(rate).as_str(), en.rate(rate).as_str()), (in_zh, in_en));
        }
    }
}
