//! Style sheets as browsers read them: the addresses in one, and what keeps it from being read.
//!
//! Takes the text of a sheet; gives places in it. What an address leads to is no matter of this file.

mod addresses;
mod lean;
mod properties;

use std::collections::BTreeMap;
use std::ops::Range;

use cssparser::{ParseError, Parser, ParserInput, Token};

use crate::value::RelPath;

pub(super) use addresses::Address;
pub(super) use properties::PropertyRead;

/// How deep brackets may stand in each other.
const DEEPEST: usize = 100;

/// What keeps a sheet from being read, or from being seen through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StyleFault {
    /// A bracket is not closed.
    Unclosed,
    /// A bracket is closed that was not opened.
    Unopened,
    /// A string, an address or a comment has no proper end.
    Unended,
    /// Brackets stand too deep in each other.
    TooDeep,
    /// An address is made of something else, such as a variable.
    Composed,
}

/// The sheets of a theme by their files, each read once.
pub(super) type StyleSheets<'i> = BTreeMap<&'i RelPath, StyleSheet<'i>>;

/// A sheet, read.
pub(super) struct StyleSheet<'i> {
    text: &'i str,
    /// Every token, brackets that close among them.
    tokens: Vec<(Token<'i>, Range<usize>)>,
    faults: Vec<(StyleFault, Range<usize>)>,
}

impl<'i> StyleSheet<'i> {
    /// Reads a sheet, or a value in it.
    pub(super) fn read(text: &'i str) -> StyleSheet<'i> {
        let mut sheet = StyleSheet { text, tokens: Vec::new(), faults: Vec::new() };
        sheet.block(&mut Parser::new(&mut ParserInput::new(text)), 0);
        sheet
    }

    /// Reads what stands between two brackets, or everything.
    fn block(&mut self, parser: &mut Parser<'i, '_>, depth: usize) {
        loop {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return };
            let range = start..parser.position().byte_index();
            let opens = is_opening(&token);
            if let Some(fault) = self.fault(&token, &range) {
                self.faults.push((fault, range.clone()));
            }
            self.tokens.push((token, range.clone()));
            if opens {
                self.nested(parser, range, depth + 1);
            }
        }
    }

    /// Reads the block that a bracket opens, the bracket that closes it included.
    fn nested(&mut self, parser: &mut Parser<'i, '_>, opening: Range<usize>, depth: usize) {
        let mut end = opening.end;
        let read: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|inner| {
            if depth <= DEEPEST {
                self.block(inner, depth);
            }
            end = inner.position().byte_index();
            Ok(())
        });
        let closing = end..parser.position().byte_index();
        if read.is_err() {
            self.faults.push((StyleFault::TooDeep, opening));
        } else if closing.is_empty() {
            self.faults.push((StyleFault::Unclosed, opening));
        }
        self.tokens.push((Token::CloseParenthesis, closing));
    }

    fn fault(&self, token: &Token<'_>, range: &Range<usize>) -> Option<StyleFault> {
        let written = &self.text[range.clone()];
        let is_ended = match token {
            Token::Comment(_) => written.len() >= 4 && written.ends_with("*/"),
            Token::QuotedString(_) => written.len() >= 2 && written.ends_with(['"', '\'']),
            Token::UnquotedUrl(_) => written.ends_with(')'),
            Token::BadString(_) | Token::BadUrl(_) => false,
            Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
                return Some(StyleFault::Unopened);
            }
            _ => true,
        };
        (!is_ended).then_some(StyleFault::Unended)
    }
}

