//! A format of dates and times.

use super::calendar::civil;
use super::decimal::{DecimalDigits, PRECISION};
use super::tokens::FormatToken;

/// What a format shows of a point in time.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Clock {
    has_year: bool,
    has_month: bool,
    has_day: bool,
    has_hour: bool,
    has_second: bool,
    is_span: bool,
    /// Whether it has words that the date does not say: 底前.
    has_more: bool,
}

/// Words that only say what stands before them, which ISO 8601 says by itself.
const WORDS: &str = "年月日号时点分秒上下午星期周T";

impl Clock {
    pub(super) fn of(section: &[FormatToken]) -> Clock {
        let mut clock = Clock::default();
        let mut has_m = false;
        for token in section {
            match token {
                FormatToken::General => return Clock::default(),
                FormatToken::Words(words) => words.chars().for_each(|c| clock.has_more |= says_more(c)),
                FormatToken::Bracket(inner) => {
                    clock.is_span |= !inner.is_empty() && inner.chars().all(|c| "hmsHMS".contains(c));
                }
                FormatToken::Sign(sign) => match sign {
                    'y' | 'Y' | 'e' => clock.has_year = true,
                    'd' | 'D' => clock.has_day = true,
                    'h' | 'H' => clock.has_hour = true,
                    's' | 'S' => clock.has_second = true,
                    'm' | 'M' => has_m = true,
                    sign => clock.has_more |= !sign.is_ascii() && says_more(*sign),
                },
            }
        }
        // An m beside hours or seconds is a minute, beside anything else a month.
        clock.has_month = has_m && (clock.has_year || clock.has_day || !clock.has_hour && !clock.has_second);
        clock
    }

    pub(super) fn is_any(&self) -> bool {
        *self != Clock { has_more: self.has_more, ..Clock::default() }
    }

    /// Returns a number of days as this shows it; nothing if no calendar has that day, or words around it say more than the day.
    pub(super) fn shown(&self, number: &DecimalDigits, is_1904: bool) -> Option<String> {
        const DAY: u128 = 86_400;
        let (whole, fraction) = number.parts();
        let mut days: u64 = whole.parse().ok().filter(|_| !number.is_negative && !self.has_more)?;
        let fraction = fraction.get(..PRECISION.min(fraction.len()))?;
        let scale = 10_u128.pow(u32::try_from(fraction.len()).ok()?);
        let part: u128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
        let mut seconds = u64::try_from((part * DAY + scale / 2) / scale).ok()?;
        if seconds == 86_400 {
            (days, seconds) = (days + 1, 0);
        }
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if self.is_span {
            let hours = hours.checked_add(days.checked_mul(24)?)?;
            return Some(format!("{hours}:{minutes:02}:{rest:02}"));
        }
        let date =
            if self.has_year || self.has_month || self.has_day { self.date(days, is_1904)? } else { String::new() };
        let time = match (self.has_hour, self.has_second) {
            (false, false) => String::new(),
            (_, true) => format!("{hours:02}:{minutes:02}:{rest:02}"),
            (true, false) => format!("{hours:02}:{minutes:02}"),
        };
        Some(format!("{date} {time}").trim().to_owned())
    }

    fn date(&self, days: u64, is_1904: bool) -> Option<String> {
        // The first calendar counts a 29 February 1900 that there was not.
        let since_1900 = if is_1904 { days.checked_add(1462)? } else { days };
        let since_1900 = if since_1900 < 60 { since_1900.checked_add(1)? } else { since_1900 };
        let (year, month, day) = civil(since_1900)?;
        let is_month = self.has_year && self.has_month && !self.has_day && !self.has_hour;
        let is_year = self.has_year && !self.has_month && !self.has_day && !self.has_hour;
        Some(match (is_year, is_month) {
            (true, _) => format!("{year:04}"),
            (_, true) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        })
    }
}

/// Whether a sign of the words around a date says more than the date.
fn says_more(c: char) -> bool {
    c.is_alphanumeric() && !WORDS.contains(c)
}
