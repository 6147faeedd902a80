//! A side of an equation, computed from the figures that it names.

use super::ByName;
use crate::notice::Figure;
use crate::notice::equation::{EquationSide, EquationSlip, Expression, Operand};
use crate::say;
use crate::value::{Decimal, Ratio};

/// How many ids a message lists.
const LISTED: usize = 20;

/// A side of an equation, computed.
pub(super) struct Computed<'a> {
    pub(super) value: Ratio,
    divides: bool,
    figures: Vec<(&'a Figure, Decimal)>,
}

impl Computed<'_> {
    /// Returns whether it is stated in per cent: all its figures are, and nothing is divided.
    pub(super) fn is_percentage(&self) -> bool {
        !self.figures.is_empty() && !self.divides && self.figures.iter().all(|(figure, _)| is_percent(figure))
    }

    /// Returns whether it is a share that must be written as a percentage.
    pub(super) fn is_share(&self) -> bool {
        self.divides && !self.figures.iter().any(|(figure, _)| is_percent(figure))
    }

    pub(super) fn places(&self) -> u32 {
        self.figures.iter().map(|(_, value)| value.places()).max().unwrap_or(0)
    }
}

fn is_percent(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "percent" | "percentage-points")
}

pub(super) fn side<'a>(
    text: &str,
    side: &EquationSide<'_>,
    figures: &ByName<'a>,
) -> Result<Computed<'a>, EquationSlip> {
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

pub(super) fn too_large(text: &str) -> EquationSlip {
    EquationSlip {
        range: 0..text.len(),
        message: say!(
            "等式“{text}”里的数太大，算不了",
            "the numbers of the equation `{text}` are too large to compute with"
        ),
        help: say!("请把等式拆成几条", "write several equations in its place"),
    }
}
