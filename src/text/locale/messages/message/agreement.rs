//! Verbs that agree with a number of their own: `{completed|is|are}`.

use std::borrow::Cow;

use super::Argument;
use crate::text::locale::Locale;
use crate::value::Count;

/// Returns whether an argument of a name takes the form for one.
fn is_one(locale: &Locale, arguments: &[(&str, Argument<'_>)], of: &str) -> bool {
    let is_one = |n: u64| locale.rules.plural.category(&n.to_string()) == "one";
    arguments.iter().any(|(name, argument)| match argument {
        Argument::Count(n) | Argument::Issues(Count { n, .. }) => *name == of && is_one(*n),
        Argument::Text(_) => false,
    })
}

/// Returns a form with its verbs agreed: `{completed|is|are}` is `is` where `completed` is one thing, else `are`.
pub(super) fn agreed<'a>(form: &'a str, locale: &Locale, arguments: &[(&str, Argument<'_>)]) -> Cow<'a, str> {
    let Some(agreement) = Agreement::first(form) else { return form.into() };
    let Agreement { before, name, one, other, after } = agreement;
    let word = if is_one(locale, arguments, name) { one } else { other };
    format!("{before}{word}{}", agreed(after, locale, arguments)).into()
}

/// A word that agrees with an argument, `{NAME|ONE|OTHER}`, and the text around it.
struct Agreement<'a> {
    before: &'a str,
    name: &'a str,
    one: &'a str,
    other: &'a str,
    after: &'a str,
}

impl<'a> Agreement<'a> {
    fn first(text: &'a str) -> Option<Agreement<'a>> {
        let start = text[..text.find('|')?].rfind('{')?;
        let (choice, after) = text[start + 1..].split_once('}')?;
        let (name, words) = choice.split_once('|')?;
        let (one, other) = words.split_once('|')?;
        Some(Agreement { before: &text[..start], name, one, other, after })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::tests::locale;

    #[test]
    fn verbs_agree_with_their_own_number() {
        let en = locale("en");
        let clause = |key: &str, n| en.say(key, &[("n", Argument::Issues(Count::of_all(n)))]);
        for (n, left, late, expected) in [
            (1, 1, 1, "1 issue, 1 not yet fully completed; 1 is overdue"),
            (3, 2, 1, "3 issues, 2 not yet fully completed; 1 is overdue"),
            (49, 8, 2, "49 issues, 8 not yet fully completed; 2 are overdue"),
        ] {
            let said = [("finding.whole", n), ("finding.left", left), ("finding.late", late)];
            assert_eq!(said.map(|(key, n)| clause(key, n)).concat(), expected);
        }
    }
}
