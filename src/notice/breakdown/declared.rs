//! The breakdown that an equation declares: a sum of figures that is another figure.

use super::by_id::ById;
use super::{Breakdown, are_alike};
use crate::notice::equation::{self, EquationSide, Expression, Relation};
use crate::value::Text;

/// Returns the breakdown that an equation declares: a sum of figures that is another figure.
pub(super) fn declared<'a>(figures: &ById<'a>, equation: &'a Text) -> Option<Breakdown<'a>> {
    let read =
        equation::read(equation).ok().filter(|read| read.relation == Relation::Equal && read.tolerance.is_none())?;
    let of = |sum: &EquationSide<'_>, whole: &EquationSide<'_>| {
        let whole = terms(&whole.sum).filter(|terms| terms.len() == 1 && !whole.unexplained)?;
        let (whole, names) = (figures.get(whole[0])?, terms(&sum.sum)?);
        let parts = names.iter().map(|name| figures.get(name)).collect::<Option<Vec<_>>>()?;
        let is_sum = parts.len() > 1 || sum.unexplained;
        let can_be_added = parts.iter().all(|part| are_alike(part, whole) && part.id != whole.id);
        (is_sum && can_be_added).then_some(Breakdown {
            whole,
            parts,
            equation: Some(equation),
            is_declared_unexplained: sum.unexplained,
            is_settled: false,
        })
    };
    of(&read.left, &read.right).or_else(|| of(&read.right, &read.left))
}

/// Returns the words of a plain sum of words.
fn terms<'t>(sum: &Expression<'t>) -> Option<Vec<&'t str>> {
    match sum {
        Expression::Word(word) => Some(vec![word.text]),
        Expression::Product(factors) => match &factors[..] {
            [(false, only)] => terms(only),
            _ => None,
        },
        Expression::Sum(terms_of) => {
            let each = terms_of.iter().map(|(minus, term)| terms(term).filter(|_| !minus));
            Some(each.collect::<Option<Vec<_>>>()?.concat())
        }
    }
}
