//! What figures of a record are made of: a whole, its parts, and what is left of it.
//!
//! A part belongs to its whole by a declared equation that is their sum (`concluded + pending = letters`) or by its own `of`. Both are read
//! here and nowhere else, so that rules, pages and downloads mean the same by a part. Figures that an equation brings together are not brought
//! together again by `of`; whatever else is `of` a whole in its unit makes up one more breakdown.

mod by_id;
mod declared;
mod names;
mod wholes;

use std::collections::{BTreeMap, BTreeSet};

pub use names::{by_name, id_in, named, names};
pub use wholes::Wholes;

use super::records::FigureRecord as Figure;
use crate::value::{Decimal, Inexact, Text};
use by_id::ById;
use declared::declared;

/// A whole and some of its parts.
#[derive(Clone, Debug)]
pub struct Breakdown<'a> {
    /// The whole.
    pub whole: &'a Figure,
    /// The parts, in the order of the record; at least one.
    pub parts: Vec<&'a Figure>,
    /// The equation that declares it; none if the parts do.
    pub equation: Option<&'a Text>,
    /// Whether the equation says that the source does not explain the rest.
    is_declared_unexplained: bool,
    /// Whether the whole is settled itself, or is part of what is.
    is_settled: bool,
}

impl<'a> Breakdown<'a> {
    /// What the parts come to; none beyond what can be computed.
    pub fn sum(&self) -> Option<Decimal> {
        self.parts.iter().try_fold(Decimal::whole(0), |sum, part| sum.checked_add(*part.value))
    }

    /// What is left of the whole beside its parts, if it can be said and anything is: computed, never guessed.
    pub fn rest(&self) -> Option<Inexact> {
        let rest = self.less(|_| true)?;
        (rest.value > Decimal::whole(0) && rest.approx().is_some()).then_some(rest)
    }

    /// Whether the parts are more than the whole, if it can be said of how exact they are.
    pub fn exceeds(&self) -> bool {
        self.less(|_| true).is_some_and(|rest| rest.value < Decimal::whole(0) && rest.is_none_left())
    }

    /// Whether it tells what became of the whole, not merely what is among it. Of what is settled itself nothing more
    /// is to be told.
    pub fn tells_fate(&self) -> bool {
        !self.is_settled && self.parts.iter().any(|part| part.kind.is_some())
    }

    /// Whether what is left is what the source does not explain: it should be among the parts, had the source said all.
    pub fn is_rest_unexplained(&self) -> bool {
        self.rest().is_some() && (self.is_declared_unexplained || self.tells_fate())
    }

    /// How much of the whole is not stated to be settled; none where no part says what became of it.
    pub fn missing(&self) -> Option<Inexact> {
        if self.tells_fate() { self.less(Figure::is_settled) } else { None }
    }

    /// The whole less some of its parts.
    fn less(&self, is_taken: impl Fn(&Figure) -> bool) -> Option<Inexact> {
        let mut taken = self.parts.iter().filter(|part| is_taken(part));
        taken.try_fold(self.whole.inexact(), |left, part| left.minus(part.inexact()))
    }
}

/// Returns every breakdown of a record, in the order of its wholes; of one whole those of equations first.
pub fn breakdowns<'a>(figures: &'a [Figure], equations: &'a [Text]) -> Vec<Breakdown<'a>> {
    let by_id = ById::of(figures);
    let mut found: Vec<Breakdown<'a>> = equations.iter().filter_map(|equation| declared(&by_id, equation)).collect();
    let pairs =
        found.iter().flat_map(|known| known.parts.iter().map(|part| (known.whole.id.as_str(), part.id.as_str())));
    let mut known: BTreeSet<(&str, &str)> = pairs.collect();
    let mut saying: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for part in figures {
        if let Some(of) = &part.of {
            saying.entry(of).or_default().push(part);
        }
    }
    for whole in figures {
        let parts = saying.get(whole.id.as_str()).into_iter().flatten().copied().filter(|part| is_part(part, whole));
        let parts: Vec<&Figure> =
            parts.filter(|part| !known.contains(&(whole.id.as_str(), part.id.as_str()))).collect();
        if !parts.is_empty() {
            known.extend(parts.iter().map(|part| (whole.id.as_str(), part.id.as_str())));
            found.push(Breakdown { whole, parts, equation: None, is_declared_unexplained: false, is_settled: false });
        }
    }
    found.sort_by_key(|breakdown| by_id.place(&breakdown.whole.id));
    let wholes = Wholes::of(figures, equations);
    for breakdown in &mut found {
        breakdown.is_settled = wholes.is_settled(breakdown.whole);
    }
    found
}

/// Returns whether a record has money with parts.
pub fn has_money(figures: &[Figure], equations: &[Text]) -> bool {
    // Most records have none at all, and this is asked of every one.
    figures.iter().any(Figure::is_money)
        && breakdowns(figures, equations).iter().any(|breakdown| breakdown.whole.is_money())
}

