//! Units that convert into one another exactly. What a language calls them stands in its messages file.

use crate::value::Decimal;

/// A unit, the unit into which all of its kind are converted, and how many of those it is: digits and decimal places. What flows in
/// a day is compared as what flows: one language says “a day” behind the number, the other before it (日处理能力3000吨).
#[rustfmt::skip]
const CONVERSIONS: &[(&str, &str, i64, u32)] = &[
    ("millimetre", "metre", 1, 3), ("centimetre", "metre", 1, 2), ("km", "metre", 1000, 0), ("li", "metre", 500, 0),
    ("hectare", "mu", 15, 0), ("square-metre", "mu", 15, 4), ("square-kilometre", "mu", 1500, 0),
    ("milligram", "kilogram", 1, 6), ("gram", "kilogram", 1, 3), ("jin", "kilogram", 5, 1), ("tonne", "kilogram", 1000, 0),
    ("tonne-per-day", "kilogram", 1000, 0),
    ("millilitre", "litre", 1, 3), ("cubic-metre", "litre", 1000, 0), ("cubic-metre-per-day", "litre", 1000, 0),
    ("microgram-per-cubic-metre", "milligram-per-litre", 1, 6), ("milligram-per-cubic-metre", "milligram-per-litre", 1, 3),
    ("megawatt", "kilowatt", 1000, 0), ("megawatt-hour", "kilowatt-hour", 1000, 0),
    ("hour", "minute", 60, 0), ("day", "minute", 1440, 0), ("week", "minute", 10080, 0),
    ("year", "month", 12, 0), ("jiao", "CNY", 1, 1),
    ("per-mille", "percent", 1, 1), ("tenth", "percent", 10, 0), ("times", "percent", 100, 0),
];

fn conversion(code: &str) -> Option<&'static (&'static str, &'static str, i64, u32)> {
    CONVERSIONS.iter().find(|(unit, ..)| *unit == code)
}

/// Returns the unit into which a unit is converted; itself if it is converted into none.
pub(super) fn base(code: &str) -> &str {
    conversion(code).map_or(code, |(_, base, ..)| base)
}

/// Returns what a unit measures. Shares that no percentage states exactly, such as `1/3`, measure what percentages do.
pub(super) fn dimension(code: &str) -> &str {
    if code.starts_with("1/") { "percent" } else { base(code) }
}

/// Returns a value in the unit into which its own is converted; as it is where it has too many digits.
pub(super) fn in_base(value: Decimal, code: &str) -> Decimal {
    let converted = conversion(code).and_then(|(.., digits, places)| Some(value.times(*digits)?.shifted_down(*places)));
    converted.unwrap_or(value)
}
