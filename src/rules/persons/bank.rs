//! Numbers of bank cards.

use std::ops::Range;

use super::digits::NumberCandidate;
use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use super::words;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static BANK_CARD: Rule = Rule {
    id: "bank-card",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words("不出现银行卡号。", "No bank card numbers appear."),
    why: Words("卡号公开后，持卡人容易成为诈骗的目标。", "A published card number makes its holder a target of fraud."),
    example: Shown(&[Added(THIRD_ZH, "\n报名费退回 6222021234567890128 账户。\n", "\n报名费退回原缴费账户。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &BANK_CARD,
    says: Words("这里像是银行卡号", "this looks like the number of a bank card"),
    help: Words("请删去；需要区分的，只写尾号后四位", "remove it; to tell cards apart give the last four digits"),
    words: &[],
    recognise: Recogniser::Number(recognise),
    is_other,
};

/// How issuers begin their numbers, and how many digits they have. The banks of China first, which have 16 to 19
/// digits.
const ISSUERS: &[(&str, Range<usize>)] = &[
    ("62", 16..20),
    ("9558", 19..20),
    ("9559", 19..20),
    ("95595", 16..20),
    ("103", 19..20),
    ("601382", 19..20),
    ("602907", 16..17),
    ("602969", 16..17),
    ("603265", 16..17),
    ("603367", 18..19),
    ("603601", 16..20),
    ("603694", 16..20),
    ("603708", 16..20),
    ("690755", 15..20),
    ("683970", 16..17),
    ("685800", 16..20),
    ("940", 16..20),
    ("966666", 18..19),
    ("984301", 16..20),
    ("984303", 16..20),
    ("998801", 16..17),
    ("998802", 16..17),
    ("4", 16..17),
    ("51", 16..17),
    ("52", 16..17),
    ("53", 16..17),
    ("54", 16..17),
    ("55", 16..17),
    ("35", 16..17),
    ("34", 15..16),
    ("37", 15..16),
    ("36", 14..15),
    ("81", 16..20),
    ("60", 16..17),
    ("65", 16..17),
];

fn recognise(number: &NumberCandidate<'_>) -> Option<Range<usize>> {
    let digits = &number.digits;
    let is_issued = ISSUERS.iter().any(|(first, lengths)| digits.starts_with(first) && lengths.contains(&digits.len()));
    let is_number = is_issued && has_check_digit(digits) && !number.is_masked() && !number.is_decimal();
    (is_number && is_grouped(number) && (is_said(number) || !is_dated(digits))).then(|| number.range())
}

fn is_said(number: &NumberCandidate<'_>) -> bool {
    words::announces(number.reading, number.range().start, words::CARD)
}

/// Returns whether digits are grouped as on cards, or stand apart in other groups; those of three issuers that are
/// short need a word beside them.
fn is_grouped(number: &NumberCandidate<'_>) -> bool {
    let lengths = number.lengths();
    let is_usual = lengths.len() == 1 || matches!(&*lengths, [4, 4, 4, 4, ..] | [6, 13] | [6, 10] | [4, 6, 5]);
    let is_short = number.digits.len() < 16;
    (is_usual || number.stands_apart()) && (!is_short || is_said(number))
}

/// Returns whether a number of a brand of the world holds a region and a date, as numbers of projects do.
fn is_dated(digits: &str) -> bool {
    let year = &digits[6..10];
    !digits.starts_with("62") && digits.len() == 16 && ("2000".."2040").contains(&year) && is_day(&digits[10..14])
}

fn is_day(digits: &str) -> bool {
    let (month, day) = digits.split_at(2);
    ("01"..="12").contains(&month) && ("01"..="31").contains(&day)
}

/// ISO/IEC 7812: the check digit by Luhn.
fn has_check_digit(digits: &str) -> bool {
    let doubled = |d: u32| d * 2 / 10 + d * 2 % 10;
    let places = digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 = places.map(|(place, d)| if place % 2 == 0 { d } else { doubled(d) }).sum();
    sum.is_multiple_of(10)
}

fn is_other(reading: &Reading, range: &Range<usize>) -> bool {
    const OF_UNITS: [&str; 9] = ["对公", "基本户", "基本账户", "公司账", "单位账", "专户", "公司", "财政局", "国库"];
    let before = reading.before(range.start, 30);
    let is_of_a_unit = OF_UNITS.iter().any(|word| before.contains(word)) && !before.contains('卡');
    let is_of_a_thing = words::is_of_a_thing(reading, range.start, words::CARD);
    let is_lettered = words::is_lettered(reading, range.start);
    let goes_on = reading.char(range.end).is_some_and(|c| c.is_ascii_alphabetic());
    is_of_a_unit
        || is_of_a_thing
        || is_lettered
        || goes_on
        || words::is_amount(reading, range)
        || words::is_in_address(reading, range.start)
}
