//! E-mail addresses.

mod host;

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use host::{has_host, host_end};

pub(in crate::rules) static PRIVATE_EMAIL: Rule = Rule {
    id: "private-email",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "除 notice.yaml 的联系方式（contact）外，不出现电子邮箱。",
        "No e-mail addresses appear but the one under `contact` in notice.yaml.",
    ),
    why: Words(
        "个人邮箱会招来垃圾邮件和诈骗邮件；读者的来信也到不了单位。",
        "A private address attracts spam and fraud, and readers' letters would not reach the office.",
    ),
    example: Shown(&[Added(
        THIRD_ZH,
        "\n意见建议请发 zhang@mail.example。\n",
        "\n意见建议请发 office@notice.example。\n",
    )]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &PRIVATE_EMAIL,
    says: Words("这里有联系方式以外的电子邮箱", "there is an e-mail address outside the contact block"),
    help: Words("请删去，或写进 notice.yaml 的 contact", "remove it, or put it into `contact` in notice.yaml"),
    words: SIGNS,
    recognise: Recogniser::Text(recognise),
    is_other: |reading, range| reading.has_at(range.start, "git@"),
};

/// What is written for an @, the second to the last so that programs should not see it.
const SIGNS: &[&str] =
    &["(@)", "[@]", "【@】", "@", "(at)", "[at]", "{at}", "<at>", "【at】", "(a)", "[a]", "#at#", "艾特", " at ", "#"];

fn recognise(reading: &Reading, signs: &[Range<usize>]) -> Vec<Range<usize>> {
    signs.iter().filter(|sign| is_at(reading, sign)).filter_map(|sign| around(reading, sign)).collect()
}

/// Returns whether a sign stands for @. `#` and ` at ` do so beside a host.
fn is_at(reading: &Reading, sign: &Range<usize>) -> bool {
    match reading.char(sign.start) {
        Some('#') if sign.len() == 1 => has_host(reading, sign.end),
        Some(' ') => {
            let host = word(reading, sign.end);
            [" dot ", "(dot)", "[dot]", " (dot) ", " [dot] "].iter().any(|dot| reading.has_at(host, dot))
                || has_host(reading, sign.end) && is_name(reading, sign.start)
        }
        _ => true,
    }
}

/// Returns whether the word that ends at a place is no word of a language but a name: zhang.san, lx1987.
fn is_name(reading: &Reading, end: usize) -> bool {
    const LONGEST: usize = 64;
    let before = reading.chars[..end].iter().rev().take(LONGEST).take_while(|c| is_part(**c));
    before.filter(|c| !c.is_ascii_alphabetic()).count() > 0
}

/// Returns where a word of letters and digits ends.
fn word(reading: &Reading, from: usize) -> usize {
    from + reading.chars[from.min(reading.chars.len())..].iter().take_while(|c| c.is_ascii_alphanumeric()).count()
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._%+-".contains(c)
}

/// Returns the address around a sign for @, if it is one.
fn around(reading: &Reading, sign: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST_NAME: usize = 64;
    let blank = |at: usize| usize::from(reading.char(at).is_some_and(|c| " \n".contains(c)));
    // Stars on both sides made nothing bold; before the sign alone they are a mask.
    let stars = reading.gap_at(sign.end, "");
    let is_bold = stars > 0 && sign.start >= stars && reading.gap_at(sign.start - stars, "") == stars;
    let stars = if is_bold { stars } else { 0 };
    let name_end = sign.start - stars - (sign.start - stars).checked_sub(1).map_or(0, blank);
    let name = reading.chars[..name_end].iter().rev().take(LONGEST_NAME).take_while(|c| is_part(**c)).count();
    let name =
        if name == 0 && reading.char(sign.start) == Some('@') { han_name(&reading.chars[..name_end]) } else { name };
    let is_masked = reading.char_before(name_end - name).is_some_and(|c| "*●○■□×".contains(c));
    let host = sign.end + stars + blank(sign.end + stars);
    let end = host_end(reading, host)?;
    let has_name = reading.chars[name_end - name..name_end].iter().any(|c| c.is_alphanumeric());
    (has_name && !is_masked).then_some(name_end - name..end)
}

/// Returns how many Han characters at the end of a text are the name in an address; none if they speak of addresses:
/// 以@qq.com结尾.
fn han_name(before: &[char]) -> usize {
    const LONGEST_HAN_NAME: usize = 4;
    const NO_NAMES: [&str; 14] =
        ["以", "为", "是", "用", "的", "带", "含", "有", "或", "和", "后缀", "邮箱", "结尾", "域名"];
    let is_han = |c: &&char| matches!(**c, '\u{3400}'..='\u{9FFF}');
    let length = before.iter().rev().take(LONGEST_HAN_NAME).take_while(is_han).count();
    let name: String = before[before.len() - length..].iter().collect();
    if NO_NAMES.iter().any(|word| name.ends_with(word)) { 0 } else { length }
}

/// Returns an address as its owner writes it, in small letters.
pub(super) fn plain(shown: &str) -> String {
    let lower = shown.to_ascii_lowercase();
    let spelled = lower.replace(" dot ", ".").replace("(dot)", ".").replace("[dot]", ".").replace('。', ".");
    let sign = SIGNS.iter().find(|sign| spelled.contains(**sign)).unwrap_or(&"@");
    let signed = spelled.replacen(sign, "@", 1);
    signed.chars().filter(|c| !c.is_whitespace()).collect()
}
