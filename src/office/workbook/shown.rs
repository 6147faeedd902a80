//! A value as its format shows it. Dates become ISO 8601, for every office writes them in its own way; a number that a format shows in a way
//! that is not known here has no text.

mod calendar;
mod clock;
mod conditions;
mod decimal;
mod pattern;
mod tokens;

use clock::Clock;
use conditions::section_of;
use decimal::DecimalDigits;
use pattern::Pattern;
use tokens::{FormatToken, sections};

/// Returns a number as its format shows it, empty if it shows nothing; nothing if that is not known here.
pub(super) fn shown(value: &str, format: &str, is_1904: bool) -> Option<String> {
    let number = DecimalDigits::read(value)?;
    let mut sections = sections(format);
    if sections.len() > 3 || sections.len() > 1 && sections.last().is_some_and(|last| is_of_text(last)) {
        sections.pop();
    }
    let (section, sign) = section_of(&sections, &number)?;
    let clock = Clock::of(section);
    if clock.is_any() {
        return clock.shown(&number, is_1904);
    }
    Pattern::of(section).map(|pattern| pattern.shown(&number, sign))
}

/// Returns whether a value is zero: formats often leave it out.
pub(super) fn is_zero(value: &str) -> bool {
    DecimalDigits::read(value).is_some_and(|number| number.is_zero())
}

/// Returns a text as its format shows it, with the words that the format puts around it; empty if it shows nothing.
pub(super) fn text_shown(text: &str, format: &str) -> String {
    let sections = sections(format);
    let last = sections.last().filter(|last| sections.len() > 3 || is_of_text(last));
    let Some(section) = last else { return text.to_owned() };
    let of = |token: &FormatToken| match token {
        FormatToken::Words(words) => words.clone(),
        FormatToken::Bracket(_) => String::new(),
        FormatToken::General | FormatToken::Sign('@') => text.to_owned(),
        FormatToken::Sign(sign) => sign.to_string(),
    };
    section.iter().map(of).collect()
}

fn is_of_text(section: &[FormatToken]) -> bool {
    section.contains(&FormatToken::Sign('@'))
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
            ("-12", "0.0;[Red]0.0", "-12.0"),
            ("-12", "0;0", "12"),
            ("7", "000", "007"),
            ("2.5", "0.##", "2.5"),
            ("12", "0\"个\"", "12个"),
            ("12.5", "General\"万元\"", "12.5万元"),
            ("3", "¥#,##0.00", "¥3.00"),
            ("3", "[$¥-804]#,##0.00", "¥3.00"),
            ("0", "0;-0;\"无\"", "无"),
            ("0", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "-"),
            ("7", "@", "7"),
            ("0", "#", ""),
            ("0", "0;-0;;@", ""),
            ("0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"??_ ;_ @_ ", "-"),
            ("0.5", "#.##", "0.5"),
            ("5551234", "000-0000", "555-1234"),
            ("7", ";;;", ""),
            ("7", "[White]0", ""),
        ] {
            assert_eq!(shown(value, format, false).as_deref(), Some(expected), "{value} as {format}");
        }
    }

    #[test]
    fn commas_behind_the_digits_divide_and_words_stay() {
        for (value, format, expected) in [
            ("1234567", "#,##0,\"千元\"", "1,235千元"),
            ("1234567", "0.0,\"千元\"", "1234.6千元"),
            ("1234567", "0,.0\"千元\"", "1234.6千元"),
            ("1234000", "0,", "1234"),
            ("12345678", "#,##0.00,,\"百万元\"", "12.35百万元"),
            ("12345678", "0.00,,\\百\\万", "12.35百万"),
            ("12345678", "#,##0,,[$百万]", "12百万"),
            ("12345678", "0!.0,\"万元\"", "1234.6万元"),
            ("12345678", "0\\.0,\"万元\"", "1234.6万元"),
            ("12345678", "0\".\"0,万元", "1234.6万元"),
            ("1234567", "0!.0000\"万元\"", "123.4567万元"),
            ("-1234567", "0!.0000\"万元\"", "-123.4567万元"),
            ("123", "#!.0000", ".0123"),
            ("500", "0!.0,\"万元\"", "0.1万元"),
            ("0.5", "0.0%,", "None"),
            ("12", "G/通用格式\"万元\"", "12万元"),
            ("12345", "[>=10000]0!.0,\"万元\";0\"元\"", "1.2万元"),
            ("9999", "[>=10000]0!.0,\"万元\";0\"元\"", "9999元"),
            ("100", "[<100]\"低\";[>100]\"高\";\"平\"", "平"),
            ("-5", "[>=10000]0!.0,\"万元\";0\"元\"", "None"),
            ("5", "[>=10000]0!.0,\"万元\"", "None"),
            ("3", "[DBNum1][$-804]General\"项\"", "3项"),
            ("3", "[红色]0\"项\"", "3项"),
        ] {
            assert_eq!(shown(value, format, false).as_deref().unwrap_or("None"), expected, "{value} as {format}");
        }
    }

    #[test]
    fn what_is_not_known_has_no_text() {
        for (value, format) in [
            ("0.5", "# ?/?"),
            ("1234", "0.00E+00"),
            ("45352", "aaaa"),
            ("1", "0.0,0"),
            ("1", "#,##0!.00"),
            ("1", "0.00\"-\"0"),
            ("1", "[怪]0"),
            ("1", "0\"千\","),
            ("45352", "yyyy\"年\"m\"月底前\""),
            ("45352", "yyyy年m月d日前"),
            ("2958466", "yyyy/m/d"),
            ("-1", "yyyy/m/d"),
            ("abc", "0"),
            ("1E400", "0"),
        ] {
            assert_eq!(shown(value, format, false), None, "{value} as {format}");
        }
    }

    #[test]
    fn texts_have_the_words_that_a_format_puts_around_them() {
        for (format, expected) in [
            ("General", "甲"),
            ("yyyy/m/d;@", "甲"),
            ("@\"万元\"", "甲万元"),
            ("0;-0;0;\"约\"@", "约甲"),
            (";;;", ""),
            ("0;-0;;@", "甲"),
        ] {
            assert_eq!(text_shown("甲", format), expected, "{format}");
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
        ] {
            assert_eq!(shown(value, format, false).as_deref(), Some(expected), "{value} as {format}");
        }
        assert_eq!(shown("0", "yyyy/m/d", true).as_deref(), Some("1904-01-01"));
        assert_eq!(shown("43890", "yyyy/m/d", true).as_deref(), Some("2024-03-01"));
    }
}
