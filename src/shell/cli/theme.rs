//! Arguments of `theme`.

use clap::{Args, Subcommand};

/// Arguments of `theme`.
#[derive(Debug, Args)]
pub struct ThemeArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ThemeCommand,
}

/// What can be done with a theme.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// Copy built-in files into a theme of your own, to start from; nothing is overwritten.
    #[command(
        after_help = "Example:\n  gongkai theme copy templates/contact.html messages/en.yaml#pages.home\n  gongkai theme copy messages/fr.yaml"
    )]
    Copy(ThemeCopyArgs),
}

/// Arguments of `theme copy`.
#[derive(Debug, Args)]
pub struct ThemeCopyArgs {
    /// Files as --list names them, such as templates/contact.html or messages/en.yaml#pages.home.
    #[arg(value_name = "FILES")]
    pub files: Vec<String>,

    /// Theme to copy into; by default the one that the notice uses, or else `office`.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// List what can be copied.
    #[arg(long)]
    pub list: bool,
}
