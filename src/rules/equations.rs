//! Equations that an author declares between figures: parts and their whole, rates and their counts.
//!
//! `concluded + in-progress = letters` compares figures exactly. `fines = 15 * 98400` may use numbers. A division gives a rate: compared with
//! a figure in per cent it is rounded to as many places as the figure is stated with, halves up.

use std::collections::BTreeMap;

use super::example::Change::Added;
use super::example::Example::Shown;
use super::example::THIRD;
use super::{Check, Group, Rule, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::say;
use crate::value::{Decimal, RelPath, Text};

pub(super) static EQUATION: Rule = Rule {
    id: "equation",
    group: Group::Totals,
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
    group: Group::Totals,
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

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = all(&notice.path, &notice.record.equations, &notice.record.stated);
    found.extend(
        notice.issues.iter().flat_map(|issue| all(&issue.path, &issue.record.equations, &issue.record.figures)),
    );
    found.extend(notice.accountability.iter().flat_map(|a| all(&a.path, &a.record.equations, &a.record.figures)));
    found
}

fn all(path: &RelPath, equations: &[Text], figures: &[Figure]) -> Vec<Diagnostic> {
    let figures = by_id(figures);
    let check = |equation: &Text| one(equation, &figures, Place::span(path, equation.span()));
    equations.iter().filter_map(check).collect()
}

/// The figures of a record by their id, of two with one id the first.
type ById<'a> = BTreeMap<&'a str, &'a Figure>;

fn by_id(figures: &[Figure]) -> ById<'_> {
    figures.iter().rev().map(|figure| (figure.id.as_str(), figure)).collect()
}

fn one(equation: &str, figures: &ById<'_>, place: Place) -> Option<Diagnostic> {
    let sides: Vec<&str> = equation.split(" = ").collect();
    let [left, right] = sides[..] else { return Some(malformed(equation, place)) };
    match (value(left, figures), value(right, figures)) {
        (Ok(left), Ok(right)) => differs(equation, &left, &right, place),
        (Err(word), _) | (_, Err(word)) => Some(unknown(&word, figures, place)),
    }
}

fn malformed(equation: &str, place: Place) -> Diagnostic {
    Diagnostic::of(&EQUATION, place, say!("“{equation}”不是等式", "`{equation}` is not an equation")).help(say!(
        "请写成 甲 + 乙 = 丙，用数据标识，运算符两边空一格",
        "write `a + b = c` with ids of figures and a space around each operator"
    ))
}

/// How many ids a message lists.
const LISTED: usize = 20;

fn unknown(word: &str, figures: &ById<'_>, place: Place) -> Diagnostic {
    let mut known = figures.keys().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    known.push_str(if figures.len() > LISTED { " …" } else { "" });
    Diagnostic::of(
        &EQUATION,
        place,
        say!(
            "等式里的“{word}”不是数据标识，也不是数",
            "`{word}` in the equation is neither the id of a figure nor a number"
        ),
    )
    .help(say!(
        "这条记录的数据有：{known}；运算符可用 + - * /",
        "the figures of this record are: {known}; operators are + - * /"
    ))
}

fn differs(equation: &str, left: &Side, right: &Side, place: Place) -> Option<Diagnostic> {
    let (rate, stated) = if left.stated.is_some() { (right, left) } else { (left, right) };
    let Some(figure) = stated.stated.filter(|f| f.unit.as_str() == "percent" && rate.divides) else {
        let (a, b) = (left.value.shown(), right.value.shown());
        return (left.value != right.value).then(|| broken(equation, &a, &b, place));
    };
    let percent = rate.value.times(Ratio::whole(100));
    let places = figure.value.places();
    let (rounded, cut) = (percent.rounded(places), percent.cut(places));
    if rounded == *figure.value {
        return None;
    }
    let (stated, right_value) = (*figure.value, rounded);
    if cut == *figure.value {
        return Some(
            Diagnostic::of(
                &RATE_ROUNDING,
                place,
                say!(
                    "{stated}% 是截尾得到的，四舍五入应为 {right_value}%",
                    "{stated}% is cut off; rounded it is {right_value}%"
                ),
            )
            .help(say!("请改为 {right_value}%", "write {right_value}%")),
        );
    }
    Some(broken(equation, &format!("{right_value}%"), &format!("{stated}%"), place))
}

fn broken(equation: &str, left: &str, right: &str, place: Place) -> Diagnostic {
    Diagnostic::of(
        &EQUATION,
        place,
        say!(
            "等式不成立：{equation}，一边是 {left}，另一边是 {right}",
            "the equation does not hold: {equation}; one side is {left}, the other {right}"
        ),
    )
    .help(say!("请核对各项数据", "check the figures"))
}

