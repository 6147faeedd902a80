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

use std::ops::Range;

use crate::diagnostic::Message;
use crate::say;

/// The words for a remainder that the source does not explain.
const UNEXPLAINED: [&str; 2] = ["unexplained", "未说明"];
/// How deep brackets may go.
const DEPTH: usize = 20;

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

/// What is wrong in an equation, and where.
#[derive(Debug)]
pub struct EquationSlip {
    /// The bytes that are wrong.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub help: Message,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    PlusMinus,
    Compare(Relation),
}

/// Every sign in every way to write it, longer ones first.
const SIGNS: &[(&str, Sign)] = &[
    ("+/-", Sign::PlusMinus),
    ("+-", Sign::PlusMinus),
    ("±", Sign::PlusMinus),
    (">=", Sign::Compare(Relation::AtLeast)),
    ("≥", Sign::Compare(Relation::AtLeast)),
    ("≧", Sign::Compare(Relation::AtLeast)),
    ("<=", Sign::Compare(Relation::AtMost)),
    ("≤", Sign::Compare(Relation::AtMost)),
    ("≦", Sign::Compare(Relation::AtMost)),
    ("=", Sign::Compare(Relation::Equal)),
    ("＝", Sign::Compare(Relation::Equal)),
    ("+", Sign::Plus),
    ("＋", Sign::Plus),
    ("-", Sign::Minus),
    ("－", Sign::Minus),
    ("−", Sign::Minus),
    ("*", Sign::Times),
    ("×", Sign::Times),
    ("/", Sign::Over),
    ("／", Sign::Over),
    ("÷", Sign::Over),
    ("(", Sign::Open),
    ("（", Sign::Open),
    (")", Sign::Close),
    ("）", Sign::Close),
];

#[derive(Debug)]
enum EquationToken<'a> {
    Word(&'a str),
    Sign(Sign),
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

fn tokens(text: &str) -> Result<Vec<(Range<usize>, EquationToken<'_>)>, EquationSlip> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = if c.is_whitespace() {
            c.len_utf8()
        } else if let Some((written, sign)) = SIGNS.iter().find(|(written, _)| text[at..].starts_with(written)) {
            tokens.push((at..at + written.len(), EquationToken::Sign(*sign)));
            written.len()
        } else {
            let length = word(&text[at..]);
            if length == 0 {
                return Err(stray(text, at, c));
            }
            tokens.push((at..at + length, EquationToken::Word(&text[at..at + length])));
            length
        };
        at += length;
    }
    Ok(tokens)
}

/// Returns how long the word is that a text begins with.
fn word(text: &str) -> usize {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_');
    let mut end = 0;
    while let Some(c) = text[end..].chars().next() {
        let joins = c == '-' && end > 0 && text[end + 1..].starts_with(is_letter);
        if !is_letter(c) && !joins {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn stray(text: &str, at: usize, c: char) -> EquationSlip {
    let help = match c {
        ',' | '，' => say!("数里不写逗号，如 1476000", "numbers have no commas: 1476000"),
        '%' | '％' => say!(
            "百分数请先写进 figures，单位为 percent，再用它的标识",
            "state the percentage under figures with the unit percent and use its id"
        ),
        _ => how_to_write(),
    };
    EquationSlip {
        range: at..at + c.len_utf8(),
        message: say!("等式“{text}”里不能有“{c}”", "`{c}` does not belong in the equation `{text}`"),
        help,
    }
}

fn how_to_write() -> Message {
    say!(
        "请写成 甲 + 乙 = 丙：用数据标识和数，可用 + - * / ( )，比较用 = >= <=，末尾可写 ± 0.01",
        "write `a + b = c` with ids of figures and numbers, + - * / ( ), one of = >= <=, and `± 0.01` at the end if need be"
    )
}

fn slip(range: Range<usize>, message: Message) -> EquationSlip {
    EquationSlip { range, message, help: how_to_write() }
}

struct EquationReader<'t, 'a> {
    text: &'a str,
    tokens: &'t [(Range<usize>, EquationToken<'a>)],
    at: usize,
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

    fn equation(&mut self) -> Result<Equation<'a>, EquationSlip> {
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

    fn unexpected(&self) -> EquationSlip {
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
