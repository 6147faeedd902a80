//! What is looked up for every number or word, made once the file is read.

use std::collections::BTreeMap;

use super::Reading;
use crate::text::locale::unit::UnitRule;
use crate::text::locale::wordmap::{CharSet, WordMap};
use crate::value::width::is_wide;

/// What is looked up for every number or word, once the file is read.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Derived {
    /// What names of months begin with.
    pub(crate) months: Vec<char>,
    /// What phrases, fixed words, scale words and parts of dates begin with.
    pub(crate) initials: CharSet,
    /// Fixed words, to be found by what they begin with.
    pub(crate) fixed: WordMap<()>,
    /// Units that may stand before a number, with their codes, and what else the formatter sets there, without.
    pub(crate) prefixes: WordMap<String>,
    /// Names of currencies that may stand before a number without being units there: 港币 in 港币5万元.
    pub(crate) currencies: WordMap<String>,
}

impl Derived {
    pub(in crate::text::locale::messages) fn of(
        reading: &Reading,
        months: &[String],
        units: &BTreeMap<String, UnitRule>,
    ) -> Derived {
        let is_prefix =
            |word: &str| word.chars().all(|c| c.is_ascii_uppercase() || !c.is_alphanumeric()) && !word.contains('%');
        let set = units.values().map(|rule| (rule.prefix.trim(), "")).filter(|(prefix, _)| !prefix.is_empty());
        let read = reading.units.iter().filter(|(word, _)| is_prefix(word));
        let prefixes = set.chain(read.map(|(word, code)| (word.as_str(), code.as_str())));
        let is_currency = |(word, code): &(&String, &String)| {
            let is_name = word.chars().count() > 1 && word.chars().all(is_wide);
            is_name && units.get(*code).is_some_and(|rule| rule.scale)
        };
        let currencies = reading.units.iter().filter(is_currency).map(|(word, code)| (word.clone(), code.clone()));
        let mut months: Vec<char> = months.iter().filter_map(|month| month.chars().next()).collect();
        months.sort_unstable();
        months.dedup();
        let prefixes = prefixes.map(|(word, code)| (word.to_owned(), code.to_owned()));
        let words = reading.phrases.keys().chain(&reading.fixed);
        let words = words.chain(reading.scales.keys()).chain(reading.parts.keys());
        let fixed: BTreeMap<String, ()> = reading.fixed.iter().map(|word| (word.clone(), ())).collect();
        Derived {
            months,
            initials: words.filter_map(|word| word.chars().next()).collect(),
            fixed: fixed.into(),
            prefixes: prefixes.collect::<BTreeMap<_, _>>().into(),
            currencies: currencies.collect::<BTreeMap<_, _>>().into(),
        }
    }
}
