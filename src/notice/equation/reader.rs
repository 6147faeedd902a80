//! The grammar: which words and signs follow each other, one function a line of it.

use std::ops::Range;

use super::slip::slip;
use super::tokens::{EquationToken, Sign};
use super::{Equation, EquationSide, EquationSlip, Expression, Operand};
use crate::say;

/// The words for a remainder that the source does not explain.
const UNEXPLAINED: [&str; 2] = ["unexplained", "未说明"];

/// How deep brackets may go.
const DEPTH: usize = 20;

pub(super) struct EquationReader<'t, 'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'t [(Range<usize>, EquationToken<'a>)],
    pub(super) at: usize,
}

impl<'a> EquationReader<'_, 'a> {
    fn sign(&self) -> Option<Sign> {
        match self.tokens.get(self.at) {
            Some((_, EquationToken::Sign(sign))) => Some(*sign),
            _ => None,
        }
    }

    fn take(&mut self, wanted: Sign) -> bool {
        let taken = self.sign() == Some(wanted);
        self.at += usize::from(taken);
        taken
    }

    pub(super) fn equation(&mut self) -> Result<Equation<'a>, EquationSlip> {
        let left = self.side()?;
        let Some(Sign::Compare(relation)) = self.sign() else { return Err(self.unexpected()) };
        self.at += 1;
        let right = self.side()?;
        let tolerance = if self.take(Sign::PlusMinus) { Some(self.word()?) } else { None };
        if left.unexplained && right.unexplained {
            let text = self.text;
            return Err(slip(
                0..text.len(),
                say!("等式“{text}”两边都有未说明的部分", "both sides of `{text}` have an unexplained remainder"),
            ));
        }
        Ok(Equation { left, relation, right, tolerance })
    }

    /// Returns a sum that may have `+ unexplained` among its terms.
    fn side(&mut self) -> Result<EquationSide<'a>, EquationSlip> {
        let mut unexplained = false;
        let sum = self.sum(0, &mut Some(&mut unexplained))?;
        Ok(EquationSide { sum, unexplained })
    }

    fn sum(&mut self, depth: usize, unexplained: &mut Option<&mut bool>) -> Result<Expression<'a>, EquationSlip> {
        let mut terms = Vec::new();
        let mut minus = false;
        loop {
            match unexplained {
                Some(there) if !minus && !terms.is_empty() && !**there && self.is_unexplained() => {
                    **there = true;
                    self.at += 1;
                }
                _ => terms.push((minus, self.product(depth)?)),
            }
            minus = match self.sign() {
                Some(Sign::Plus) => false,
                Some(Sign::Minus) => true,
                _ => return Ok(Expression::Sum(terms)),
            };
            self.at += 1;
        }
    }

    fn is_unexplained(&self) -> bool {
        matches!(self.tokens.get(self.at), Some((_, EquationToken::Word(word))) if UNEXPLAINED.contains(word))
    }

    fn product(&mut self, depth: usize) -> Result<Expression<'a>, EquationSlip> {
        let mut factors = vec![(false, self.part(depth)?)];
        loop {
            let over = match self.sign() {
                Some(Sign::Times) => false,
                Some(Sign::Over) => true,
                _ => return Ok(Expression::Product(factors)),
            };
            self.at += 1;
            factors.push((over, self.part(depth)?));
        }
    }

    fn part(&mut self, depth: usize) -> Result<Expression<'a>, EquationSlip> {
        if self.sign() == Some(Sign::Open) && depth < DEPTH {
            self.at += 1;
            let sum = self.sum(depth + 1, &mut None)?;
            return if self.take(Sign::Close) { Ok(sum) } else { Err(self.unexpected()) };
        }
        self.word().map(Expression::Word)
    }

    fn word(&mut self) -> Result<Operand<'a>, EquationSlip> {
        let text = self.text;
        match self.tokens.get(self.at) {
            Some((range, EquationToken::Word(word))) if UNEXPLAINED.contains(word) => Err(slip(
                range.clone(),
                say!(
                    "等式“{text}”里，未说明的部分只能写成 + 未说明，接在一边的最后",
                    "in `{text}` the unexplained remainder can only be `+ unexplained` after the other terms of one side"
                ),
            )),
            Some((range, EquationToken::Word(text))) => {
                self.at += 1;
                Ok(Operand { text, range: range.clone() })
            }
            _ => Err(self.unexpected()),
        }
    }

    pub(super) fn unexpected(&self) -> EquationSlip {
        let text = self.text;
        match self.tokens.get(self.at) {
            None => slip(0..text.len(), say!("等式“{text}”没有写完", "the equation `{text}` is not complete")),
            Some((range, _)) => {
                let what = &text[range.clone()];
                slip(
                    range.clone(),
                    say!("等式“{text}”里的“{what}”放错了地方", "`{what}` is out of place in the equation `{text}`"),
                )
            }
        }
    }
}
