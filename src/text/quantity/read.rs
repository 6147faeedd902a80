//! The reader: one pass over a text, by the reading rules of its language.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};

use super::{Form, Quantity, QuantityKind, han};
use crate::text::locale::{Reading, Rules};
use crate::value::{Approximation, Decimal};

/// Dashes that stand between the ends of a range.
const DASHES: [char; 5] = ['—', '–', '-', '～', '~'];

/// What stands directly before a place, blanks apart. Words of another paragraph or cell say nothing about a figure.
fn words_before(text: &str) -> &str {
    let words = text.trim_end();
    if text[words.len()..].contains("\n\n") { "" } else { words }
}

/// Every figure of a text, in order.
pub fn read(text: &str, rules: &Rules) -> Vec<Quantity> {
    let mut reader = Reader::new(text, rules);
    while reader.at < text.len() {
        reader.step();
    }
    let mut found = reader.found;
    share_units(text, &mut found);
    days_beside_months(text, &mut found);
    found
}

struct Reader<'a> {
    text: &'a str,
    rules: &'a Rules,
    reading: &'a Reading,
    /// What scale words begin with, and names of months: most characters begin neither.
    scale_initials: Vec<char>,
    month_initials: Vec<char>,
    /// The length of the longest word for a rounded figure, in bytes.
    longest_before: usize,
    /// What units may stand before a number, such as CNY; sought when there is a number.
    prefixes: OnceCell<Vec<&'a str>>,
    at: usize,
    found: Vec<Quantity>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, rules: &'a Rules) -> Reader<'a> {
        let reading = &rules.reading;
        Reader {
            text,
            rules,
            reading,
            scale_initials: reading.scales.keys().filter_map(|word| word.chars().next()).collect(),
            month_initials: rules.dates.months.iter().filter_map(|name| name.chars().next()).collect(),
            longest_before: reading.before.keys().map(String::len).max().unwrap_or(0),
            prefixes: OnceCell::new(),
            at: 0,
            found: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let starts_word =
            c.is_ascii_alphanumeric() && !self.text[..self.at].ends_with(|c: char| c.is_ascii_alphanumeric());
        if starts_word && let Some(length) = code(rest) {
            self.at += length;
            return;
        }
        let read = match c {
            '0'..='9' => self.digits(),
            _ if letters > 0 => {
                starts_word.then(|| self.month_name(c).or_else(|| self.word(&rest[..letters]))).flatten()
            }
            _ if self.reading.han && !c.is_ascii() => self.han(c),
            _ => None,
        };
        match read {
            Some(quantity) => {
                self.at = quantity.range.end.max(self.at + c.len_utf8());
                self.found.push(quantity);
            }
            // More digits than a figure can have: none of them is one.
            None if c.is_ascii_digit() => self.at += number_length(rest),
            None => self.at += letters.max(c.len_utf8()),
        }
    }

    fn digits(&self) -> Option<Quantity> {
        let start = self.at;
        let end = start + number_length(self.rest());
        let value = self.text[start..end].replace(',', "").parse().ok()?;
        // 3rd, 14th: the ending belongs to the number. A1, B-52: part of a name, still a number.
        let end = end
            + self.reading.ordinals.iter().find(|o| self.text[end..].starts_with(o.as_str())).map_or(0, |o| o.len());
        let is_grouped = self.text[start..end].contains(',');
        self.with_unit(value, start, end, Form::Digits, is_grouped)
    }

    fn han(&self, first: char) -> Option<Quantity> {
        let is_scale = |text: &str| {
            self.scale_initials.contains(&first)
                && self.reading.scales.iter().any(|(word, _)| text.starts_with(word.as_str()))
        };
        let before = self.text[..self.at].chars().next_back();
        // 千亿, 百万, 亿元: a scale word without a number before it.
        let bare = || is_scale(self.rest()).then_some((1, 0)).filter(|_| !before.is_some_and(|c| c.is_ascii_digit()));
        let (value, length) = han::numeral(self.rest()).or_else(bare)?;
        let (start, end) = (self.at, self.at + length);
        let (scaled, end) = self.scaled(Decimal::whole(i64::try_from(value).ok()?), end);
        if length == 0 && !self.text[end..].starts_with(|c| "元级".contains(c)) && scaled < Decimal::whole(1_000_000)
        {
            return None;
        }
        let after = &self.text[end..];
        let counts = value >= 2 && self.reading.counters.iter().any(|counter| after.starts_with(counter.as_str()));
        let form = if counts { Form::CountingWord } else { Form::Word };
        Some(Quantity { kind: QuantityKind::Number, value: scaled, approx: None, form, range: start..end })
    }

    fn word(&self, letters: &str) -> Option<Quantity> {
        let known = |word: &str| self.reading.words.get(word).copied();
        let is_lower = letters.bytes().all(|b| b.is_ascii_lowercase());
        let value = if is_lower { known(letters) } else { known(&letters.to_ascii_lowercase()) }?;
        self.with_unit(Decimal::whole(i64::from(value)), self.at, self.at + letters.len(), Form::Word, true)
    }

    fn month_name(&self, first: char) -> Option<Quantity> {
        if !self.month_initials.contains(&first) {
            return None;
        }
        let (number, name) = (1..).zip(&self.rules.dates.months).find(|(_, name)| {
            self.rest().starts_with(name.as_str())
                && !self.rest()[name.len()..].starts_with(|c: char| c.is_ascii_alphabetic())
        })?;
        // “May” also begins sentences; a month is only meant beside a number.
        let has_number = |text: &str| text.trim_matches([' ', ',', '–']).starts_with(|c: char| c.is_ascii_digit());
        let before = self.text[..self.at].trim_end_matches([' ', '–']);
        let is_date =
            has_number(&self.rest()[name.len()..]) || before.ends_with(|c: char| c.is_ascii_digit()) || name != "May";
        is_date.then(|| Quantity {
            kind: QuantityKind::Month,
            value: Decimal::whole(number),
            approx: None,
            form: Form::Digits,
            range: self.at..self.at + name.len(),
        })
    }

    /// A number with its scale word, unit and approximation.
    fn with_unit(&self, value: Decimal, start: usize, end: usize, form: Form, is_grouped: bool) -> Option<Quantity> {
        let (value, end) = self.scaled(value, end);
        let (approx_after, unit_at) = self.after(end);
        let (value, unit_at) = if approx_after.is_some() { self.scaled(value, unit_at) } else { (value, unit_at) };
        let (kind, end) = self.kind(value, start, unit_at, is_grouped).unwrap_or((QuantityKind::Number, unit_at));
        let approx = approx_after.or_else(|| self.around(end)).or_else(|| self.before(start));
        Some(Quantity { kind, value, approx, form, range: start..end })
    }

    /// Scale words behind a number: 147.6万, 1.476 million, 万亿.
    fn scaled(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut value, mut end) = (value, end);
        loop {
            let after = self.text[end..].trim_start_matches(' ');
            let begins = self.text.len() - after.len();
            let scale = words_at(&self.reading.scales, after).max_by_key(|(word, _)| word.len());
            let Some((word, power)) = scale else { return (value, end) };
            let Some(shifted) = value.shifted_up(*power) else { return (value, end) };
            (value, end) = (shifted, begins + word.len());
        }
    }

    /// 余 and 多 stand between number and unit.
    fn after(&self, end: usize) -> (Option<Approximation>, usize) {
        for (word, approx) in &self.reading.after {
            if self.text[end..].starts_with(word.as_str()) {
                return (Some(*approx), end + word.len());
            }
        }
        (None, end)
    }

    /// 左右 stands behind the unit: 30岁左右.
    fn around(&self, end: usize) -> Option<Approximation> {
        const UNIT: usize = 3;
        let after = &self.text[end..];
        let starts = after.char_indices().map(|(at, _)| at).take(UNIT);
        let is_around = |at: usize| self.reading.around.iter().any(|word| after[at..].starts_with(word.as_str()));
        starts.into_iter().any(is_around).then_some(Approximation::About)
    }

    fn before(&self, start: usize) -> Option<Approximation> {
        let mut before = words_before(&self.text[..start]);
        for prefix in self.prefixes.get_or_init(|| prefixes(self.rules)) {
            before = before.strip_suffix(prefix).map_or(before, words_before);
        }
        // A letter more than the longest word, so that its beginning can be seen.
        let near = before.floor_char_boundary(before.len().saturating_sub(self.longest_before + 1));
        let before = before[near..].to_lowercase();
        let known = self.reading.before.iter().filter(|(word, _)| {
            before
                .strip_suffix(word.as_str())
                .is_some_and(|rest| self.reading.han || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
        });
        known.max_by_key(|(word, _)| word.len()).map(|(_, approx)| *approx)
    }

    /// What a number counts, from what stands behind it, or before it for money.
    fn kind(&self, value: Decimal, start: usize, end: usize, is_grouped: bool) -> Option<(QuantityKind, usize)> {
        let after = &self.text[end..];
        let is_year = !is_grouped && value.is_whole() && value >= Decimal::whole(1900) && value < Decimal::whole(2100);
        if let Some((kind, length)) = self.date_suffix(after, is_year) {
            return Some((kind, end + length));
        }
        let after_space = after.trim_start_matches(' ');
        let space = after.len() - after_space.len();
        if let Some((word, code)) = words_at(&self.reading.units, after_space).max_by_key(|(word, _)| word.len()) {
            return Some((QuantityKind::Measure(code.clone()), end + space + word.len()));
        }
        let before = words_before(&self.text[..start]);
        if before.ends_with(|c: char| c.is_ascii_uppercase()) {
            let is_prefix = |word: &str| word.chars().all(|c| c.is_ascii_uppercase()) && before.ends_with(word);
            if let Some((_, code)) = self.reading.units.iter().find(|(word, _)| is_prefix(word)) {
                return Some((QuantityKind::Measure(code.clone()), end));
            }
        }
        (is_year && self.reading.bare_years && end - start == 4).then_some((QuantityKind::Year, end))
    }

    /// 年, 月, 日 behind digits.
    fn date_suffix(&self, after: &str, is_year: bool) -> Option<(QuantityKind, usize)> {
        let [year, month, day] = [&self.reading.year, &self.reading.month, &self.reading.day]
            .map(|s| s.as_deref().filter(|s| after.starts_with(s)));
        match (year, month, day) {
            (Some(suffix), ..) if is_year => Some((QuantityKind::Year, suffix.len())),
            (_, Some(suffix), _) => Some((QuantityKind::Month, suffix.len())),
            (.., Some(suffix)) => Some((QuantityKind::Day, suffix.len())),
            _ => None,
        }
    }
}

