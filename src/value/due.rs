//! By when something is to be done, or that nobody says.

use std::fmt;

use super::Date;

/// A deadline of an issue as its record gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The last day, or the month or year whose last day it is.
    On(Date),
    /// That the issuer states none.
    NotStated,
}

impl Due {
    /// The word for none.
    pub const NOT_STATED: &str = "not-stated";

    /// Returns the date, if there is one.
    pub fn date(self) -> Option<Date> {
        match self {
            Due::On(date) => Some(date),
            Due::NotStated => None,
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::On(date) => date.fmt(f),
            Due::NotStated => f.write_str(Due::NOT_STATED),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Due {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Due, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == Due::NOT_STATED {
            return Ok(Due::NotStated);
        }
        let date = text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a date")))?;
        Ok(Due::On(date))
    }
}

impl schemars::JsonSchema for Due {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Due".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let date = generator.subschema_for::<Date>();
        schemars::json_schema!({
            "format": "gongkai-due",
            "anyOf": [date, { "const": Due::NOT_STATED, "description": "没有写明。None is stated." }]
        })
    }
}
