//! Tests of equations, those of the source among them.

use super::*;
use crate::notice::Figure;
use crate::value::{Localized, RelPath, Spanned};

fn figures(values: &[(&str, &str, &str)]) -> Vec<Figure> {
    let figure = |(id, value, unit): &(&str, &str, &str)| Figure {
        id: Text::from(*id),
        label: Localized::default(),
        as_of: None,
        value: Spanned::of(value.parse().expect("a number")),
        unit: Text::from(*unit),
        approx: None,
        shown_in: None,
        equals: None,
        of: None,
        kind: None,
        was: None,
    };
    values.iter().map(figure).collect()
}

fn found(equation: &str, values: &[(&str, &str, &str)]) -> Option<Diagnostic> {
    one(equation, &by_name(&figures(values)), Place::File(RelPath::of("x.yaml")), Some(0))
}

fn rule(equation: &str, values: &[(&str, &str, &str)]) -> Option<&'static str> {
    found(equation, values).map(|found| found.rule)
}

#[test]
fn sums_and_rates() {
    let letters = [("letters", "229", "case"), ("concluded", "224", "case"), ("in-progress", "5", "case")];
    assert_eq!(rule("concluded + in-progress = letters", &letters), None);
    assert_eq!(rule("224 + 6 = letters", &letters), Some("equation"));
    assert_eq!(rule("letters - concluded = in-progress", &letters), None);
    let rate = [("opened", "53", "piece"), ("signed", "80", "piece"), ("share", "66.3", "percent")];
    assert_eq!(rule("opened / signed = share", &rate), None);
    assert_eq!(rule("share = opened / signed", &rate), None);
    for (part, whole, percent) in
        [("1", "2", "50"), ("12", "15", "80"), ("4", "12", "33.3"), ("38", "40", "95"), ("2", "3", "66.7")]
    {
        let rate = [("part", part, "piece"), ("whole", whole, "piece"), ("share", percent, "percent")];
        assert_eq!(rule("part / whole = share", &rate), None, "{part} of {whole}");
    }
    let tail = [("done", "92", "enterprise"), ("all", "93", "enterprise"), ("share", "98.92", "percent")];
    assert_eq!(rule("done / all = share", &tail), None);
}

/// The contradictions of the source itself (facts.json, A1 to A4), and what is explained in its text (A8).
#[test]
fn contradictions_of_the_source() {
    let vacancies =
        [("before", "53.7", "percent"), ("fall", "17.38", "percentage-points"), ("after", "36.41", "percent")];
    assert_eq!(rule("before - fall = after", &vacancies), Some("equation"), "A1");
    let land =
        [("handled", "839.3625", "mu"), ("task", "2617", "mu"), ("sealed", "966", "mu"), ("rate", "50.82", "percent")];
    assert_eq!(rule("handled / task = rate", &land), Some("equation"), "A2");
    let since = [("handled", "1683.36", "mu"), ("idle", "3284", "mu"), ("rate", "51.25", "percent")];
    assert_eq!(rule("handled / idle = rate", &since), Some("rate-rounding"), "A3");
    let deposits =
        [("alleged", "6662000", "CNY"), ("confiscated", "2828000", "CNY"), ("in-litigation", "3040000", "CNY")];
    assert_eq!(rule("confiscated + in-litigation = alleged", &deposits), Some("equation"), "A4");
    let penalties = [("judged", "14018900", "CNY"), ("recovered", "13815600", "CNY"), ("rest", "203300", "CNY")];
    assert_eq!(rule("recovered + rest = judged", &penalties), None, "A8");
}

#[test]
fn what_is_no_equation() {
    for equation in ["a + b", "a = b = c", "a + = 1", "a % b = 1", "", "x = 1", "1 / 0 = 2"] {
        assert_eq!(rule(equation, &[("a", "1", "piece"), ("b", "1", "piece")]), Some("equation"), "{equation}");
    }
}