/// The length of a code at the beginning of a text: letters and digits mixed, as in 91350700MA2Y0XXN6T. Its digits are no figures.
fn code(text: &str) -> Option<usize> {
    const SHORTEST: usize = 6;
    let length = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..length];
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    (length >= SHORTEST && letters > 0 && word.bytes().any(|b| b.is_ascii_digit())).then_some(length)
}

fn prefixes(rules: &Rules) -> Vec<&str> {
    rules.units.values().map(|rule| rule.prefix.trim()).filter(|prefix| !prefix.is_empty()).collect()
}

/// The words of a list that a text begins with. The list is in order, so only those of the same first letter are looked at.
fn words_at<'a, T>(words: &'a BTreeMap<String, T>, text: &str) -> impl Iterator<Item = (&'a String, &'a T)> {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let initial = &text[..first];
    words
        .range::<str, _>((Bound::Included(initial), Bound::Unbounded))
        .take_while(move |(word, _)| word.starts_with(initial))
        .filter(move |(word, _)| begins_with_word(text, word))
}

/// Whether a text begins with a word: one of letters must also end there.
fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| {
        !(word.ends_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}

/// The length of a number in digits at the beginning of a text.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits_from = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut length = digits_from(0);
    // Separators are read whatever the language writes: a comma between a digit and exactly three more.
    if length <= 3 {
        while bytes.get(length) == Some(&b',') && digits_from(length + 1) == 3 {
            length += 4;
        }
    }
    if bytes.get(length) == Some(&b'.') && digits_from(length + 1) > 0 {
        length += 1 + digits_from(length + 1);
    }
    length
}

