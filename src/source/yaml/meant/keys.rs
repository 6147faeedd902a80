//! The key of a record that is meant by a word of an office, or by one that is misspelled.

use super::plain;
use crate::diagnostic::nearest;

/// Words that offices write for a key, where the word of its description is another.
const HEARD_KEYS: &[(&str, &[&str])] = &[
    ("due", &["期限", "时限", "限期", "完成期限", "截止日期", "截止时间"]),
    ("completed_on", &["完成时间"]),
    ("statement", &["问题", "问题描述", "具体问题", "反馈问题"]),
    ("lead", &["牵头部门", "主办单位"]),
    ("responsible", &["责任部门", "配合单位", "协办单位"]),
    ("telephones", &["手机", "热线", "联系方式"]),
    ("measures", &["措施"]),
    ("as_of", &["截至", "截至时间"]),
    ("issuer", &["单位", "公布单位"]),
];

/// Returns the key that is meant, of keys with what they mean in Chinese.
pub(in crate::source::yaml) fn key<'a>(text: &str, known: &[(&'a str, &str)]) -> Option<&'a str> {
    let plain = plain(text).trim_matches(':').to_lowercase();
    let lower = plain.replace([' ', '-'], "_");
    let same = known.iter().find(|(key, _)| *key == lower).map(|(key, _)| *key);
    let close = || nearest(&lower, known.iter().map(|(key, _)| *key));
    let heard = || {
        let (meant, _) = HEARD_KEYS.iter().find(|(_, heard)| heard.contains(&&*plain))?;
        known.iter().find(|(key, _)| key == meant).map(|(key, _)| *key)
    };
    same.or_else(heard).or_else(close).or_else(|| chinese_key(&plain, known))
}

/// Returns the key whose Chinese word is the same, or else shares the most with the text; the shorter word wins.
fn chinese_key<'a>(text: &str, known: &[(&'a str, &str)]) -> Option<&'a str> {
    if text.is_ascii() {
        return None;
    }
    let shared = |zh: &str| match (zh == text, zh.contains(text) || text.contains(zh)) {
        (true, _) => usize::MAX,
        (_, true) => {
            let end = usize::from(zh.ends_with(text) || text.ends_with(zh));
            100 * text.chars().count().min(zh.chars().count()) + 50 * end
        }
        _ => zh.chars().rev().zip(text.chars().rev()).take_while(|(a, b)| a == b).count(),
    };
    let score = |zh: &str| zh.split('、').map(shared).max().unwrap_or(0);
    known
        .iter()
        .filter(|(_, zh)| !zh.is_empty())
        .map(|(key, zh)| ((score(zh), std::cmp::Reverse(zh.chars().count())), *key))
        .filter(|((score, _), _)| *score >= 2)
        .max_by_key(|(score, _)| *score)
        .map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_by_their_chinese_words() {
        let known = [
            ("status", "整改状态"),
            ("status_basis", "状态依据"),
            ("due", "整改时限"),
            ("original_due", "调整前的整改时限"),
            ("lead", "牵头单位标识"),
            ("history", "状态变化"),
            ("email", "电子邮箱"),
            ("telephones", "电话"),
        ];
        for (text, expected) in [
            ("状态", Some("status")),
            ("整改状态", Some("status")),
            ("整改时限", Some("due")),
            ("完成时限", Some("due")),
            ("期限", Some("due")),
            ("牵头单位", Some("lead")),
            ("邮箱", Some("email")),
            ("电话", Some("telephones")),
            ("“status”", Some("status")),
            ("Status", Some("status")),
            ("stauts", Some("status")),
            ("original due", Some("original_due")),
            ("备注", None),
        ] {
            assert_eq!(key(text, &known), expected, "{text}");
        }
    }
}
