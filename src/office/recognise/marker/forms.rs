//! The forms that numbers before paragraphs have, each with its signs.

use super::super::numeral::{is_numeral, numeral};
use super::{Class, NumberMarker};

/// Words that offices number issues by, longer ones before those that they begin with.
const WORDS: [&str; 9] = ["反馈问题", "具体问题", "整改任务", "整改事项", "审计建议", "问题", "任务", "事项", "建议"];

pub(super) fn bracketed(text: &str) -> Option<NumberMarker> {
    let inner = text.strip_prefix(['(', '[', '【', '〖'])?;
    let end = inner.find([')', ']', '】', '〗'])?;
    let class = class_of(inner[..end].trim(), Class::ChineseInBrackets, Class::ArabicInBrackets)?;
    let close = inner[end..].chars().next().map_or(0, char::len_utf8);
    let length = text.len() - inner.len() + end + close;
    // A comma or stop behind the bracket belongs to the number.
    let rest = &text[length..];
    let length = length + rest.chars().next().filter(|c| "、.".contains(*c)).map_or(0, char::len_utf8);
    Some(NumberMarker { length, ..class })
}

fn class_of(digits: &str, chinese: Class, arabic: Class) -> Option<NumberMarker> {
    let number = numeral(digits)?;
    let class = if digits.starts_with(|c: char| c.is_ascii_digit()) { arabic } else { chinese };
    Some(NumberMarker { class, number, length: 0 })
}

pub(super) fn circled(text: &str) -> Option<NumberMarker> {
    let first = text.chars().next()?;
    let number = match first {
        '①'..='⑳' => u32::from(first) - u32::from('①') + 1,
        '⑴'..='⒇' => u32::from(first) - u32::from('⑴') + 1,
        '⒈'..='⒛' => u32::from(first) - u32::from('⒈') + 1,
        '㈠'..='㈩' => u32::from(first) - u32::from('㈠') + 1,
        _ => return None,
    };
    let class = match first {
        '①'..='⑳' => Class::Circled,
        '⑴'..='⒇' => Class::ArabicInBrackets,
        '⒈'..='⒛' => Class::Arabic,
        _ => Class::ChineseInBrackets,
    };
    Some(NumberMarker { class, number, length: first.len_utf8() })
}

/// `1.2 …`: digits with dots between them, and a blank or nothing behind.
pub(super) fn nested(text: &str) -> Option<NumberMarker> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let parts: Vec<&str> = text[..end].trim_end_matches('.').split('.').collect();
    let is_number = parts.len() > 1 && parts.iter().all(|part| (1..4).contains(&part.len()));
    let ends = text[end..].chars().next().is_none_or(|c| c == ' ' || c == '、');
    let number = parts.last()?.parse().ok().filter(|_| is_number && ends)?;
    let length = end + text[end..].chars().next().filter(|c| *c == '、').map_or(0, char::len_utf8);
    Some(NumberMarker { class: Class::Nested(u8::try_from(parts.len()).ok()?), number, length })
}

/// `一、`, `1.`, `1、` and `1)`.
pub(super) fn plain(text: &str) -> Option<NumberMarker> {
    let end = text.find(|c: char| !is_numeral(c))?;
    let found = class_of(&text[..end], Class::Chinese, Class::Arabic)?;
    let blank = text[end..].len() - text[end..].trim_start().len();
    let mut rest = text[end + blank..].chars();
    let (sign, next) = (rest.next()?, rest.next());
    let class = match (found.class, sign) {
        (_, '、') => found.class,
        // A decimal number or a date is no number of a paragraph.
        (Class::Arabic, '.') if next.is_none_or(|c| !c.is_ascii_digit()) => found.class,
        (Class::Chinese, '.') => found.class,
        (Class::Arabic, ')') => Class::HalfBracket,
        _ => return None,
    };
    Some(NumberMarker { class, number: found.number, length: end + blank + sign.len_utf8() })
}

/// `问题1：`, `整改任务一：`, `第7项`.
pub(super) fn worded(text: &str) -> Option<NumberMarker> {
    let place = WORDS.iter().position(|word| text.starts_with(word));
    let (rest, place) = match place {
        Some(place) => (&text[WORDS[place].len()..], place),
        None => (text.strip_prefix('第')?, WORDS.len()),
    };
    let digits = rest.trim_start();
    let end = digits.find(|c: char| !is_numeral(c)).unwrap_or(digits.len());
    let number = numeral(&digits[..end])?;
    let after = &digits[end..];
    let sign = match after.chars().next() {
        Some(sign @ (':' | '.' | '、')) => sign.len_utf8(),
        Some(' ') | None => 0,
        Some('项') if place == WORDS.len() => '项'.len_utf8(),
        _ => return None,
    };
    Some(NumberMarker { class: Class::Word(place), number, length: text.len() - after.len() + sign })
}

/// `关于“…”问题` without a number.
pub(super) fn quoted(text: &str) -> Option<NumberMarker> {
    let rest = text.strip_prefix("关于")?;
    let is_quoted = rest.starts_with(['“', '"', '「', '‘']) && rest.contains("问题");
    is_quoted.then_some(NumberMarker { class: Class::Quoted, number: 0, length: 0 })
}
