//! Numbers as they are written in texts, with scale words and units, as a record has them.

use unicode_normalization::UnicodeNormalization;

use super::plain;
use crate::value::Decimal;

/// Returns the number that is meant, written out: `147.6万元` is 1476000, `1,476,000` too.
pub(in crate::source::yaml) fn number(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !matches!(c, ',' | '，' | ' ' | '_' | '\u{A0}')).collect();
    let plain = plain.strip_prefix('约').unwrap_or(&plain).trim_start_matches(['¥', '￥', '+']);
    let end = plain.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'))).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let mut power = 0;
    let mut rest = rest;
    while let Some((scale, after)) = [("亿", 8), ("万", 4), ("千", 3), ("百", 2)]
        .iter()
        .find_map(|(word, scale)| Some((*scale, rest.strip_prefix(word)?)))
    {
        power += scale;
        rest = after;
    }
    let is_unit = rest.chars().count() <= 4 && !rest.chars().any(|c| c.is_ascii_alphanumeric());
    let digits = if digits.starts_with('.') { format!("0{digits}") } else { digits.to_owned() };
    let value = digits.parse::<Decimal>().ok().filter(|_| is_unit)?.shifted_up(power)?;
    Some(value.to_string())
}

/// Returns the code of the unit that is typed behind a number: percent of `98%`, CNY of `147.6万元`.
pub(in crate::source::yaml) fn unit_of_number(text: &str) -> Option<&'static str> {
    let amount = text.trim_end().strip_suffix('元');
    let is_yuan = |amount: &str| !amount.ends_with(['美', '欧', '日', '港', '澳', '加', '新']);
    match amount {
        Some(amount) if is_yuan(amount) => Some("CNY"),
        _ if text.contains(['¥', '￥']) => Some("CNY"),
        _ => text.contains(['%', '％']).then_some("percent"),
    }
}

/// Returns the whole number that is meant, as digits: `４` and `四` are 4.
pub(in crate::source::yaml) fn integer(text: &str) -> Option<u64> {
    let plain = plain(text);
    let plain = plain.trim_start_matches('第').trim_end_matches(['个', '号', '条', '项']);
    let han = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].iter().position(|han| *han == plain);
    plain.parse().ok().or_else(|| han.and_then(|n| u64::try_from(n).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_other_forms() {
        for (text, expected) in [
            ("147.6万", Some("1476000")),
            ("147.6万元", Some("1476000")),
            ("1.2亿", Some("120000000")),
            ("1,476,000", Some("1476000")),
            ("1，476，000", Some("1476000")),
            ("1_000", Some("1000")),
            ("98%", Some("98")),
            ("１２", Some("12")),
            ("12个", Some("12")),
            (".5", Some("0.5")),
            ("一百", None),
            ("1e6", None),
            ("0x10", None),
            ("12 per cent", None),
        ] {
            assert_eq!(number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn whole_numbers_in_other_forms() {
        for (text, expected) in [("４", Some(4)), ("四", Some(4)), ("第4个", Some(4)), ("one", None), ("1.5", None)]
        {
            assert_eq!(integer(text), expected, "{text}");
        }
    }
}
