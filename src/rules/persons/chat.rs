//! Accounts of WeChat and QQ, with the word that says so.

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use super::told;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static CHAT_ACCOUNT: Rule = Rule {
    id: "chat-account",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words("不出现个人的微信号、QQ 号。", "No personal WeChat or QQ accounts appear."),
    why: Words(
        "个人账号公开后会招来骚扰和诈骗，本人的其他信息也会被顺着查出来。",
        "A published account attracts pestering and fraud, and leads to whatever else is known of the person.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n报名请加微信号 zhang_yihu88。\n", "\n报名请关注县卫生健康局微信公众号。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static WECHAT: PrivateKind = PrivateKind {
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

pub(super) static QQ: PrivateKind = PrivateKind {
    rule: &CHAT_ACCOUNT,
    says: Words("这里像是个人 QQ 号", "this looks like a personal QQ number"),
    help: HELP,
    words: &[
        "qq",
        "q q",
        "扣扣",
        "扣号",
        "抠抠",
        "抠号",
        "球球",
        "秋秋",
        "蔻蔻",
        "企鹅",
        "q号",
        "加q",
        "+q",
        "q我",
        "加扣",
        "加抠",
        "加企鹅",
    ],
    recognise: Recogniser::Text(|reading, places| behind(reading, places, qq)),
    is_other: |_, _| false,
};

const HELP: Words = Words(
    "请删去，或改用单位的联系方式；确需公开的，请在 accepted 里写明理由",
    "remove it or give the office's contact instead; if it must stay, say why under `accepted`",
);

/// Looks behind words for accounts. What is 增加 is no account.
fn behind(
    reading: &Reading,
    places: &[Range<usize>],
    account: fn(&Reading, usize) -> Option<Range<usize>>,
) -> Vec<Range<usize>> {
    let is_more = |place: &&Range<usize>| {
        reading.char(place.start) == Some('加')
            && reading.char_before(place.start).is_some_and(|c| "增附追外叠施".contains(c))
    };
    places.iter().filter(|place| !is_more(place)).filter_map(|place| account(reading, place.end)).collect()
}

/// Goes over what may stand between a word and its account; the second value is whether that says that an account
/// follows.
fn skip(reading: &Reading, from: usize) -> (usize, bool) {
    const LINKS: [&str; 24] = [
        "号码",
        "账号",
        "帐号",
        "号",
        "同号",
        "联系方式",
        "联系",
        "添加",
        "搜索",
        "搜",
        "是",
        "为",
        "id",
        "account",
        "number",
        "no.",
        "no",
        ":",
        "=",
        "(",
        "[",
        "“",
        "\"",
        "**",
    ];
    let mut at = from;
    let mut is_said = false;
    let link = |at: usize| LINKS.iter().find(|link| reading.has_at(at, link)).map(|link| link.chars().count());
    while let Some(length) = link(at).or_else(|| told::beginning(reading.ahead(at))) {
        let is_in_word = reading.chars[at].is_ascii_alphabetic()
            && (reading.char_before(at).is_some_and(|c| c.is_ascii_alphanumeric())
                || reading.char(at + length).is_some_and(|c| c.is_ascii_alphanumeric() || "_-".contains(c)));
        if is_in_word || at + length > from + 16 {
            break;
        }
        is_said = true;
        at = blanks(reading, at + length);
        if at == from {
            break;
        }
    }
    if at == from { (blanks(reading, from), false) } else { (at, is_said) }
}

fn blanks(reading: &Reading, from: usize) -> usize {
    from + reading.chars[from.min(reading.chars.len())..].iter().take(3).take_while(|c| **c == ' ').count()
}

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

/// Returns a number of QQ: 5 to 11 digits, perhaps in groups, no zero first.
fn qq(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const LENGTHS: Range<usize> = 5..12;
    if is_in_word(reading, place)
        || has_other(reading, place, &["群", "音乐", "邮箱", "空间", "浏览器", "游戏", "@", "."])
    {
        return None;
    }
    let (start, _) = skip(reading, blanks(reading, place));
    let mut end = start;
    let mut digits = 0;
    while digits < LENGTHS.end {
        let gap =
            if digits > 0 { told::joint(reading.ahead(end)).unwrap_or_else(|| reading.gap_at(end, " -")) } else { 0 };
        if !reading.char(end + gap).is_some_and(|c| c.is_ascii_digit()) {
            break;
        }
        digits += 1;
        end += gap + 1;
    }
    let goes_on = reading.char(end).is_some_and(|c| c.is_ascii_alphanumeric() || "*@年人个月条次只".contains(c))
        && !(reading.char(end) == Some('*')
            && (reading.has_stars(start..end) || reading.char_before(start) == Some('*')));
    let begins = reading.char(start).is_some_and(|c| c.is_ascii_digit() && c != '0');
    (LENGTHS.contains(&digits) && begins && !goes_on).then_some(start..end)
}

/// Returns whether what ends at a place is only the end of a longer word of letters.
fn is_in_word(reading: &Reading, place: usize) -> bool {
    let letters = reading.chars[..place].iter().rev().take(8).take_while(|c| c.is_ascii_alphanumeric()).count();
    let word = reading.text(place - letters..place).to_ascii_lowercase();
    let goes_on = reading.char(place).is_some_and(|c| c.is_ascii_alphabetic()) && letters > 0;
    goes_on || letters > 0 && !["wechat", "weixin", "vx", "v", "wx", "qq", "q"].contains(&word.as_str())
}

fn has_other(reading: &Reading, place: usize, words: &[&str]) -> bool {
    let at = blanks(reading, place);
    words.iter().any(|word| reading.has_at(at, word))
}
