//! A share of a whole, kept as its two counts until it is printed.

use super::Decimal;

/// `part` of `whole`, both counts. The rate of nothing is no rate at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many of the whole.
    pub part: u64,
    /// The whole; a rate exists only where it is above zero.
    pub whole: u64,
}

impl Rate {
    /// A rate, or `None` of nothing.
    pub fn of(part: u64, whole: u64) -> Option<Rate> {
        (whole > 0).then_some(Rate { part, whole })
    }

    /// Percent with one decimal place, halves rounded up.
    ///
    /// What is not everything is never shown as 100, and what is not nothing never as 0: 499 of 500 is 99.8, 2,999 of 3,000 is 99.9, 1 of 3,000 is 0.1.
    pub fn percent(self) -> Decimal {
        let tenths = (self.part * 2000 + self.whole) / (self.whole * 2);
        let shown = match (self.part, tenths) {
            (part, _) if part == self.whole => 1000,
            (0, _) => 0,
            (_, tenths) => tenths.clamp(1, 999),
        };
        Decimal::whole(i64::try_from(shown).unwrap_or(i64::MAX)).shifted_down(1)
    }
}

impl serde::Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut rate = serializer.serialize_struct("Rate", 3)?;
        rate.serialize_field("part", &self.part)?;
        rate.serialize_field("whole", &self.whole)?;
        rate.serialize_field("percent", &self.percent().to_string())?;
        rate.end()
    }
}

/// What templates and downloads read; the percentage is a text, so that no reader rounds it.
impl schemars::JsonSchema for Rate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "properties": { "part": { "type": "integer" }, "whole": { "type": "integer" }, "percent": { "type": "string" } },
            "required": ["part", "whole", "percent"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_more_nor_less_than_is_true() {
        for (part, whole, shown) in [
            (41, 49, "83.7"),
            (0, 49, "0"),
            (49, 49, "100"),
            (499, 500, "99.8"),
            (996, 1000, "99.6"),
            (2999, 3000, "99.9"),
            (1, 3000, "0.1"),
            (1, 8, "12.5"),
            (1, 16, "6.3"),
            (2, 3, "66.7"),
        ] {
            assert_eq!(
                Rate::of(part, whole).map(|r| r.percent().to_string()).as_deref(),
                Some(shown),
                "{part}/{whole}"
            );
        }
        assert_eq!(Rate::of(0, 0), None);
    }
}
