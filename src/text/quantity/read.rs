//! The reader: one pass over a text, by the reading rules of its language.

use super::beside::Beside;
use super::found::FoundQuantity;
use super::number::{Separators, code};
use super::words::{begins_with_word, ends_with_word, is_blank, is_letter, longest_at, longest_before, words_before};
use super::{Form, Quantity, QuantityKind, clock, han, neighbours, roman, share};
use crate::text::locale::{Reading, Rules, WordMap};
use crate::value::{Decimal, Hedge};

/// Returns every figure of a text, in order.
pub fn read(text: &str, rules: &Rules) -> Vec<Quantity> {
    let mut reader = QuantityReader::new(text, rules);
    while reader.at < text.len() {
        reader.step();
    }
    let mut quantities = neighbours::settle(text, &rules.reading, reader.found);
    if !rules.conversions.is_empty() {
        quantities.iter_mut().for_each(|quantity| convert(quantity, rules));
    }
    quantities
}

/// A figure in a unit that the notice converts, in the unit that it is converted into.
fn convert(quantity: &mut Quantity, rules: &Rules) {
    let QuantityKind::Measure(code) = &quantity.kind else { return };
    let Some((base, times)) = rules.conversions.get(code) else { return };
    let ((digits, places), (factor, more)) = (quantity.value.digits(), times.digits());
    if let Some(value) = digits.checked_mul(factor).and_then(|digits| Decimal::of_digits(digits, places + more)) {
        (quantity.kind, quantity.value) = (QuantityKind::Measure(base.clone()), value);
    }
}

/// A half more.
fn plus_half(value: Decimal) -> Option<Decimal> {
    value.checked_add(Decimal::of_digits(5, 1)?)
}

struct QuantityReader<'a> {
    text: &'a str,
    rules: &'a Rules,
    reading: &'a Reading,
    beside: Beside<'a>,
    separators: Separators,
    at: usize,
    /// Where the fixed words end that have begun.
    fixed_until: usize,
    found: Vec<FoundQuantity>,
}

/// A number as it is read, before what stands after it.
#[derive(Clone, Copy)]
struct ReadNumber {
    value: Decimal,
    start: usize,
    end: usize,
    form: Form,
    /// Whether it is no year: set in groups, or in words.
    is_grouped: bool,
}

