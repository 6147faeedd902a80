//! Plural categories, by the rules of Unicode CLDR.

use std::fmt;
use std::sync::Arc;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::value::Lang;

/// The plural rules of a language.
#[derive(Clone)]
pub struct Plural {
    lang: Lang,
    rules: Option<Arc<PluralRules>>,
    /// Whether one thing has a form of its own, where CLDR does not know the language.
    has_singular: bool,
}

impl Plural {
    /// Returns the rules of a language, or else of the language that it is a form of.
    pub(super) fn of(lang: Lang, has_singular: bool) -> Plural {
        let rules =
            |code: &str| PluralRules::create(code.parse::<LanguageIdentifier>().ok()?, PluralRuleType::CARDINAL).ok();
        let language = lang.code().split('-').next().unwrap_or_default();
        Plural { lang, rules: rules(lang.code()).or_else(|| rules(language)).map(Arc::new), has_singular }
    }

    /// Returns the category of a number in plain digits with a point: `one`, `few`, `other`.
    pub(super) fn category(&self, number: &str) -> &'static str {
        let Some(rules) = &self.rules else { return if self.has_singular && number == "1" { "one" } else { "other" } };
        match rules.select(number) {
            Ok(PluralCategory::ZERO) => "zero",
            Ok(PluralCategory::ONE) => "one",
            Ok(PluralCategory::TWO) => "two",
            Ok(PluralCategory::FEW) => "few",
            Ok(PluralCategory::MANY) => "many",
            _ => "other",
        }
    }
}

impl fmt::Debug for Plural {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plural({}, {})", self.lang, self.has_singular)
    }
}

impl PartialEq for Plural {
    fn eq(&self, other: &Plural) -> bool {
        (self.lang, self.has_singular) == (other.lang, other.has_singular)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_those_of_cldr() {
        for (lang, numbers) in [
            ("zh", "1 other, 2 other"),
            ("zh-Hant", "1 other"),
            ("en", "0 other, 1 one, 2 other, 1.5 other"),
            ("fr", "0 one, 1 one, 1.5 one, 2 other"),
            ("pt-BR", "0 one, 1 one, 2 other"),
            ("ru", "1 one, 21 one, 3 few, 11 many, 5 many, 1.5 other"),
            ("pl", "1 one, 2 few, 5 many, 22 few, 112 many"),
            ("ar", "0 zero, 1 one, 2 two, 3 few, 11 many, 100 other"),
            ("he", "1 one, 2 two, 3 other"),
        ] {
            let plural = Plural::of(Lang::new(lang), false);
            for (number, category) in numbers.split(", ").filter_map(|pair| pair.split_once(' ')) {
                assert_eq!(plural.category(number), category, "{lang} {number}");
            }
        }
        let [with, without] = [true, false].map(|has_singular| Plural::of(Lang::new("xx"), has_singular));
        assert_eq!((with.category("1"), with.category("2"), without.category("1")), ("one", "other", "other"));
    }
}
