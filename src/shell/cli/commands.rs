//! What gongkai can do: every command with its arguments, help and examples.

use clap::Subcommand;

use super::build::{BuildArgs, ServeArgs};
use super::check::{CheckArgs, FixArgs};
use super::content::{InitArgs, NewArgs, TranslatedArgs};
use super::export::ExportArgs;
use super::hosting::HostingArgs;
use super::import::ImportArgs;
use super::reference::{CompletionsArgs, ExplainArgs, HelpArgs, SchemaArgs};
use super::stats::StatsArgs;
use super::theme::ThemeArgs;

/// What gongkai can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site: content/ → public/.
    #[command(after_help = "Example:\n  gongkai build --base-url https://www.example.gov.cn/notice/")]
    Build(BuildArgs),

    /// Apply every rule; write nothing.
    #[command(after_help = "Example:\n  gongkai check --strict\n  gongkai check --against public")]
    Check(CheckArgs),

    /// Fix mistakes that take no judgement, and show the difference.
    #[command(after_help = "Example:\n  gongkai fix --dry-run\n  gongkai fix")]
    Fix(FixArgs),

    /// Preview the site on this machine, following every edit; write nothing.
    #[command(after_help = "Example:\n  gongkai serve --open")]
    Serve(ServeArgs),

    /// Explain a rule with an example, or list all rules.
    #[command(
        after_help = "Example:\n  gongkai explain figures-differ\n  gongkai explain --format markdown > rules.md"
    )]
    Explain(ExplainArgs),

    /// Print how far the rectification has come, by section.
    #[command(after_help = "Example:\n  gongkai stats --format csv > stats.csv")]
    Stats(StatsArgs),

    /// Start a new notice.
    #[command(
        after_help = "Example:\n  gongkai init notice --languages en --title \"Rectification at Example University\" --issuer \"Example University\" --section Finance"
    )]
    Init(InitArgs),

    /// Make a notice from the office's own files (Word, Excel, text), and list what was not understood.
    #[command(
        after_help = "Example:\n  gongkai import notice.docx ledger.xlsx --into notice\n  gongkai import ledger.xlsx --update --as-of 2026-11-30"
    )]
    Import(ImportArgs),

    /// Add an issue: its record and a narrative in each language, to be filled in.
    #[command(after_help = "Example:\n  gongkai new 2-party-governance\n  gongkai new --after 12 --renumber")]
    New(NewArgs),

    /// Export files for the office to work with and to submit: the ledger (Excel), the notice as a document (Word).
    #[command(after_help = "Example:\n  gongkai export ledger ledger.xlsx\n  gongkai export document notice.docx")]
    Export(ExportArgs),

    /// Start a theme of your own.
    #[command(
        after_help = "Example:\n  gongkai theme copy --list\n  gongkai theme copy templates/frame/header.html --theme office"
    )]
    Theme(ThemeArgs),

    /// Record which source each translation was made from.
    #[command(after_help = "Example:\n  gongkai translated content/2-party-governance/026.en.md")]
    Translated(TranslatedArgs),

    /// Print the configuration for a web server.
    #[command(
        after_help = "Example:\n  gongkai hosting nginx --folder /srv/notice/public > notice.conf\n  gongkai hosting apache --base-url https://www.example.gov.cn/notice/2025/"
    )]
    Hosting(HostingArgs),

    /// Print completions for a shell.
    #[command(after_help = "Example:\n  gongkai completions bash > /etc/bash_completion.d/gongkai")]
    Completions(CompletionsArgs),

    /// Print the manual page (man).
    #[command(after_help = "Example:\n  gongkai man > gongkai.1")]
    Man,

    /// Print the JSON Schema of a record, for editors.
    #[command(
        after_help = "Example:\n  gongkai schema --write\n\nThen begin a record with:\n  # yaml-language-server: $schema=../.schema/issue.json"
    )]
    Schema(SchemaArgs),

    /// Read the manual, or the help of a command.
    #[command(after_help = "Example:\n  gongkai help\n  gongkai help start\n  gongkai help build")]
    Help(HelpArgs),
}
