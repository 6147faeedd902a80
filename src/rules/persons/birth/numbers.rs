//! Numbers and months in digits and in words of both languages.

use crate::rules::persons::reading::Reading;

/// Returns where the name of a month ends that begins at a place.
pub(super) fn month_at(reading: &Reading, at: usize) -> Option<usize> {
    const MONTHS: [&str; 23] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];
    let month = MONTHS.iter().find(|month| reading.has_at(at, month))?;
    let end = at + month.len();
    (!reading.char(end).is_some_and(|c| c.is_ascii_alphabetic())).then_some(end)
}

/// Returns a number of at most `most` digits, Latin or Chinese, and where it ends.
pub(super) fn number(reading: &Reading, start: usize, most: usize) -> Option<(u32, usize)> {
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(most).take_while(|c| is_digit(**c)).count();
    let digits: Vec<char> = rest[..length].to_vec();
    let value = if digits.contains(&'十') {
        let text: String = digits.iter().collect();
        let (tens, ones) = text.split_once('十')?;
        let digit = |text: &str| text.chars().next().and_then(value_of);
        10 * if tens.is_empty() { 1 } else { digit(tens)? } + digit(ones).unwrap_or(0)
    } else {
        digits.iter().try_fold(0, |value, c| Some(10 * value + value_of(*c)?))?
    };
    // 三十一 has a digit more than 31.
    let is_longer = most == 2 && digits.contains(&'十') && rest.get(length).is_some_and(|c| value_of(*c).is_some());
    let ones = rest.get(length).and_then(|c| value_of(*c)).unwrap_or(0);
    (length > 0).then_some(if is_longer { (value + ones, start + length + 1) } else { (value, start + length) })
}

pub(super) fn is_digit(c: char) -> bool {
    c == '十' || value_of(c).is_some()
}

fn value_of(c: char) -> Option<u32> {
    c.to_digit(10)
        .or_else(|| "〇一二三四五六七八九".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value))
}
