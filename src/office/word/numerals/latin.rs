//! Numbers in Latin letters: a, b, c; Roman numerals; endings of ordinals.

use super::plain;

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

/// a … z, aa … zz, aaa …
pub(super) fn letters(number: u32, first: char) -> String {
    const MOST: u32 = 30;
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * MOST) else { return plain(number) };
    let letter = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

pub(super) fn roman(number: u32) -> String {
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

pub(super) fn ordinal(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
