//! A text clause by clause, and the figures of each.

use std::collections::BTreeMap;

use crate::text::locale::Rules;
use crate::text::markdown::OBJECT;
use crate::text::quantity::{self, Form, Quantity};
use crate::value::Decimal;

/// The figures of a clause, by their place among those of the text; none where one is quoted by name.
pub(super) type ClauseFigures = Vec<Option<usize>>;

/// A text and its clauses, by their words without figures.
pub(super) struct ReadText<'a> {
    pub(super) text: &'a str,
    pub(super) figures: Vec<Quantity>,
    pub(super) clauses: BTreeMap<String, Vec<ClauseFigures>>,
}

impl<'a> ReadText<'a> {
    pub(super) fn of(text: &'a str, rules: &Rules) -> ReadText<'a> {
        let mut figures = quantity::read(text, rules);
        figures.retain(|figure| matches!(figure.form, Form::Digits | Form::CountingWord));
        let mut read = ReadText { text, figures, clauses: BTreeMap::new() };
        let (mut words, mut in_clause) = (String::new(), Vec::new());
        let (mut at, mut next) = (0, 0);
        while let Some(c) = text[at..].chars().next() {
            if let Some(figure) = read.figures.get(next).filter(|figure| figure.range.start <= at) {
                at = figure.range.end.max(at);
                words.push(OBJECT);
                in_clause.push(Some(next));
                next += 1;
                continue;
            }
            at += c.len_utf8();
            if c == OBJECT {
                in_clause.push(None);
            }
            if ends_clause(c, &text[at..]) {
                read.add(std::mem::take(&mut words), std::mem::take(&mut in_clause));
            } else if !c.is_whitespace() {
                words.push(c);
            }
        }
        read.add(words, in_clause);
        read
    }

    /// Adds a clause if it has figures and says what they are of.
    pub(super) fn add(&mut self, words: String, figures: ClauseFigures) {
        const FEWEST_LETTERS: usize = 2;
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= FEWEST_LETTERS && !figures.is_empty() {
            self.clauses.entry(words).or_default().push(figures);
        }
    }

    /// Returns the values of a clause, each with its unit.
    pub(super) fn values(&self, clause: &ClauseFigures) -> Vec<Option<(&str, Decimal)>> {
        let value = |at: &usize| (self.figures[*at].kind.base_code(), self.figures[*at].base_value());
        clause.iter().map(|at| at.as_ref().map(value)).collect()
    }
}

/// Returns whether a clause ends with a character, before what follows.
pub(super) fn ends_clause(c: char, behind: &str) -> bool {
    match c {
        '。' | '；' | '！' | '？' | '，' | '、' | '：' | ';' | '!' | '?' | ':' | '\n' => true,
        '.' | ',' => behind.is_empty() || behind.starts_with(char::is_whitespace),
        _ => false,
    }
}
