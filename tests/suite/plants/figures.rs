//! Differences in digits: one figure of one language is changed.

use std::ops::Range;

use super::text::{Change, MONTHS, Text};

/// Numbers that are not parts of dates.
fn plain(text: &Text<'_>) -> Vec<Range<usize>> {
    // 2021—2022 are years, too.
    let is_span = |number: &Range<usize>| number.len() == 4 && text.text()[number.end..].starts_with(['—', '–']);
    text.numbers().into_iter().filter(|number| text.part_of_date(number).is_none() && !is_span(number)).collect()
}

/// A number with its first digit changed.
fn other(number: &str) -> String {
    let first = number.bytes().next().expect("digits");
    let next = if first == b'9' { '8' } else { char::from(first + 1) };
    format!("{next}{}", &number[1..])
}

/// A number one greater.
pub fn shifted(number: &str) -> String {
    let mut digits: Vec<u8> = number.bytes().collect();
    for digit in digits.iter_mut().rev().filter(|digit| digit.is_ascii_digit()) {
        *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
        if *digit != b'0' {
            return String::from_utf8(digits).expect("digits");
        }
    }
    format!("1{}", String::from_utf8(digits).expect("digits"))
}

pub fn value(text: &Text<'_>) -> Vec<Change> {
    plain(text).into_iter().map(|number| (number.clone(), other(&text.text()[number]))).collect()
}

/// Every number one greater, dates included.
pub fn each_shifted(text: &Text<'_>) -> Vec<Change> {
    text.numbers().into_iter().map(|number| (number.clone(), shifted(&text.text()[number]))).collect()
}

pub fn digits_exchanged(text: &Text<'_>) -> Vec<Change> {
    let exchanged = |number: Range<usize>| {
        let mut digits: Vec<u8> = text.text()[number.clone()].bytes().collect();
        let at = (1..digits.len()).find(|at| {
            let pair = [digits[at - 1], digits[*at]];
            pair.iter().all(u8::is_ascii_digit) && pair[0] != pair[1] && pair[1] != b'0'
        })?;
        digits.swap(at - 1, at);
        Some((number, String::from_utf8(digits).expect("digits")))
    };
    plain(text).into_iter().filter_map(exchanged).collect()
}

