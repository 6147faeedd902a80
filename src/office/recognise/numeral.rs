//! Numbers in Arabic and Chinese figures.

use super::fold::close;

pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零○一二三四五六七八九十百".contains(c)
}

/// Returns the number that is all that a text says, in brackets or with a stop behind it as well: （5）, 三、. Nothing if it says more.
pub(super) fn only_number(text: &str) -> Option<u32> {
    const AROUND: [char; 11] = ['(', ')', '[', ']', '【', '】', '〖', '〗', '、', '.', '。'];
    let close = close(text);
    let bare = close.trim_matches(AROUND);
    let is_counted = (1..=4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    if is_counted { bare.parse().ok().filter(|number| *number > 0) } else { numeral(bare) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_with_brackets_and_stops_around_it() {
        for (text, number) in [
            ("3", 3),
            ("1、", 1),
            ("（5）", 5),
            ("［６］", 6),
            ("7.", 7),
            ("（十二）", 12),
            ("1023", 1023),
            ("二、", 2),
        ] {
            assert_eq!(only_number(text), Some(number), "{text}");
        }
        for text in ["GZ-7", "9-1", "XS-2023-01", "二（1）", "1.2", "20240101", "0", "", "（）"] {
            assert_eq!(only_number(text), None, "{text}");
        }
    }
}