/// Returns whether a token opens a block.
fn is_opening(token: &Token<'_>) -> bool {
    use Token::{CurlyBracketBlock, Function, ParenthesisBlock, SquareBracketBlock};
    matches!(token, Function(_) | ParenthesisBlock | SquareBracketBlock | CurlyBracketBlock)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(css: &str) -> Vec<String> {
        let (addresses, faults) = StyleSheet::read(css).addresses();
        assert_eq!(faults, [], "{css}");
        let shown = |address: Address| {
            let sign = if address.is_import { "@" } else { "" };
            format!("{sign}{} {}", address.text, &css[address.range])
        };
        addresses.into_iter().map(shown).collect()
    }

    #[test]
    fn addresses_are_found_as_a_browser_finds_them() {
        for (css, expected) in [
            ("a { background: url(a.png) }", &["a.png url(a.png)"][..]),
            ("a { background: URL( 'a b.png' ) }", &["a b.png 'a b.png'"]),
            (r"a { background: \75rl(a\2e png) }", &[r"a.png \75rl(a\2e png)"]),
            (r"a { background: u\72 l('x') }", &["x 'x'"]),
            ("a { background: url(/*a*/b) }", &["/*a*/b url(/*a*/b)"]),
            ("/* url(a) */ a { content: 'url(b)'; b: \"/*\" url(c) \"*/\" }", &["c url(c)"]),
            ("a { b: image-set('a.png' 1x type('image/png'), url(b.png) 2x) }", &["a.png 'a.png'", "b.png url(b.png)"]),
            (
                "a { b: -WEBKIT-image-set(\"a\" 1x) src('b') image('c') cross-fade(url(d), red) }",
                &["a \"a\"", "b 'b'", "c 'c'", "d url(d)"],
            ),
            (
                "@font-face { font-family: 'x'; src: local('y'), url(z.woff2) format('woff2') }",
                &["z.woff2 url(z.woff2)"],
            ),
            ("@namespace svg url(http://www.w3.org/2000/svg); @namespace 'x'; a { b: url(c) }", &["c url(c)"]),
            (
                "@import 'a.css' layer(b) supports(font: url(c)); @IMPORT url('d.css') print;",
                &["@a.css 'a.css'", "c url(c)", "@d.css 'd.css'"],
            ),
            (r"@\69mport url(a.css);", &["@a.css url(a.css)"]),
            (":root { --a: url(b); --c: 'd' } @media print { e { f: url(g) } }", &["b url(b)", "g url(g)"]),
            ("a { @import } b { content: 'c' }", &[]),
            ("@charset 'utf-8'; @layer a, b; a[href='x'] { color: var(--a); content: attr(b) }", &[]),
        ] {
            assert_eq!(found(css), expected, "{css}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_at_its_place() {
        use StyleFault::{Composed, TooDeep, Unclosed, Unended, Unopened};
        let deep = format!("a {{ b: {}{} }}", "(".repeat(60_000), ")".repeat(60_000));
        for (css, expected) in [
            ("a { b: c", vec![(Unclosed, 2)]),
            ("@media print { a { b: c }\nd { e: f }", vec![(Unclosed, 13)]),
            ("a { b: (c }", vec![(Unclosed, 2), (Unclosed, 7), (Unopened, 10)]),
            ("a { b: c } }", vec![(Unopened, 11)]),
            ("a { b: c) }", vec![(Unopened, 8)]),
            ("a { b: 'c\n }", vec![(Unended, 7)]),
            ("a { b: url(c d) }", vec![(Unended, 7)]),
            ("a { b: c } /* d", vec![(Unended, 11)]),
            ("/*/", vec![(Unended, 0)]),
            ("'a", vec![(Unended, 0)]),
            ("url(a", vec![(Unended, 0)]),
            (
                "a { b: src(var(--c)) image-set(attr(d) 1x) url('e' --f()) }",
                vec![(Composed, 11), (Composed, 31), (Composed, 51)],
            ),
            (&*deep, vec![(TooDeep, 106)]),
        ] {
            let (_, faults) = StyleSheet::read(css).addresses();
            let faults: Vec<_> = faults.into_iter().map(|(fault, range)| (fault, range.start)).collect();
            assert_eq!(faults, expected, "{}", &css[..css.len().min(80)]);
        }
    }
}
