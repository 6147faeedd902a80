//! Dates as notices write them. What is not quite a date is none: nothing is guessed.

mod reader;

use crate::value::{Date, DatePart};
use reader::{DateReader, digit};

/// A date in a text, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// The date.
    pub date: Date,
    /// Where it begins in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Returns the dates in a folded text. One without a year has that of the date before it.
pub(super) fn dates(folded: &str) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let year = found.last().map(|found| found.date.year());
        match date_at(&folded[at..], year).filter(|_| !is_inside_number(folded, at)) {
            Some((date, length)) => {
                found.push(FoundDate { date, start: at, end: at + length });
                at += length;
            }
            None => at += folded[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Whether a text is a date and nothing else, such as the last line of a notice.
pub(super) fn whole_date(folded: &str) -> Option<Date> {
    let text = folded.trim().trim_start_matches('(').trim_end_matches([')', '。']);
    match &dates(text)[..] {
        [found] if found.start == 0 && found.end == text.len() => Some(found.date),
        _ => None,
    }
}

fn is_inside_number(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| digit(c).is_some() && c != '十')
}

fn date_at(text: &str, known_year: Option<u16>) -> Option<(Date, usize)> {
    let mut reader = DateReader { text, at: 0 };
    let first = reader.number()?;
    if reader.sign(&["年"]) {
        let year = u16::try_from(first).ok().filter(|year| (1949..=2100).contains(year))?;
        let part = reader.part_of_year();
        return part.and_then(|part| Some((Date::of(year, part).ok()?, reader.at)));
    }
    if (1949..=2100).contains(&first) && reader.at >= 4 && reader.sign(&["-", "/", "."]) {
        let (year, month) = (u16::try_from(first).ok()?, u8::try_from(reader.number()?).ok()?);
        let day = if reader.sign(&["-", "/", "."]) { reader.number().and_then(|n| u8::try_from(n).ok()) } else { None };
        let date =
            day.map_or_else(|| Date::of(year, DatePart::Month(month)), |day| Date::day(year, month, day)).ok()?;
        return Some((date, reader.at));
    }
    if reader.sign(&["月"]) {
        let month = u8::try_from(first).ok()?;
        let part = reader.part_of_month(month);
        return Some((Date::of(known_year?, part?).ok()?, reader.at));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_precisely_as_they_are_written() {
        let found = |text: &str| -> Vec<String> { dates(text).iter().map(|found| found.date.to_string()).collect() };
        for (text, expected) in [
            ("2021年12月底前", "2021-12"),
            ("2022年1月", "2022-01"),
            ("2022年6月30日前完成", "2022-06-30"),
            ("2023年底", "2023"),
            ("2023年上半年", "2023-H1"),
            ("2023年第三季度", "2023-Q3"),
            ("2023年5月中旬", "2023-05-mid"),
            ("2023-05-04 08:46:31", "2023-05-04"),
            ("2023/5/4", "2023-05-04"),
            ("2023.12", "2023-12"),
            ("二〇二四年九月二十六日", "2024-09-26"),
            ("二0二四年九月二十六日", "2024-09-26"),
            ("2025 年 09 月 04 日", "2025-09-04"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        for text in ["2024717日", "20211228日", "长期坚持", "2021年13月", "2021年2月30日", "3月底前", "12个月"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("2020年10月15日至12月14日"), ["2020-10-15", "2020-12-14"]);
        assert!(whole_date("2021年9月13日").is_some() && whole_date("于2021年9月13日").is_none());
    }
}
