//! What the words beside a number say of it.

mod amounts;
mod things;

use super::digits::NumberCandidate;
use super::reading::Reading;

pub(super) use amounts::is_amount;
pub(super) use things::is_of_a_thing;

/// How many characters before a number are read for a word that says what it is.
const REACH: usize = 14;

/// Words before a telephone number.
pub(super) const PHONE: &[&str] = &[
    "电话", "手机", "联系", "热线", "咨询", "举报", "致电", "拨打", "号码", "短信", "来电", "固话", "座机", "tel",
    "phone", "mobile", "cell", "call", "contact", "whatsapp", "text", "微信", "wechat",
];

/// Words before a number of an identity card.
pub(super) const IDENTITY: &[&str] = &[
    "身份证",
    "身份号",
    "身份证号",
    "证件号",
    "公民身份",
    "居民身份",
    "identity",
    "id card",
    "id number",
    "id no",
    "sfz",
    "id:",
];

/// Words before the number of a bank card.
pub(super) const CARD: &[&str] = &[
    "银行卡",
    "卡号",
    "储蓄卡",
    "借记卡",
    "信用卡",
    "工资卡",
    "社保卡",
    "一卡通",
    "个人账户",
    "个人账号",
    "尾号",
    "银联",
    "card",
];

/// Letters that may stand close before a number of a person.
const CLOSE: &[&str] = &[
    "tel", "phone", "mobile", "mob", "cell", "call", "sj", "dh", "lxdh", "sjh", "t", "m", "no", "id", "wechat", "wx",
    "vx", "v", "qq", "card", "kh", "acct", "bank", "number", "num", "to", "at", "sfz", "txt", "photo", "img", "scan",
    "pic", "file",
];

/// Returns where the last of some words ends in a text.
fn last(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()
}

/// Returns whether one of some words stands before a place.
pub(super) fn announces(reading: &Reading, at: usize, words: &[&str]) -> bool {
    last(&reading.before(at, REACH), words).is_some()
}

/// Returns whether letters close before a number make it the number of a thing: A13800138000, NP-13800138000.
pub(super) fn is_lettered(reading: &Reading, start: usize) -> bool {
    let dash = usize::from(reading.char_before(start) == Some('-'));
    let end = start - dash;
    let length = reading.chars[..end].iter().rev().take(REACH).take_while(|c| c.is_ascii_alphabetic()).count();
    let letters = reading.text(end - length..end);
    let is_code = dash == 0 || letters.chars().all(|c| c.is_ascii_uppercase());
    let goes_on = reading.char_before(end - length).is_some_and(|c| c.is_ascii_digit());
    length > 0 && (goes_on && dash == 0 || is_code && !CLOSE.contains(&letters.to_ascii_lowercase().as_str()))
}

/// Returns whether a number is a part of the address of a page, and not what is asked or called there.
pub(super) fn is_in_address(reading: &Reading, at: usize) -> bool {
    const IDS: [&str; 10] = ["id", "_", "v", "t", "ts", "time", "timestamp", "version", "no", "code"];
    let Some(address) = reading.address_before(at) else { return false };
    let address: String = address.iter().map(char::to_ascii_lowercase).collect();
    let part = address.rsplit(['?', '&']).next().unwrap_or_default();
    match part.trim_end_matches(['+', ' ']).strip_suffix('=') {
        Some(key) => {
            let is_personal = ["mobile", "phone", "card", "contact", "tel"].iter().any(|word| key.contains(word));
            !is_personal && IDS.iter().any(|word| key.ends_with(word))
        }
        None => address.contains(['/', '.']),
    }
}

/// Returns whether dashes join a number to digits that are no number of a person and no date: 2021-13800138000-01.
pub(super) fn is_joined(number: &NumberCandidate<'_>, is_number: impl Fn(&str) -> bool) -> bool {
    let (before, behind) = number.neighbours();
    let is_date = |digits: &str| digits.len() == 8 && (digits.starts_with("20") || digits.starts_with("19"));
    let is_part_of_date = before.iter().rev().take(3).map(|group| group.len()).eq([2, 2, 4]);
    let is_kin = |digits: &str| digits == "86" || digits == "0086" || is_date(digits) || is_number(digits);
    // 附件1-13800138000: an item is numbered.
    let joined_before = number.gap_before() == ['-']
        && before.last().is_some_and(|group| group.len() > 2 && !is_kin(&number.digits_of(*group)))
        && !is_part_of_date;
    let joined_behind =
        number.gap_behind() == ['-'] && behind.first().is_some_and(|group| !is_kin(&number.digits_of(*group)));
    number.groups().len() == 1 && (joined_before || joined_behind)
}
