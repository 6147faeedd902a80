//! Numbers of lists as a word processor writes them.

const CHINESE: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const LEGAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const FULL_WIDTH: [&str; 10] = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"];
const PLACES: [&str; 4] = ["", "十", "百", "千"];
const LEGAL_PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

type NumeralWriter = fn(u32) -> String;

/// How numbers are written, by the name of the format.
static FORMATS: [(&str, NumeralWriter); 33] = [
    ("decimal", plain),
    ("decimalHalfWidth", plain),
    ("decimalZero", |n| format!("{n:02}")),
    ("decimalFullWidth", |n| digits(n, &FULL_WIDTH)),
    ("decimalFullWidth2", |n| digits(n, &FULL_WIDTH)),
    ("decimalEnclosedCircle", |n| of_row(n, '①', 20)),
    ("decimalEnclosedCircleChinese", |n| of_row(n, '①', 20)),
    ("decimalEnclosedFullstop", |n| of_row(n, '⒈', 20)),
    ("decimalEnclosedParen", |n| of_row(n, '⑴', 20)),
    ("ideographEnclosedCircle", |n| of_row(n, '㊀', 10)),
    ("chineseCounting", |n| if n < 100 { counted(n, &CHINESE, &PLACES) } else { digits(n, &CHINESE) }),
    ("taiwaneseCounting", |n| if n < 100 { counted(n, &CHINESE, &PLACES) } else { digits(n, &CHINESE) }),
    ("chineseCountingThousand", |n| counted(n, &CHINESE, &PLACES)),
    ("taiwaneseCountingThousand", |n| counted(n, &CHINESE, &PLACES)),
    ("japaneseCounting", |n| counted(n, &CHINESE, &PLACES)),
    ("chineseLegalSimplified", |n| counted(n, &LEGAL, &LEGAL_PLACES)),
    ("ideographLegalTraditional", |n| counted(n, &LEGAL, &LEGAL_PLACES)),
    ("ideographDigital", |n| digits(n, &CHINESE)),
    ("japaneseDigitalTenThousand", |n| digits(n, &CHINESE)),
    ("taiwaneseDigital", |n| digits(n, &CHINESE)),
    ("koreanDigital2", |n| digits(n, &CHINESE)),
    ("ideographTraditional", |n| of_list(n, "甲乙丙丁戊己庚辛壬癸")),
    ("ideographZodiac", |n| of_list(n, "子丑寅卯辰巳午未申酉戌亥")),
    ("lowerLetter", |n| letters(n, 'a')),
    ("upperLetter", |n| letters(n, 'A')),
    ("lowerRoman", roman),
    ("upperRoman", |n| roman(n).to_uppercase()),
    ("numberInDash", |n| format!("- {n} -")),
    ("ordinal", |n| format!("{n}{}", ordinal(n))),
    ("hex", |n| format!("{n:X}")),
    ("bullet", |_| String::new()),
    ("none", |_| String::new()),
    // A pattern of its own, such as `001`; how wide it is stands beside it.
    ("custom", plain),
];

/// Returns a number as a format writes it; nothing if the format is not known.
pub(super) fn written(number: u32, format: &str) -> Option<String> {
    FORMATS.iter().find(|(name, _)| *name == format).map(|(_, write)| write(number))
}

fn plain(number: u32) -> String {
    number.to_string()
}

/// Every digit by itself: 一〇.
fn digits(number: u32, digits: &[&str; 10]) -> String {
    number.to_string().chars().filter_map(|c| digits.get(c.to_digit(10)? as usize).copied()).collect()
}

/// With the words for ten, hundred and thousand: 十一, 一百零一.
fn counted(number: u32, digits: &[&str; 10], places: &[&str; 4]) -> String {
    if number == 0 || number > 9999 {
        return self::digits(number, digits);
    }
    let mut written = String::new();
    let mut has_gap = false;
    for (power, place) in (0..4).rev().zip(places.iter().rev()) {
        match number / 10_u32.pow(power) % 10 {
            0 => has_gap = !written.is_empty(),
            1 if power == 1 && written.is_empty() && digits == &CHINESE => written += place,
            digit => {
                written += if std::mem::take(&mut has_gap) { "零" } else { "" };
                written += digits.get(digit as usize).copied().unwrap_or_default();
                written += place;
            }
        }
    }
    written
}

/// One character a number, from this one on; beyond the last, the number itself.
fn of_row(number: u32, first: char, last: u32) -> String {
    let is_in_row = (1..=last).contains(&number);
    let character = is_in_row.then(|| char::from_u32(u32::from(first) + number - 1)).flatten();
    character.map_or_else(|| plain(number), String::from)
}

fn of_list(number: u32, list: &str) -> String {
    let character = number.checked_sub(1).and_then(|at| list.chars().nth(at as usize));
    character.map_or_else(|| plain(number), String::from)
}

/// a … z, aa … zz, aaa …
fn letters(number: u32, first: char) -> String {
    const MOST: u32 = 30;
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * MOST) else { return plain(number) };
    let letter = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn roman(number: u32) -> String {
    if number == 0 || number > 3999 {
        return plain(number);
    }
    let (mut written, mut rest) = (String::new(), number);
    for (value, letters) in ROMAN {
        while rest >= value {
            written += letters;
            rest -= value;
        }
    }
    written
}

fn ordinal(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (format, written) in [
            ("decimal", ["1", "10", "12", "20", "105"]),
            ("decimalZero", ["01", "10", "12", "20", "105"]),
            ("decimalFullWidth", ["１", "１０", "１２", "２０", "１０５"]),
            ("chineseCounting", ["一", "十", "十二", "二十", "一〇五"]),
            ("chineseCountingThousand", ["一", "十", "十二", "二十", "一百零五"]),
            ("chineseLegalSimplified", ["壹", "壹拾", "壹拾贰", "贰拾", "壹佰零伍"]),
            ("ideographDigital", ["一", "一〇", "一二", "二〇", "一〇五"]),
            ("decimalEnclosedCircle", ["①", "⑩", "⑫", "⑳", "105"]),
            ("decimalEnclosedParen", ["⑴", "⑽", "⑿", "⒇", "105"]),
            ("ideographTraditional", ["甲", "癸", "12", "20", "105"]),
            ("ideographZodiac", ["子", "酉", "亥", "20", "105"]),
            ("lowerLetter", ["a", "j", "l", "t", "aaaaa"]),
            ("upperRoman", ["I", "X", "XII", "XX", "CV"]),
            ("ordinal", ["1st", "10th", "12th", "20th", "105th"]),
            ("none", ["", "", "", "", ""]),
        ] {
            let found = [1, 10, 12, 20, 105].map(|number| super::written(number, format).expect("a format"));
            assert_eq!(found, written, "{format}");
        }
        let thousand = |number| written(number, "chineseCountingThousand").expect("a format");
        let found = [110, 1_010, 1_100, 2_345, 3_003, 9_999, 10_000].map(thousand);
        let expected =
            ["一百一十", "一千零一十", "一千一百", "二千三百四十五", "三千零三", "九千九百九十九", "一〇〇〇〇"];
        assert_eq!(found, expected);
        assert_eq!(written(1, "thaiLetters"), None);
        for (format, _) in &FORMATS {
            for number in [0, 1, 4_000, u32::MAX] {
                assert!(written(number, format).expect("a format").chars().count() < 60, "{format}");
            }
        }
    }
}
