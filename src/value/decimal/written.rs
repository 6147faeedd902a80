//! How decimals are written in records and in downloads.

use std::fmt;
use std::str::FromStr;

use super::{Decimal, DecimalError, MAX_PLACES};

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match body.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Form),
            Some(parts) => parts,
            None => (body, ""),
        };
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::Form);
        }
        let places = u32::try_from(fraction.len()).map_err(|_| DecimalError::Size)?;
        if places > MAX_PLACES || whole.trim_start_matches('0').len() > 20 {
            return Err(DecimalError::Size);
        }
        let digits: i128 = format!("{whole}{fraction}").parse().map_err(|_| DecimalError::Size)?;
        Decimal { digits: if negative { -digits } else { digits }, places }.in_size().ok_or(DecimalError::Size)
    }
}

/// Plain digits with a point, without trailing zeros: `147.6`, `-0.05`, `3284`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.normal();
        if n.places == 0 {
            return write!(f, "{}", n.digits);
        }
        let sign = if n.digits < 0 { "-" } else { "" };
        let places = n.places as usize;
        let digits = format!("{:0>width$}", n.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

/// A whole number serialises as a number, any other as text, so that no reader rounds it.
impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let n = self.normal();
        match (n.places, i64::try_from(n.digits)) {
            (0, Ok(whole)) => serializer.serialize_i64(whole),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a number")))
    }
}

impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["number", "string"],
            "format": "gongkai-decimal",
            "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$",
            "description": "数值，按基本单位写全，不带千分位逗号，如 1476000、74.137。An exact number in the base unit, without separators: 1476000, 74.137."
        })
    }
}
