//! Units behind a number that counts something.

use std::ops::Range;

use crate::rules::persons::reading::Reading;

/// Units after amounts.
const UNITS: &[&str] = &[
    "元", "万", "亿", "千元", "百元", "美元", "欧元", "港元", "日元", "角", "分钱", "度", "千瓦", "吨", "公斤", "千克",
    "克", "斤", "亩", "公顷", "平方", "立方", "平米", "公里", "千米", "米", "厘米", "毫米", "里程", "株", "字节", "次",
    "人次", "升", "毫升", "件", "倍", "%", "‰", "kwh", "kw", "kg", "m2", "m3", "㎡", "km", "yuan", "rmb", "cny", "usd",
    "mb", "gb", "kb", "bytes", "tonnes", "tons", "mu", "hectares", "metres", "px", "ms", "mm", "cm", "ml", "hz", "mw",
    "kv", "pcs",
];

/// Returns whether a number is an amount: a unit stands after it, or a sign of money close before it.
pub(in crate::rules::persons) fn is_amount(reading: &Reading, range: &Range<usize>) -> bool {
    let money = reading.before(range.start, 4);
    let money = money.trim_end();
    let after = reading.after(range.end, 8);
    let after = after.trim_start_matches([' ', '余', '多']);
    let is_unit = |unit: &&str| {
        after.strip_prefix(*unit).is_some_and(|rest| !(is_latin(unit.chars().last()) && is_latin(rest.chars().next())))
    };
    UNITS.iter().any(is_unit)
        || after.starts_with('个') && !after.starts_with("个人")
        || ["¥", "￥", "$", "€", "£", "rmb", "cny", "usd", "元)"].iter().any(|sign| money.ends_with(sign))
}

fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphabetic())
}
