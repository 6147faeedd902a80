//! A format of numbers: digits, groups, per cent, thousands, and the words around and between them.

use super::decimal::DecimalDigits;
use super::tokens::FormatToken;

/// How a format shows a number.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    before: String,
    /// Places before the point.
    whole: Vec<DigitPlace>,
    after: String,
    is_general: bool,
    has_point: bool,
    has_groups: bool,
    /// How often the number is taken a hundredfold, and how often it is divided by a thousand.
    percents: usize,
    thousands: usize,
    /// Digits behind the point, at least and at most.
    least: usize,
    most: usize,
    /// Commas behind the last digit, of which what follows says what they mean.
    commas: usize,
    /// Whether nobody sees the number.
    is_unseen: bool,
}

/// A place before the point.
#[derive(Debug, PartialEq, Eq)]
enum DigitPlace {
    /// A digit, zero if there is none.
    Always,
    /// A digit, if there is one.
    IfAny,
    /// Words between digits.
    Between(String),
}

/// The colour that nobody sees, as formats name it.
const WHITE: [&str; 4] = ["white", "白色", "color2", "颜色2"];

/// What else brackets may hold that changes no value: colours, and the shapes of digits.
const HARMLESS: [&str; 20] = [
    "black",
    "blue",
    "cyan",
    "green",
    "magenta",
    "red",
    "yellow",
    "color",
    "dbnum",
    "natnum",
    "黑色",
    "蓝色",
    "青色",
    "蓝绿色",
    "绿色",
    "洋红色",
    "红色",
    "黄色",
    "颜色",
    "eng",
];

impl Pattern {
    /// Returns how a part of a format shows a number; nothing if it does so in a way that is not known here.
    pub(super) fn of(section: &[FormatToken]) -> Option<Pattern> {
        let mut pattern = Pattern::default();
        for token in section {
            match token {
                FormatToken::Words(words) => pattern.put(words),
                FormatToken::Bracket(inner) => pattern.bracket(inner)?,
                FormatToken::General | FormatToken::Sign('@') if pattern.has_number() => return None,
                FormatToken::General | FormatToken::Sign('@') => pattern.is_general = true,
                FormatToken::Sign(sign) => pattern.sign(*sign)?,
            }
        }
        pattern.thousands += pattern.commas;
        let is_between = pattern.whole.iter().any(|place| matches!(place, DigitPlace::Between(_)));
        (!pattern.has_groups || !is_between).then_some(pattern)
    }

    fn has_number(&self) -> bool {
        self.is_general || self.has_point || !self.whole.is_empty()
    }

    fn put(&mut self, words: &str) {
        if self.has_number() { self.after += words } else { self.before += words }
    }

    fn bracket(&mut self, inner: &str) -> Option<()> {
        let folded = inner.to_lowercase();
        let is_condition = folded.starts_with(['<', '>', '=']);
        if let Some(currency) = inner.strip_prefix('$') {
            self.put(currency.split('-').next().unwrap_or_default());
        } else if WHITE.contains(&&*folded) {
            self.is_unseen = true;
        } else if !is_condition && !HARMLESS.iter().any(|known| folded.starts_with(known)) {
            return None;
        }
        Some(())
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        match sign {
            '0' | '#' | '?' => self.digit(sign)?,
            '.' if self.has_point || self.is_general || !self.after.is_empty() => return None,
            '.' => {
                self.has_point = true;
                self.thousands += std::mem::take(&mut self.commas);
            }
            // Behind words a comma is no part of a number, and it is not known what it does.
            ',' if !self.has_number() || self.is_general || !self.after.is_empty() => return None,
            ',' => self.commas += 1,
            '%' => {
                self.percents += 1;
                self.put("%");
            }
            '/' => return None,
            sign if sign.is_ascii_alphabetic() => return None,
            sign => self.put(sign.encode_utf8(&mut [0; 4])),
        }
        Some(())
    }

    fn digit(&mut self, sign: char) -> Option<()> {
        let is_behind_words = !self.after.is_empty();
        if self.is_general
            || (self.has_point || self.commas > 0) && (is_behind_words || self.has_point && self.commas > 0)
        {
            return None;
        }
        if self.has_point {
            self.most += 1;
            self.least += usize::from(sign == '0');
            return Some(());
        }
        self.has_groups |= std::mem::take(&mut self.commas) > 0;
        if is_behind_words {
            self.whole.push(DigitPlace::Between(std::mem::take(&mut self.after)));
        }
        self.whole.push(if sign == '0' { DigitPlace::Always } else { DigitPlace::IfAny });
        Some(())
    }

    /// Returns a number as this shows it; nothing is left of it if nobody sees it.
    pub(super) fn shown(&self, number: &DecimalDigits, sign: &str) -> String {
        if self.is_unseen {
            return String::new();
        }
        let (before, after) = (&self.before, &self.after);
        let mut number = DecimalDigits { is_negative: false, digits: number.digits.clone(), decimals: number.decimals };
        (0..self.percents).for_each(|_| number.percent());
        number.divide(self.thousands);
        let digits = match (self.has_number(), self.is_general) {
            (false, _) => String::new(),
            (true, true) => number.general(),
            (true, false) => self.digits(&mut number),
        };
        format!("{sign}{before}{digits}{after}").trim().to_owned()
    }

    fn digits(&self, number: &mut DecimalDigits) -> String {
        number.round(self.most);
        let (whole, fraction) = number.parts();
        let most = fraction.trim_end_matches('0').len().max(self.least);
        let fraction = fraction.get(..most).unwrap_or(&fraction);
        let point = if fraction.is_empty() { "" } else { "." };
        let mut whole = self.placed(if whole == "0" { "" } else { &whole });
        if whole.is_empty() && !fraction.is_empty() {
            whole.push('0');
        }
        format!("{whole}{point}{fraction}")
    }

    /// Returns the digits before the point in their places, the last in the last; those that have none stand before the first.
    fn placed(&self, digits: &str) -> String {
        let mut rest = digits.chars().rev();
        let mut from_end: Vec<char> = Vec::new();
        let first = self.whole.iter().position(|place| !matches!(place, DigitPlace::Between(_))).unwrap_or(0);
        for (at, place) in self.whole.iter().enumerate().rev() {
            match place {
                DigitPlace::Always => from_end.push(rest.next().unwrap_or('0')),
                DigitPlace::IfAny => from_end.extend(rest.next()),
                DigitPlace::Between(words) => from_end.extend(words.chars().rev()),
            }
            if at == first {
                from_end.extend(rest.by_ref());
            }
        }
        from_end.extend(rest);
        let placed: String = from_end.into_iter().rev().collect();
        if self.has_groups { grouped(&placed) } else { placed }
    }
}

fn grouped(digits: &str) -> String {
    let from_end = |at: usize| (digits.len() - at).is_multiple_of(3);
    let comma = |at: usize| if at > 0 && from_end(at) { "," } else { "" };
    digits.char_indices().map(|(at, digit)| format!("{}{digit}", comma(at))).collect()
}