impl<'a> QuantityReader<'a> {
    fn new(text: &'a str, rules: &'a Rules) -> QuantityReader<'a> {
        let reading = &rules.reading;
        QuantityReader {
            text,
            rules,
            reading,
            beside: Beside::of(reading),
            separators: Separators::of(&rules.numbers),
            at: 0,
            fixed_until: 0,
            found: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        if let Some(value) = roman::of_char(c) {
            let (value, end) = (Decimal::whole(value), self.at + c.len_utf8());
            let number = ReadNumber { value, start: self.at, end, form: Form::Ordinal, is_grouped: true };
            self.found.push(self.finished(number, QuantityKind::Number, end, None));
            self.at = end;
            return;
        }
        if !c.is_ascii() && !self.reading.derived.initials.may_have(c) && !han::may_begin(c) {
            self.at += c.len_utf8();
            return;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let starts_word =
            c.is_ascii_alphanumeric() && !self.text[..self.at].ends_with(|c: char| c.is_ascii_digit() || is_letter(c));
        if starts_word && let Some(length) = code(rest) {
            self.at += length;
            return;
        }
        let may_be_phrase = starts_word || !c.is_ascii();
        if may_be_phrase && let Some(end) = self.end_of_fixed() {
            self.fixed_until = self.fixed_until.max(end);
        }
        let phrase = if may_be_phrase { self.phrase() } else { None }.or_else(|| self.part());
        let read = match c {
            _ if phrase.is_some() => phrase,
            '0'..='9' => self.digits(),
            _ if letters > 0 => {
                let word =
                    || self.month_name(c).or_else(|| self.roman(c, letters)).or_else(|| self.word(&rest[..letters]));
                starts_word.then(word).flatten()
            }
            _ if self.reading.han && !c.is_ascii() => self.han(),
            _ => None,
        };
        match read {
            Some(found) => {
                let found = self.as_fixed(found);
                self.at = found.quantity.range.end.max(self.at + c.len_utf8());
                self.found.push(found);
            }
            // More digits than a figure can have: none of them is one.
            None if c.is_ascii_digit() => self.at += self.separators.length(rest),
            None => self.at += letters.max(c.len_utf8()),
        }
    }

    /// Where a fixed word ends that begins here: 第三方, but not in 第三方面.
    fn end_of_fixed(&self) -> Option<usize> {
        let (length, ()) = self.longest_here(&self.reading.derived.fixed)?;
        let end = self.at + length;
        let (before, after) = self.text.split_at(end);
        let goes_on = |counter: &String| {
            let mut cuts = counter.char_indices().skip(1);
            cuts.any(|(cut, _)| before.ends_with(&counter[..cut]) && after.starts_with(&counter[cut..]))
        };
        (!self.reading.counters.iter().any(goes_on) && !self.is_amount(before, after)).then_some(end)
    }

    /// Returns whether a word that ends in a digit is a number of something, or the beginning of one: the hotline 12315 is neither
    /// in 12315万元 nor in 123150.
    fn is_amount(&self, word: &str, after: &str) -> bool {
        let digits = after.strip_prefix('.').unwrap_or(after);
        let counted = after.trim_start_matches(is_blank);
        let is_counted = || {
            longest_at(&self.reading.scales, counted).is_some()
                || longest_at(&self.reading.units, counted).is_some()
                || self.reading.counters.iter().any(|counter| counted.starts_with(counter.as_str()))
        };
        word.ends_with(|c: char| c.is_ascii_digit())
            && (digits.starts_with(|c: char| c.is_ascii_digit()) || is_counted())
    }

    /// A numeral within a fixed word is a word. With a counter it may still be rendered as a number: 四个意识.
    fn as_fixed(&self, found: FoundQuantity) -> FoundQuantity {
        let (start, end) = (found.quantity.range.start, found.quantity.range.end);
        if start >= self.fixed_until {
            return found;
        }
        let numeral = han::numeral(&self.text[start..]).map_or(0, |(_, length)| length);
        let after = &self.text[start + numeral..];
        let counts = numeral > 0 && self.reading.counters.iter().any(|counter| after.starts_with(counter.as_str()));
        FoundQuantity::plain(Quantity {
            kind: QuantityKind::Number,
            value: found.quantity.value,
            hedge: Hedge::Exact,
            trend: None,
            form: Form::Word,
            is_open: true,
            counts,
            lent: None,
            range: start..end.min(self.fixed_until),
        })
    }

    /// The longest word of a list that begins here, at the beginning of a sentence in capitals.
    fn longest_here<T>(&self, words: &'a WordMap<T>) -> Option<(usize, &'a T)> {
        let rest = self.rest();
        let capital = || {
            let first = rest.chars().next().filter(char::is_ascii_uppercase)?;
            let near = rest.floor_char_boundary(Self::LONGEST_PHRASE);
            let lower = first.to_ascii_lowercase().to_string();
            let may_be = !words.beginning_like(&lower).is_empty();
            let lower = may_be.then(|| lower + &rest[1..near])?;
            longest_at(words, &lower).map(|(word, stated)| (word.len(), stated))
        };
        longest_at(words, rest).map(|(word, stated)| (word.len(), stated)).or_else(capital)
    }

    /// How far a phrase reaches at most, in bytes.
    const LONGEST_PHRASE: usize = 48;

    /// 6月底, 2022年初: which part of a date is meant, directly after it.
    fn part(&self) -> Option<FoundQuantity> {
        let last = &self.found.last()?.quantity;
        if !last.kind.is_date() || last.range.end != self.at {
            return None;
        }
        let (word, part) = longest_at(&self.reading.parts, self.rest())?;
        let (value, end) = (Decimal::whole((*part).into()), self.at + word.len());
        let number = ReadNumber { value, start: self.at, end, form: Form::Word, is_grouped: true };
        Some(self.finished(number, QuantityKind::Measure("part".into()), end, Some(Hedge::Exact)))
    }

    /// 一半, half: words that are a figure as a whole.
    fn phrase(&self) -> Option<FoundQuantity> {
        let (length, stated) = self.longest_here(&self.reading.phrases)?;
        let (value, kind) = share::stated(stated)?;
        let (kind, form) = match kind.code() {
            // 首批: a place in an order.
            "place" => (QuantityKind::Number, Form::Ordinal),
            _ => (kind, Form::Word),
        };
        let (start, end) = (self.at, self.at + length);
        Some(self.finished(ReadNumber { value, start, end, form, is_grouped: true }, kind, end, None))
    }

    fn digits(&self) -> Option<FoundQuantity> {
        let (start, rest) = (self.at, self.rest());
        let length = self.separators.length(rest);
        if let Some(time) = self.clock(length) {
            return Some(time);
        }
        let (value, is_grouped) = self.separators.value(&rest[..length])?;
        let end = start + length;
        if let Some(found) = self.decade(&rest[..length], end) {
            return Some(found);
        }
        if let Some(found) = self.share(value, end).or_else(|| self.fraction(value, end)) {
            return Some(found);
        }
        // 3rd, 14th: the ending belongs to the number. A1, B-52: part of a name, still a number.
        let ordinal = self.reading.ordinals.iter().find(|o| begins_with_word(&self.text[end..], o));
        let end = end + ordinal.map_or(0, String::len);
        // COVID-19, PM2.5: part of a name.
        let before = self.text[..start].strip_suffix('-').unwrap_or(&self.text[..start]);
        let after = &self.text[end..];
        let is_name = before.len() < start && before.ends_with(|c: char| c.is_ascii_uppercase())
            // 5G, 4K
            || after.starts_with(|c: char| c.is_ascii_uppercase()) && longest_at(&self.reading.units, after).is_none()
            // “3·15”
            || after.strip_prefix('·').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
            || self.text[..start].strip_suffix('·').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        let form = if is_name { Form::Word } else { Form::Digits };
        self.with_unit(ReadNumber { value, start, end, form, is_grouped })
    }

    fn clock(&self, digits: usize) -> Option<FoundQuantity> {
        // The minutes of 8.30 p.m. are no decimals.
        let digits = self.rest()[..digits].bytes().take_while(u8::is_ascii_digit).count();
        let time = clock::time(self.reading, &self.text[..self.at], self.rest(), digits)?;
        let (value, end) = (Decimal::whole(time.minutes), self.at + time.length);
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        let found = self.finished(number, QuantityKind::Measure("clock".into()), end, Some(Hedge::Exact));
        Some(FoundQuantity { is_marked: time.is_marked, ..found })
    }

    /// 1990s, 90年代, 20世纪90年代: ten years, by the first of them.
    fn decade(&self, digits: &str, end: usize) -> Option<FoundQuantity> {
        let words = &self.reading.decades;
        let behind = words.behind.as_deref()?;
        let of_century = || {
            let year = self.text[end..].strip_prefix(words.century.as_deref()?)?;
            let length = year.bytes().take_while(u8::is_ascii_digit).count();
            let century: i64 = digits.parse().ok()?;
            Some((century.checked_sub(1)?.checked_mul(100)?, &year[..length], self.text.len() - year.len() + length))
        };
        let alone = || {
            let years: i64 = digits.parse().ok()?;
            let century = if digits.len() == 4 {
                0
            } else if years < 30 {
                2000
            } else {
                1900
            };
            Some((century, digits, end))
        };
        let (century, years, end) = of_century().or_else(alone)?;
        let first =
            years.parse::<i64>().ok().filter(|first| first % 10 == 0 && [2, 4].contains(&years.len()))? + century;
        let begins = begins_with_word(&self.text[end..], behind) && (1800..2100).contains(&first);
        let (value, end) = (Decimal::whole(first), end + behind.len());
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        begins.then(|| self.finished(number, QuantityKind::Measure("decade".into()), end, None))
    }

    /// 3分之1, 百分之五: a share, from its denominator on.
    fn share(&self, of: Decimal, end: usize) -> Option<FoundQuantity> {
        let parts = self.text[end..].strip_prefix(self.reading.share.as_deref()?)?;
        let whole = |value: Decimal| value.to_string().parse::<i64>().ok();
        let begins = self.text.len() - parts.len();
        let digits = parts.bytes().take_while(u8::is_ascii_digit).count();
        let (value, length) = match digits {
            0 => han::numeral(parts).and_then(|(value, length)| Some((i64::try_from(value).ok()?, length)))?,
            digits => (parts[..digits].parse().ok()?, digits),
        };
        let (value, kind) = share::share(value, whole(of)?)?;
        let end = begins + length;
        let number = ReadNumber { value, start: self.at, end, form: Form::CountingWord, is_grouped: true };
        Some(self.finished(number, kind, end, None))
    }

    /// 3/4: a share in digits, if it is no date and no part of a name.
    fn fraction(&self, parts: Decimal, end: usize) -> Option<FoundQuantity> {
        const LARGEST: i64 = 10;
        let of = self.text[end..].strip_prefix('/')?;
        let digits = of.bytes().take_while(u8::is_ascii_digit).count();
        let (parts, of): (i64, i64) = (parts.to_string().parse().ok()?, of[..digits].parse().ok()?);
        let end = end + 1 + digits;
        let joins = |c: char| c == '/' || c == '-' || is_letter(c) || c.is_ascii_digit();
        let is_alone = !self.text[..self.at].ends_with(joins) && !self.text[end..].starts_with(joins);
        let (value, kind) = share::share(parts, of).filter(|_| 0 < parts && parts < of && of <= LARGEST && is_alone)?;
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        Some(self.finished(number, kind, end, None))
    }

    fn han(&self) -> Option<FoundQuantity> {
        let rest = self.rest();
        let is_scale = longest_at(&self.reading.scales, rest).is_some();
        let before = self.text[..self.at].chars().next_back();
        let denominator = |word: char, of| {
            rest.starts_with(word).then(|| self.share(Decimal::whole(of), self.at + word.len_utf8())).flatten()
        };
        // 百分之五, 千分之三, 万分之一: a place alone is a denominator.
        let places = [('百', 100), ('千', 1000), ('万', 10_000), ('萬', 10_000)];
        if let Some(found) = places.into_iter().find_map(|(word, of)| denominator(word, of)) {
            return Some(found);
        }
        if let Some(found) = self.han_date() {
            return Some(found);
        }
        // 千亿, 百万, 亿元: a scale word without a number before it.
        let bare = || is_scale.then_some((1, 0)).filter(|_| !before.is_some_and(|c| c.is_ascii_digit()));
        let (value, length) = han::numeral(rest).or_else(bare)?;
        let (start, end) = (self.at, self.at + length);
        let whole = Decimal::whole(i64::try_from(value).ok()?);
        if let Some(found) = self.share(whole, end) {
            return Some(found);
        }
        let (scaled, end) = self.han_scaled(whole, end);
        let is_large = scaled >= Decimal::whole(1_000_000) || self.text[end..].starts_with(|c| "元级級".contains(c));
        let after = &self.text[end..];
        let more = self.beside.after(after);
        let after = more.map_or(after, |(_, length, _)| &after[length..]);
        let counts = self.reading.counters.iter().any(|counter| after.starts_with(counter.as_str()));
        // 近百名, 千余户: a place alone, beside a word that makes it a number.
        let is_rounded = || {
            let said = || self.beside.before(&self.text[..start]).is_some_and(|hedge| hedge != Hedge::Exact);
            counts && (more.is_some() || said())
        };
        if length == 0 && !is_large && !is_rounded() {
            return None;
        }
        let counts = (value >= 2 || length == 0) && counts;
        let order = &self.reading.order;
        let is_ordinal = order.before.iter().any(|word| self.text[..start].ends_with(word.as_str()))
            || order.behind.iter().any(|word| self.text[end..].starts_with(word.as_str()));
        let form = match (counts, is_ordinal) {
            (true, _) => Form::CountingWord,
            (_, true) => Form::Ordinal,
            _ => Form::Word,
        };
        self.with_unit(ReadNumber { value: scaled, start, end, form, is_grouped: true })
    }

    /// 二〇二一年, 三月, 十五日 behind a month: a part of a date that is spelled.
    fn han_date(&self) -> Option<FoundQuantity> {
        let rest = self.rest();
        let [year, month, day] = [&self.reading.year, &self.reading.month, &self.reading.day].map(Option::as_deref);
        let part = |kind, found: Option<(u64, usize)>, suffix: Option<&str>| {
            let (value, length) = found?;
            rest[length..].starts_with(suffix?).then(|| (kind, value, length + suffix.map_or(0, str::len)))
        };
        let numeral = |highest| han::numeral(rest).filter(|(value, _)| (1..=highest).contains(value));
        let follows_month = || {
            let last = self.found.last().map(|found| &found.quantity);
            last.is_some_and(|last| last.kind == QuantityKind::Month && last.range.end == self.at)
        };
        // 一月一表 is one a month.
        let is_month = |(_, _, length): &(QuantityKind, u64, usize)| {
            let after = &rest[*length..];
            han::numeral(after).is_none_or(|(_, length)| day.is_some_and(|day| after[length..].starts_with(day)))
        };
        let (kind, value, length) = part(QuantityKind::Year, han::year(rest), year)
            .or_else(|| self.han_years())
            .or_else(|| part(QuantityKind::Month, numeral(12), month).filter(is_month))
            .or_else(|| part(QuantityKind::Day, numeral(31).filter(|_| follows_month()), day))?;
        let (value, end) = (Decimal::whole(i64::try_from(value).ok()?), self.at + length);
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        Some(self.finished(number, kind, end, Some(Hedge::Exact)))
    }

    /// 二〇二三至二四年度: each of two years that are spelled with one 年, of the second perhaps only the last digits.
    fn han_years(&self) -> Option<(QuantityKind, u64, usize)> {
        let rest = self.rest();
        let second = |text: &str, first: u64| {
            let next = |(digits, length)| (digits == (first + 1) % 100).then_some((first + 1, length));
            let (year, length) = han::year(text).or_else(|| han::digits(text, 2).and_then(next))?;
            Some((QuantityKind::Year, year, length + self.year_suffix(&text[length..])?.len()))
        };
        if let Some((first, length)) = han::year(rest) {
            const WIDEST: usize = 4;
            let behind = rest[length..].char_indices().take(WIDEST);
            let gap = behind.into_iter().find(|(_, c)| han::digit(*c).is_some()).map(|(gap, _)| length + gap)?;
            let is_first =
                neighbours::is_between(&rest[length..gap], self.reading) && second(&rest[gap..], first).is_some();
            return is_first.then_some((QuantityKind::Year, first, length));
        }
        let last = &self.found.last().filter(|last| last.quantity.kind == QuantityKind::Year)?.quantity;
        let between = self.text.get(last.range.end..self.at)?;
        let first = (1900..2100).find(|year| last.value == Decimal::whole(*year))?;
        second(rest, u64::try_from(first).ok()?).filter(|_| neighbours::is_between(between, self.reading))
    }

    /// Returns what a text begins with that stands after a year: 年, 财年.
    fn year_suffix(&self, text: &str) -> Option<&'a str> {
        let suffixes = self.reading.year.iter().chain(&self.reading.fiscal_year);
        suffixes.map(String::as_str).find(|suffix| text.starts_with(suffix))
    }

