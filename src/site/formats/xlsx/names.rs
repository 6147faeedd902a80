//! Names of sheets, and references to their cells.

use super::Sheet;

/// The longest name of a sheet, in characters, and what none may have in it.
const NAME: (usize, &str) = (31, "[]:*?/\\'");

/// Gives each sheet a name that no other has and that programs take.
pub(super) fn name(sheets: &mut [Sheet<'_>]) {
    let mut known: Vec<String> = Vec::new();
    for (at, sheet) in (1..).zip(sheets) {
        let kept = sheet.name.chars().filter(|c| !NAME.1.contains(*c) && !c.is_control());
        let mut name: String = kept.take(NAME.0).collect();
        if name.trim().is_empty() || known.contains(&name.to_lowercase()) {
            name = format!("{at}");
        }
        known.push(name.to_lowercase());
        sheet.name = name;
    }
}

/// A name of a sheet in a reference to its cells.
pub(super) fn quoted(name: &str) -> String {
    format!("'{name}'")
}

/// The letters of a column, from 0.
pub(super) fn column(at: usize) -> String {
    const LETTERS: usize = 26;
    let letter = char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at % LETTERS]);
    match at / LETTERS {
        0 => letter.to_string(),
        before => format!("{}{letter}", column(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn sheets_have_names_that_programs_take() {
        let mut sheets: Vec<Sheet<'_>> = ["台账/一", "台账一", "", &"长".repeat(40)]
            .map(|name| Sheet { name: name.to_owned(), ..Sheet::default() })
            .into();
        name(&mut sheets);
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        assert_eq!(names, ["台账一".to_owned(), "2".to_owned(), "3".to_owned(), "长".repeat(31)]);
    }
}
