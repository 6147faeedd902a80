//! The signs and words that an equation is written in.

use std::ops::Range;

use super::slip::how_to_write;
use super::{EquationSlip, Relation};
use crate::say;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
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
pub(super) enum EquationToken<'a> {
    Word(&'a str),
    Sign(Sign),
}

pub(super) fn tokens(text: &str) -> Result<Vec<(Range<usize>, EquationToken<'_>)>, EquationSlip> {
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
