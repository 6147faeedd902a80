//! A share of a whole, kept as its two counts until it is printed.

use super::{Basis, Count, Decimal};

/// `part` of `whole`, both counts. The rate of nothing is no rate at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many of the whole.
    pub part: Count,
    /// The whole; a rate exists only where it is above zero.
    pub whole: Count,
}

impl Rate {
    /// Returns a rate, or `None` of nothing.
    pub fn of(part: Count, whole: Count) -> Option<Rate> {
        (whole.n > 0).then_some(Rate { part, whole })
    }

    /// Returns what the rate rests on: on inference alone if not one of the part, or of the whole, is stated.
    pub fn basis(self) -> Basis {
        match (self.part.basis(), self.whole.basis()) {
            (_, Basis::Stated) => Basis::Stated,
            (Basis::Inferred, _) | (_, Basis::Inferred) => Basis::Inferred,
            _ => Basis::Partly,
        }
    }

    /// Percent with one decimal place, halves rounded up.
    ///
    /// What is not everything is never shown as 100, and what is not nothing never as 0: 499 of 500 is 99.8, 2,999 of
    /// 3,000 is 99.9, 1 of 3,000 is 0.1.
    pub fn percent(self) -> Decimal {
        let (part, whole) = (self.part.n, self.whole.n);
        let tenths = (part * 2000 + whole) / (whole * 2);
        let shown = match (part, tenths) {
            (part, _) if part == whole => 1000,
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
            "properties": { "part": { "type": "object" }, "whole": { "type": "object" }, "percent": { "type": "string" } },
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
            let rate = Rate::of(Count::of_all(part), Count::of_all(whole));
            assert_eq!(rate.map(|r| r.percent().to_string()).as_deref(), Some(shown), "{part}/{whole}");
        }
        assert_eq!(Rate::of(Count::default(), Count::default()), None);
    }

    #[test]
    fn what_rates_rest_on() {
        for (part, whole, basis) in [
            ((41, 0), (49, 0), Basis::Stated),
            ((41, 41), (49, 41), Basis::Inferred),
            ((41, 3), (49, 3), Basis::Partly),
            ((41, 0), (49, 8), Basis::Partly),
            ((0, 0), (9, 9), Basis::Inferred),
            ((0, 0), (9, 2), Basis::Partly),
        ] {
            let [part, whole] = [part, whole].map(|(n, inferred)| Count { n, inferred });
            assert_eq!(Rate { part, whole }.basis(), basis, "{part:?} {whole:?}");
        }
    }
}
