//! The addresses in a style sheet that something is loaded from.

use std::ops::Range;

use cssparser::Token;

use super::{StyleFault, StyleSheet, is_opening};

/// An address that a sheet loads something from.
#[derive(Debug, PartialEq)]
pub(in crate::theme) struct Address {
    /// Where it stands: a string with its quotes, or `url(…)` without quotes.
    pub(in crate::theme) range: Range<usize>,
    /// The address, escapes undone.
    pub(in crate::theme) text: String,
    /// Whether it stands in a `url(…)` without quotes.
    pub(in crate::theme) is_bare: bool,
    /// Whether another sheet is loaded from it.
    pub(in crate::theme) is_import: bool,
}

impl<'i> StyleSheet<'i> {
    /// Returns the addresses in it, and everything that keeps it from being read, each in order.
    pub(in crate::theme) fn addresses(&self) -> (Vec<Address>, Vec<(StyleFault, Range<usize>)>) {
        let mut finder = Finder::default();
        for (token, range) in &self.tokens {
            finder.see(token, range.clone());
        }
        let composed = finder.composed.into_iter().map(|range| (StyleFault::Composed, range));
        let mut faults: Vec<_> = self.faults.iter().cloned().chain(composed).collect();
        faults.sort_by_key(|(_, range)| range.start);
        (finder.found, faults)
    }
}

/// Looks for addresses, token by token.
#[derive(Default)]
struct Finder {
    /// The functions around the token, in small letters; other brackets have no name.
    around: Vec<String>,
    /// The rule that begins with `@` whose head is being read, and how deep it stands.
    rule: Option<(String, usize)>,
    found: Vec<Address>,
    composed: Vec<Range<usize>>,
}

impl Finder {
    fn see(&mut self, token: &Token<'_>, range: Range<usize>) {
        let is_own = self.rule.as_ref().is_some_and(|(_, depth)| *depth == self.around.len());
        match token {
            Token::AtKeyword(name) => self.rule = Some((name.to_ascii_lowercase(), self.around.len())),
            Token::Semicolon | Token::CurlyBracketBlock if is_own => self.rule = None,
            Token::UnquotedUrl(text) => self.address(text, range.clone(), true),
            Token::QuotedString(text) if self.is_address(is_own) => self.address(text, range.clone(), false),
            Token::Function(name) if self.is_composed(name) => self.composed.push(range.clone()),
            _ => {}
        }
        match token {
            Token::Function(name) => self.around.push(name.to_ascii_lowercase()),
            Token::CloseParenthesis => {
                self.around.pop();
                self.rule.take_if(|(_, depth)| *depth > self.around.len());
            }
            token if is_opening(token) => self.around.push(String::new()),
            _ => {}
        }
    }

    /// Returns whether a string is an address where it stands.
    fn is_address(&self, is_own: bool) -> bool {
        match self.around.last() {
            Some(name) if is_loading(name) => true,
            _ => is_own && self.rule_is("import"),
        }
    }

    /// Returns whether a function makes an address of what cannot be seen here.
    fn is_composed(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        let makes = ["attr", "env", "first-valid", "if", "inherit", "toggle", "var"].contains(&&*name);
        (makes || name.starts_with("--")) && self.around.last().is_some_and(|around| is_loading(around))
    }

    fn rule_is(&self, name: &str) -> bool {
        self.rule.as_ref().is_some_and(|(rule, _)| rule == name)
    }

    fn address(&mut self, text: &str, range: Range<usize>, is_bare: bool) {
        // A namespace has a name that looks like an address; nothing is loaded from it.
        if self.rule_is("namespace") {
            return;
        }
        let is_import = self.rule_is("import");
        if is_import {
            // The rest of the rule says when the sheet is wanted.
            self.rule = None;
        }
        self.found.push(Address { range, text: text.to_owned(), is_bare, is_import });
    }
}

/// Returns whether the strings in a function are addresses.
fn is_loading(function: &str) -> bool {
    ["image", "image-set", "src", "url", "-webkit-image-set"].contains(&function)
}
