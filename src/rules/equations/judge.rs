//! Whether an equation holds between figures.

mod computed;

use std::collections::BTreeMap;

use crate::notice::Figure;
use crate::notice::equation::{Equation, EquationSlip, Operand, Relation};
use crate::say;
use crate::value::{Decimal, Ratio};
use computed::{Computed, side, too_large};

/// The values of a record by the names that equations have for them, each with its figure; of two with one name the first.
pub(super) type ByName<'a> = BTreeMap<String, (&'a Figure, Decimal)>;

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
