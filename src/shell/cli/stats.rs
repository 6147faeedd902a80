//! Arguments of `stats`.

use clap::{Args, ValueEnum};

use super::site::SiteArgs;

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub struct StatsArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Format of the table.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableFormat,
}

/// Formats of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Aligned text.
    Text,
    /// JSON.
    Json,
    /// CSV.
    Csv,
}
