//! Arguments of `export`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values::date;
use crate::value::Date;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// What to make.
    #[command(subcommand)]
    pub command: ExportCommand,
}

/// What can be made.
#[derive(Debug, Subcommand)]
pub enum ExportCommand {
    /// Make the ledger: one row for each issue, for Excel and WPS (.xlsx).
    #[command(after_help = "Example:\n  gongkai export ledger ledger.xlsx")]
    Ledger(ExportFileArgs),

    /// Make the full notice as an official document, for Word and WPS (.docx).
    #[command(after_help = "Example:\n  gongkai export document notice.docx")]
    Document(ExportFileArgs),
}

/// Arguments of what makes one file.
#[derive(Debug, Args)]
pub struct ExportFileArgs {
    /// File to write.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Language of the file; the notice's first language by default.
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,

    /// Show statuses as of this day, from the history of each record.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,

    /// Overwrite the file if it exists; edits made in it are lost.
    #[arg(long)]
    pub force: bool,
}
