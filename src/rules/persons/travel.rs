//! Numbers of passports and of permits to travel to and from Hong Kong, Macau and Taiwan.

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static TRAVEL_DOCUMENT: Rule = Rule {
    id: "travel-document",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "不出现护照、往来港澳通行证、往来台湾通行证、回乡证、台胞证的号码。",
        "No numbers of passports, or of permits to travel to or from Hong Kong, Macao or Taiwan, appear.",
    ),
    why: Words(
        "证件号码可以用来冒名订票、办事，公开后收不回来。",
        "Tickets are booked and business is done in a person's name with such a number; once published it cannot be taken back.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n王某某持护照（号码 E12345678）出境。\n", "\n王某某持护照出境。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static PASSPORT: PrivateKind = PrivateKind {
    rule: &TRAVEL_DOCUMENT,
    says: Words("这里像是护照号码", "this looks like the number of a passport"),
    help: HELP,
    words: &["护照", "passport"],
    recognise: Recogniser::Text(|reading, places| beside(reading, places, is_passport)),
    is_other: |_, _| false,
};

pub(super) static PERMIT: PrivateKind = PrivateKind {
    rule: &TRAVEL_DOCUMENT,
    says: Words("这里像是通行证号码", "this looks like the number of a travel permit"),
    help: HELP,
    words: &[
        "通行证",
        "回乡证",
        "台胞证",
        "往来港澳",
        "往来台湾",
        "入台证",
        "travel permit",
        "entry permit",
        "home return permit",
        "permit no",
        "permit number",
        "exit-entry permit",
        "exit permit",
    ],
    recognise: Recogniser::Text(|reading, places| beside(reading, places, is_permit)),
    is_other: is_of_a_vehicle,
};

const HELP: Words = Words(
    "请删去；确需公开的，只保留首尾几位，中间用 * 代替",
    "remove it, or keep only its ends and write * for the rest",
);

/// How far from its word a number may stand, in characters.
const REACH: usize = 20;

/// Returns the numbers beside words: after them, or close before them.
fn beside(reading: &Reading, places: &[Range<usize>], is_number: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for place in places.iter().map(|word| word.end) {
        let from = found.last().map_or(0, |last| last.end).max(place.saturating_sub(REACH));
        let to = (place + REACH).min(reading.chars.len());
        found.extend((from..to).filter_map(|start| number_at(reading, start, is_number)).next_back_or_nearest(place));
    }
    found
}

/// Of several numbers the one that stands after a place, or else the last before it.
trait Nearest: Iterator<Item = Range<usize>> + Sized {
    fn next_back_or_nearest(self, place: usize) -> Option<Range<usize>> {
        let (before, behind): (Vec<_>, Vec<_>) = self.partition(|range| range.start < place);
        behind.into_iter().next().or_else(|| before.into_iter().next_back())
    }
}

impl<I: Iterator<Item = Range<usize>>> Nearest for I {}

/// Returns a number of a document at a place: letters or a digit, then digits with at most a space or a dash between
/// two, and no letter after.
fn number_at(reading: &Reading, start: usize, is_number: fn(&str) -> bool) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let is_word = |c: char| c.is_ascii_alphanumeric() || "*●×".contains(c);
    let begins = reading.char(start)?.is_ascii_alphanumeric() && !reading.char_before(start).is_some_and(is_word);
    let mut text = String::new();
    let mut end = start;
    while begins && text.len() < LONGEST {
        let gap = if text.is_empty() { 0 } else { reading.gap_at(end, " -.·\n") };
        match reading.char(end + gap).filter(char::is_ascii_alphanumeric) {
            Some(c) if gap == 0 || c.is_ascii_digit() => {
                text.push(c.to_ascii_uppercase());
                end += gap + 1;
            }
            _ => break,
        }
    }
    let goes_on = reading.char(end).is_some_and(|c| is_word(c) && !(c == '*' && reading.has_stars(start..end)));
    (is_number(&text) && !goes_on).then_some(start..end)
}

/// Returns how many letters a number begins with, and how many digits follow; none if it has anything else.
fn shape(number: &str) -> Option<(usize, usize)> {
    let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = number.len() - digits.len();
    digits.bytes().all(|b| b.is_ascii_digit()).then_some((letters, digits.len()))
}

fn is_passport(number: &str) -> bool {
    matches!(shape(number), Some((1, 8) | (2, 7) | (1, 7) | (2, 6)))
}

fn is_permit(number: &str) -> bool {
    let is_of_the_time = number.bytes().next().is_some_and(|b| b"CWHMTLKRQ".contains(&b));
    match shape(number) {
        Some((1, 8 | 10)) | Some((2, 7)) => is_of_the_time,
        // Permits of people from Taiwan have digits alone; what looks like a day is one.
        Some((0, 8 | 10)) => !number.starts_with("20") && !number.starts_with("19"),
        _ => false,
    }
}

/// Passes of vehicles and workers are permits, too; and the digits of a telephone are none of them.
fn is_of_a_vehicle(reading: &Reading, range: &Range<usize>) -> bool {
    let before = reading.before(range.start, REACH + 8);
    let around = before.clone() + &reading.after(range.end, 8);
    let is_close = |before: &str| before.ends_with("通行证");
    let is_of_digits = reading.chars[range.clone()].iter().all(|c| !c.is_ascii_alphabetic());
    let is_for_persons = [
        "港澳",
        "台湾",
        "台胞",
        "回乡",
        "内地",
        "大陆",
        "入台",
        "travel",
        "entry",
        "exit",
        "home return",
        "hong kong",
        "taiwan",
    ];
    let is_called = ["台胞证", "回乡证", "通行证号", "通行证编号", "通行证:", "通行证(", "permit no", "permit number"];
    !is_for_persons.iter().any(|word| around.contains(word))
        || is_of_digits
            && (!is_close(&before) && !is_called.iter().any(|word| around.contains(word)) || around.contains("电话"))
}
