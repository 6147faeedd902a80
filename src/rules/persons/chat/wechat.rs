//! Accounts of WeChat.

use std::ops::Range;

use super::gap::{behind, blanks, has_other, is_in_word, skip};
use super::{CHAT_ACCOUNT, HELP};
use crate::rules::Words;
use crate::rules::persons::kind::{PrivateKind, Recogniser};
use crate::rules::persons::reading::Reading;

pub(in crate::rules::persons) static WECHAT: PrivateKind = PrivateKind {
    rule: &CHAT_ACCOUNT,
    says: Words("这里像是个人微信号", "this looks like a personal WeChat account"),
    help: HELP,
    words: &[
        "微信",
        "薇信",
        "威信",
        "徽信",
        "绿泡泡",
        "微❤",
        "加微",
        "加薇",
        "加卫星",
        "卫星号",
        "wechat",
        "weixin",
        "vx",
        "v信",
        "w信",
        "v❤",
        "加v",
        "+v",
        "wx",
    ],
    recognise: Recogniser::Text(|reading, places| behind(reading, places, wechat)),
    is_other: |_, _| false,
};

/// Returns an account of WeChat: 6 to 20 letters, digits, _ and -, a letter first; or a number, which has a rule of its
/// own if it is a mobile one.
fn wechat(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const LENGTHS: Range<usize> = 6..21;
    if is_in_word(reading, place)
        || has_other(reading, place, &["公众", "小程序", "群", "支付", "视频号", "平台", "公号", "服务号", "订阅号"])
    {
        return None;
    }
    let (start, is_said) = skip(reading, blanks(reading, place));
    let is_part = |c: &&char| c.is_ascii_alphanumeric() || **c == '_' || **c == '-';
    let rest = &reading.chars[start.min(reading.chars.len())..];
    let length = rest.iter().take(LENGTHS.end).take_while(is_part).count();
    let account = reading.text(start..start + length);
    let is_plain = account.bytes().all(|b| b.is_ascii_alphabetic());
    let is_masked = rest.get(length).is_some_and(|c| "*@".contains(*c));
    let says_account = ["号", "id"].iter().any(|word| reading.text(place..start).to_ascii_lowercase().contains(word));
    let is_word = is_plain && (!is_said || !says_account && is_english(reading, place));
    let begins = account.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_official = account.eq_ignore_ascii_case("wechat") || account.eq_ignore_ascii_case("weixin");
    (LENGTHS.contains(&length) && begins && !is_masked && !is_word && !is_official).then_some(start..start + length)
}

/// Returns whether the word before a place is English, so that an English word may follow.
fn is_english(reading: &Reading, place: usize) -> bool {
    reading.char_before(place).is_some_and(|c| c.is_ascii_alphabetic())
}
