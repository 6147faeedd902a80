//! Arguments of `import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::date;
use crate::office::update::Side;
use crate::value::Date;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files: the approved notice (.docx, .txt), its ledger (.xlsx, .csv), or both.
    #[arg(required = true, value_name = "FILES")]
    pub files: Vec<PathBuf>,

    /// Folder of the new notice; the current folder by default.
    #[arg(long, value_name = "DIR")]
    pub into: Option<PathBuf>,

    /// Accept tracked changes and leave out hidden text; without this, they stop the import.
    #[arg(long)]
    pub accept_changes: bool,

    /// Update the existing notice: change exactly what the files state differently.
    #[arg(long)]
    pub update: bool,

    /// Day that the changes hold for: it becomes `as_of`, and changes of status are recorded as of this day.
    #[arg(long, value_name = "DATE", value_parser = date, requires = "update")]
    pub as_of: Option<Date>,

    /// What counts where the ledger and the notice were both edited since it was exported; without it, such cells are named and nothing is
    /// written.
    #[arg(long, value_enum, value_name = "SIDE")]
    pub prefer: Option<Preferred>,
}

/// What counts where a ledger and the notice were both edited since it was exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Preferred {
    /// What the ledger says.
    Ledger,
    /// What the notice says.
    Notice,
}

impl Preferred {
    /// Returns the side that it is.
    pub fn side(self) -> Side {
        match self {
            Preferred::Ledger => Side::Ledger,
            Preferred::Notice => Side::Notice,
        }
    }
}
