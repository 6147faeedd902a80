//! Arguments of what writes records and narratives: `init`, `new` and `translated`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::shell::examples;

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder of the new notice; the current folder by default.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,

    /// Title; repeat it for each language, in order.
    #[arg(long)]
    pub title: Vec<String>,

    /// Issuer; repeat it for each language, in order.
    #[arg(long)]
    pub issuer: Vec<String>,

    /// Languages, such as zh,en; the first is the default.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub languages: Vec<String>,

    /// Title of a section; may be repeated.
    #[arg(long, value_name = "TITLE")]
    pub section: Vec<String>,

    /// Start from a complete example notice instead, to explore and to change.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["title", "issuer", "languages", "section"],
        value_parser = PossibleValuesParser::new(examples::names()))]
    pub example: Option<String>,
}

/// Arguments of `new`.
#[derive(Clone, Debug, Args)]
pub struct NewArgs {
    /// Number or folder of the section; not needed if there is only one.
    #[arg(value_name = "SECTION")]
    pub section: Option<String>,

    /// Put it after the issue with this number; after the last one by default.
    #[arg(long, value_name = "N")]
    pub after: Option<u32>,

    /// Title, in the first language.
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,

    /// Move the issues after it on by one number; their addresses change with their numbers.
    #[arg(long)]
    pub renumber: bool,
}

/// Arguments of `translated`.
#[derive(Debug, Args)]
pub struct TranslatedArgs {
    /// Translations; all by default.
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
}
