//! The words before an account: which ones, and what may stand between them and it.

use std::ops::Range;

use crate::rules::persons::reading::Reading;
use crate::rules::persons::told;

/// Looks behind words for accounts. What is 增加 is no account.
pub(super) fn behind(
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
pub(super) fn skip(reading: &Reading, from: usize) -> (usize, bool) {
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

pub(super) fn blanks(reading: &Reading, from: usize) -> usize {
    from + reading.chars[from.min(reading.chars.len())..].iter().take(3).take_while(|c| **c == ' ').count()
}

/// Returns whether what ends at a place is only the end of a longer word of letters.
pub(super) fn is_in_word(reading: &Reading, place: usize) -> bool {
    let letters = reading.chars[..place].iter().rev().take(8).take_while(|c| c.is_ascii_alphanumeric()).count();
    let word = reading.text(place - letters..place).to_ascii_lowercase();
    let goes_on = reading.char(place).is_some_and(|c| c.is_ascii_alphabetic()) && letters > 0;
    goes_on || letters > 0 && !["wechat", "weixin", "vx", "v", "wx", "qq", "q"].contains(&word.as_str())
}

pub(super) fn has_other(reading: &Reading, place: usize, words: &[&str]) -> bool {
    let at = blanks(reading, place);
    words.iter().any(|word| reading.has_at(at, word))
}
