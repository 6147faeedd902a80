//! A date down to the day, in digits or in words.

use super::numbers::{is_digit, month_at, number};
use crate::rules::persons::reading::Reading;

pub(super) struct DateEnd {
    pub(super) end: usize,
    pub(super) is_whole: bool,
}

/// Returns a date that begins at a place: 1985年3月12日, 1985-03-12, 1985.03, 19850312, 12 March 1985, March 12, 1985.
pub(super) fn date_at(reading: &Reading, start: usize) -> Option<DateEnd> {
    english(reading, start).or_else(|| {
        let (year, at) = number(reading, start, 4)?;
        let digits = at - start;
        if digits == 2 && (30..100).contains(&year) && reading.char(at) == Some('年') {
            return parts(reading, at).filter(|date| date.is_whole);
        }
        if !(1900..2040).contains(&year) || digits != 4 {
            return None;
        }
        if let Some((month_and_day, end)) = number(reading, at, 4).filter(|(_, end)| end - at == 4) {
            let goes_on = reading.char(end).is_some_and(is_digit);
            let is_day = (1..=12).contains(&(month_and_day / 100)) && (1..=31).contains(&(month_and_day % 100));
            return (is_day && !goes_on).then_some(DateEnd { end, is_whole: true });
        }
        parts(reading, at)
    })
}

/// Returns what follows a year: signs, a month, and perhaps a day.
fn parts(reading: &Reading, at: usize) -> Option<DateEnd> {
    let sign = |at: usize, signs: &str| {
        let at = blank(reading, at);
        reading.char(at).filter(|c| signs.contains(*c)).map(|_| blank(reading, at + 1))
    };
    let month_at = sign(at, "年-/.")?;
    let (_, end) = number(reading, month_at, 2).filter(|(month, _)| (1..=12).contains(month))?;
    let after_month = sign(end, "月-/.");
    let day = after_month.and_then(|at| number(reading, at, 2)).filter(|(day, _)| (1..=31).contains(day));
    match day {
        Some((_, end)) => {
            let sign = blank(reading, end);
            let end = if matches!(reading.char(sign), Some('日' | '号')) { sign + 1 } else { end };
            Some(DateEnd { end, is_whole: true })
        }
        None => {
            let sign = blank(reading, end);
            let end = if reading.char(sign) == Some('月') { sign + 1 } else { end };
            Some(DateEnd { end, is_whole: false })
        }
    }
}

/// Returns a whole date in English.
fn english(reading: &Reading, start: usize) -> Option<DateEnd> {
    let behind_day = if let Some(after) = month_at(reading, start) {
        number(reading, blank(reading, after), 2)?.1
    } else {
        let (_, end) = number(reading, start, 2)?;
        month_at(reading, blank(reading, end))?
    };
    let (year, end) = number(reading, blank(reading, skip_comma(reading, behind_day)), 4)?;
    (1900..2040).contains(&year).then_some(DateEnd { end, is_whole: true })
}

fn skip_comma(reading: &Reading, at: usize) -> usize {
    at + usize::from(reading.char(at) == Some(','))
}

fn blank(reading: &Reading, at: usize) -> usize {
    at + usize::from(reading.char(at).is_some_and(|c| " \n".contains(c)))
}
