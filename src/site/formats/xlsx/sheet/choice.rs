//! Lists that the words of a column are chosen from.

use crate::site::formats::xlsx::names::{column, quoted};
use crate::site::formats::xlsx::{Choice, Sheet};
use crate::site::formats::xml::Xml;

/// Rows behind the last for which words can be chosen from lists.
const ROOM: usize = 200;

pub(super) fn write_choice(choice: &Choice, sheet: &Sheet<'_>, all: &[Sheet<'_>], xml: &mut Xml) {
    let (words, at, rows) = &choice.words;
    let (of, letters) = (quoted(&all[*words].name), column(*at));
    let cells = column(choice.column);
    let (from, to) = (sheet.heads + 2, sheet.heads + 1 + sheet.data() + ROOM);
    let cells = format!("{cells}{from}:{cells}{to}");
    let mut attributes = vec![("type", "list"), ("allowBlank", "1"), ("sqref", &*cells)];
    if let Some(refusal) = &choice.refusal {
        attributes.extend([("showErrorMessage", "1"), ("error", refusal)]);
    }
    xml.open("dataValidation", &attributes);
    xml.text("formula1", &format!("{of}!${letters}${}:${letters}${}", rows.start + 1, rows.end));
    xml.close("dataValidation");
}
