//! Whether an equation holds between figures.

use std::collections::BTreeMap;

use crate::notice::Figure;
use crate::notice::equation::{Equation, EquationSide, EquationSlip, Expression, Operand, Relation};
use crate::say;
use crate::value::{Decimal, Ratio};

/// The values of a record by the names that equations have for them, each with its figure; of two with one name the first.
pub(super) type ByName<'a> = BTreeMap<String, (&'a Figure, Decimal)>;

/// How many ids a message lists.
const LISTED: usize = 20;
/// With how many places a message shows what has many.
const PLACES: u32 = 6;

/// What there is to say of an equation.
#[derive(Debug)]
pub(super) enum Verdict {
    Holds,
    /// The sides as they are, for a message.
    Differs(String, String),
    /// The rate as it is stated, cut off, and as it is rounded.
    CutOff(Decimal, Decimal),
    /// What the source does not explain.
    Remainder(String),
    /// A remainder is declared and there is none.
    NoRemainder,
    /// It cannot be computed.
    Slip(EquationSlip),
}

/// A side of an equation, computed.
struct Computed<'a> {
    value: Ratio,
    divides: bool,
    figures: Vec<(&'a Figure, Decimal)>,
}

impl Computed<'_> {
    /// Returns whether it is stated in per cent: all its figures are, and nothing is divided.
    fn is_percentage(&self) -> bool {
        !self.figures.is_empty() && !self.divides && self.figures.iter().all(|(figure, _)| is_percent(figure))
    }

    /// Returns whether it is a share that must be written as a percentage.
    fn is_share(&self) -> bool {
        self.divides && !self.figures.iter().any(|(figure, _)| is_percent(figure))
    }

    fn places(&self) -> u32 {
        self.figures.iter().map(|(_, value)| value.places()).max().unwrap_or(0)
    }
}

fn is_percent(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "percent" | "percentage-points")
}

/// Judges an equation that could be read.
pub(super) fn judge<'a>(text: &str, equation: &Equation<'_>, figures: &ByName<'a>) -> Verdict {
    let computed = || {
        let left = side(text, &equation.left, figures)?;
        let right = side(text, &equation.right, figures)?;
        let tolerance = equation.tolerance.as_ref().map(|word| tolerance(text, word)).transpose()?;
        compare(equation, &left, &right, tolerance).ok_or_else(|| too_large(text))
    };
    computed().unwrap_or_else(Verdict::Slip)
}

fn compare(
    equation: &Equation<'_>,
    left: &Computed<'_>,
    right: &Computed<'_>,
    tolerance: Option<Ratio>,
) -> Option<Verdict> {
    let (share, stated) = if right.is_percentage() { (left, right) } else { (right, left) };
    if !(share.is_share() && stated.is_percentage()) {
        return weigh(equation, [left.value, right.value], tolerance, "");
    }
    let percent = share.value.times(Ratio::whole(100))?;
    let rounded = percent.rounded(stated.places())?;
    let exact = Ratio::of(rounded)?;
    let sides = if std::ptr::eq(share, left) { [exact, stated.value] } else { [stated.value, exact] };
    let verdict = weigh(equation, sides, tolerance, "%")?;
    let plain = !equation.left.unexplained && !equation.right.unexplained;
    let is_cut = percent.cut(stated.places()).and_then(Ratio::of) == Some(stated.value);
    Some(match verdict {
        Verdict::Differs(..) if is_cut && plain && equation.relation == Relation::Equal => {
            Verdict::CutOff(stated.value.rounded(stated.places())?, rounded)
        }
        other => other,
    })
}

/// Compares the values of both sides.
fn weigh(equation: &Equation<'_>, [left, right]: [Ratio; 2], tolerance: Option<Ratio>, unit: &str) -> Option<Verdict> {
    let gap = right.minus(left)?;
    let within = tolerance.is_some_and(|tolerance| gap.abs() <= tolerance);
    let rest = match (equation.left.unexplained, equation.right.unexplained) {
        (true, _) => Some(gap),
        (_, true) => Some(left.minus(right)?),
        _ => None,
    };
    let holds = match equation.relation {
        Relation::Equal => left == right,
        Relation::AtLeast => left >= right,
        Relation::AtMost => left <= right,
    };
    Some(match rest {
        Some(rest) if rest == Ratio::ZERO => Verdict::NoRemainder,
        Some(rest) if rest > Ratio::ZERO && equation.relation == Relation::Equal => {
            Verdict::Remainder(rest.shown(PLACES) + unit)
        }
        None if holds || within => Verdict::Holds,
        _ => Verdict::Differs(left.shown(PLACES) + unit, right.shown(PLACES) + unit),
    })
}

