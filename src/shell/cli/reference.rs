//! Arguments of what describes gongkai itself: `explain`, `help`, `schema` and `completions`.

use clap::{Args, ValueEnum};

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Rule, such as figures-differ.
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,

    /// Format of the page.
    #[arg(long, value_enum, default_value = "text")]
    pub format: PageFormat,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Kind of record.
    #[arg(value_enum, default_value = "issue")]
    pub record: RecordKind,

    /// Write all schemas to content/.schema/.
    #[arg(long, conflicts_with = "record")]
    pub write: bool,
}

/// Formats of an explained rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

/// Records that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordKind {
    /// content/notice.yaml
    Notice,
    /// content/units.yaml
    Units,
    /// content/places.yaml
    Places,
    /// content/glossary.yaml
    Glossary,
    /// content/accountability.yaml
    Accountability,
    /// content/parts/20-officials.yaml
    Persons,
    /// content/…/section.yaml
    Section,
    /// content/…/026.yaml
    Issue,
}

/// Arguments of `help`.
#[derive(Debug, Args)]
pub struct HelpArgs {
    /// Topic of the manual or command; without one, all topics are listed.
    #[arg(value_name = "TOPIC")]
    pub topic: Option<String>,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Kind of shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
