//! Mobile numbers.

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

pub(in crate::rules) static MOBILE_NUMBER: Rule = Rule {
    id: "mobile-number",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "不出现个人手机号码；确需公开的工作手机写进 notice.yaml 的 contact，或在 accepted 里写明理由。",
        "No personal mobile numbers appear; one that must be public is under `contact` in notice.yaml, or `accepted` says why.",
    ),
    why: Words(
        "个人手机号码公开后，本人会不断受到骚扰电话和短信打扰。",
        "The person whose number is published will be troubled with calls and messages.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n报名请联系 13800138000。\n", "\n报名请联系县卫生健康局办公室。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &MOBILE_NUMBER,
    says: Words("这里像是个人手机号码", "this looks like a personal mobile number"),
    help: Words(
        "请改用单位座机；确需公开的，写进 notice.yaml 的 contact，或在 accepted 里写明理由",
        "give an office line instead; if it must stay, put it into `contact` in notice.yaml or say why under `accepted`",
    ),
    words: &[],
    recognise: Recogniser::Number(recognise),
    is_other,
};

/// Returns the number without the code of the country, or the zero that was dialled before it.
pub(super) fn without_prefix(digits: &str) -> &str {
    const DIGITS: usize = 11;
    let bare = |prefix| digits.strip_prefix(prefix).filter(|rest: &&str| rest.len() == DIGITS);
    ["0086", "086", "86", "0"].into_iter().find_map(bare).unwrap_or(digits)
}

fn is_mobile(digits: &str) -> bool {
    let digits = without_prefix(digits);
    digits.len() == 11 && digits.starts_with('1') && ('3'..='9').contains(&digits.chars().nth(1).unwrap_or('0'))
}

fn recognise(number: &NumberCandidate<'_>) -> Option<Range<usize>> {
    let is_number = is_mobile(&number.digits) && !number.is_masked() && !is_decimal(number) && is_grouped(number);
    (is_number && !words::is_joined(number, is_mobile) && !is_counted_on(number)).then(|| number.range())
}

/// Full stops part decimal places from a number, and the parts of the address of a host.
fn is_decimal(number: &NumberCandidate<'_>) -> bool {
    let groups = number.groups();
    let is_byte = |group| number.digits_of(group).parse::<u8>().is_ok();
    let is_host = groups.len() == 4 && groups.iter().all(|group| is_byte(*group));
    let has_code = groups.len() > 1 && matches!(&*number.digits_of(groups[0]), "86" | "0086");
    (is_host || !has_code) && (is_host && number.gaps().all(|gap| gap == ['.']) || number.is_decimal())
}

/// Returns whether groups may be a number: the usual ones wherever they stand; others if nothing speaks against it:
/// they are not part of a longer row of groups, and none of them is a year.
fn is_grouped(number: &NumberCandidate<'_>) -> bool {
    let mut lengths = number.lengths();
    let mut surplus = number.digits.len() - without_prefix(&number.digits).len();
    while surplus > 0 {
        let taken = surplus.min(lengths[0]);
        surplus -= taken;
        lengths[0] -= taken;
        if lengths[0] == 0 {
            lengths.remove(0);
        }
    }
    let is_usual = matches!(&*lengths, [11] | [3, 4, 4] | [3, 3, 5] | [3, 8] | [7, 4]);
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let has_year = number.groups().iter().any(|group| is_year(&number.digits_of(*group)));
    let is_announced = || words::announces(number.reading, number.range().start, words::PHONE);
    let is_parted = number.gaps().any(|gap| gap == [','] || gap == [':'] || gap == ['、']);
    if number.repeats_itself() && !is_announced() {
        return false;
    }
    is_usual || !is_parted && number.stands_apart() && (!has_year || is_announced())
}

/// Returns whether a number that no other word explains is part of the number of a paper: 13800138000号.
fn is_counted_on(number: &NumberCandidate<'_>) -> bool {
    let range = number.range();
    let after = number.reading.after(range.end, 2);
    let is_numbered = after.starts_with('号') && !after.starts_with("号码");
    is_numbered && !words::announces(number.reading, range.start, words::PHONE)
}

fn is_other(reading: &Reading, range: &Range<usize>) -> bool {
    let says_phone = || words::announces(reading, range.start, &["电话", "手机", "tel", "phone", "mobile"]);
    goes_on(reading, range.end)
        || words::is_lettered(reading, range.start)
        || words::is_in_address(reading, range.start)
        || words::is_of_a_thing(reading, range.start, words::PHONE)
        || words::is_amount(reading, range) && !says_phone()
}

/// Returns whether letters closely after digits make them a part of a code: one letter, capitals, digits again after
/// them, or what is written to the base of sixteen. Other letters are a word that somebody forgot to set apart.
fn goes_on(reading: &Reading, end: usize) -> bool {
    const LONGEST_WORD: usize = 24;
    let rest = reading.chars.get(end..).unwrap_or_default();
    let length = rest.iter().take(LONGEST_WORD).take_while(|c| c.is_ascii_alphabetic()).count();
    let letters = &rest[..length];
    let word: String = letters.iter().map(char::to_ascii_lowercase).collect();
    let is_code = length == 1
        || letters.iter().all(char::is_ascii_uppercase)
        || letters.iter().all(char::is_ascii_hexdigit)
        || rest.get(length).is_some_and(char::is_ascii_digit);
    length > 0 && is_code && !["wechat", "wx", "vx", "tel", "mobile"].contains(&&*word)
}