/// One side of an equation.
struct Side<'a> {
    value: Ratio,
    divides: bool,
    /// The figure, if the side is nothing else.
    stated: Option<&'a Figure>,
}

/// The value of a sum of products, or the word that is no number.
fn value<'a>(side: &str, figures: &ById<'a>) -> Result<Side<'a>, String> {
    let words: Vec<&str> = side.split_whitespace().collect();
    let find = |word: &str| figures.get(word).copied();
    let number = |word: &str| {
        find(word).map(|f| *f.value).or_else(|| word.parse().ok()).and_then(Ratio::of).ok_or_else(|| word.to_owned())
    };
    let (first, rest) = words.split_first().ok_or_else(|| side.to_owned())?;
    let (mut sum, mut product) = (Ratio::whole(0), number(first)?);
    for pair in rest.chunks(2) {
        let [operator, word] = pair else { return Err(pair[0].to_owned()) };
        let operand = number(word)?;
        match *operator {
            "+" => (sum, product) = (sum.plus(product), operand),
            "-" => (sum, product) = (sum.plus(product), operand.times(Ratio::whole(-1))),
            "*" | "×" => product = product.times(operand),
            "/" | "÷" => product = product.over(operand).ok_or_else(|| (*word).to_owned())?,
            other => return Err(other.to_owned()),
        }
    }
    let stated = rest.is_empty().then(|| find(first)).flatten();
    Ok(Side { value: sum.plus(product), divides: words.contains(&"/") || words.contains(&"÷"), stated })
}

/// An exact fraction; arithmetic beyond its range saturates to a value that equals nothing a notice states.
#[derive(Clone, Copy, Debug)]
struct Ratio {
    over: i128,
    under: i128,
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.over.saturating_mul(other.under) == other.over.saturating_mul(self.under)
    }
}

impl Ratio {
    fn whole(n: i128) -> Ratio {
        Ratio { over: n, under: 1 }
    }

    fn of(value: Decimal) -> Option<Ratio> {
        let places = value.places();
        let digits = value.shifted_up(places)?.to_string().parse().ok()?;
        Some(Ratio { over: digits, under: 10i128.checked_pow(places)? }.reduced())
    }

    fn reduced(self) -> Ratio {
        let (mut a, mut b) = (self.over.unsigned_abs(), self.under.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = i128::try_from(a.max(1)).unwrap_or(1);
        Ratio { over: self.over / divisor, under: self.under / divisor }
    }

    fn plus(self, other: Ratio) -> Ratio {
        let over = self.over.saturating_mul(other.under).saturating_add(other.over.saturating_mul(self.under));
        Ratio { over, under: self.under.saturating_mul(other.under) }.reduced()
    }

    fn times(self, other: Ratio) -> Ratio {
        Ratio { over: self.over.saturating_mul(other.over), under: self.under.saturating_mul(other.under) }.reduced()
    }

    fn over(self, other: Ratio) -> Option<Ratio> {
        let sign = if other.over < 0 { -1 } else { 1 };
        (other.over != 0).then(|| self.times(Ratio { over: other.under * sign, under: other.over.abs() }))
    }

    /// To a number of places, halves away from zero.
    fn rounded(self, places: u32) -> Decimal {
        let scaled = self.over.saturating_mul(10i128.saturating_pow(places));
        let halves = scaled.abs().saturating_mul(2).saturating_add(self.under);
        decimal(halves / self.under.saturating_mul(2) * scaled.signum(), places)
    }

    /// To a number of places, the rest cut off.
    fn cut(self, places: u32) -> Decimal {
        decimal(self.over.saturating_mul(10i128.saturating_pow(places)) / self.under, places)
    }

    fn shown(self) -> String {
        self.rounded(6).to_string()
    }
}

fn decimal(digits: i128, places: u32) -> Decimal {
    Decimal::whole(i64::try_from(digits).unwrap_or(i64::MAX)).shifted_down(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Localized, Spanned};

    fn figures(values: &[(&str, &str, &str)]) -> Vec<Figure> {
        let figure = |(id, value, unit): &(&str, &str, &str)| Figure {
            id: Text::from(*id),
            label: Localized::default(),
            value: Spanned::of(value.parse().expect("a number")),
            unit: Text::from(*unit),
            approx: None,
            equals: None,
        };
        values.iter().map(figure).collect()
    }

    fn rule(equation: &str, values: &[(&str, &str, &str)]) -> Option<&'static str> {
        one(equation, &by_id(&figures(values)), Place::File(RelPath::of("x.yaml"))).map(|d| d.rule)
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
}
