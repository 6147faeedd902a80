//! A format of numbers: digits, groups, per cent, and the words around them.

use super::decimal::DecimalDigits;

/// How a format shows a number.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    before: String,
    after: String,
    has_number: bool,
    is_general: bool,
    has_groups: bool,
    is_percent: bool,
    /// Digits behind the point, at least and at most.
    least: usize,
    most: usize,
    /// Digits before the point, at least.
    whole: usize,
}

impl Pattern {
    /// Returns how a part of a format shows a number; nothing if it does so in a way that is not known here.
    pub(super) fn of(section: &str) -> Option<Pattern> {
        let section = section.replace("General", "G").replace("GENERAL", "G");
        let mut pattern = Pattern::default();
        let mut has_point = false;
        let mut chars = section.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => chars.by_ref().take_while(|c| *c != '"').for_each(|c| pattern.put(c)),
                '\\' => chars.next().into_iter().for_each(|c| pattern.put(c)),
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let currency = inner.strip_prefix('$').and_then(|inner| inner.split('-').next());
                    currency.unwrap_or_default().chars().for_each(|c| pattern.put(c));
                }
                'G' | '@' => (pattern.is_general, pattern.has_number) = (true, true),
                '0' | '#' | '?' if !pattern.after.is_empty() => return None,
                '0' | '#' | '?' => {
                    pattern.has_number = true;
                    let place = if has_point { &mut pattern.least } else { &mut pattern.whole };
                    *place += usize::from(c == '0');
                    pattern.most += usize::from(has_point);
                }
                '.' => has_point = true,
                ',' if pattern.has_number && !has_point => pattern.has_groups = true,
                '%' => {
                    pattern.is_percent = true;
                    pattern.put('%');
                }
                'E' | 'e' | '/' => return None,
                c => pattern.put(c),
            }
        }
        // A comma at the end of the digits divides by a thousand.
        let is_divided = section.contains(",,") || section.ends_with(',') || section.contains(",.");
        (!is_divided).then_some(pattern)
    }

    fn put(&mut self, c: char) {
        if self.has_number { self.after.push(c) } else { self.before.push(c) }
    }

    pub(super) fn shown(&self, number: &DecimalDigits, sign: &str) -> String {
        let (before, after) = (&self.before, &self.after);
        let mut number = DecimalDigits { is_negative: false, digits: number.digits.clone(), decimals: number.decimals };
        if self.is_percent {
            number.percent();
        }
        let digits = match (self.has_number, self.is_general) {
            (false, _) => String::new(),
            (true, true) => number.general(),
            (true, false) => self.digits(&mut number),
        };
        format!("{sign}{before}{digits}{after}").trim().to_owned()
    }

    fn digits(&self, number: &mut DecimalDigits) -> String {
        number.round(self.most);
        let (whole, fraction) = number.parts();
        let width = self.whole;
        let whole = if self.has_groups { grouped(&whole) } else { format!("{whole:0>width$}") };
        let most = fraction.trim_end_matches('0').len().max(self.least);
        let fraction = fraction.get(..most).unwrap_or(&fraction);
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{whole}{point}{fraction}")
    }
}

fn grouped(digits: &str) -> String {
    let from_end = |at: usize| (digits.len() - at).is_multiple_of(3);
    let comma = |at: usize| if at > 0 && from_end(at) { "," } else { "" };
    digits.char_indices().map(|(at, digit)| format!("{}{digit}", comma(at))).collect()
}