/// What stands behind numbers, in place of other words.
fn behind(text: &Text<'_>, words: &[(&str, &str)]) -> Vec<Change> {
    let is_zh = text.is_zh();
    let change = |number: Range<usize>| {
        let after = &text.text()[number.end..];
        let is_here = |from: &str| {
            after.strip_prefix(from).is_some_and(|rest| {
                !(from.ends_with(|c: char| c.is_ascii_alphabetic())
                    && rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            })
        };
        let (from, to) = words.iter().find(|(from, _)| is_here(from) && (from.is_ascii() != is_zh || *from == "%"))?;
        Some((number.end..number.end + from.len(), (*to).to_owned()))
    };
    plain(text).into_iter().filter_map(change).collect()
}

pub fn scale(text: &Text<'_>) -> Vec<Change> {
    behind(
        text,
        &[("万", "亿"), ("亿", "万"), (" million", " billion"), (" billion", " million"), (",000 ", ",000,000 ")],
    )
}

pub fn points(text: &Text<'_>) -> Vec<Change> {
    let to = if text.is_zh() { "个百分点" } else { " percentage points" };
    behind(text, &[("个百分点", "%"), (" percentage points", "%"), ("%", to)])
}

pub fn unit(text: &Text<'_>) -> Vec<Change> {
    let words = [
        ("亩", "公顷"),
        ("公里", "米"),
        ("个工作日", "个月"),
        ("小时", "天"),
        ("天", "个月"),
        ("个月", "年"),
        (" mu", " hectares"),
        (" km", " metres"),
        (" working days", " weeks"),
        (" days", " months"),
        (" months", " years"),
        (" hours", " days"),
    ];
    let mut changes = behind(text, &words);
    if text.is_zh() {
        let heads = text.text().match_indices("（亩）").map(|(at, word)| (at..at + word.len(), "（公顷）".to_owned()));
        changes.extend(heads);
    } else {
        let heads = text.text().match_indices("(mu)").map(|(at, word)| (at..at + word.len(), "(hectares)".to_owned()));
        changes.extend(heads);
    }
    changes
}

pub fn currency(text: &Text<'_>) -> Vec<Change> {
    if !text.is_zh() {
        let codes = text.text().match_indices("CNY ").enumerate();
        return codes.map(|(n, (at, _))| (at..at + 3, ["USD", "EUR"][n % 2].to_owned())).collect();
    }
    behind(text, &[("万元", "万美元"), ("亿元", "亿美元"), ("元", "美元")])
}

/// A number with its counter or the blank behind it left out.
pub fn missing(text: &Text<'_>) -> Vec<Change> {
    let left_out = |number: Range<usize>| {
        let after = &text.text()[number.end..];
        let length = if text.is_zh() {
            ["个", "家", "名", "项", "条", "件", "次", "场", "处"].iter().find(|word| after.starts_with(**word))?.len()
        } else {
            after.strip_prefix(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).map(|_| 1)?
        };
        Some((number.start..number.end + length, String::new()))
    };
    plain(text).into_iter().filter_map(left_out).collect()
}

/// A figure put in before the end of a sentence.
pub fn extra(text: &Text<'_>) -> Vec<Change> {
    let (mark, words) = if text.is_zh() { ("。", "，涉及7个单位") } else { (".", " in 7 bodies") };
    if !text.field.is_empty() {
        return Vec::new();
    }
    let ends = text.lines().into_iter().filter(|line| text.text()[line.clone()].ends_with(mark));
    ends.map(|line| (line.end - mark.len()..line.end - mark.len(), words.to_owned())).collect()
}

/// One end of 3—5.
pub fn range_end(text: &Text<'_>) -> Vec<Change> {
    let source = text.text();
    let dash = |c: char| "—–-～~".contains(c);
    let is_end = |number: &&Range<usize>| {
        let (before, after) = (&source[..number.start], &source[number.end..]);
        let digit = |c: char| c.is_ascii_digit();
        before.ends_with(dash) && before.trim_end_matches(dash).ends_with(digit)
            || after.starts_with(dash) && after.trim_start_matches(dash).starts_with(digit)
    };
    let numbers = text.numbers();
    let ends = numbers.iter().filter(is_end).filter(|number| text.part_of_date(number) != Some("year"));
    ends.map(|number| (number.clone(), shifted(&source[number.clone()]))).collect()
}

pub fn cell(text: &Text<'_>) -> Vec<Change> {
    let is_cell = |number: &Range<usize>| line_of(text.text(), number.start).starts_with('|');
    plain(text).into_iter().filter(is_cell).map(|number| (number.clone(), other(&text.text()[number]))).collect()
}

fn line_of(text: &str, at: usize) -> &str {
    text[text[..at].rfind('\n').map_or(0, |at| at + 1)..].lines().next().unwrap_or_default()
}

/// A part of a date; days are shifted, months and years moved by one.
fn date(text: &Text<'_>, part: &str) -> Vec<Change> {
    let numbers = text.numbers();
    let parts = numbers.into_iter().filter(|number| text.part_of_date(number) == Some(part));
    let moved = |number: Range<usize>| {
        let value: u32 = text.text()[number.clone()].parse().ok()?;
        let to = if value > 1 && value != 2001 { value - 1 } else { value + 1 };
        Some((number, to.to_string()))
    };
    parts.filter_map(moved).collect()
}

pub fn year(text: &Text<'_>) -> Vec<Change> {
    date(text, "year")
}

pub fn day(text: &Text<'_>) -> Vec<Change> {
    date(text, "day")
}

pub fn month(text: &Text<'_>) -> Vec<Change> {
    if text.is_zh() {
        return date(text, "month");
    }
    let found = MONTHS.iter().enumerate().flat_map(|(n, month)| {
        let named = text.text().match_indices(month).map(|(at, _)| at..at + month.len());
        named.map(move |range| (range, MONTHS[(n + 11) % 12].to_owned()))
    });
    // “may” begins sentences, too.
    found.filter(|(range, _)| text.text()[range.end..].trim_start().starts_with(|c: char| c.is_ascii_digit())).collect()
}

/// Two figures of a line, in digits or quoted by name, in each other's place.
pub fn exchanged(text: &Text<'_>) -> Vec<Change> {
    let source = text.text();
    let within = |line: &Range<usize>, at: &Range<usize>| line.start <= at.start && at.end <= line.end;
    let mut changes = Vec::new();
    for line in text.lines().into_iter().filter(|line| !source[line.clone()].starts_with('|')) {
        for mut figures in [text.quotes(), plain(text)] {
            figures.retain(|figure| within(&line, figure));
            let next = figures.windows(2).find(|pair| source[pair[0].clone()] != source[pair[1].clone()]);
            changes.extend(next.map(|pair| {
                let (one, two) = (pair[0].clone(), pair[1].clone());
                let to = [&source[two.clone()], &source[one.end..two.start], &source[one.clone()]].concat();
                (one.start..two.end, to)
            }));
        }
    }
    changes
}