/// 1—6月, 3–5%, 90 and 160 km: the unit of the last is that of the ones before it. Only ranges are certain.
fn share_units(text: &str, found: &mut [Quantity]) {
    for i in (0..found.len().saturating_sub(1)).rev() {
        let (kind, end) = (found[i + 1].kind.clone(), found[i + 1].range.start);
        let between = &text[found[i].range.end..end];
        let is_range = between.chars().count() == 1 && between.starts_with(DASHES);
        if is_range
            && found[i].kind == QuantityKind::Number
            && kind != QuantityKind::Number
            && found[i].form == Form::Digits
        {
            found[i].kind = kind;
        }
    }
}

/// 30 June, June 30: a small number beside the name of a month is a day.
fn days_beside_months(text: &str, found: &mut [Quantity]) {
    let is_month = |q: &Quantity| {
        q.kind == QuantityKind::Month && text[q.range.clone()].starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let months: Vec<Range<usize>> = found.iter().filter(|q| is_month(q)).map(|q| q.range.clone()).collect();
    let starts: BTreeSet<usize> = months.iter().map(|month| month.start).collect();
    let ends: BTreeSet<usize> = months.iter().map(|month| month.end).collect();
    for quantity in found.iter_mut().filter(|q| q.kind == QuantityKind::Number && q.form == Form::Digits) {
        let small =
            quantity.value.is_whole() && quantity.value >= Decimal::whole(1) && quantity.value <= Decimal::whole(31);
        let Range { start, end } = quantity.range;
        let beside = text[end..].starts_with(' ') && starts.contains(&(end + 1))
            || text[..start].ends_with(' ') && ends.contains(&(start - 1));
        if small && beside {
            quantity.kind = QuantityKind::Day;
        }
    }
}
