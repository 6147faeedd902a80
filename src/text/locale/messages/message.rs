//! One message: its form for a number, with its arguments and with verbs that agree with them.

mod agreement;

use serde_json::Value;

use super::super::Locale;
use super::super::patterns::filled_by;
use crate::value::Count;
use agreement::agreed;

/// What fills a gap in a message.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A count, set by the language's rules; an argument named `n` also chooses singular or plural.
    Count(u64),
    /// A number of issues by their status, set with what it rests on: where the message says `{n_basis}`, else after
    /// the number.
    Issues(Count),
    /// A text, set as it is.
    Text(&'a str),
}

/// One message.
#[derive(Clone, Copy, Debug)]
pub(in crate::text::locale) struct MessageForms<'a>(pub(super) &'a Value);

impl<'m> MessageForms<'m> {
    pub(in crate::text::locale) fn as_written(self) -> &'m str {
        self.0.as_str().unwrap_or_default()
    }

    pub(in crate::text::locale) fn set<'a>(self, locale: &Locale, arguments: &[(&str, Argument<'a>)]) -> String {
        let form = self.form(locale, arguments);
        if !form.contains('{') {
            return form.to_owned();
        }
        let form = agreed(form, locale, arguments);
        filled_by(&form, |place| {
            let argument =
                |name: &str| arguments.iter().find(|(known, _)| *known == name).map(|(_, argument)| argument);
            match (argument(place), place.strip_suffix("_basis").and_then(argument)) {
                (Some(Argument::Count(n)), _) => Some(locale.number(*n).into()),
                (Some(Argument::Text(text)), _) => Some((*text).into()),
                (Some(Argument::Issues(count)), _) => Some(match form.contains(&format!("{{{place}_basis}}")) {
                    true => locale.number(count.n).into(),
                    false => locale.count(*count).into(),
                }),
                (None, Some(Argument::Issues(count))) => Some(locale.basis(*count).into()),
                (None, _) => None,
            }
        })
    }

    /// Returns a place that no argument fills: it would be set as it is written.
    pub(in crate::text::locale) fn unfilled(
        self,
        locale: &Locale,
        arguments: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        let form = agreed(self.form(locale, arguments), locale, arguments);
        let fills = |place: &str| {
            arguments.iter().any(|(name, argument)| match argument {
                Argument::Issues(_) => place == *name || place.strip_suffix("_basis") == Some(name),
                _ => place == *name,
            })
        };
        placeholders(&form).find(|place| !fills(place)).map(str::to_owned)
    }

    /// Returns the form for the number that is called `n`.
    fn form(&self, locale: &Locale, arguments: &[(&str, Argument<'_>)]) -> &str {
        let number = || {
            arguments.iter().find_map(|(name, argument)| match argument {
                Argument::Count(n) | Argument::Issues(Count { n, .. }) if *name == "n" => Some(n.to_string()),
                _ => None,
            })
        };
        let number = if self.0.is_object() { number() } else { None };
        let form = number.and_then(|number| self.0.get(locale.rules.plural.category(&number)));
        form.or_else(|| self.0.get("other")).unwrap_or(self.0).as_str().unwrap_or_default()
    }
}

/// Returns the places of a message: the names in curly brackets.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let name = |part: &'_ str| part.split_once('}').map(|(name, _)| name.len());
    text.match_indices('{').filter_map(move |(at, _)| {
        let rest = &text[at + 1..];
        name(rest).map(|length| &rest[..length]).filter(|name| !name.is_empty() && !name.contains(['{', ' ', '\n']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::Messages;
    use crate::text::locale::tests::locale;

    /// A message may say where the basis of a number goes; one that forgets it has it after the number.
    #[test]
    fn no_message_forgets_what_is_inferred() {
        let en = locale("en");
        let say = |text: &str, n: u64, inferred: u64| {
            let message = serde_json::json!({ "one": text, "other": text });
            let Locale { lang, rules, wording, .. } = locale("en");
            let root = serde_json::json!({ "basis": en.messages.tree()["basis"], "m": message });
            let file = Locale { lang, rules, messages: Messages::of(root), wording };
            file.say("m", &[("n", Argument::Issues(Count { n, inferred }))])
        };
        assert_eq!(say("{n} are done.", 8, 0), "8 are done.");
        assert_eq!(say("{n} are done.", 8, 8), "8 (inferred) are done.");
        assert_eq!(say("{n} are done{n_basis}.", 8, 8), "8 are done (inferred).");
        assert_eq!(say("{n} are done{n_basis}.", 8, 0), "8 are done.");
        assert_eq!(say("{n} are done{n_basis}.", 8, 3), "8 are done (3 of them inferred).");
    }
}
