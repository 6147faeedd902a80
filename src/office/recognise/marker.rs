//! The number before a paragraph, and of what class it is. A class is no depth: levels follow from the order in which classes first appear.

use super::fold::fold;

/// What a number looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A heading by its style, without a number.
    Heading(u8),
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `1.` and `1、`
    Arabic,
    /// `(1)`
    ArabicInBrackets,
    /// `1)`
    HalfBracket,
    /// `①`
    Circled,
    /// `1.2` and deeper, by the number of its dots.
    Nested(u8),
    /// A word with a number: `问题1：`, by its place in the table.
    Word(usize),
    /// No number: `关于“…”问题`.
    Quoted,
}

/// The number before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberMarker {
    /// What it looks like.
    pub class: Class,
    /// Its value; 0 if it has none.
    pub number: u32,
    /// How many bytes of the folded text it takes, with the blanks behind it.
    pub length: usize,
}

/// Words that offices number issues by, longer ones before those that they begin with.
const WORDS: [&str; 9] = ["反馈问题", "具体问题", "整改任务", "整改事项", "审计建议", "问题", "任务", "事项", "建议"];

/// Returns the marker that a folded text begins with.
pub(super) fn marker(folded: &str) -> Option<NumberMarker> {
    let start = folded.len() - folded.trim_start().len();
    let text = &folded[start..];
    let found = bracketed(text)
        .or_else(|| circled(text))
        .or_else(|| nested(text))
        .or_else(|| plain(text))
        .or_else(|| worded(text))
        .or_else(|| quoted(text))?;
    let rest = &text[found.length..];
    let length = start + found.length + (rest.len() - rest.trim_start().len());
    Some(NumberMarker { length, ..found })
}

