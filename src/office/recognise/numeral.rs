//! Numbers in Arabic and Chinese figures.

pub(super) fn is_numeral(c: char) -> bool {
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
