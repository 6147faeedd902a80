//! Counting days: how many lie between two dates, and which comes after how many.

use super::{Date, days_in_month};

impl Date {
    /// Returns days from 1 January of year 1 to the first day that the date covers.
    fn ordinal(self) -> i64 {
        let (month, day) = self.first();
        let years = i64::from(self.year) - 1;
        let leap_days = years / 4 - years / 100 + years / 400;
        let months: i64 = (1..month).map(|m| i64::from(days_in_month(self.year, m))).sum();
        years * 365 + leap_days + months + i64::from(day) - 1
    }

    /// Returns days from the last day of `self` to the last day of `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Date) -> i64 {
        later.last_day().ordinal() - self.last_day().ordinal()
    }

    /// Returns the day that lies `days` days after the first day that the date covers.
    pub fn plus_days(self, days: u64) -> Date {
        let mut day = self.first_day();
        for _ in 0..days {
            day = day.next_day();
        }
        day
    }

    /// Returns the last of `days` days from Monday to Friday, counted from the first day that the date covers.
    pub fn plus_weekdays(self, days: u32) -> Date {
        let mut day = self.first_day();
        let mut left = days.saturating_sub(u32::from(!day.is_weekend()));
        while left > 0 {
            day = day.next_day();
            left -= u32::from(!day.is_weekend());
        }
        day
    }

    /// Returns whether its first day is a Saturday or a Sunday. The first day of year 1 is a Monday.
    fn is_weekend(self) -> bool {
        self.ordinal().rem_euclid(7) >= 5
    }

    fn next_day(self) -> Date {
        let (year, (month, day)) = (self.year, self.first());
        let next = Date::day(year, month, day + 1);
        let next_month = || if month < 12 { Date::day(year, month + 1, 1) } else { Date::day(year + 1, 1, 1) };
        next.or_else(|_| next_month()).unwrap_or(self)
    }

    /// Returns whether the whole of `self` lies before the whole of `other`.
    pub fn is_before(self, other: Date) -> bool {
        self.last_day().ordinal() < other.first_day().ordinal()
    }

    /// Returns whether `self` ends before `other` does: 2024-02-29 before 2024, and 2024-02-10 before 2024-02.
    pub fn ends_before(self, other: Date) -> bool {
        self.last_day().ordinal() < other.last_day().ordinal()
    }

    /// Returns a key that sorts by the last day covered.
    pub fn sort_key(self) -> (i64, i64) {
        (self.last_day().ordinal(), self.ordinal())
    }
}
