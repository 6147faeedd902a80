//! `gongkai schema`: the JSON Schema of a record, the same that `check` applies.

use super::Shell;
use crate::cli::{RecordKind, SchemaArgs};
use crate::content::Schemas;

pub(super) fn run(shell: &Shell<'_>, args: &SchemaArgs) -> Result<(), u8> {
    let schemas = Schemas::new();
    let schema = match args.record {
        RecordKind::Notice => &schemas.notice,
        RecordKind::Units => &schemas.units,
        RecordKind::Glossary => &schemas.glossary,
        RecordKind::Accountability => &schemas.accountability,
        RecordKind::Section => &schemas.section,
        RecordKind::Issue => &schemas.issue,
    };
    shell.give(&format!("{:#}\n", schema.json()));
    Ok(())
}
