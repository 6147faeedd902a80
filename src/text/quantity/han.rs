//! Chinese numerals.

/// Returns the value of a numeral character below ten.
pub(super) fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' | '○' => 0,
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

/// The plain form of a numeral as cheques write it: 一 for 壹.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '壹' => '一',
        '贰' | '貳' => '二',
        '叁' | '參' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// Whether a numeral may begin with a character.
pub(super) fn may_begin(c: char) -> bool {
    digit(c).is_some() || place(c).is_some() || plain(c).is_some()
}

/// Reads a numeral as cheques write it, 壹佰贰拾. One character alone is a word: 队伍, 大陆.
fn formal(text: &str) -> Option<(u64, usize)> {
    let numeral: String = text.chars().map_while(|c| plain(c).or((c == '零').then_some(c))).collect();
    let is_one = numeral.chars().count() >= 2 && numeral.contains(['十', '百', '千']);
    // All of these characters are three bytes long.
    let is_amount =
        !numeral.is_empty() && text[numeral.len()..].starts_with(['万', '萬', '亿', '億', '元', '圆', '圓']);
    if is_one || is_amount { common(&numeral) } else { None }
}

/// Reads a year that is spelled digit by digit, 二〇二一; its value and its length in bytes.
pub(super) fn year(text: &str) -> Option<(u64, usize)> {
    digits(text, 4).filter(|(value, _)| (1900..2100).contains(value))
}

/// Reads so many digits at the beginning of a text that stand side by side, 二四; their value and their length in bytes.
pub(super) fn digits(text: &str, count: usize) -> Option<(u64, usize)> {
    let digits: Vec<(u64, usize)> = text.chars().map_while(|c| Some((digit(c)?, c.len_utf8()))).take(count).collect();
    let value = digits.iter().fold(0, |value, (digit, _)| value * 10 + digit);
    (digits.len() == count).then(|| (value, digits.iter().map(|(_, length)| length).sum()))
}

/// Reads the longest numeral at the beginning of a text: its value and its length in bytes. 十四五 begins with 十四.
pub(super) fn numeral(text: &str) -> Option<(u64, usize)> {
    common(text).or_else(|| formal(text))
}

/// Reads a numeral in the usual characters.
fn common(text: &str) -> Option<(u64, usize)> {
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
    use super::{numeral, year};

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
            ("壹佰贰拾万元", 120, "万元"),
        ] {
            assert_eq!(numeral(text).map(|(v, l)| (v, &text[l..])), Some((value, rest)), "{text}");
        }
        assert_eq!(
            (year("二〇二一年"), year("一九九八年"), year("三〇〇〇年")),
            (Some((2021, 12)), Some((1998, 12)), None)
        );
        assert_eq!((numeral("百名"), numeral("伍方面"), numeral("陆地")), (None, None, None));
        assert_eq!(numeral("南平"), None);
    }
}
