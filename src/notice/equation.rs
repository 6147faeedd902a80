//! What an equation says, and the first slip in one that cannot be read.
//!
//! ```text
//! equation  = sum ("=" | ">=" | "<=") sum [("±" | "+-") number]
//! sum       = product { ("+" | "-") product }       "+ unexplained" on one side only
//! product   = part { ("*" | "/") part }
//! part      = id | number | "(" sum ")"
//! ```
//!
//! Signs may be written as Chinese input methods give them: ＝ ≥ ≤ ＋ － × ÷ （ ）; `unexplained` may be 未说明. A hyphen
//! inside a word belongs to it (`in-progress`), so a minus has a space beside it.

mod reader;
mod slip;
mod tokens;

use std::ops::Range;

pub use slip::EquationSlip;

use reader::EquationReader;
use tokens::tokens;

/// An equation.
#[derive(Debug)]
pub struct Equation<'a> {
    /// The left side.
    pub left: EquationSide<'a>,
    /// How the sides compare.
    pub relation: Relation,
    /// The right side.
    pub right: EquationSide<'a>,
    /// By how much the sides may differ: a number, and where it stands.
    pub tolerance: Option<Operand<'a>>,
}

/// A side of an equation.
#[derive(Debug)]
pub struct EquationSide<'a> {
    /// What is added up.
    pub sum: Expression<'a>,
    /// Whether a remainder belongs to it that the source does not explain.
    pub unexplained: bool,
}

/// How the sides compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They are the same.
    Equal,
    /// The left is as much or more.
    AtLeast,
    /// The left is as much or less.
    AtMost,
}

/// The id of a figure or a number, and where it stands in the equation.
#[derive(Clone, Debug)]
pub struct Operand<'a> {
    /// The word.
    pub text: &'a str,
    /// Its bytes in the equation.
    pub range: Range<usize>,
}

/// What is computed.
#[derive(Debug)]
pub enum Expression<'a> {
    /// A figure or a number.
    Word(Operand<'a>),
    /// Terms; whether each is subtracted.
    Sum(Vec<(bool, Expression<'a>)>),
    /// Factors; whether each divides.
    Product(Vec<(bool, Expression<'a>)>),
}

/// Returns what an equation says, or the first slip in it.
pub fn read(text: &str) -> Result<Equation<'_>, EquationSlip> {
    let tokens = tokens(text)?;
    let mut reader = EquationReader { text, tokens: &tokens, at: 0 };
    let equation = reader.equation()?;
    match reader.tokens.get(reader.at) {
        None => Ok(equation),
        Some(_) => Err(reader.unexpected()),
    }
}
