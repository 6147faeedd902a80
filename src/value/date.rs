//! A date as an office writes it: a year, half of one, a quarter, a month, a part of one, or a day.

mod counting;
mod written;

/// A span of the Gregorian calendar, as precise as its author was: from a year to a day.
///
/// A deadline of `2021-12` means the month's last day, so comparisons of deadlines go through [`Date::last_day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    part: DatePart,
}

/// Which part of its year a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatePart {
    /// All of it.
    Year,
    /// Half of it: 1 or 2.
    Half(u8),
    /// A quarter: 1 to 4.
    Quarter(u8),
    /// A month: 1 to 12.
    Month(u8),
    /// A third of a month (旬): its month, and 1 to 3.
    Third(u8, u8),
    /// A day: its month, and which day of that.
    Day(u8, u8),
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Of none of the forms of a date.
    Form,
    /// No such month.
    Month(u8),
    /// The month has fewer days; its last day is given.
    Day(u8),
}

/// How many days the first two thirds of a month have.
const THIRD: u8 = 10;

impl Date {
    /// Returns a day, if the calendar has it.
    pub fn day(year: u16, month: u8, day: u8) -> Result<Date, DateError> {
        let last = days_in_month(year, checked_month(month)?);
        if (1..=last).contains(&day) {
            Ok(Date { year, part: DatePart::Day(month, day) })
        } else {
            Err(DateError::Day(last))
        }
    }

    /// Returns a part of a year, if the calendar has it.
    pub fn of(year: u16, part: DatePart) -> Result<Date, DateError> {
        let is_one = match part {
            DatePart::Day(month, day) => return Date::day(year, month, day),
            DatePart::Year => true,
            DatePart::Half(n) => (1..=2).contains(&n),
            DatePart::Quarter(n) => (1..=4).contains(&n),
            DatePart::Month(month) => checked_month(month).map(|_| true)?,
            DatePart::Third(month, n) => checked_month(month).map(|_| (1..=3).contains(&n))?,
        };
        if is_one { Ok(Date { year, part }) } else { Err(DateError::Form) }
    }

    /// Returns the year, 1000 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns which part of the year the author gave.
    pub fn part(self) -> DatePart {
        self.part
    }

    /// Returns month and day of the first day that the date covers.
    fn first(self) -> (u8, u8) {
        match self.part {
            DatePart::Year => (1, 1),
            DatePart::Half(n) => (6 * n - 5, 1),
            DatePart::Quarter(n) => (3 * n - 2, 1),
            DatePart::Month(month) => (month, 1),
            DatePart::Third(month, n) => (month, (n - 1) * THIRD + 1),
            DatePart::Day(month, day) => (month, day),
        }
    }

    /// Returns month and day of the last day that the date covers.
    fn last(self) -> (u8, u8) {
        let of_month = |month| (month, days_in_month(self.year, month));
        match self.part {
            DatePart::Year => of_month(12),
            DatePart::Half(n) => of_month(6 * n),
            DatePart::Quarter(n) => of_month(3 * n),
            DatePart::Month(month) | DatePart::Third(month, 3) => of_month(month),
            DatePart::Third(month, n) => (month, n * THIRD),
            DatePart::Day(month, day) => (month, day),
        }
    }

    /// Returns the first day that the date covers.
    pub fn first_day(self) -> Date {
        let (month, day) = self.first();
        Date { part: DatePart::Day(month, day), ..self }
    }

    /// Returns the last day that the date covers: what a deadline means.
    pub fn last_day(self) -> Date {
        let (month, day) = self.last();
        Date { part: DatePart::Day(month, day), ..self }
    }
}

fn checked_month(month: u8) -> Result<u8, DateError> {
    if (1..=12).contains(&month) { Ok(month) } else { Err(DateError::Month(month)) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    #[test]
    fn reads_and_prints_each_precision() {
        for text in ["2021", "2021-H2", "2021-Q4", "2021-12", "2021-12-mid", "2021-12-31", "2020-02-29", "2000-02-29"] {
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
            ("2021-Q5", DateError::Form),
            ("2021-H0", DateError::Form),
            ("2021-q1", DateError::Form),
            ("2021-Q1-01", DateError::Form),
            ("2021-13-late", DateError::Month(13)),
            ("2021-12-Late", DateError::Form),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_deadline_is_the_last_day_it_covers() {
        for (text, first, last) in [
            ("2021", "2021-01-01", "2021-12-31"),
            ("2021-12", "2021-12-01", "2021-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2021-09-13", "2021-09-13", "2021-09-13"),
            ("2024-H1", "2024-01-01", "2024-06-30"),
            ("2024-H2", "2024-07-01", "2024-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("2024-Q3", "2024-07-01", "2024-09-30"),
            ("2024-02-early", "2024-02-01", "2024-02-10"),
            ("2024-02-mid", "2024-02-11", "2024-02-20"),
            ("2024-02-late", "2024-02-21", "2024-02-29"),
        ] {
            assert_eq!((date(text).first_day(), date(text).last_day()), (date(first), date(last)), "{text}");
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
        // Friday; Saturday.
        assert_eq!(date("2024-03-01").plus_weekdays(1), date("2024-03-01"));
        assert_eq!(date("2024-03-01").plus_weekdays(5), date("2024-03-07"));
        assert_eq!(date("2024-03-02").plus_weekdays(1), date("2024-03-04"));
        assert!(date("2021-08").is_before(date("2021-09-01")));
        assert!(!date("2021").is_before(date("2021-12")));
        assert!(date("2024-Q2").is_before(date("2024-07")) && !date("2024-Q2").is_before(date("2024-06-late")));
    }
}
