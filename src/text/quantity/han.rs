//! Chinese numerals.

/// Returns the value of a numeral character below ten.
fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Returns the value of 十, 百, 千.
fn place(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Returns whether a numeral may begin with a character.
pub(super) fn may_begin(c: char) -> bool {
    digit(c).is_some() || place(c).is_some()
}

/// Reads the longest numeral at the beginning of a text: its value and its length in bytes. 十四五 begins with 十四.
pub(super) fn numeral(text: &str) -> Option<(u64, usize)> {
    let (mut total, mut pending, mut length) = (0, None, 0);
    let mut smallest = u64::MAX;
    for c in text.chars() {
        if let Some(d) = digit(c) {
            // A second digit without a place between ends the number, unless a zero bridges a gap.
            if pending.is_some_and(|p| p != 0) {
                break;
            }
            pending = Some(d);
        } else if let Some(value) = place(c).filter(|value| *value < smallest) {
            if value > 10 && pending.is_none() {
                break;
            }
            total += pending.take().unwrap_or(1).max(u64::from(value == 10 && total == 0)) * value;
            smallest = value;
        } else {
            break;
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (total + pending.unwrap_or(0), length))
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn numerals() {
        for (text, value, rest) in [
            ("三轮", 3, "轮"),
            ("两名", 2, "名"),
            ("十四五规划", 14, "五规划"),
            ("十九届五中", 19, "届五中"),
            ("二十", 20, ""),
            ("一百零五", 105, ""),
            ("三百二十", 320, ""),
            ("七一讲话", 7, "一讲话"),
            ("一千人", 1000, "人"),
        ] {
            assert_eq!(numeral(text).map(|(v, l)| (v, &text[l..])), Some((value, rest)), "{text}");
        }
        assert_eq!(numeral("百名"), None);
        assert_eq!(numeral("南平"), None);
    }
}
