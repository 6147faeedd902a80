//! A cell as a ledger that is made now has it.

use super::bodies::units;
use super::cell::CellKind;
use super::meaning::{choice, date, number, word};
use crate::notice::edition::Edition;
use crate::site::formats::ledger_tidy;
use crate::text::locale::Locale;

/// Returns a cell as a ledger that is made now has it, as far as it can be read; else as it stands.
pub(super) fn canonical(edition: &Edition, locale: &Locale, kind: CellKind<'_>, text: &str) -> String {
    let lang = locale.lang;
    let read = match kind {
        CellKind::Date => date(text).ok().map(|date| date.to_string()),
        CellKind::Number => number(text).ok().map(|number| number.to_string()),
        CellKind::Word(prefix) => {
            word(edition, locale, prefix, text).ok().map(|code| locale.text(&format!("{prefix}.{code}")))
        }
        CellKind::Choice(field) => choice(edition, field, text).ok().and_then(|id| {
            let choice = field.choices.iter().find(|choice| choice.id.as_str() == id);
            choice.map(|choice| choice.label.text(lang).to_owned())
        }),
        CellKind::Units => Some(named(edition, locale, text)),
        _ => None,
    };
    ledger_tidy(&read.unwrap_or(text.to_owned()))
}

/// Bodies by the names that they have now, a line each.
fn named(edition: &Edition, locale: &Locale, text: &str) -> String {
    let name = |id: &String| {
        edition.notice.units.iter().find(|unit| unit.id.as_str() == id).map(|unit| unit.name.text(locale.lang))
    };
    let mut names: Vec<String> = Vec::new();
    for found in units(edition, text) {
        let name = found.map(|id| name(&id).unwrap_or_default().to_owned()).unwrap_or_else(|name| name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("\n")
}
