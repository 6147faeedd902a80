//! Dates and deadlines in the words of offices, as a record has them.

use super::plain;
use crate::diagnostic::nearest;
use crate::value::{Date, Due};

/// How offices write halves and quarters of a year.
const PARTS_OF_YEARS: &[(&str, &[&str])] = &[
    ("H1", &["上半年", "H1"]),
    ("H2", &["下半年", "H2"]),
    ("Q1", &["一季度", "1季度", "首季", "Q1", "T1"]),
    ("Q2", &["二季度", "2季度", "Q2", "T2"]),
    ("Q3", &["三季度", "3季度", "Q3", "T3"]),
    ("Q4", &["四季度", "4季度", "Q4", "T4"]),
];

/// How offices write parts of a month.
const PARTS_OF_MONTHS: &[(&str, &[&str])] =
    &[("early", &["上旬", "初", "EARLY"]), ("mid", &["中旬", "月中", "MID"]), ("late", &["下旬", "LATE"])];

/// Returns the date that is meant, as a record has it: `2025年6月底前` is 2025-06.
pub(in crate::source::yaml) fn date(text: &str) -> Option<String> {
    let plain = plain(text);
    if let Some(date) = part_of_date(&plain) {
        return Some(date);
    }
    if plain.chars().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut numbers = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let year = numbers.next()?;
    let parts: Vec<&str> = match year.len() {
        8 => vec![&year[..4], &year[4..6], &year[6..]],
        6 if plain.len() == 6 => vec![&year[..4], &year[4..]],
        _ => std::iter::once(year).chain(numbers).collect(),
    };
    let (first, rest) = parts.split_first()?;
    if rest.len() > 2 || rest.iter().any(|part| part.len() > 2) {
        return None;
    }
    let written = rest.iter().fold((*first).to_owned(), |date, part| format!("{date}-{part:0>2}"));
    written.parse::<Date>().ok().map(|_| written)
}

/// Returns the quarter, half of a year or part of a month that is meant: `2024年第二季度` is 2024-Q2, `2022年10月中旬`
/// 2022-10-mid.
fn part_of_date(plain: &str) -> Option<String> {
    let text = plain.to_ascii_uppercase();
    let said = |parts: &[(&'static str, &[&str])]| {
        let (part, word) =
            parts.iter().find_map(|(part, words)| Some((*part, words.iter().find(|w| text.contains(**w))?)))?;
        let rest = text.replace(*word, " ");
        let is_date = !rest.contains(|c: char| c.is_ascii_alphabetic());
        let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        is_date.then(|| (part, numbers.map(str::to_owned).collect::<Vec<_>>()))
    };
    let written = match (said(PARTS_OF_YEARS), said(PARTS_OF_MONTHS)) {
        (Some((part, numbers)), _) if numbers.len() == 1 => format!("{}-{part}", numbers[0]),
        (None, Some((part, numbers))) if numbers.len() == 2 => format!("{}-{:0>2}-{part}", numbers[0], numbers[1]),
        _ => return None,
    };
    written.parse::<Date>().ok().map(|_| written)
}

/// Returns whether a text says that something is not stated.
pub(in crate::source::yaml) fn is_not_stated(text: &str) -> bool {
    let plain = plain(text).to_lowercase().replace(['_', ' '], "-");
    ["未写明", "没有写明", "未明确", "未定", "没有", "无", "不详", "none", "not-given", "unknown", "tbd", "n/a"]
        .contains(&&*plain)
        || nearest(&plain, [Due::NOT_STATED]).is_some()
}

/// Returns whether a text says that there is no deadline.
pub(in crate::source::yaml) fn is_without_end(text: &str) -> bool {
    ["长期", "持续", "常态", "坚持", "ongoing"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms() {
        for (text, expected) in [
            ("2025年6月", Some("2025-06")),
            ("2025年6月底前", Some("2025-06")),
            ("2025年6月5日", Some("2025-06-05")),
            ("2025/6/30", Some("2025-06-30")),
            ("2025.6", Some("2025-06")),
            ("2025-6-5", Some("2025-06-05")),
            ("２０２６-０８", Some("2026-08")),
            ("20250630", Some("2025-06-30")),
            ("2025年底前", Some("2025")),
            ("2024年第二季度", Some("2024-Q2")),
            ("2024年二季度末前", Some("2024-Q2")),
            ("2024年1季度", Some("2024-Q1")),
            ("2024-q3", Some("2024-Q3")),
            ("Q4 2024", Some("2024-Q4")),
            ("T4 2016", Some("2016-Q4")),
            ("2024年下半年", Some("2024-H2")),
            ("2022年10月中旬", Some("2022-10-mid")),
            ("2022年10月初", Some("2022-10-early")),
            ("2022-10-Late", Some("2022-10-late")),
            ("FY2022", None),
            ("二季度末前", None),
            ("2025-13", None),
            ("6月底前", None),
            ("长期坚持", None),
            ("30 June 2025", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }
}
