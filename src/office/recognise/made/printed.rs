//! Reads back what a locale prints, by printing: a text is what is printed of something, or it is not read.

use crate::text::locale::{Argument, Locale};
use crate::value::{Approximation, Date, Decimal};

/// Signs that no text has, for what a message is filled with.
const HOLES: [&str; 3] = ["\u{E000}", "\u{E001}", "\u{E002}"];

/// Returns what stands in the two places of a message that was printed: `甲（乙）` is 甲 and 乙.
pub(super) fn two<'t>(locale: &Locale, key: &str, names: [&str; 2], text: &'t str) -> Option<(&'t str, &'t str)> {
    let arguments = [(names[0], Argument::Text(HOLES[0])), (names[1], Argument::Text(HOLES[1]))];
    let printed = locale.say(key, &arguments);
    let (before, rest) = printed.split_once(HOLES[0])?;
    let (between, after) = rest.split_once(HOLES[1])?;
    let inner = text.strip_prefix(before)?.strip_suffix(after)?;
    // The last place where brackets within what follows are closed.
    let is_closed =
        |rest: &str| after.is_empty() || rest.matches(between.trim()).count() == rest.matches(after).count();
    let mut places = inner.rmatch_indices(between).map(|(at, _)| at);
    let at = places.find(|at| is_closed(&inner[at + between.len()..]))?;
    Some((&inner[..at], &inner[at + between.len()..]))
}

/// Returns what stands before a message with one place at the end of a text, and what stands in it.
pub(super) fn behind<'t>(locale: &Locale, key: &str, name: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let printed = locale.say(key, &[(name, Argument::Text(HOLES[0]))]);
    let (before, after) = printed.split_once(HOLES[0])?;
    let inner = text.trim_end().strip_suffix(after)?;
    let at = inner.rfind(before)?;
    Some((inner[..at].trim_end(), &inner[at + before.len()..]))
}

/// Whether a text says for how many days something is overdue.
pub(super) fn is_overdue(locale: &Locale, text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit() && c != ',');
    let mut numbers = numbers.filter_map(|digits| digits.replace(',', "").parse().ok());
    numbers.any(|n| {
        let printed = locale.say("issue.overdue", &[("n", Argument::Count(n)), ("date", Argument::Text(HOLES[0]))]);
        let around = printed.split_once(HOLES[0]);
        let on = around.and_then(|(before, after)| text.trim().strip_prefix(before)?.strip_suffix(after));
        on.is_some_and(|on| date(locale, on).is_some())
    })
}

/// Whether a day as it is printed stands in a text.
pub(super) fn has_day(locale: &Locale, text: &str) -> bool {
    let is_in = |written: &String| written.parse().is_ok_and(|date: Date| text.contains(&locale.date(date)));
    let days = |year: u16| written_dates(year).into_iter().filter(|written| written.len() == "2024-06-30".len());
    text.len() <= LONGEST && years(text).into_iter().any(|year| days(year).any(|day| is_in(&day)))
}

/// Returns the number that a heading begins with, by a pattern of the numbering, and what stands behind it.
pub(super) fn ordinal<'t>(locale: &Locale, key: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let printed = locale.labelled(HOLES[0], &locale.text(key));
    let (before, after) = printed.split_once(HOLES[0])?;
    let rest = text.strip_prefix(before)?;
    let at = rest.find(after)?;
    (at > 0).then(|| (&rest[..at], &rest[at + after.len()..]))
}

/// Returns the number of a note of the editor, and what it says.
pub(super) fn editors_note<'t>(locale: &Locale, text: &'t str) -> Option<(u32, &'t str)> {
    let printed = locale.say("editor_notes.label", &[("n", Argument::Text(HOLES[0]))]);
    let (before, after) = printed.split_once(HOLES[0])?;
    let rest = text.trim().strip_prefix(before)?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let said = rest[digits..].strip_prefix(after)?.strip_prefix(&*locale.text("head.colon"))?;
    Some((rest[..digits].parse().ok()?, said.trim()))
}

/// Returns the number of an ordinal, in digits or as the language counts.
pub(super) fn number(locale: &Locale, label: &str) -> Option<u32> {
    const MOST: u32 = 999;
    let han = |n: &u32| locale.ordinal(u64::from(*n), "{han}") == label;
    label.parse().ok().or_else(|| (label.chars().count() <= 7).then(|| (1..=MOST).find(han)).flatten())
}

/// The longest date or figure that is sought, in bytes: whatever is longer says more than that.
const LONGEST: usize = 96;

/// Returns the date that is printed like this.
pub(super) fn date(locale: &Locale, text: &str) -> Option<Date> {
    let text = Some(text.trim()).filter(|text| text.len() <= LONGEST)?;
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let is_printed = |written: &String| written.parse::<Date>().ok().filter(|date| locale.date(*date) == text);
    years(text).into_iter().find_map(|year| written_dates(year).iter().find_map(is_printed))
}

/// The numbers of four digits in a text.
fn years(text: &str) -> Vec<u16> {
    let words = text.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).collect()
}

/// Every date of a year, as records write it.
fn written_dates(year: u16) -> Vec<String> {
    let parts = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"].map(|part| format!("{year}{part}"));
    let months = (1..=12).flat_map(|month| {
        let within = ["", "-early", "-mid", "-late"].map(|part| format!("{year}-{month:02}{part}"));
        within.into_iter().chain((1..=31).map(move |day| format!("{year}-{month:02}-{day:02}")))
    });
    parts.into_iter().chain(months).collect()
}

/// A value with its unit, the scale that its author asked for if it is not the usual one, and how exact it is.
type PrintedFigure = (Decimal, String, Option<String>, Option<&'static str>);

/// Returns the figure that is printed like this, exactly.
pub(super) fn figure(locale: &Locale, text: &str) -> Option<PrintedFigure> {
    let text = Some(text).filter(|text| text.len() <= LONGEST)?;
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let shown: Decimal = digits.trim_matches('.').parse().ok()?;
    let values: Vec<Decimal> = (0..=12).filter_map(|power| shown.shifted_up(power)).collect();
    let scales: Vec<Option<&str>> =
        std::iter::once(None).chain(locale.scales().map(Some)).chain([Some("none")]).collect();
    let printed = |hedge: Option<Approximation>, scale: Option<&str>, unit: &str| {
        let is = |value: &Decimal| locale.figure_in(*value, unit, hedge, scale).as_deref() == Some(text);
        let value = values.iter().copied().find(is)?;
        Some((value, unit.to_owned(), scale.map(str::to_owned), hedge.map(Approximation::word)))
    };
    std::iter::once(None)
        .chain(Approximation::ALL.map(Some))
        .find_map(|hedge| scales.iter().find_map(|scale| locale.units().find_map(|unit| printed(hedge, *scale, unit))))
}

/// Returns the lines of a word of the document that says several things, each with its name.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| line.split_once(": "))
}
