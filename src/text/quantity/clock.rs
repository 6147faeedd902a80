//! Times of day, in minutes from midnight: 14:30, 下午2时30分, 2:30 p.m.

use super::words::{begins_with_word, is_blank, words_before};
use crate::text::locale::Reading;

/// A time of day as it was read.
pub(super) struct Time {
    /// Minutes from midnight.
    pub(super) minutes: i64,
    /// Where it ends, in bytes from its hour.
    pub(super) length: usize,
    /// Whether it says of which half of the day it is.
    pub(super) is_marked: bool,
}

/// Reads a time of day at a number of `digits` bytes; `before` is what stands before it.
pub(super) fn time(reading: &Reading, before: &str, text: &str, digits: usize) -> Option<Time> {
    let hour: i64 = text[..digits].parse().ok().filter(|hour| *hour <= 24 && digits <= 2)?;
    let words = &reading.clock;
    let (minute, length) = minute(reading, &text[digits..]).map_or((None, digits), |(m, l)| (Some(m), digits + l));
    let before = words_before(before);
    let said_before = |list: &[String]| list.iter().any(|word| !word.is_ascii() && before.ends_with(word.as_str()));
    let behind = &text[length..];
    let word = behind.trim_start_matches(is_blank);
    let said_behind = |list: &[String]| {
        let word = list.iter().filter(|w| w.is_ascii() && begins_with_word(word, w)).max_by_key(|w| w.len())?;
        Some(text.len() - behind.trim_start_matches(is_blank).len() + word.len())
    };
    let (morning, afternoon) = (said_behind(&words.morning), said_behind(&words.afternoon));
    let is_afternoon = afternoon.is_some() || said_before(&words.afternoon);
    let is_marked = is_afternoon || morning.is_some() || said_before(&words.morning);
    // An hour alone is one only where something says so: 3点建议 are three pieces of advice.
    let is_hour = || words.hour.iter().find(|word| behind.starts_with(word.as_str())).filter(|_| is_marked);
    let length = match (afternoon.or(morning), minute) {
        (Some(end), _) => end,
        (None, Some(_)) => length,
        (None, None) => digits + is_hour()?.len(),
    };
    let hour = match hour {
        12 if is_marked && !is_afternoon && morning.is_some() => 0,
        1..=11 if is_afternoon => hour + 12,
        _ => hour,
    };
    Some(Time { minutes: hour * 60 + minute.unwrap_or(0), length, is_marked })
}

/// Minutes after an hour, with the length of all of it: `:30`, 时30分, 点半.
fn minute(reading: &Reading, text: &str) -> Option<(i64, usize)> {
    let two = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        text[..digits].parse().ok().filter(|minute: &i64| digits == 2 && *minute < 60)
    };
    if let Some(rest) = text.strip_prefix([':', '：']) {
        let is_longer = |rest: &str| rest[2..].starts_with([':', '：']);
        return two(rest).filter(|_| !is_longer(rest)).map(|minute| (minute, text.len() - rest.len() + 2));
    }
    let words = &reading.clock;
    let hour = words.hour.iter().find(|word| text.starts_with(word.as_str()))?;
    let rest = &text[hour.len()..];
    if rest.starts_with('半') {
        return Some((30, hour.len() + '半'.len_utf8()));
    }
    let word = words.minute.iter().find(|word| rest.get(2..).is_some_and(|rest| rest.starts_with(word.as_str())))?;
    two(rest).map(|minute| (minute, hour.len() + 2 + word.len()))
}
