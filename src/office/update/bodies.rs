//! Bodies that a cell names, by the names that the notice knows.

use super::super::recognise;
use super::meaning::same;
use crate::diagnostic::nearest;
use crate::notice::edition::Edition;
use crate::text::locale::Locale;

/// Returns the ids of bodies, and the names that none has.
pub(super) fn units(edition: &Edition, text: &str) -> Vec<Result<String, String>> {
    let notice = &edition.notice;
    let id = |name: &str| {
        let is = |unit: &&crate::notice::UnitRecord| {
            unit.id.as_str() == name || unit.name.iter().any(|(_, known)| same(known.as_str(), name))
        };
        notice.units.iter().find(is).map(|unit| unit.id.to_string()).ok_or_else(|| name.to_owned())
    };
    // A name may have a comma in it: a whole line is tried first.
    let line = |line: &str| match id(line) {
        Ok(found) => vec![Ok(found)],
        Err(_) => recognise::bodies(line).iter().map(|name| id(name)).collect(),
    };
    text.lines().map(str::trim).filter(|text| !text.is_empty()).flat_map(line).collect()
}

/// Returns the name of a body that is nearly the same: most likely it is meant.
pub(super) fn near_unit<'n>(edition: &'n Edition, locale: &Locale, name: &str) -> Option<&'n str> {
    nearest(name, edition.notice.units.iter().map(|unit| unit.name.text(locale.lang)))
}
