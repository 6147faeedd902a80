//! E-mail addresses.

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

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

/// Hosts of mail that are known by name: beside them, other signs than @ are read as one.
const HOSTS: [&str; 16] = [
    "qq.com",
    "163.com",
    "126.com",
    "139.com",
    "189.cn",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "yeah.net",
    "foxmail.com",
    "aliyun.com",
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "icloud.com",
    "yahoo.com",
];

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

fn has_host(reading: &Reading, at: usize) -> bool {
    HOSTS.iter().any(|host| reading.has_at(at, host))
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

/// Returns where the name of a host ends, if it is one: parts with dots, the last of letters. What only ends the name
/// of a file is no part.
fn host_end(reading: &Reading, start: usize) -> Option<usize> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut next = Some(start);
    while let Some(part) = next.and_then(|next| Some(next..label(reading, next)?)) {
        next = dot(reading, part.end, parts.is_empty());
        parts.push(part);
    }
    parts.pop_if(|last| is_file_ending(reading, last.clone()));
    let last = parts.last().filter(|_| parts.len() > 1)?;
    let top = &reading.chars[last.clone()];
    (top.len() >= 2 && top.iter().all(|c| c.is_alphabetic())).then_some(last.end)
}

fn is_file_ending(reading: &Reading, range: Range<usize>) -> bool {
    const ENDINGS: [&str; 14] =
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "zip"];
    ENDINGS.contains(&reading.text(range).to_ascii_lowercase().as_str())
}

/// Returns where a part of the name of a host ends; Chinese names are those of a few domains.
fn label(reading: &Reading, start: usize) -> Option<usize> {
    if let Some(domain) = ["中国", "公司", "网络", "政务", "公益"].iter().find(|domain| reading.has_at(start, domain))
    {
        return Some(start + domain.chars().count());
    }
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '-').count();
    (length > 0).then_some(start + length)
}

/// Returns where the next part begins after a dot. Spaces may stand around the first one.
fn dot(reading: &Reading, at: usize, is_first: bool) -> Option<usize> {
    if let Some(sign) = [" dot ", "(dot)", "[dot]", " (dot) ", " [dot] "].iter().find(|sign| reading.has_at(at, sign)) {
        return Some(at + sign.len());
    }
    let blank = |at: usize| usize::from(is_first && reading.char(at).is_some_and(|c| " \n".contains(c)));
    let sign = at + blank(at);
    let is_dot = reading.char(sign).is_some_and(|c| ".。·点".contains(c));
    let next = sign + 1 + blank(sign + 1);
    let is_latin = reading.char(next).is_some_and(|c| c.is_ascii_alphanumeric());
    (is_dot && (is_latin || reading.char(sign) == Some('.'))).then_some(next)
}

/// Returns an address as its owner writes it, in small letters.
pub(super) fn plain(shown: &str) -> String {
    let lower = shown.to_ascii_lowercase();
    let spelled = lower.replace(" dot ", ".").replace("(dot)", ".").replace("[dot]", ".").replace('。', ".");
    let sign = SIGNS.iter().find(|sign| spelled.contains(**sign)).unwrap_or(&"@");
    let signed = spelled.replacen(sign, "@", 1);
    signed.chars().filter(|c| !c.is_whitespace()).collect()
}
