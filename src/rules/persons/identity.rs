//! Numbers of identity cards: of 18 digits, and of 15 as they were given until 1999.

use std::ops::Range;

use super::digits::NumberCandidate;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use super::{figures, paths, texts, words};
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::value::Date;

pub(in crate::rules) static IDENTITY_CARD: Rule = Rule {
    id: "identity-card",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "不出现身份证号码，18 位、15 位的都不行。",
        "No identity card numbers appear, neither 18-digit nor 15-digit ones.",
    ),
    why: Words(
        "身份证号码一上网就收不回来，会被人冒用，当事人可以追究发布单位的责任。",
        "Once published the number cannot be taken back; it can be abused, and the person can hold the office liable.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n拟聘用王某某（身份证号 11010519491231002X）。\n", "\n拟聘用王某某。\n")]),
    check: Check::Several(&[
        Check::Text(texts::in_text),
        Check::Notice(figures::in_figures),
        Check::Notice(paths::in_names_of_files),
    ]),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &IDENTITY_CARD,
    says: Words("这里像是身份证号码", "this looks like the number of an identity card"),
    help: Words(
        "请删去；确需公开的，只保留首尾几位，中间用 * 代替",
        "remove it, or keep only its ends and write * for the rest",
    ),
    words: &[],
    recognise: Recogniser::Number(recognise),
    is_other,
};

/// The years in which holders of cards are born.
const BIRTHS: std::ops::Range<u16> = 1850..2040;

fn recognise(number: &NumberCandidate<'_>) -> Option<Range<usize>> {
    let range = number.range();
    let end = last_x(number.reading, &number.digits, range.end).unwrap_or(range.end);
    let digits = if end > range.end { format!("{}X", number.digits) } else { number.digits.clone() };
    let is_number = match digits.len() {
        18 => is_of_18(number, &digits),
        15 => is_of_15(number, &digits),
        _ => false,
    };
    (is_number && !number.is_decimal() && !masks_the_rest(number, end)).then_some(range.start..end)
}

/// Returns where the X ends that is the last place of a number of 17 digits.
fn last_x(reading: &Reading, digits: &str, end: usize) -> Option<usize> {
    let gap = usize::from(reading.char(end).is_some_and(|c| " -\n".contains(c)));
    let is_x = matches!(reading.char(end + gap), Some('X' | 'x' | '×'));
    let goes_on = reading.char(end + gap + 1).is_some_and(|c| c.is_ascii_digit() || "*Xx×".contains(c));
    (digits.len() == 17 && is_x && !goes_on).then_some(end + gap + 1)
}

fn masks_the_rest(number: &NumberCandidate<'_>, end: usize) -> bool {
    end == number.range().end && number.is_masked()
}

/// Without a word that says what it is, region, date and check digit must be right. Beside one, one of date and check
/// digit may be mistyped.
fn is_of_18(number: &NumberCandidate<'_>, digits: &str) -> bool {
    let is_right = has_check_digit(digits);
    let is_said = || words::announces(number.reading, number.range().start, words::IDENTITY);
    let is_birth = || date(&digits[6..10], &digits[10..14]).is_some_and(|date| BIRTHS.contains(&date.year()));
    let is_later = || digits[6..10].parse().is_ok_and(|year: u16| year >= BIRTHS.end);
    let is_sure = || is_right && is_birth();
    let is_mistyped = || (is_right || is_birth()) && !is_later() && is_said();
    is_region(digits, true) && (is_sure() || is_mistyped())
}

/// Nobody with a card of 15 digits is much over ninety; the years from 2000 on stand in the numbers of projects.
fn is_of_15(number: &NumberCandidate<'_>, digits: &str) -> bool {
    const EARLIEST: u16 = 1930;
    let is_birth = date(&format!("19{}", &digits[6..8]), &digits[8..12]).is_some_and(|date| date.year() >= EARLIEST);
    let is_usual = matches!(&*number.lengths(), [15] | [6, 6, 3] | [6, 2, 2, 2, 3]);
    let is_said = || words::announces(number.reading, number.range().start, words::IDENTITY);
    is_region(digits, false) && is_birth && (is_usual || number.stands_apart() || is_said())
}

fn date(year: &str, month_and_day: &str) -> Option<Date> {
    let (month, day) = month_and_day.split_at_checked(2)?;
    format!("{year}-{month}-{day}").parse().ok()
}

/// Returns whether a number begins with a province; cards of 18 digits are given to foreigners and to residents of Hong
/// Kong, Macau and Taiwan, too.
fn is_region(digits: &str, of_18: bool) -> bool {
    match digits[..2].parse().unwrap_or(0) {
        11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82 => true,
        83 | 90..=99 => of_18,
        _ => false,
    }
}

/// GB 11643-1999: the check digit by ISO 7064 MOD 11-2.
fn has_check_digit(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = digits.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    digits.chars().last() == CHECKS.get(sum as usize % 11).copied()
}

fn is_other(reading: &Reading, range: &Range<usize>) -> bool {
    let digits = reading.chars[range.clone()].iter().filter(|c| c.is_ascii_digit()).count();
    let is_of_15 = digits == 15;
    let is_of_a_thing = words::is_of_a_thing(reading, range.start, words::IDENTITY);
    let is_credit_code = || reading.before(range.start, 12).contains("信用代码");
    let is_weak = is_of_a_thing
        || words::is_lettered(reading, range.start)
        || words::is_amount(reading, range)
        || words::is_in_address(reading, range.start);
    if is_of_15 { is_weak } else { is_of_a_thing && is_credit_code() }
}