    /// 一亿二千万, 三万五千: numerals on falling scales.
    fn han_scaled(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut total, mut end) = self.scaled(value, end);
        let mut last = (value != total).then_some(total);
        while let Some(above) = last
            && let Some((next, length)) = han::numeral(&self.text[end..])
            && let Ok(next) = i64::try_from(next)
        {
            let (part, part_end) = self.scaled(Decimal::whole(next), end + length);
            let Some(sum) = total.checked_add(part).filter(|_| next >= 10 && part < above) else { break };
            last = (part != Decimal::whole(next)).then_some(part);
            (total, end) = (sum, part_end);
        }
        (total, end)
    }

    /// Volume III, Class I–III: a number in Roman letters behind a word that has one, or behind another such number.
    fn roman(&self, first: char, letters: usize) -> Option<FoundQuantity> {
        if !matches!(first, 'I' | 'V' | 'X') || self.reading.roman.is_empty() {
            return None;
        }
        let value = roman::value(&self.rest()[..letters])?;
        let before = self.text[..self.at].trim_end_matches(is_blank);
        let follows = || {
            let last = self.found.last().map(|found| &found.quantity)?;
            let between = self.text.get(last.range.end..self.at)?;
            let joins = || self.reading.joins.iter().any(|join| join == between.trim_matches(is_blank));
            (last.form == Form::Ordinal && (neighbours::is_between(between, self.reading) || joins())).then_some(())
        };
        let is_one = self.reading.roman.iter().any(|word| ends_with_word(before, word)) || follows().is_some();
        let (value, start, end) = (Decimal::whole(value), self.at, self.at + letters);
        let number = ReadNumber { value, start, end, form: Form::Ordinal, is_grouped: true };
        is_one.then(|| self.finished(number, QuantityKind::Number, end, None))
    }

    fn word(&self, letters: &str) -> Option<FoundQuantity> {
        let known = |word: &str| self.reading.words.get(word).copied();
        let is_lower = letters.bytes().all(|b| b.is_ascii_lowercase());
        let value = if is_lower { known(letters) } else { known(&letters.to_ascii_lowercase()) }?;
        let (start, mut end) = (self.at, self.at + letters.len());
        let mut value = i64::from(value);
        // twenty-five
        if (20..100).contains(&value)
            && let Some(rest) = self.text[end..].strip_prefix('-')
            && let Some(units) = known(&rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()])
            && units < 10
        {
            value += i64::from(units);
            end += 1 + rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        }
        let is_ordinal = self.reading.order.words.iter().any(|word| word.eq_ignore_ascii_case(letters));
        let form = if is_ordinal { Form::Ordinal } else { Form::Word };
        let number = ReadNumber { value: Decimal::whole(value), start, end, form, is_grouped: true };
        let mut found = self.with_unit(number)?;
        found.quantity.counts &= !self.reading.uncounted.iter().any(|word| word.eq_ignore_ascii_case(letters));
        Some(found)
    }

    fn month_name(&self, first: char) -> Option<FoundQuantity> {
        self.reading.derived.months.binary_search(&first).ok()?;
        let (number, name) =
            (1..).zip(&self.rules.dates.months).find(|(_, name)| begins_with_word(self.rest(), name))?;
        // “May” also begins sentences; a month is only meant beside a number, or after a word such as “in”.
        let has_number = |text: &str| text.trim_matches([' ', ',', '–']).starts_with(|c: char| c.is_ascii_digit());
        let before = self.text[..self.at].trim_end_matches([' ', '–', '-']);
        let is_said = || self.reading.before_months.iter().any(|word| ends_with_word(before, word));
        let is_date = has_number(&self.rest()[name.len()..])
            || before.ends_with(|c: char| c.is_ascii_digit())
            || self.reading.before_months.is_empty()
            || name != "May"
            || is_said();
        is_date.then(|| {
            FoundQuantity::plain(Quantity {
                kind: QuantityKind::Month,
                value: Decimal::whole(number),
                hedge: Hedge::Exact,
                trend: None,
                form: Form::Digits,
                is_open: false,
                counts: false,
                lent: None,
                range: self.at..self.at + name.len(),
            })
        })
    }

    /// Returns a number with its scale word, unit and the words beside it.
    fn with_unit(&self, number: ReadNumber) -> Option<FoundQuantity> {
        let (value, mut end) = self.scaled(number.value, number.end);
        let (mut scaled, mut hedge, mut counter) = (value, None, "");
        if let Some((half, length, within)) = self.half_between(value, &self.text[end..]) {
            (scaled, counter, end) = (half, within, end + length);
        } else if let Some((said, length, within)) = self.beside.after(&self.text[end..]) {
            (hedge, counter) = (Some(said), within);
            (scaled, end) = self.scaled(value, end + length);
        }
        let (number, mantissa) = (ReadNumber { value: scaled, ..number }, number.value);
        let Some((kind, unit_end)) = self.kind(number, end, counter) else {
            return Some(self.scaled_by(number, mantissa, QuantityKind::Number, end, hedge));
        };
        end = unit_end;
        let mut number = number;
        if matches!(kind, QuantityKind::Measure(_))
            && let Some((half, length)) = self.half_behind(number.value, &self.text[end..])
        {
            (number.value, end) = (half, end + length);
        }
        if hedge.is_none()
            && matches!(kind, QuantityKind::Measure(_))
            && let Some((said, length)) = self.beside.after_unit(&self.text[end..])
        {
            (hedge, end) = (Some(said), end + length);
        }
        Some(self.scaled_by(number, mantissa, kind, end, hedge))
    }

    /// Two and a half hours, 3个半月: a half between a number and its unit, with the counter that begins the unit.
    fn half_between(&self, value: Decimal, text: &str) -> Option<(Decimal, usize, &'a str)> {
        let after = text.trim_start_matches(is_blank);
        let word = self.reading.halves.between.iter().find(|word| begins_with_word(after, word))?;
        let counter = self.reading.counters.iter().find(|counter| word.starts_with(counter.as_str()));
        let length = text.len() - after.len() + word.len();
        Some((plus_half(value)?, length, counter.map_or("", String::as_str)))
    }

    /// 两年半, 六成半: a half behind a unit, if it is not of what follows: 3天半价.
    fn half_behind(&self, value: Decimal, text: &str) -> Option<(Decimal, usize)> {
        const PARTS: [char; 10] = ['年', '月', '天', '日', '个', '個', '数', '價', '价', '径'];
        let word = self.reading.halves.behind.iter().find(|word| text.starts_with(word.as_str()))?;
        let joins = text[word.len()..].starts_with(PARTS);
        plus_half(value).filter(|_| !joins).map(|half| (half, word.len()))
    }

    /// A figure with the scale that was read behind its mantissa, if that stands in digits.
    fn scaled_by(
        &self,
        number: ReadNumber,
        mantissa: Decimal,
        kind: QuantityKind,
        end: usize,
        hedge: Option<Hedge>,
    ) -> FoundQuantity {
        let found = self.finished(number, kind, end, hedge);
        if !self.text[number.start..].starts_with(|c: char| c.is_ascii_digit()) {
            return found;
        }
        let power = (0..16).find(|power| mantissa.shifted_up(*power) == Some(number.value)).unwrap_or(0);
        FoundQuantity { mantissa, power, ..found }
    }

    /// Returns a figure with the words beside it.
    fn finished(&self, number: ReadNumber, kind: QuantityKind, end: usize, hedge: Option<Hedge>) -> FoundQuantity {
        let ReadNumber { value, start, form, .. } = number;
        let named = || self.currency_before(start).filter(|(_, code)| kind.code() == *code);
        let begins = self
            .prefix(start)
            .or_else(named)
            .map_or(start, |(prefix, _)| words_before(&self.text[..start]).len() - prefix.len());
        let (before, behind) = (&self.text[..begins], &self.text[end..]);
        let hedge = hedge.or_else(|| self.beside.behind(behind)).or_else(|| self.beside.before(before));
        let from = self.found.last().map_or(0, |found| found.quantity.range.end).min(begins);
        let trend = if kind.is_date() { None } else { self.beside.trend(self.text, from, begins, end) };
        let is_name = self.reading.han && matches!(form, Form::Word | Form::Ordinal);
        let is_open = kind == QuantityKind::Number && (is_name || self.beside.is_open(behind));
        let hedge = hedge.unwrap_or(Hedge::Exact);
        let counts = self.reading.han || !is_open;
        let quantity = Quantity { kind, value, hedge, trend, form, is_open, counts, lent: None, range: start..end };
        FoundQuantity { begins, ..FoundQuantity::plain(quantity) }
    }

    /// Scale words after a number: 147.6万, 1.476 million, 万亿.
    fn scaled(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut value, mut end) = (value, end);
        loop {
            let after = self.text[end..].trim_start_matches(is_blank);
            let begins = self.text.len() - after.len();
            let lower = after.starts_with(|c: char| c.is_ascii_uppercase()).then(|| {
                let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
                after[..letters].to_ascii_lowercase()
            });
            let scale = longest_at(&self.reading.scales, lower.as_deref().unwrap_or(after));
            let Some((word, power)) = scale else { return (value, end) };
            // 千瓦时 and 千克 are units.
            let is_unit = longest_at(&self.reading.units, after).is_some_and(|(unit, _)| unit.len() > word.len());
            let Some(shifted) = value.shifted_up(*power).filter(|_| !is_unit) else { return (value, end) };
            (value, end) = (shifted, begins + word.len());
        }
    }

    /// Returns the unit that stands before a number, with its code: CNY, US$.
    fn prefix(&self, start: usize) -> Option<(&'a str, &'a str)> {
        let before = words_before(&self.text[..start]);
        let may_be_prefix = |c: char| c.is_ascii_uppercase() || !c.is_alphanumeric() && !c.is_whitespace();
        if !before.ends_with(may_be_prefix) && !self.reading.han {
            return None;
        }
        longest_before(&self.reading.derived.prefixes, before).map(|(word, code)| (word, code.as_str()))
    }

    /// Returns what a number counts, from what stands before it for money, or else after it. `counter` began its unit.
    fn kind(&self, number: ReadNumber, end: usize, counter: &str) -> Option<(QuantityKind, usize)> {
        let ReadNumber { value, start, is_grouped, .. } = number;
        let after = &self.text[end..];
        let is_year = !is_grouped && value.is_whole() && value >= Decimal::whole(1900) && value < Decimal::whole(2100);
        if counter.is_empty()
            && number.form == Form::Digits
            && let Some((kind, length)) = self.date_suffix(after, is_year)
        {
            return Some((kind, end + length));
        }
        if let Some((_, code)) = self.prefix(start).filter(|(_, code)| !code.is_empty()) {
            let behind = self.unit(after, "").filter(|(behind, _)| *behind == code);
            let end = behind.map_or(end, |(_, length)| end + length);
            return Some((QuantityKind::Measure(code.to_owned()), end));
        }
        if let Some((code, length)) = self.named_money(start, after).or_else(|| self.unit(after, counter)) {
            return Some((QuantityKind::Measure(code.to_owned()), end + length));
        }
        (is_year && self.reading.bare_years && end - start == 4).then_some((QuantityKind::Year, end))
    }

    /// Returns the currency that is named in words before a number, with its code.
    fn currency_before(&self, start: usize) -> Option<(&'a str, &'a str)> {
        let before = words_before(&self.text[..start]);
        longest_before(&self.reading.derived.currencies, before).map(|(word, code)| (word, code.as_str()))
    }

    /// Returns the currency that is named before a number, and the length of what stands behind it for any: 港币5万元, 新台币5万.
    fn named_money(&self, start: usize, after: &str) -> Option<(&'a str, usize)> {
        let (_, code) = self.currency_before(start)?;
        let length = match self.unit(after, "") {
            Some((behind, length)) => {
                let is_money = self.reading.derived.currencies.values().any(|code| code == behind);
                (is_money && after[..length].chars().count() == 1).then_some(length)
            }
            None => (!after.starts_with(char::is_alphanumeric)).then_some(0),
        };
        Some((code, length?))
    }

    /// Returns the unit that a text begins with, and its length with what stands before it.
    fn unit(&self, text: &str, counter: &str) -> Option<(&'a str, usize)> {
        let units = &self.reading.units;
        let unit = text.trim_start_matches(|c| is_blank(c) || c == '-');
        let found = if counter.is_empty() { longest_at(units, unit) } else { None };
        let counted = || {
            let rest = |word: &'a String| word.strip_prefix(counter).filter(|_| !counter.is_empty());
            units.iter().find_map(|(word, code)| Some((rest(word).filter(|rest| unit.starts_with(rest))?, code)))
        };
        let plain = || if counter.is_empty() { None } else { longest_at(units, unit) };
        if let Some((word, code)) = found.or_else(counted).or_else(plain) {
            let is_other = |other: &String| other.len() > word.len() && begins_with_word(unit, other);
            let is_unit = !self.reading.counted.iter().any(is_other);
            return is_unit.then_some((code.as_str(), text.len() - unit.len() + word.len()));
        }
        let between = self.reading.between.iter().find(|word| begins_with_word(unit, word))?;
        let (code, length) = self.unit(&unit[between.len()..], "")?;
        Some((code, text.len() - unit.len() + between.len() + length))
    }

    /// 年, 月, 日 after digits, or after a space: 6 月 30 日.
    fn date_suffix(&self, after: &str, is_year: bool) -> Option<(QuantityKind, usize)> {
        let suffixed = after.trim_start_matches(is_blank);
        let blanks = after.len() - suffixed.len();
        let [month, day] =
            [&self.reading.month, &self.reading.day].map(|s| s.as_deref().filter(|s| suffixed.starts_with(s)));
        let year = self.year_suffix(suffixed);
        let suffix = year.or(month).or(day)?;
        // 日元 is a currency.
        if longest_at(&self.reading.units, suffixed).is_some_and(|(unit, _)| unit.len() > suffix.len()) {
            return None;
        }
        let kind = match (year, month) {
            (Some(_), _) => is_year.then_some(QuantityKind::Year),
            (_, Some(_)) => Some(QuantityKind::Month),
            _ => (!self.is_limit(&suffixed[suffix.len()..])).then_some(QuantityKind::Day),
        };
        kind.map(|kind| (kind, blanks + suffix.len()))
    }

    /// 15日内, 不少于30日 are days, unless a month stands before.
    fn is_limit(&self, after: &str) -> bool {
        let has_month = |last: &FoundQuantity| {
            let Quantity { kind, range, .. } = &last.quantity;
            *kind == QuantityKind::Month && self.text[range.end..self.at].chars().all(is_blank)
        };
        let is_bounded = || self.beside.before(&self.text[..self.at]).is_some_and(|hedge| hedge != Hedge::Exact);
        let is_limit = longest_at(&self.reading.behind, after).is_some() || is_bounded();
        is_limit && !self.found.last().is_some_and(has_month)
    }
}
