//! The dates of a text as dates of the calendar.

use std::ops::Range;

use super::super::context::Context;
use super::dates;
use super::side::Side;
use crate::notice::Passage;
use crate::text::markdown::Prose;
use crate::value::{Date, Decimal};

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
pub(in crate::rules) fn dates_of<'a>(
    context: &Context,
    passage: &'a Passage<'a>,
    prose: &'a Prose<'a>,
) -> Vec<WrittenDate> {
    let Some(side) = Side::of(context, passage, prose) else { return Vec::new() };
    let ends = context.locale(side.lang).map_or(&[][..], |locale| &locale.rules.reading.ends);
    let is_end = |range: &Range<usize>| {
        let (before, after) = (prose.text[..range.start].trim_end(), &prose.text[range.end..]);
        ends.iter().any(|end| after.starts_with(end.as_str()) || before.ends_with(end.as_str()))
    };
    let mut year = None;
    let mut found = Vec::new();
    for written in dates::of(&side.whole()) {
        year = written.value(|date| date.year).or(year);
        let (month, day) = (written.value(|date| date.month), written.value(|date| date.day));
        let range = written.range();
        let Some(date) = year.and_then(|year| date(year, month, day)) else { continue };
        let is_end = is_end(&range);
        found.push(WrittenDate { date: if is_end { date.last_day() } else { date }, is_end, range });
    }
    found
}

/// A date of the calendar; none if it has no such day.
fn date(year: Decimal, month: Option<Decimal>, day: Option<Decimal>) -> Option<Date> {
    let parts = [format!("{year}"), two(month), two(if month.is_some() { day } else { None })];
    parts.concat().parse().ok()
}

fn two(part: Option<Decimal>) -> String {
    part.map_or_else(String::new, |part| format!("-{:0>2}", part.to_string()))
}
