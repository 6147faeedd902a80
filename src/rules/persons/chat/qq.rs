//! Accounts of QQ.

use std::ops::Range;

use super::gap::{behind, blanks, has_other, is_in_word, skip};
use super::{CHAT_ACCOUNT, HELP};
use crate::rules::Words;
use crate::rules::persons::kind::{PrivateKind, Recogniser};
use crate::rules::persons::reading::Reading;
use crate::rules::persons::told;

pub(in crate::rules::persons) static QQ: PrivateKind = PrivateKind {
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