fn bracketed(text: &str) -> Option<NumberMarker> {
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

fn circled(text: &str) -> Option<NumberMarker> {
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
fn nested(text: &str) -> Option<NumberMarker> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let parts: Vec<&str> = text[..end].trim_end_matches('.').split('.').collect();
    let is_number = parts.len() > 1 && parts.iter().all(|part| (1..4).contains(&part.len()));
    let ends = text[end..].chars().next().is_none_or(|c| c == ' ' || c == '、');
    let number = parts.last()?.parse().ok().filter(|_| is_number && ends)?;
    let length = end + text[end..].chars().next().filter(|c| *c == '、').map_or(0, char::len_utf8);
    Some(NumberMarker { class: Class::Nested(u8::try_from(parts.len()).ok()?), number, length })
}

/// `一、`, `1.`, `1、` and `1)`.
fn plain(text: &str) -> Option<NumberMarker> {
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
fn worded(text: &str) -> Option<NumberMarker> {
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
fn quoted(text: &str) -> Option<NumberMarker> {
    let rest = text.strip_prefix("关于")?;
    let is_quoted = rest.starts_with(['“', '"', '「', '‘']) && rest.contains("问题");
    is_quoted.then_some(NumberMarker { class: Class::Quoted, number: 0, length: 0 })
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零○一二三四五六七八九十百".contains(c)
}

/// Returns the value of a number in Arabic or Chinese figures, up to 999.
pub(super) fn numeral(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 6 {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|number| *number < 1000);
    }
    let (mut sum, mut digit, mut seen) = (0, 0, false);
    for c in text.chars() {
        match "〇一二三四五六七八九".chars().position(|figure| figure == c || (figure == '〇' && "零○".contains(c)))
        {
            Some(value) => (digit, seen) = (u32::try_from(value).ok()?, true),
            None => {
                let unit = if c == '十' {
                    10
                } else if c == '百' {
                    100
                } else {
                    return None;
                };
                sum += unit * if seen && digit > 0 { digit } else { 1 };
                (digit, seen) = (0, true);
            }
        }
    }
    Some(sum + digit).filter(|number| *number > 0)
}

/// Returns how many texts at the beginning are an enumeration: the first begins with 一是, the next with 二是 and so on.
pub fn enumeration(texts: &[String]) -> usize {
    let counts = |(expected, text): (u32, &String)| {
        let folded = fold(text);
        let end = folded.find(|c: char| !is_numeral(c) || c.is_ascii_digit()).unwrap_or(0);
        numeral(&folded[..end]) == Some(expected) && folded[end..].starts_with('是')
    };
    (1..).zip(texts).take_while(|text| counts(*text)).count()
}

/// Returns the parts of an enumeration in a text, `一是…二是…`, if its numbers run from one; what stands before the first is the first part,
/// and may be empty. Together they are the text.
pub fn enumerated(text: &str) -> Option<Vec<&str>> {
    let folded = fold(text);
    let mut starts = Vec::new();
    let mut before = None;
    let mut at = text.char_indices().map(|(at, _)| at);
    for (place, c) in folded.char_indices() {
        let here = at.next()?;
        let opens = before.is_none_or(|c: char| "。;:；!?".contains(c) || c.is_whitespace());
        if opens && is_numeral(c) {
            let rest = &folded[place..];
            let digits = &rest[..rest.find(|c: char| !is_numeral(c)).unwrap_or(rest.len())];
            let is_next = numeral(digits).is_some_and(|n| usize::try_from(n).is_ok_and(|n| n == starts.len() + 1));
            if is_next && !digits.starts_with(|c: char| c.is_ascii_digit()) && rest[digits.len()..].starts_with('是') {
                starts.push(here);
            }
        }
        before = Some(c);
    }
    if starts.len() < 2 {
        return None;
    }
    let mut parts = vec![&text[..starts[0]]];
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    parts.extend(starts.iter().zip(ends).map(|(start, end)| &text[*start..end]));
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_class_are_read() {
        for (text, class, number) in [
            ("一、部署", Class::Chinese, 1),
            ("（十二） 教育", Class::ChineseInBrackets, 12),
            ("( 四 )教育", Class::ChineseInBrackets, 4),
            ("㈡教育", Class::ChineseInBrackets, 2),
            ("1. 教育", Class::Arabic, 1),
            ("１．教育", Class::Arabic, 1),
            ("26、教育", Class::Arabic, 26),
            ("【 7 】教育", Class::ArabicInBrackets, 7),
            ("（49）教育", Class::ArabicInBrackets, 49),
            ("3）教育", Class::HalfBracket, 3),
            ("③教育", Class::Circled, 3),
            ("2.13 教育", Class::Nested(2), 13),
            ("问题 3：教育", Class::Word(5), 3),
            ("整改任务二十一：教育", Class::Word(2), 21),
            ("第7项关于", Class::Word(9), 7),
            ("关于“教育滞后”的问题", Class::Quoted, 0),
        ] {
            let folded = fold(text);
            let found = marker(&folded).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.class, found.number), (class, number), "{text}");
            let rest = &folded[found.length..];
            assert!(rest.starts_with("教育") || rest.starts_with("部署") || rest.starts_with("关于"), "{text}: {rest}");
        }
        for text in ["2.5万元", "2024年", "一是", "问题较多", "(注)见附件", "第一时间", "1239.8万元", "", "（1", "十分"]
        {
            assert_eq!(marker(&fold(text)), None, "{text}");
        }
    }

    #[test]
    fn an_enumeration_may_take_a_paragraph_each() {
        let of = |texts: &[&str]| enumeration(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["一是学。", "二是做。", "三是查。", "此外。"]), 3);
        assert_eq!((of(&["二是做。"]), of(&["一是学。", "三是查。"]), of(&["统一是好的。"]), of(&[])), (0, 1, 0, 0));
    }

    #[test]
    fn an_enumeration_is_one_if_its_numbers_run_from_one() {
        let text = "为此。一是学。二是做；三是查。";
        assert_eq!(enumerated(text).unwrap(), ["为此。", "一是学。", "二是做；", "三是查。"]);
        assert_eq!(enumerated("一是学。二是做。").unwrap().concat(), "一是学。二是做。");
        for text in ["一是学。三是做。", "统一是好的。二是做。", "一是学。", ""] {
            assert_eq!(enumerated(text), None, "{text}");
        }
    }
}