fn side<'a>(text: &str, side: &EquationSide<'_>, figures: &ByName<'a>) -> Result<Computed<'a>, EquationSlip> {
    let mut computed = Computed { value: Ratio::ZERO, divides: false, figures: Vec::new() };
    computed.value = compute(text, &side.sum, figures, &mut computed)?;
    Ok(computed)
}

fn compute<'a>(
    text: &str,
    expression: &Expression<'_>,
    figures: &ByName<'a>,
    of: &mut Computed<'a>,
) -> Result<Ratio, EquationSlip> {
    match expression {
        Expression::Word(word) => number(text, word, figures, of),
        Expression::Sum(terms) => terms.iter().try_fold(Ratio::ZERO, |sum, (minus, term)| {
            let term = compute(text, term, figures, of)?;
            if *minus { sum.minus(term) } else { sum.plus(term) }.ok_or_else(|| too_large(text))
        }),
        Expression::Product(factors) => factors.iter().try_fold(Ratio::whole(1), |product, (over, factor)| {
            let factor = compute(text, factor, figures, of)?;
            of.divides |= over;
            match over {
                true if factor == Ratio::ZERO => Err(by_nought(text)),
                true => product.divided_by(factor).ok_or_else(|| too_large(text)),
                false => product.times(factor).ok_or_else(|| too_large(text)),
            }
        }),
    }
}

fn number<'a>(
    text: &str,
    word: &Operand<'_>,
    figures: &ByName<'a>,
    of: &mut Computed<'a>,
) -> Result<Ratio, EquationSlip> {
    let value = match figures.get(word.text).copied() {
        Some((figure, value)) => {
            of.figures.push((figure, value));
            value
        }
        None => word.text.parse().map_err(|_| unknown(word, figures))?,
    };
    Ratio::of(value).ok_or_else(|| too_large(text))
}

fn tolerance(text: &str, word: &Operand<'_>) -> Result<Ratio, EquationSlip> {
    let number: Decimal = word.text.parse().map_err(|_| {
        let what = word.text;
        EquationSlip {
            range: word.range.clone(),
            message: say!("± 后面的“{what}”不是数", "`{what}` after ± is not a number"),
            help: say!("请写允许相差多少，如 ± 0.01", "write by how much the sides may differ: ± 0.01"),
        }
    })?;
    Ratio::of(number).ok_or_else(|| too_large(text))
}

fn unknown(word: &Operand<'_>, figures: &ByName<'_>) -> EquationSlip {
    let (range, word) = (word.range.clone(), word.text);
    let mut known = figures.keys().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    known.push_str(if figures.len() > LISTED { " …" } else { "" });
    let is_value = |part: &str| figures.contains_key(part) || part.parse::<Decimal>().is_ok();
    let is_difference = |(at, _): (usize, &str)| is_value(&word[..at]) && is_value(&word[at + 1..]);
    let help = match word.match_indices('-').find(|hyphen| is_difference(*hyphen)) {
        Some((at, _)) => {
            let (left, right) = (&word[..at], &word[at + 1..]);
            say!("减号两边要空一格：{left} - {right}", "put a space on both sides of a minus: {left} - {right}")
        }
        None => say!(
            "这条记录的数据有：{known}；运算符可用 + - * / 和括号",
            "the figures of this record are: {known}; operators are + - * / and brackets"
        ),
    };
    let message = say!(
        "等式里的“{word}”不是数据标识，也不是数",
        "`{word}` in the equation is neither the id of a figure nor a number"
    );
    EquationSlip { range, message, help }
}

fn by_nought(text: &str) -> EquationSlip {
    EquationSlip {
        range: 0..text.len(),
        message: say!("等式“{text}”里除以了 0", "the equation `{text}` divides by 0"),
        help: say!("请核对除号后面的数据", "check the figure after the division sign"),
    }
}

fn too_large(text: &str) -> EquationSlip {
    EquationSlip {
        range: 0..text.len(),
        message: say!(
            "等式“{text}”里的数太大，算不了",
            "the numbers of the equation `{text}` are too large to compute with"
        ),
        help: say!("请把等式拆成几条", "write several equations in its place"),
    }
}
