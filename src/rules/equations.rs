//! Equations that an author declares between figures: parts and their whole, rates and their counts.
//!
//! `concluded + in-progress = letters` compares figures exactly. `fines = 15 * 98400` may use numbers. A division gives
//! a share: compared with figures in per cent it is rounded to as many places as they are stated with, halves up. `±
//! 0.01` lets the sides differ, `>=` compares with at least, and `+ unexplained` says that the source does not explain
//! the rest, which is then a note.

mod judge;

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::THIRD;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::breakdown::by_name;
use crate::notice::edition::Edition;
use crate::notice::{FigureRecords, equation};
use crate::say;
use crate::source::SourceTree;
use crate::value::{Decimal, Text};
use judge::{ByName, Verdict, judge};

pub(super) static EQUATION: Rule = Rule {
    id: "equation",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "记录里声明的等式（equations）成立：各部分加起来等于总数，比率由个数算得出来。",
        "The equations that a record declares hold: parts add up to their whole, rates follow from their counts.",
    ),
    why: Words(
        "已办结 224 件、在办 6 件，合计却写 229 件——这种对不上的数，记者最先看出来。",
        "224 concluded and 6 pending do not make 229, and a journalist is the first to notice.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 6, unit: case}
equations: [concluded + pending = letters]
",
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
equations: [concluded + pending = letters]
",
    )]),
    check: Check::Notice(check),
};

pub(super) static RATE_ROUNDING: Rule = Rule {
    id: "rate-rounding",
    group: RuleGroup::Totals,
    severity: Severity::Warning,
    demand: Words("比率按四舍五入取位，不直接截掉后面的数字。", "A rate is rounded, not cut off."),
    why: Words(
        "53 除以 80 是 66.25%，保留一位应为 66.3%；写成 66.2%，别人一算就不一样。",
        "53 of 80 is 66.25%, with one decimal 66.3%; whoever computes it again will not find 66.2%.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.2, unit: percent}
equations: [filled / planned = share]
",
        "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.3, unit: percent}
equations: [filled / planned = share]
",
    )]),
    check: Check::With(&EQUATION),
};

pub(super) static UNEXPLAINED_REMAINDER: Rule = Rule {
    id: "unexplained-remainder",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "等式里用“+ 未说明”（+ unexplained）标明的差额，向读者说明一句。",
        "A remainder that an equation declares as `+ unexplained` is explained to readers.",
    ),
    why: Words(
        "上交 666.2 万元，只交代了 586.8 万元的去向；不说一句，读者会以为是本网站漏了。",
        "Of 6.662 million the notice accounts for 5.868 million; without a word readers take the rest for an omission of the site.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 586, unit: CNY}
equations: [forfeited + unexplained = deposits]
",
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 586, unit: CNY}
equations: [forfeited + 80 = deposits]
",
    )]),
    check: Check::With(&EQUATION),
};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    edition.notice.figure_records().flat_map(|record| all(&edition.tree, record)).collect()
}

fn all(tree: &SourceTree, record: FigureRecords<'_>) -> Vec<Diagnostic> {
    let FigureRecords { path, figures, equations, .. } = record;
    if equations.is_empty() {
        return Vec::new();
    }
    let figures = by_name(figures);
    let one = |equation: &Text| {
        let written = tree.text(path.as_str()).and_then(|text| text.get(equation.span())).unwrap_or_default();
        let begin = written.find(equation.as_str()).map(|offset| equation.span().start + offset);
        one(equation, &figures, Place::span(path, equation.span()), begin)
    };
    equations.iter().filter_map(one).collect()
}

/// Looks at an equation at its place; `begin` is where its first letter stands, if it is written without escapes.
fn one(written: &str, figures: &ByName<'_>, place: Place, begin: Option<usize>) -> Option<Diagnostic> {
    let verdict = match equation::read(written) {
        Ok(read) => judge(written, &read, figures),
        Err(slip) => Verdict::Slip(slip),
    };
    match verdict {
        Verdict::Holds => None,
        Verdict::Differs(left, right) => Some(broken(written, &left, &right, place)),
        Verdict::CutOff(stated, rounded) => Some(cut_off(stated, rounded, place)),
        Verdict::Remainder(rest) => Some(remainder(written, &rest, place)),
        Verdict::NoRemainder => Some(no_remainder(written, place)),
        Verdict::Slip(slip) => {
            let place = match begin {
                Some(begin) => Place::span(place.path(), begin + slip.range.start..begin + slip.range.end),
                None => place,
            };
            Some(Diagnostic::of(&EQUATION, place, slip.message).help(slip.help))
        }
    }
}

fn cut_off(stated: Decimal, rounded: Decimal, place: Place) -> Diagnostic {
    let message =
        say!("{stated}% 是截尾得到的，四舍五入应为 {rounded}%", "{stated}% is cut off; rounded it is {rounded}%");
    Diagnostic::of(&RATE_ROUNDING, place, message).help(say!("请改为 {rounded}%", "write {rounded}%"))
}

fn broken(equation: &str, left: &str, right: &str, place: Place) -> Diagnostic {
    let message = say!(
        "等式不成立：{equation}，一边是 {left}，另一边是 {right}",
        "the equation does not hold: {equation}; one side is {left}, the other {right}"
    );
    Diagnostic::of(&EQUATION, place, message).help(say!(
        "请核对各项数据；原文如此的，写进 accepted，并用 note 向读者说明",
        "check the figures; if the original says so, put it under accepted, with a `note` for readers"
    ))
}

fn remainder(equation: &str, rest: &str, place: Place) -> Diagnostic {
    let message =
        say!("等式“{equation}”里有 {rest} 没有说明去向", "{rest} of the equation `{equation}` is left unexplained");
    Diagnostic::of(&UNEXPLAINED_REMAINDER, place, message).help(say!(
        "请把它写进 accepted，并用 note 向读者说明",
        "put it under accepted, with a `note` that tells readers"
    ))
}

fn no_remainder(equation: &str, place: Place) -> Diagnostic {
    let message = say!(
        "等式“{equation}”正好成立，没有未说明的部分",
        "the equation `{equation}` holds to the last digit: nothing is left unexplained"
    );
    Diagnostic::of(&EQUATION, place, message).help(say!("请删去“+ 未说明”", "delete `+ unexplained`"))
}

#[cfg(test)]
mod tests {
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
        let land = [
            ("handled", "839.3625", "mu"),
            ("task", "2617", "mu"),
            ("sealed", "966", "mu"),
            ("rate", "50.82", "percent"),
        ];
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
}
