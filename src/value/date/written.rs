//! How dates are written in records: as much as is known, largest part first.

use std::fmt;
use std::str::FromStr;

use super::{Date, DateError, DatePart, checked_month};

/// What the thirds of a month are called in records.
const THIRDS: [&str; 3] = ["early", "mid", "late"];

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let mut parts = text.splitn(3, '-');
        let year: u16 = digits(parts.next().unwrap_or_default(), 4)?;
        if year < 1000 {
            return Err(DateError::Form);
        }
        let small = |text: &str, len| digits(text, len).and_then(|n| u8::try_from(n).map_err(|_| DateError::Form));
        let part = match (parts.next(), parts.next()) {
            (None, _) => DatePart::Year,
            (Some(part), None) if part.starts_with('H') => DatePart::Half(small(&part[1..], 1)?),
            (Some(part), None) if part.starts_with('Q') => DatePart::Quarter(small(&part[1..], 1)?),
            (Some(month), None) => DatePart::Month(small(month, 2)?),
            (Some(month), Some(rest)) => match (1..).zip(THIRDS).find(|(_, third)| *third == rest) {
                Some((n, _)) => DatePart::Third(small(month, 2)?, n),
                None => DatePart::Day(checked_month(small(month, 2)?)?, small(rest, 2)?),
            },
        };
        Date::of(year, part)
    }
}

/// Reads a number of exactly `len` digits.
fn digits(text: &str, len: usize) -> Result<u16, DateError> {
    let are_digits = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| are_digits).ok_or(DateError::Form)
}

/// Writes the date as precisely as it is: `2021`, `2021-H2`, `2021-Q4`, `2021-12`, `2021-12-late`, `2021-12-31`; years,
/// months and days by ISO 8601.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.part {
            DatePart::Year => Ok(()),
            DatePart::Half(n) => write!(f, "-H{n}"),
            DatePart::Quarter(n) => write!(f, "-Q{n}"),
            DatePart::Month(month) => write!(f, "-{month:02}"),
            DatePart::Third(month, n) => write!(f, "-{month:02}-{}", THIRDS[usize::from(n) - 1]),
            DatePart::Day(month, day) => write!(f, "-{month:02}-{day:02}"),
        }
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a date")))
    }
}

/// What a date looks like.
const PATTERN: &str = "^[1-9][0-9]{3}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(early|mid|late|0[1-9]|[12][0-9]|3[01]))?))?$";

impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "integer"],
            "format": "gongkai-date",
            "pattern": PATTERN,
            "minimum": 1000,
            "maximum": 9999,
            "description": "日期：年、年月或年月日，如 2021、2021-12、2021-12-31；也可以写季度 2021-Q4、半年 2021-H2、旬 2021-12-late（early 上旬，mid 中旬，late 下旬）。A year, a month or a day: 2021, 2021-12, 2021-12-31; or a quarter, half a year, or a part of a month: 2021-Q4, 2021-H2, 2021-12-late (early, mid, late)."
        })
    }
}
