//! Arguments of `check` and of `fix`, which puts right what `check` finds.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::site::SiteArgs;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Format of the report.
    #[arg(long, value_enum, default_value = "human")]
    pub format: ReportFormat,

    /// Fail on warnings, too.
    #[arg(long)]
    pub strict: bool,

    /// List changes since this site (its folder or notice.json) was published that are not explained to readers.
    #[arg(long, value_name = "PATH")]
    pub against: Option<PathBuf>,

    /// Propose equations that hold or nearly hold between figures, and list figures that no text mentions.
    #[arg(long)]
    pub suggest: bool,
}

/// Arguments of `fix`.
#[derive(Debug, Args)]
pub struct FixArgs {
    /// Show the difference; write nothing.
    #[arg(long)]
    pub dry_run: bool,

    /// Also change half-width punctuation in Chinese to full-width.
    #[arg(long)]
    pub punctuation: bool,
}

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
}