/// Returns whether a figure is a part of another that it is `of`: it is counted in its unit, or says what became of it and is counted alike.
pub fn is_part(part: &Figure, whole: &Figure) -> bool {
    let is_counted = part.unit == whole.unit || part.kind.is_some() && are_alike(part, whole);
    part.of.as_ref() == Some(&whole.id) && part.id != whole.id && is_counted
}

/// Returns whether two figures can be added up: 57名 and 10人 can, money and cases cannot, nor can shares and anything else.
pub fn are_alike(a: &Figure, b: &Figure) -> bool {
    let is_apart =
        |figure: &Figure| figure.is_money() || matches!(figure.unit.as_str(), "percent" | "percentage-points");
    a.unit == b.unit || !is_apart(a) && !is_apart(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceTree, yaml};
    use crate::value::RelPath;

    /// Figures as a record writes them: id, value, unit and whatever else.
    pub(super) fn figures(lines: &[&str]) -> Vec<Figure> {
        let schema = yaml::schema_of::<Figure>();
        let one = |line: &&str| {
            let text = format!("{{label: {{en: A}}, {line}}}\n");
            let tree = SourceTree::of([("figure.yaml", text.as_bytes())]);
            let read = yaml::record::<Figure>(&tree, &RelPath::of("figure.yaml"), &schema);
            read.value.unwrap_or_else(|| panic!("{line}: {:?}", read.diagnostics))
        };
        lines.iter().map(one).collect()
    }

    /// What a record is made of: `whole = part + part, rest`.
    fn told(lines: &[&str], equations: &[&str]) -> Vec<String> {
        let (figures, equations) = (figures(lines), equations.iter().map(|text| Text::from(*text)).collect::<Vec<_>>());
        let of = |breakdown: &Breakdown<'_>| {
            let parts: Vec<&str> = breakdown.parts.iter().map(|part| part.id.as_str()).collect();
            let number = |number: Option<Inexact>| match number.map(|number| (number.approx(), number.value)) {
                None => "-".to_owned(),
                Some((None, _)) => "open".to_owned(),
                Some((Some(None), value)) => value.to_string(),
                Some((Some(Some(approx)), value)) => format!("{} {value}", approx.word()),
            };
            let (rest, missing) = (number(breakdown.rest()), number(breakdown.missing()));
            let mark = if breakdown.is_rest_unexplained() { "?" } else { "" };
            format!("{} = {}, rest {rest}{mark}, missing {missing}", breakdown.whole.id, parts.join(" + "))
        };
        breakdowns(&figures, &equations).iter().map(of).collect()
    }

    const DEPOSITS: [&str; 3] = [
        "id: all, value: 666.2, unit: CNY",
        "id: taken, value: 282.8, unit: CNY, of: all, kind: done",
        "id: court, value: 304, unit: CNY, of: all, kind: in-court",
    ];

    #[test]
    fn parts_that_say_of_what() {
        assert_eq!(told(&DEPOSITS, &[]), ["all = taken + court, rest 79.4?, missing 383.4"]);
        let among = ["id: paid, value: 10, unit: CNY", "id: old, value: 4, unit: CNY, of: paid"];
        assert_eq!(told(&among, &[]), ["paid = old, rest 6, missing -"]);
    }

    #[test]
    fn an_equation_and_its_parts_are_one_breakdown() {
        let expected = ["all = taken + court, rest 79.4?, missing 383.4"];
        for equation in
            ["taken + court + unexplained = all", "all = taken + court + 未说明", "all ＝ taken ＋ court + unexplained"]
        {
            assert_eq!(told(&DEPOSITS, &[equation]), expected, "{equation}");
        }
        let kinds = [
            "id: all, value: 9, unit: case",
            "id: a, value: 4, unit: case, kind: done",
            "id: b, value: 5, unit: case, kind: pending",
        ];
        assert_eq!(told(&kinds, &["a + b = all"]), ["all = a + b, rest -, missing 5"]);
    }

    #[test]
    fn what_overlaps_is_told_apart_by_equations() {
        let letters = [
            "id: all, value: 229, unit: case",
            "id: twice, value: 32, unit: case, of: all",
            "id: done, value: 224, unit: case, kind: done",
            "id: open, value: 5, unit: case, kind: pending",
        ];
        let expected = ["all = done + open, rest -, missing 5", "all = twice, rest 197, missing -"];
        assert_eq!(told(&letters, &["done + open = all"]), expected);
    }

    #[test]
    fn what_is_no_sum_of_figures_is_no_breakdown() {
        let all = [
            "id: a, value: 3, unit: case",
            "id: b, value: 2, unit: case",
            "id: m, value: 5, unit: CNY",
            "id: r, value: 66.7, unit: percent",
        ];
        for equation in
            ["a = b + 1", "a - b = 1", "b / a = r", "a >= b", "a = b", "a + b = m", "2 * b + a = 7", "a + = b"]
        {
            assert_eq!(told(&all, &[equation]), [""; 0], "{equation}");
        }
        let beside = ["id: cases, value: 15, unit: case", "id: fines, value: 9000, unit: CNY, of: cases"];
        assert_eq!(told(&beside, &[]), [""; 0]);
        assert_eq!(told(&["id: a, value: 3, unit: case, of: a"], &[]), [""; 0]);
    }

    #[test]
    fn people_counted_by_several_words_can_be_added() {
        let people = ["id: all, value: 57, unit: official", "id: talks, value: 11, unit: person, of: all, kind: done"];
        assert_eq!(told(&people, &[]), ["all = talks, rest 46?, missing 46"]);
    }

    /// A whole and a part of it that is recovered.
    fn recovered(whole: &str, part: &str) -> [String; 2] {
        let figure = |words: &str| match words.split_once(' ') {
            Some((approx, value)) => format!("value: {value}, approx: {approx}, unit: CNY"),
            None => format!("value: {words}, unit: CNY"),
        };
        [format!("id: all, {}", figure(whole)), format!("id: a, {}, of: all, kind: recovered", figure(part))]
    }

    #[test]
    fn of_what_is_not_exact_bounds_are_left() {
        for (whole, part, rest) in [
            ("10", "10", "rest -, missing 0"),
            ("10", "nearly 10", "rest -, missing at-least 0"),
            ("over 10", "nearly 10", "rest -, missing at-least 0"),
            ("at-most 10", "about 10", "rest -, missing open"),
            ("at-least 10", "at-most 9", "rest at-least 1?, missing at-least 1"),
            ("at-least 10", "at-least 9", "rest -, missing open"),
            ("10", "over 8", "rest at-most 2?, missing at-most 2"),
            ("100", "over 72", "rest nearly 28?, missing nearly 28"),
            ("11", "nearly 8", "rest over 3?, missing over 3"),
            ("about 10", "9", "rest about 1?, missing about 1"),
        ] {
            let lines = recovered(whole, part);
            let expected = format!("all = a, {rest}");
            assert_eq!(told(&lines.each_ref().map(String::as_str), &[]), [expected], "{whole} {part}");
        }
    }

    #[test]
    fn parts_that_surely_exceed_their_whole() {
        for (whole, part, exceeds) in [
            ("200", "300", true),
            ("over 200", "300", false),
            ("at-least 200", "300", false),
            ("at-most 200", "300", true),
            ("200", "at-least 300", true),
            ("200", "about 300", false),
            ("200", "200", false),
        ] {
            let lines = recovered(whole, part);
            let figures = figures(&lines.each_ref().map(String::as_str));
            assert_eq!(breakdowns(&figures, &[])[0].exceeds(), exceeds, "{whole} {part}");
        }
    }

    #[test]
    fn of_what_is_settled_itself_nothing_is_missing() {
        let wages = |kinds: [&str; 3]| {
            [
                "id: due, value: 3000, unit: CNY".to_owned(),
                format!("id: paid, value: 2000, unit: CNY, of: due{}", kinds[0]),
                format!("id: firm, value: 1500, unit: CNY, of: paid{}", kinds[1]),
                format!("id: workers, value: 500, unit: CNY, of: firm{}", kinds[2]),
            ]
        };
        let (done, pending) = (", kind: done", ", kind: pending");
        for (kinds, expected) in [
            ([done, done, ""], ["rest 1000?, missing 1000", "rest 500, missing -", "rest 1000, missing -"]),
            ([done, "", done], ["rest 1000?, missing 1000", "rest 500, missing -", "rest 1000, missing -"]),
            ([done, pending, done], ["rest 1000?, missing 1000", "rest 500, missing -", "rest 1000?, missing 1000"]),
            ([pending, done, ""], ["rest 1000?, missing 3000", "rest 500?, missing 500", "rest 1000, missing -"]),
        ] {
            let lines = wages(kinds);
            let found = told(&lines.each_ref().map(String::as_str), &[]);
            let names = ["due = paid", "paid = firm", "firm = workers"];
            let expected: Vec<String> =
                names.iter().zip(expected).map(|(name, rest)| format!("{name}, {rest}")).collect();
            assert_eq!(found, expected, "{kinds:?}");
        }
        let declared = [
            "id: all, value: 9, unit: CNY, kind: done",
            "id: a, value: 4, unit: CNY, kind: done",
            "id: b, value: 2, unit: CNY, of: a, kind: done",
        ];
        let expected = ["all = a, rest 5?, missing -", "a = b, rest 2, missing -"];
        assert_eq!(told(&declared, &["a + unexplained = all"]), expected);
        let circle = ["id: a, value: 4, unit: CNY, of: b", "id: b, value: 4, unit: CNY, of: a"];
        assert_eq!(told(&circle, &[]), ["a = b, rest -, missing -", "b = a, rest -, missing -"]);
    }
}
