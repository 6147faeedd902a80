//! A number as its format shows it. Dates become ISO 8601, for every office writes them in its own way; a number that a format shows in a way
//! that is not known here stays as it was typed.

mod calendar;
mod clock;
mod decimal;
mod pattern;

use clock::Clock;
use decimal::DecimalDigits;
use pattern::Pattern;

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
