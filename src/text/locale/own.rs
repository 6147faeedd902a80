//! Units that a notice brings along.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::messages::Rules;
use super::unit::{UnitKind, UnitRule};
use crate::value::Decimal;

/// A unit that a notice brings along, as one language writes it.
#[derive(Clone, Debug)]
pub struct OwnUnit<'a> {
    /// Its code.
    pub code: &'a str,
    /// What it counts or measures.
    pub kind: UnitKind,
    /// How the language writes it; nothing where the language has it already.
    pub words: Option<&'a UnitRule>,
    /// The unit into which it is converted, and how many of those it is.
    pub converts: Option<(&'a str, Decimal)>,
}

impl Rules {
    /// Takes in the units that a notice brings along: they are written, read and converted as the notice says.
    pub fn take_units<'a>(&mut self, units: impl Iterator<Item = OwnUnit<'a>>) {
        let reading = Arc::make_mut(&mut self.reading);
        let mut read: BTreeMap<String, String> = (*reading.units).clone();
        for OwnUnit { code, kind, words, converts } in units {
            if let Some((base, times)) = converts {
                self.conversions.insert(code.to_owned(), (base.to_owned(), times));
            }
            let Some(words) = words else { continue };
            let rule = words.in_notice(kind, self.units.get(code));
            match kind {
                UnitKind::Counter => reading.counters.extend(rule.words().map(str::to_owned)),
                _ => read.extend(rule.words().map(|word| (word.to_owned(), code.to_owned()))),
            }
            self.units.insert(code.to_owned(), rule);
        }
        reading.units = read.into();
        self.derive();
    }

    /// Takes in a currency that the language has no row for: it goes by its code, where that of another currency
    /// stands.
    pub fn take_currency(&mut self, code: &str) {
        let with_code = |known: &(&String, &UnitRule)| {
            let (other, rule) = known;
            other.len() == code.len() && (rule.prefix.trim() == **other || rule.suffix.trim() == **other)
        };
        let like = self.units.iter().find(with_code).map(|(other, rule)| (other.clone(), rule.clone()));
        let rule = match like {
            Some((other, rule)) => UnitRule {
                prefix: rule.prefix.replace(&other, code),
                suffix: rule.suffix.replace(&other, code),
                scale: true,
                ..UnitRule::default()
            },
            None => UnitRule { prefix: format!("{code} "), scale: true, ..UnitRule::default() },
        };
        self.take_units(std::iter::once(OwnUnit { code, kind: UnitKind::Money, words: Some(&rule), converts: None }));
    }
}
