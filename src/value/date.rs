//! A date as an office writes it: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

/// A year, a month or a day of the Gregorian calendar, as precise as its author was.
///
/// A deadline of `2021-12` means the month's last day, so comparisons of deadlines go through [`Date::last_day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `2021`, `2021-12` or `2021-12-31`.
    Form,
    /// No such month.
    Month(u8),
    /// The month has fewer days; its last day is given.
    Day(u8),
}

impl Date {
    /// A day, if the calendar has it.
    pub fn day(year: u16, month: u8, day: u8) -> Result<Date, DateError> {
        Date::checked(year, Some(month), Some(day))
    }

    fn checked(year: u16, month: Option<u8>, day: Option<u8>) -> Result<Date, DateError> {
        if let Some(m) = month
            && !(1..=12).contains(&m)
        {
            return Err(DateError::Month(m));
        }
        if let (Some(m), Some(d)) = (month, day) {
            let last = days_in_month(year, m);
            if !(1..=last).contains(&d) {
                return Err(DateError::Day(last));
            }
        }
        Ok(Date { year, month, day })
    }

    /// The year, 1000 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if the author gave one.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, if the author gave one.
    pub fn day_of_month(self) -> Option<u8> {
        self.day
    }

    /// The first day that the date covers.
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: Some(self.month.unwrap_or(1)), day: Some(self.day.unwrap_or(1)) }
    }

    /// The last day that the date covers: what a deadline means.
    pub fn last_day(self) -> Date {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        Date { year: self.year, month: Some(month), day: Some(day) }
    }

    /// Days from 1 January of year 1 to the first day that the date covers.
    fn ordinal(self) -> i64 {
        let first = self.first_day();
        let years = i64::from(first.year) - 1;
        let leap_days = years / 4 - years / 100 + years / 400;
        let months: i64 = (1..first.month.unwrap_or(1)).map(|m| i64::from(days_in_month(first.year, m))).sum();
        years * 365 + leap_days + months + i64::from(first.day.unwrap_or(1)) - 1
    }

    /// Days from the last day of `self` to the last day of `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Date) -> i64 {
        later.last_day().ordinal() - self.last_day().ordinal()
    }

    /// The day so many days after the first day that the date covers.
    pub fn plus_days(self, days: u64) -> Date {
        let mut day = self.first_day();
        for _ in 0..days {
            day = day.next_day();
        }
        day
    }

    fn next_day(self) -> Date {
        let (year, month, day) = (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        let next = Date::day(year, month, day + 1);
        let next_month = || if month < 12 { Date::day(year, month + 1, 1) } else { Date::day(year + 1, 1, 1) };
        next.or_else(|_| next_month()).unwrap_or(self)
    }

    /// Whether the whole of `self` lies before the whole of `other`.
    pub fn is_before(self, other: Date) -> bool {
        self.last_day().ordinal() < other.first_day().ordinal()
    }

    /// A key that sorts by the last day covered.
    pub fn sort_key(self) -> (i64, i64) {
        (self.last_day().ordinal(), self.ordinal())
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let digits = |part: &str, len: usize| -> Result<u16, DateError> {
            if part.len() == len && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| DateError::Form)
            } else {
                Err(DateError::Form)
            }
        };
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let two = |parts: &mut std::str::Split<'_, char>| -> Result<Option<u8>, DateError> {
            let Some(part) = parts.next() else { return Ok(None) };
            digits(part, 2).and_then(|n| u8::try_from(n).map_err(|_| DateError::Form)).map(Some)
        };
        let month = two(&mut parts)?;
        let day = two(&mut parts)?;
        if parts.next().is_some() || year < 1000 {
            return Err(DateError::Form);
        }
        Date::checked(year, month, day)
    }
}

/// ISO 8601, as precise as the date: `2021`, `2021-12`, `2021-12-31`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a date")))
    }
}

impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "integer"],
            "format": "gongkai-date",
            "pattern": "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            "minimum": 1000,
            "maximum": 9999,
            "description": "日期：年、年月或年月日，如 2021、2021-12、2021-12-31。A year, a month or a day: 2021, 2021-12, 2021-12-31."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    #[test]
    fn reads_and_prints_each_precision() {
        for text in ["2021", "2021-12", "2021-12-31", "2020-02-29", "2000-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_the_calendar_has_not() {
        for (text, error) in [
            ("2021-13", DateError::Month(13)),
            ("2021-00", DateError::Month(0)),
            ("2021-02-29", DateError::Day(28)),
            ("1900-02-29", DateError::Day(28)),
            ("2021-04-31", DateError::Day(30)),
            ("2021-12-00", DateError::Day(31)),
            ("21-12", DateError::Form),
            ("2021-1", DateError::Form),
            ("2021/12", DateError::Form),
            ("2021-12-31-1", DateError::Form),
            ("0000", DateError::Form),
            ("", DateError::Form),
            ("２０２１", DateError::Form),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_deadline_is_the_last_day_it_covers() {
        for (text, last) in
            [("2021", "2021-12-31"), ("2021-12", "2021-12-31"), ("2024-02", "2024-02-29"), ("2021-09-13", "2021-09-13")]
        {
            assert_eq!(date(text).last_day(), date(last));
        }
    }

    #[test]
    fn days_between() {
        for (from, to, days) in [
            ("2021-09-13", "2021-12", 109),
            ("2021-12-31", "2022-01-01", 1),
            ("2022-01", "2021-12", -31),
            ("2020-02-28", "2020-03-01", 2),
        ] {
            assert_eq!(date(from).days_until(date(to)), days, "{from} {to}");
        }
        assert_eq!(date("1970-01-01").plus_days(20_781), date("2026-11-24"));
        assert_eq!(date("2020-02-28").plus_days(2), date("2020-03-01"));
        assert!(date("2021-08").is_before(date("2021-09-01")));
        assert!(!date("2021").is_before(date("2021-12")));
    }
}
