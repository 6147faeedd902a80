//! Dates as a language sets them, as precise as they are.

use super::Locale;
use super::patterns::filled;
use crate::value::{Date, DatePart};

impl Locale {
    /// Returns a date, as precise as it is: 2021年9月13日, September 2021, 2021年第四季度; as records write it where the
    /// language has no words for it.
    pub fn date(&self, date: Date) -> String {
        let dates = &self.rules.dates;
        let number = |n: u8| Some(n.to_string());
        let month = |n: u8| named(&dates.months, n).or_else(|| number(n));
        let (pattern, month, rest) = match date.part() {
            DatePart::Year => (Some(&dates.year), None, number(0)),
            DatePart::Half(n) => (dates.half.as_ref(), None, named(&dates.halves, n)),
            DatePart::Quarter(n) => (dates.quarter.as_ref(), None, named(&dates.quarters, n)),
            DatePart::Month(n) => (Some(&dates.month), month(n), number(0)),
            DatePart::Third(of, n) => (dates.third.as_ref(), month(of), named(&dates.thirds, n)),
            DatePart::Day(of, n) => (Some(&dates.day), month(of), number(n)),
        };
        let Some((pattern, rest)) = pattern.zip(rest) else { return date.to_string() };
        let (year, month) = (date.year().to_string(), month.unwrap_or_default());
        filled(pattern, &[("year", year.as_str()), ("month", &month), ("day", &rest), ("part", &rest)])
    }
}

/// Returns the n-th of some names, from 1.
fn named(names: &[String], n: u8) -> Option<String> {
    names.get(usize::from(n).checked_sub(1)?).cloned()
}

#[cfg(test)]
mod tests {
    use crate::text::locale::tests::locale;

    #[test]
    fn dates_as_precise_as_they_are() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (date, in_zh, in_en) in [
            ("2021-09-13", "2021年9月13日", "13 September 2021"),
            ("2021-12", "2021年12月", "December 2021"),
            ("2021", "2021年", "2021"),
            ("2024-Q2", "2024年第二季度", "the second quarter of 2024"),
            ("2024-H1", "2024年上半年", "the first half of 2024"),
            ("2022-10-early", "2022年10月上旬", "early October 2022"),
            ("2022-10-mid", "2022年10月中旬", "mid-October 2022"),
            ("2022-10-late", "2022年10月下旬", "late October 2022"),
        ] {
            let date = date.parse().expect("a date");
            assert_eq!((zh.date(date).as_str(), en.date(date).as_str()), (in_zh, in_en));
        }
    }
}