/// Every share of two whole numbers up to 200, rounded and cut off, written with two places at most.
#[test]
fn shares_are_rounded_and_not_cut_off() {
    for whole in 1..=200u32 {
        for part in 0..=whole {
            let [rounded, cut] = [true, false].map(|rounds| {
                let hundredths = u64::from(part) * 100_000 / u64::from(whole);
                let half = u64::from(rounds) * u64::from(hundredths % 10 >= 5);
                let hundredths = hundredths / 10 + half;
                format!("{}.{:02}", hundredths / 100, hundredths % 100)
            });
            let judged = |percent: &str| {
                let [part, whole] = [part, whole].map(|n| n.to_string());
                let figures = [("a", part.as_str(), "piece"), ("b", &whole, "piece"), ("c", percent, "percent")];
                rule("a / b = c", &figures)
            };
            // Figures are rounded to the places that they state: 33.30 is 33.3.
            if !rounded.ends_with('0') {
                assert_eq!(judged(&rounded), None, "{part} of {whole} is {rounded}");
            }
            if cut != rounded && !cut.ends_with('0') {
                assert_eq!(judged(&cut), Some("rate-rounding"), "{part} of {whole} cut off is {cut}");
            }
        }
    }
}

#[test]
fn brackets_tolerance_and_remainders() {
    let land = [
        ("handled", "839.3625", "mu"),
        ("task", "2617", "mu"),
        ("sealed", "966", "mu"),
        ("rate", "50.82", "percent"),
        ("letters", "229", "case"),
        ("done", "224", "case"),
    ];
    for (equation, expected) in [
        ("handled / (task - sealed) = rate", Some("equation")),
        ("handled/(task - sealed) = rate ± 0.02", None),
        ("rate = handled ÷ （task － sealed） +- 0.02", None),
        ("handled / (task - sealed) = rate +/- 0.01", Some("equation")),
        ("letters >= done", None),
        ("letters ≥ done + 5", None),
        ("done >= letters", Some("equation")),
        ("done ≤ letters", None),
        ("handled / task >= rate", Some("equation")),
        ("rate >= handled / task", None),
        ("done + unexplained = letters", Some("unexplained-remainder")),
        ("letters = done + 未说明", Some("unexplained-remainder")),
        ("letters + unexplained = done", Some("equation")),
        ("done + 5 + unexplained = letters", Some("equation")),
        ("2 * (done + 5) - letters = 229", None),
        ("letters - (done - 5) = 10", None),
        ("letters - done - 5 = 0", None),
    ] {
        assert_eq!(rule(equation, &land), expected, "{equation}");
    }
}

#[test]
fn slips_are_named_where_they_are() {
    let figures = [("a", "3", "piece"), ("b", "1", "piece"), ("in-progress", "2", "piece")];
    for (equation, at, help) in [
        ("a + b", "a + b", "= >= <="),
        ("", "", "= >= <="),
        ("a = b = a", "=", "= >= <="),
        ("a + = 1", "=", "= >= <="),
        ("a + (b = 1", "=", "= >= <="),
        ("a + b) = 1", ")", "= >= <="),
        ("a = 1,000", ",", "no commas: 1476000"),
        ("a / b = 50%", "%", "unit percent"),
        ("a-b = in-progress", "a-b", "a - b"),
        ("a = x", "x", "a, b, in-progress"),
        ("a / 0 = 2", "a / 0 = 2", "division"),
        ("a = b ± c", "c", "± 0.01"),
        ("unexplained = a", "unexplained", "= >= <="),
        ("a - unexplained = b", "unexplained", "= >= <="),
        ("a * unexplained = b", "unexplained", "= >= <="),
        ("a + unexplained = b + unexplained", "a + unexplained = b + unexplained", "= >= <="),
    ] {
        let found = found(equation, &figures).unwrap_or_else(|| panic!("{equation} passes"));
        let range = found.place.as_ref().and_then(Place::range).expect("a range");
        assert_eq!((found.rule, &equation[range]), ("equation", at), "{equation}");
        let said = found.help.expect("help").en;
        assert!(said.contains(help), "{equation}: {said}");
    }
}
