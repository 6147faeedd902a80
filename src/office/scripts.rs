//! Raised and lowered letters (10⁴, m³, H₂O) as Unicode has them: without that, 10⁴ is 104.

/// Where letters stand on their line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Script {
    /// On it.
    #[default]
    Level,
    /// Above it.
    Raised,
    /// Below it.
    Lowered,
}

const LEVEL: &str = "0123456789+-=()";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

impl Script {
    /// Returns what an office document calls so.
    pub(super) fn of(value: &str) -> Script {
        match value {
            "superscript" => Script::Raised,
            "subscript" => Script::Lowered,
            _ => Script::Level,
        }
    }

    /// Returns a text that stands so behind another. What Unicode does not have stays as it is; behind a digit it is set off: 10^0.5.
    pub(super) fn written(self, text: &str, before: &str) -> String {
        let (sign, forms) = match self {
            Script::Level => return text.to_owned(),
            Script::Raised => ('^', RAISED),
            Script::Lowered => ('_', LOWERED),
        };
        let form = |c: char| {
            let c = if c == '−' { '-' } else { c };
            if c == ' ' { Some(c) } else { forms.chars().nth(LEVEL.chars().position(|level| level == c)?) }
        };
        let is_number = |c: char| c.is_ascii_digit();
        match text.chars().map(form).collect::<Option<String>>() {
            Some(written) => written,
            None if before.ends_with(is_number) && text.starts_with(is_number) => format!("{sign}{text}"),
            None => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_and_lowered_digits_are_no_others() {
        for (script, before, text, expected) in [
            (Script::Raised, "10", "4", "⁴"),
            (Script::Raised, "10", "-12", "⁻¹²"),
            (Script::Raised, "10", "−1", "⁻¹"),
            (Script::Raised, "10", "0.5", "^0.5"),
            (Script::Raised, "12月1", "st", "st"),
            (Script::Lowered, "CO", "2", "₂"),
            (Script::Lowered, "PM", "2.5", "2.5"),
            (Script::Lowered, "第7", "2.5", "_2.5"),
            (Script::Level, "10", "4", "4"),
        ] {
            assert_eq!(script.written(text, before), expected, "{before} {text}");
        }
    }
}
