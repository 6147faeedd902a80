//! Numbers of lists as a word processor writes them.

mod chinese;
mod latin;

use chinese::{CHINESE, FULL_WIDTH, LEGAL, LEGAL_PLACES, PLACES, counted, digits};
use latin::{letters, ordinal, roman};

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
