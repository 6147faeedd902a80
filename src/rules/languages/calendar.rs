//! The dates of a text as dates of the calendar.

use std::ops::Range;

use super::super::context::Context;
use super::dates;
use crate::notice::Passage;
use crate::text::locale::Reading;
use crate::text::markdown::Prose;
use crate::text::quantity::{self, Quantity, QuantityKind};
use crate::value::{self, Date, Decimal};

/// A date of a text.
pub(in crate::rules) struct WrittenDate {
    /// The date; the end of a month, or of a year, is its last day.
    pub(in crate::rules) date: Date,
    /// Whether the text says that it is the end of a month or year, as deadlines are set.
    pub(in crate::rules) is_end: bool,
    /// Where it stands in the prose.
    pub(in crate::rules) range: Range<usize>,
}

/// The dates of a text whose year is known.
pub(in crate::rules) fn dates_of(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<WrittenDate> {
    let Some(locale) = passage.lang.and_then(|lang| context.locale(lang)) else { return Vec::new() };
    let quantities = quantity::read(&prose.text, &locale.rules);
    let dates = dates::among(&prose.text, quantities.iter());
    written(&dates, &quantities, &prose.text, &locale.rules.reading)
}

fn written(
    dates: &[dates::PartialDate<'_>],
    quantities: &[Quantity],
    text: &str,
    reading: &Reading,
) -> Vec<WrittenDate> {
    let mut year = None;
    let mut found = Vec::new();
    for written in dates {
        year = written.value(|date| date.year).or(year);
        let Some(known) = year.and_then(small) else { continue };
        let (month, day) = (written.value(|date| date.month), written.value(|date| date.day));
        let range = written.range();
        let beside = || beside(quantities, text, &range, &reading.of);
        let (part, range) = match (month.and_then(small), day.and_then(small)) {
            (Some(month), Some(day)) => (value::DatePart::Day(month, day), range),
            (None, _) => in_year(beside()).unwrap_or((value::DatePart::Year, range.clone())),
            (Some(month), None) => in_month(month, beside())
                .filter(|_| !is_end(text, &range, reading))
                .unwrap_or((value::DatePart::Month(month), range.clone())),
        };
        let Ok(date) = Date::of(known, part) else { continue };
        let is_end = is_end(text, &range, reading);
        found.push(WrittenDate { date: if is_end { date.last_day() } else { date }, is_end, range });
    }
    found
}

/// Whether words make a date its last day.
fn is_end(text: &str, range: &Range<usize>, reading: &Reading) -> bool {
    let (before, after) = (text[..range.start].trim_end(), &text[range.end..]);
    reading.ends.iter().any(|end| after.starts_with(end.as_str()) || before.ends_with(end.as_str()))
}

/// A measure beside a date, with where both stand together: a quarter, half a year, or the beginning, the middle or the end of a month.
fn beside<'q>(
    quantities: &'q [Quantity],
    text: &str,
    date: &Range<usize>,
    of: &[String],
) -> Option<(&'q str, u8, Range<usize>)> {
    let joins = |between: Option<&str>| {
        let word = between?.trim_matches([' ', '-', '–']);
        (word.is_empty() || of.iter().any(|of| of == word)).then_some(())
    };
    let part = |quantity: &'q Quantity, together: Range<usize>| match &quantity.kind {
        QuantityKind::Measure(code) => Some((code.as_str(), small(quantity.value)?, together)),
        _ => None,
    };
    let behind = quantities.iter().find(|quantity| quantity.range.start >= date.end);
    let before = quantities.iter().rfind(|quantity| quantity.range.end <= date.start);
    let behind = behind.and_then(|quantity| {
        joins(text.get(date.end..quantity.range.start))?;
        part(quantity, date.start..quantity.range.end)
    });
    behind.or_else(|| {
        let quantity = before?;
        joins(text.get(quantity.range.end..date.start))?;
        part(quantity, quantity.range.start..date.end)
    })
}

/// Which part of its year a measure beside it says.
fn in_year(beside: Option<(&str, u8, Range<usize>)>) -> Option<(value::DatePart, Range<usize>)> {
    let (code, n, range) = beside?;
    match code {
        "quarter" => Some((value::DatePart::Quarter(n), range)),
        "half-year" => Some((value::DatePart::Half(n), range)),
        _ => None,
    }
}

/// Which part of a month a measure beside it says.
fn in_month(month: u8, beside: Option<(&str, u8, Range<usize>)>) -> Option<(value::DatePart, Range<usize>)> {
    let (_, n, range) = beside.filter(|(code, ..)| *code == "part")?;
    Some((value::DatePart::Third(month, n), range))
}

/// A small whole number.
fn small<T: std::str::FromStr>(value: Decimal) -> Option<T> {
    value.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::text::locale::{Locale, MessagesRecord};
    use crate::value::{DatePart, Lang};

    static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
        let files = [
            ("zh", include_str!("../../../themes/bulletin/messages/zh.yaml")),
            ("en", include_str!("../../../themes/bulletin/messages/en.yaml")),
            ("fr", include_str!("../../../tests/suite/fixtures/county/themes/county/messages/fr.yaml")),
        ];
        let locale =
            |(code, text)| serde_yaml::from_str::<MessagesRecord>(text).expect(code).into_locale(Lang::new(code));
        files.into_iter().map(locale).collect()
    });

    fn read(locale: &Locale, text: &str) -> Vec<Date> {
        let quantities = quantity::read(text, &locale.rules);
        written(&dates::among(text, quantities.iter()), &quantities, text, &locale.rules.reading)
            .into_iter()
            .map(|written| written.date)
            .collect()
    }

    #[test]
    fn dates_as_texts_write_them() {
        for (lang, text, date) in [
            (0, "2024年二季度末前完成", "2024-06-30"),
            (0, "2024年第二季度", "2024-Q2"),
            (0, "2024年的下半年", "2024-H2"),
            (0, "2022年10月中旬", "2022-10-mid"),
            (0, "2022年10月下旬", "2022-10-late"),
            (0, "2022年10月底", "2022-10-31"),
            (0, "2022年10月15日", "2022-10-15"),
            (0, "2022年年底", "2022"),
            (1, "by the second quarter of 2024", "2024-Q2"),
            (1, "in Q4 2024, or so", "2024-Q4"),
            (1, "in the first half of 2024", "2024-H1"),
            (1, "in mid-October 2022", "2022-10-mid"),
            (1, "by the end of October 2022", "2022-10-31"),
            (1, "in 2024 two of them", "2024"),
            (2, "au T4 2016", "2016-Q4"),
        ] {
            assert_eq!(read(&LOCALES[lang], text), [date.parse().expect(date)], "{text}");
        }
    }

    /// What is set on a page as a date is read as this date, or as its last day.
    #[test]
    fn what_is_set_reads_back() {
        let months = (1..=12).flat_map(|month| {
            [
                DatePart::Month(month),
                DatePart::Day(month, 28),
                DatePart::Third(month, 1),
                DatePart::Third(month, 2),
                DatePart::Third(month, 3),
            ]
        });
        let parts =
            [DatePart::Year, DatePart::Half(1), DatePart::Half(2)].into_iter().chain((1..=4).map(DatePart::Quarter));
        for date in parts.chain(months).map(|part| Date::of(2024, part).expect("a date")) {
            for locale in &*LOCALES {
                let text = locale.date(date);
                let read = read(locale, &text);
                assert!(read == [date] || read == [date.last_day()], "{} {text}: {read:?}", locale.lang);
            }
        }
    }
}
