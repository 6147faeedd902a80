//! Style sheets as browsers read them: the addresses in one, and what keeps it from being read.
//!
//! Takes the text of a sheet; gives places in it. What an address leads to is no matter of this file.

use std::collections::BTreeMap;
use std::ops::Range;

use cssparser::{ParseError, Parser, ParserInput, Token};

use crate::value::RelPath;

/// How deep brackets may stand in each other.
const DEEPEST: usize = 100;

/// An address that a sheet loads something from.
#[derive(Debug, PartialEq)]
pub(super) struct Address {
    /// Where it stands: a string with its quotes, or `url(…)` without quotes.
    pub(super) range: Range<usize>,
    /// The address, escapes undone.
    pub(super) text: String,
    /// Whether it stands in a `url(…)` without quotes.
    pub(super) is_bare: bool,
    /// Whether another sheet is loaded from it.
    pub(super) is_import: bool,
}

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

/// The custom properties of a sheet.
#[derive(Default)]
pub(super) struct CustomProperties<'a> {
    /// Those that it defines, each with the place of its name.
    pub(super) defined: Vec<(&'a str, Range<usize>)>,
    /// Those that it reads.
    pub(super) read: Vec<PropertyRead<'a>>,
}

/// A place where a custom property is read.
pub(super) struct PropertyRead<'a> {
    pub(super) name: &'a str,
    /// Where its name stands.
    pub(super) range: Range<usize>,
    /// Whether nothing stands in for it where it is missing.
    pub(super) stands_alone: bool,
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

    /// Returns the addresses in it, and everything that keeps it from being read, each in order.
    pub(super) fn addresses(&self) -> (Vec<Address>, Vec<(StyleFault, Range<usize>)>) {
        let mut finder = Finder::default();
        for (token, range) in &self.tokens {
            finder.see(token, range.clone());
        }
        let composed = finder.composed.into_iter().map(|range| (StyleFault::Composed, range));
        let mut faults: Vec<_> = self.faults.iter().cloned().chain(composed).collect();
        faults.sort_by_key(|(_, range)| range.start);
        (finder.found, faults)
    }

    /// Returns the custom properties that it defines and those that it reads.
    pub(super) fn custom_properties(&self) -> CustomProperties<'_> {
        let shown = self.tokens.iter().filter(|(token, _)| !matches!(token, Token::WhiteSpace(_) | Token::Comment(_)));
        let shown: Vec<_> = shown.collect();
        let mut found = CustomProperties::default();
        for three in shown.windows(3) {
            match three {
                [(Token::AtKeyword(keyword), _), (Token::Ident(name), range), _] if **keyword == *"property" => {
                    found.defined.push((&**name, range.clone()));
                }
                [_, (Token::Ident(name), range), (Token::Colon, _)] if name.starts_with("--") => {
                    found.defined.push((&**name, range.clone()));
                }
                [(Token::Function(function), _), (Token::Ident(name), range), (next, _)]
                    if function.eq_ignore_ascii_case("var") && name.starts_with("--") =>
                {
                    let stands_alone = matches!(next, Token::CloseParenthesis);
                    found.read.push(PropertyRead { name, range: range.clone(), stands_alone });
                }
                _ => {}
            }
        }
        found
    }

    /// Returns the sheet without its comments, its indentation and its empty lines.
    pub(super) fn lean(&self) -> String {
        let mut lean = String::with_capacity(self.text.len());
        let mut blank = String::new();
        let mut is_parted = false;
        for (token, range) in &self.tokens {
            match token {
                Token::WhiteSpace(space) => blank.push_str(space),
                Token::Comment(_) => is_parted = true,
                _ if range.is_empty() => {}
                _ => {
                    match &*blank {
                        _ if lean.is_empty() => {}
                        // What a comment parts is not one word without it.
                        "" if is_parted => lean.push_str("/**/"),
                        blank if blank.contains('\n') => lean.push('\n'),
                        blank => lean.push_str(blank),
                    }
                    lean.push_str(&self.text[range.clone()]);
                    blank.clear();
                    is_parted = false;
                }
            }
        }
        if !lean.is_empty() {
            lean.push('\n');
        }
        lean
    }
}

/// Returns whether a token opens a block.
fn is_opening(token: &Token<'_>) -> bool {
    use Token::{CurlyBracketBlock, Function, ParenthesisBlock, SquareBracketBlock};
    matches!(token, Function(_) | ParenthesisBlock | SquareBracketBlock | CurlyBracketBlock)
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

    #[test]
    fn comments_are_not_published() {
        for (css, expected) in [
            ("/* why */\na {\n  /* x\n y */ color: red;\n}\n\n", "a {\ncolor: red;\n}\n"),
            ("a { content: '/* b */  c' }", "a { content: '/* b */  c' }\n"),
            ("a/* b */.c { d: 1px/**/2px /* e */ 3px }", "a/**/.c { d: 1px/**/2px  3px }\n"),
            ("a { b: 'c\\\n  d' }", "a { b: 'c\\\n  d' }\n"),
            (" /* a */ ", ""),
        ] {
            let lean = StyleSheet::read(css).lean();
            assert_eq!(lean, expected);
            assert_eq!(StyleSheet::read(&lean).lean(), lean, "twice is once");
        }
    }
}
