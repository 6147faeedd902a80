//! Numbers as a language sets them: their separators, and their scale words.

use std::fmt::Write as _;

use super::{Locale, Rules};
use crate::value::Decimal;

impl Locale {
    /// Returns a whole number with the language's separators: 1,232.
    pub fn number(&self, n: u64) -> String {
        self.decimal(Decimal::whole(i64::try_from(n).unwrap_or(i64::MAX)))
    }

    /// Returns a number with the language's separators, every digit kept.
    pub fn decimal(&self, n: Decimal) -> String {
        let text = n.to_string();
        let (sign, text) = text.strip_prefix('-').map_or(("", &*text), |rest| ("−", rest));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut set = format!("{sign}{}", group(whole, &self.rules.numbers.group));
        if !fraction.is_empty() {
            set.push_str(&self.rules.numbers.point);
            set.push_str(fraction);
        }
        set
    }

    /// Returns the number on the largest scale that it reaches, if at most `places` decimal places are left; none
    /// without a scale.
    pub(super) fn scaled(&self, value: Decimal, places: u32) -> Option<String> {
        self.rules.numbers.scales.iter().filter(|scale| value.whole_digits() > scale.power).find_map(|scale| {
            let shifted = value.shifted_down(scale.power);
            (shifted.places() <= places.max(scale.places)).then(|| self.decimal(shifted) + &scale.word)
        })
    }

    /// Returns the first of some scale words that the language knows.
    pub(super) fn scale_of(&self, words: &str) -> Option<NumberScale> {
        let Rules { numbers, reading, language, .. } = &self.rules;
        let known = |word: &str| {
            if word == UNSCALED {
                return Some(NumberScale::Unscaled);
            }
            let set = numbers.scales.iter().find(|scale| scale.word.trim() == word);
            let set = set.map(|scale| NumberScale::In(scale.power, scale.word.clone()));
            let blank = if language.east_asian { "" } else { " " };
            set.or_else(|| reading.scales.get(word).map(|power| NumberScale::In(*power, format!("{blank}{word}"))))
        };
        words.split(SEPARATORS).map(str::trim).find_map(known)
    }

    /// Returns those of some scale words that the language does not know.
    pub fn unknown_scales<'a>(&self, words: &'a str) -> impl Iterator<Item = &'a str> {
        words.split(SEPARATORS).filter(|word| !word.is_empty() && self.scale_of(word).is_none())
    }

    /// Returns the scale words of the language.
    pub fn scales(&self) -> impl Iterator<Item = &str> {
        self.rules.numbers.scales.iter().map(|scale| scale.word.trim())
    }
}

/// How a number is shown: in full, or with a scale word for a power of ten.
pub(super) enum NumberScale {
    Unscaled,
    In(u32, String),
}

/// What stands for no scale word at all.
const UNSCALED: &str = "none";

/// What stands between scale words of several languages.
const SEPARATORS: [char; 5] = [' ', ',', '，', '、', ';'];

/// Returns digits in groups of three.
fn group(digits: &str, separator: &str) -> String {
    if separator.is_empty() || digits.len() < 4 {
        return digits.to_owned();
    }
    let first = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let mut set = digits[..first].to_owned();
    for at in (first..digits.len()).step_by(3) {
        let _ = write!(set, "{separator}{}", &digits[at..at + 3]);
    }
    set
}
