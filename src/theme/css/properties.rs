//! The custom properties of a style sheet: those that it defines, and those that it reads.

use std::ops::Range;

use cssparser::Token;

use super::StyleSheet;

/// The custom properties of a sheet.
#[derive(Default)]
pub(in crate::theme) struct CustomProperties<'a> {
    /// Those that it defines, each with the place of its name.
    pub(in crate::theme) defined: Vec<(&'a str, Range<usize>)>,
    /// Those that it reads.
    pub(in crate::theme) read: Vec<PropertyRead<'a>>,
}

/// A place where a custom property is read.
pub(in crate::theme) struct PropertyRead<'a> {
    pub(in crate::theme) name: &'a str,
    /// Where its name stands.
    pub(in crate::theme) range: Range<usize>,
    /// Whether nothing stands in for it where it is missing.
    pub(in crate::theme) stands_alone: bool,
}

impl<'i> StyleSheet<'i> {
    /// Returns the custom properties that it defines and those that it reads.
    pub(in crate::theme) fn custom_properties(&self) -> CustomProperties<'_> {
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
}
