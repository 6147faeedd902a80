//! The columns of each kind of sheet: how their cells are read, and the keys of the record that they are.

use super::super::cell::{self, BESIDE, CellKind};
use super::super::editor::Editor;
use crate::notice::{FieldHolder, fields};

/// A column, how its cells are read, and the keys of the record that they are.
pub(super) struct CellColumn<'n> {
    pub(super) id: String,
    pub(super) kind: CellKind<'n>,
    pub(super) keys: Vec<String>,
}

pub(super) fn columns<'n>(editor: &Editor<'n>, kind: &str, prefix: &[String]) -> Vec<CellColumn<'n>> {
    let edition = editor.edition;
    let below = |keys: Vec<String>| [prefix.to_vec(), keys].concat();
    let declared = |holder| {
        let fields = edition.notice.record.fields.iter().filter(move |field| field.is_of(holder));
        fields.map(|field| (field.id.to_string(), cell::of_declared(field))).collect::<Vec<_>>()
    };
    let of = |(id, (kind, keys)): (String, (CellKind<'n>, Vec<String>))| CellColumn { id, kind, keys: below(keys) };
    match kind {
        "issues" => {
            let fields = fields::fields_of(&edition.notice);
            fields
                .iter()
                .map(|field| of((field.name(&edition.notice).to_owned(), cell::of_field(edition, field))))
                .collect()
        }
        "units" => vec![of(("name".to_owned(), (CellKind::Text, vec!["name".to_owned()])))],
        _ => {
            let own = BESIDE.iter().find(|(name, _)| *name == kind).map(|(_, columns)| *columns).unwrap_or_default();
            let own = own.iter().map(|(id, kind)| ((*id).to_owned(), (*kind, vec![(*id).to_owned()])));
            let more = if kind == "measures" { declared(FieldHolder::Measure) } else { Vec::new() };
            own.chain(more).map(of).collect()
        }
    }
}
