//! Patterns with the parts that they name in curly brackets.

use std::borrow::Cow;

use super::Locale;

impl Locale {
    /// Returns a word of the notice with the parts that it names in curly brackets.
    pub fn fill(&self, pattern: &str, parts: &[(&str, String)]) -> String {
        filled(pattern, parts)
    }
}

/// Returns a pattern with the parts that it names in curly brackets. What a part holds is not looked at again.
pub(super) fn filled<T: AsRef<str>>(pattern: &str, parts: &[(&str, T)]) -> String {
    filled_by(pattern, |name| parts.iter().find(|(known, _)| *known == name).map(|(_, part)| part.as_ref().into()))
}

/// Returns the same with parts that are made as they are met; what is no part stays as it is.
pub(super) fn filled_by<'a>(pattern: &str, part: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut set = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        set.push_str(before);
        match after.split_once('}').and_then(|(name, after)| Some((part(name)?, after))) {
            Some((part, after)) => {
                set.push_str(&part);
                rest = after;
            }
            None => {
                set.push('{');
                rest = after;
            }
        }
    }
    set.push_str(rest);
    set
}
