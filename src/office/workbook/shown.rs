//! A number as its format shows it. Dates become ISO 8601, for every office writes them in its own way; a number that a format shows in a way
//! that is not known here stays as it was typed.

/// Digits that Excel keeps of a number.
const PRECISION: usize = 15;

/// The largest power of ten that a number is spelled out for.
const POWERS: i32 = 40;

/// Returns a value as its format shows it.
pub(super) fn shown(value: &str, format: &str, is_1904: bool) -> String {
    let Some(number) = DecimalDigits::read(value) else { return value.to_owned() };
    let sections = sections(format);
    let clock = Clock::of(sections.first().map_or("", |first| first));
    if clock.is_any() {
        return clock.shown(&number, is_1904).unwrap_or_else(|| number.general());
    }
    let (section, sign) = match (number.is_negative, sections.len()) {
        (_, 3..) if number.is_zero() => (2, ""),
        _ if number.is_zero() => (0, ""),
        (true, 2..) => (1, ""),
        (true, _) => (0, "-"),
        _ => (0, ""),
    };
    let pattern = sections.get(section).and_then(|section| Pattern::of(section));
    pattern.map_or_else(|| number.general(), |pattern| pattern.shown(&number, sign))
}

/// Parts of a format for numbers above, below and at zero.
fn sections(format: &str) -> Vec<&str> {
    let (mut sections, mut from, mut is_quoted, mut is_escaped) = (Vec::new(), 0, false, false);
    for (at, c) in format.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                sections.push(&format[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&format[from..]);
    sections
}

/// A decimal number: digits, and how many of them stand behind the point.
#[derive(Debug, PartialEq, Eq)]
struct DecimalDigits {
    is_negative: bool,
    digits: Vec<u8>,
    decimals: usize,
}

impl DecimalDigits {
    /// Returns the number that a file writes, as exactly as Excel keeps it.
    fn read(value: &str) -> Option<DecimalDigits> {
        let (mantissa, power) = value.trim().split_once(['e', 'E']).unwrap_or((value.trim(), "0"));
        let power: i32 = power.parse().ok().filter(|power: &i32| power.abs() <= POWERS)?;
        let is_negative = mantissa.starts_with('-');
        let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_number = |text: &str| text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) || whole.len() + fraction.len() == 0 {
            return None;
        }
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0').collect();
        let mut decimals = i32::try_from(fraction.len()).ok()? - power;
        while decimals < 0 {
            digits.push(0);
            decimals += 1;
        }
        let mut number = DecimalDigits { is_negative, digits, decimals: usize::try_from(decimals).ok()? };
        number.pad();
        let leading = number.digits.iter().take_while(|digit| **digit == 0).count();
        let significant = number.digits.len() - leading;
        if significant > PRECISION {
            let decimals = number.decimals.saturating_sub(significant - PRECISION);
            number.round(decimals);
        }
        Some(number)
    }

    fn is_zero(&self) -> bool {
        self.digits.iter().all(|digit| *digit == 0)
    }

    /// Keeps at least one digit before the point.
    fn pad(&mut self) {
        let missing = (self.decimals + 1).saturating_sub(self.digits.len());
        self.digits.splice(0..0, std::iter::repeat_n(0, missing));
    }

    /// Moves the point two places, as per cent does.
    fn percent(&mut self) {
        self.digits.extend(std::iter::repeat_n(0, 2_usize.saturating_sub(self.decimals)));
        self.decimals = self.decimals.saturating_sub(2);
    }

    /// Rounds, half up, to so many digits behind the point.
    fn round(&mut self, decimals: usize) {
        if decimals >= self.decimals {
            self.digits.extend(std::iter::repeat_n(0, decimals - self.decimals));
            self.decimals = decimals;
            return;
        }
        let kept = self.digits.len() - (self.decimals - decimals);
        let is_up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        self.decimals = decimals;
        if is_up {
            for digit in self.digits.iter_mut().rev() {
                *digit = (*digit + 1) % 10;
                if *digit != 0 {
                    return;
                }
            }
            self.digits.insert(0, 1);
        }
    }

    /// Returns the digits before the point, without zeros that say nothing, and those behind it.
    fn parts(&self) -> (String, String) {
        let write = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
        let (whole, fraction) = self.digits.split_at(self.digits.len().saturating_sub(self.decimals));
        let whole = write(whole);
        let trimmed = whole.trim_start_matches('0');
        (if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }, write(fraction))
    }

    /// Returns the number as a cell without a format shows it.
    fn general(&self) -> String {
        let (whole, fraction) = self.parts();
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.is_negative && !self.is_zero() { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

/// How a format shows a number.
#[derive(Debug, Default)]
struct Pattern {
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
    fn of(section: &str) -> Option<Pattern> {
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

    fn shown(&self, number: &DecimalDigits, sign: &str) -> String {
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

/// What a format shows of a point in time.
#[derive(Debug, Default, PartialEq, Eq)]
struct Clock {
    has_year: bool,
    has_month: bool,
    has_day: bool,
    has_hour: bool,
    has_second: bool,
    is_span: bool,
}

impl Clock {
    fn of(section: &str) -> Clock {
        let mut clock = Clock::default();
        let mut has_m = false;
        let mut chars = section.chars();
        while let Some(c) = chars.next() {
            match c.to_ascii_lowercase() {
                '"' => chars.by_ref().take_while(|c| *c != '"').for_each(drop),
                '\\' | '_' | '*' => drop(chars.next()),
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    clock.is_span |= !inner.is_empty() && inner.chars().all(|c| "hmsHMS".contains(c));
                }
                'g' if section[..].to_ascii_lowercase().contains("general") => return Clock::default(),
                'y' | 'e' if c != 'E' => clock.has_year = true,
                'd' => clock.has_day = true,
                'h' => clock.has_hour = true,
                's' => clock.has_second = true,
                'm' => has_m = true,
                _ => {}
            }
        }
        // An m beside hours or seconds is a minute, beside anything else a month.
        clock.has_month = has_m && (clock.has_year || clock.has_day || !clock.has_hour && !clock.has_second);
        clock
    }

    fn is_any(&self) -> bool {
        *self != Clock::default()
    }

    /// Returns a number of days as this shows it; nothing if no calendar has that day.
    fn shown(&self, number: &DecimalDigits, is_1904: bool) -> Option<String> {
        const DAY: u128 = 86_400;
        let (whole, fraction) = number.parts();
        let mut days: u64 = whole.parse().ok().filter(|_| !number.is_negative)?;
        let fraction = fraction.get(..PRECISION.min(fraction.len()))?;
        let scale = 10_u128.pow(u32::try_from(fraction.len()).ok()?);
        let part: u128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
        let mut seconds = u64::try_from((part * DAY + scale / 2) / scale).ok()?;
        if seconds == 86_400 {
            (days, seconds) = (days + 1, 0);
        }
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if self.is_span {
            let hours = hours.checked_add(days.checked_mul(24)?)?;
            return Some(format!("{hours}:{minutes:02}:{rest:02}"));
        }
        let date =
            if self.has_year || self.has_month || self.has_day { self.date(days, is_1904)? } else { String::new() };
        let time = match (self.has_hour, self.has_second) {
            (false, false) => String::new(),
            (_, true) => format!("{hours:02}:{minutes:02}:{rest:02}"),
            (true, false) => format!("{hours:02}:{minutes:02}"),
        };
        Some(format!("{date} {time}").trim().to_owned())
    }

    fn date(&self, days: u64, is_1904: bool) -> Option<String> {
        // The first calendar counts a 29 February 1900 that there was not.
        let since_1900 = if is_1904 { days.checked_add(1462)? } else { days };
        let since_1900 = if since_1900 < 60 { since_1900.checked_add(1)? } else { since_1900 };
        let (year, month, day) = civil(since_1900)?;
        let is_month = self.has_year && self.has_month && !self.has_day && !self.has_hour;
        let is_year = self.has_year && !self.has_month && !self.has_day && !self.has_hour;
        Some(match (is_year, is_month) {
            (true, _) => format!("{year:04}"),
            (_, true) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        })
    }
}

/// Returns the year, month and day so many days after 30 December 1899.
fn civil(days: u64) -> Option<(u64, u64, u64)> {
    const LAST: u64 = 2_958_465;
    let is_leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let mut rest = days.checked_sub(2).filter(|_| days <= LAST)?;
    let mut year = 1900;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if rest < length {
            break;
        }
        (rest, year) = (rest - length, year + 1);
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (at, length) in (1..).zip(months) {
        if rest < length {
            return Some((year, at, rest + 1));
        }
        rest -= length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_formats_say() {
        for (value, format, expected) in [
            ("0.30000000000000004", "General", "0.3"),
            ("1234567890123", "General", "1234567890123"),
            ("1.5E-5", "General", "0.000015"),
            ("1E+3", "General", "1000"),
            ("-0", "General", "0"),
            ("-2.50", "General", "-2.5"),
            ("0.98705", "0.00%", "98.71%"),
            ("0.85", "0%", "85%"),
            ("1", "0.0%", "100.0%"),
            ("1234.5", "#,##0.00", "1,234.50"),
            ("999.995", "#,##0.00", "1,000.00"),
            ("-1234.5", "#,##0.00;(#,##0.00)", "(1,234.50)"),
            ("-12", "0", "-12"),
            ("7", "000", "007"),
            ("2.5", "0.##", "2.5"),
            ("12", "0\"个\"", "12个"),
            ("12.5", "General\"万元\"", "12.5万元"),
            ("3", "¥#,##0.00", "¥3.00"),
            ("3", "[$¥-804]#,##0.00", "¥3.00"),
            ("0", "0;-0;\"无\"", "无"),
            ("0", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "-"),
            ("1234000", "0,", "1234000"),
            ("0.5", "# ?/?", "0.5"),
            ("1234", "0.00E+00", "1234"),
            ("7", "@", "7"),
            ("abc", "0", "abc"),
            ("1E400", "0", "1E400"),
        ] {
            assert_eq!(shown(value, format, false), expected, "{value} as {format}");
        }
    }

    #[test]
    fn points_in_time_are_iso() {
        for (value, format, expected) in [
            ("45291", "yyyy/m/d", "2023-12-31"),
            ("45292", "yyyy\"年\"m\"月\"d\"日\"", "2024-01-01"),
            ("45351", "yyyy年m月", "2024-02"),
            ("45351", "m月d日", "2024-02-29"),
            ("45352", "[$-804]yyyy-mm-dd;@", "2024-03-01"),
            ("45352.604166666664", "yyyy/m/d h:mm", "2024-03-01 14:30"),
            ("45352.9999999", "yyyy/m/d h:mm:ss", "2024-03-02 00:00:00"),
            ("0.5", "h:mm", "12:00"),
            ("1.5", "[h]:mm:ss", "36:00:00"),
            ("1", "yyyy/m/d", "1900-01-01"),
            ("59", "yyyy/m/d", "1900-02-28"),
            ("61", "yyyy/m/d", "1900-03-01"),
            ("2958465", "yyyy/m/d", "9999-12-31"),
            ("2958466", "yyyy/m/d", "2958466"),
            ("-1", "yyyy/m/d", "-1"),
            ("99999999999999999999", "yyyy/m/d", "99999999999999999999"),
        ] {
            assert_eq!(shown(value, format, false), expected, "{value} as {format}");
        }
        assert_eq!(shown("0", "yyyy/m/d", true), "1904-01-01");
        assert_eq!(shown("43890", "yyyy/m/d", true), "2024-03-01");
    }
}
