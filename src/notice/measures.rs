//! Units and scales that a notice brings along, laid over the languages of its theme.

use std::collections::BTreeSet;

use iso_currency::Currency;

use super::{Figure, Notice};
use crate::text::locale::{Locale, OwnUnit};

/// Lays what a notice says of units and scales over its languages.
pub fn lay_over(notice: &Notice, locales: &mut [Locale]) {
    let record = &notice.record;
    let currencies = currencies(notice);
    for locale in locales {
        let (lang, rules) = (locale.lang, &mut locale.rules);
        rules.shown_in = record.shown_in.as_ref().map(ToString::to_string);
        for code in currencies.iter().filter(|code| Currency::from_code(code).is_some()) {
            if !rules.units.contains_key(*code) {
                rules.take_currency(code);
            }
        }
        if !record.units.is_empty() {
            rules.take_units(record.units.iter().map(|unit| OwnUnit {
                code: &unit.id,
                kind: unit.kind,
                words: unit.words.get(lang),
                converts: unit.converts.as_ref().map(|converts| (converts.to.as_str(), *converts.by)),
            }));
        }
    }
}

/// Returns what may be the code of a currency, of all units that figures have.
pub fn currencies(notice: &Notice) -> BTreeSet<&str> {
    let figures = figures(notice).map(|figure| figure.unit.as_str());
    let own = notice.record.units.iter().map(|unit| unit.id.as_str());
    figures.chain(own).filter(|unit| unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())).collect()
}

/// Returns every figure of a notice.
fn figures(notice: &Notice) -> impl Iterator<Item = &Figure> {
    let issues = notice.issues.iter().flat_map(|issue| &issue.record.figures);
    let accountability = notice.accountability.iter().flat_map(|part| &part.record.figures);
    notice.record.stated.iter().chain(issues).chain(accountability)
}
