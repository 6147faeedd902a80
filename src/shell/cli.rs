//! The command line: clap types, and everything that clap writes. All of it is in one language, that of messages: what
//! commands and options do is written in English beside them (`commands`, and a file for the arguments of each kind of
//! command) and in `chinese` in Chinese; `help` replaces one by the other, and `refusal` says what is wrong with a
//! command line.
#![allow(rustdoc::bare_urls)] // help is for the terminal, which shows it as it is

mod build;
mod check;
mod chinese;
mod commands;
mod content;
mod export;
mod help;
mod hosting;
mod import;
mod language;
mod reference;
mod refusal;
mod site;
mod stats;
mod theme;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser};

use crate::shell::report::MessageLang;
use language::asked;

pub use build::{BuildArgs, ServeArgs};
pub use check::{CheckArgs, FixArgs, ReportFormat};
pub use commands::Command;
pub use content::{InitArgs, NewArgs, TranslatedArgs};
pub use export::{ExportArgs, ExportCommand, ExportFileArgs};
pub use hosting::{HostingArgs, Server};
pub use import::{ImportArgs, Preferred};
pub use language::message_lang;
pub use reference::{CompletionsArgs, ExplainArgs, HelpArgs, PageFormat, RecordKind, SchemaArgs};
pub use site::SiteArgs;
pub use stats::{StatsArgs, TableFormat};
pub use theme::{ThemeArgs, ThemeCommand, ThemeCopyArgs};

/// Returns the command line with its help in a language.
pub fn command(lang: MessageLang) -> clap::Command {
    help::in_language(Cli::command(), lang)
}

/// Reads a command line, or returns what to say instead.
///
/// # Errors
/// If help is asked for, or the command line is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Cli, Answer> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = message_lang(asked(&arguments));
    let matches = command(lang).try_get_matches_from_mut(arguments);
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| Answer::of(&error, lang))
}

/// What is said instead of running a command.
pub struct Answer {
    /// The text, styled for a terminal.
    pub text: String,
    /// Whether something is wrong with the command line; else help was asked for.
    pub is_error: bool,
    /// The language of messages.
    pub lang: MessageLang,
}

impl Answer {
    fn of(error: &clap::Error, lang: MessageLang) -> Answer {
        Answer {
            text: refusal::of(error, lang).unwrap_or_else(|| help::shown(error, lang)),
            is_error: error.use_stderr(),
            lang,
        }
    }
}

/// Turns YAML records and Markdown narratives into a static, bilingual public notice site.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Cli {
    /// Folder of the notice.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Folder of themes that several notices share, in place of the notice's own themes/; also set by GONGKAI_THEMES.
    #[arg(long, global = true, value_name = "DIR")]
    pub themes: Option<PathBuf>,

    /// Language of messages; the system's by default.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<MessageLang>,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_none_is_refused_with_the_line() {
        for url in
            ["example.gov.cn", "https://a.cn/x?y", "https://u:p@a.cn/", "https://例子.cn/", "https://a.cn:x/", ""]
        {
            for command in [&["build"][..], &["check"], &["serve"], &["stats"], &["hosting", "nginx"]] {
                let line = [&["gongkai", "--lang", "en"][..], command, &["--base-url", url]].concat();
                let answer = parse(line.into_iter().map(OsString::from)).err().unwrap();
                let is_named = answer.text.contains("cannot be used for") || answer.text.contains("needs a value");
                assert!(answer.is_error && is_named, "{url} {}", answer.text);
            }
        }
        let line = ["gongkai", "build", "--base-url", "https://A.cn/公示"].map(OsString::from);
        let Ok(Cli { command: Command::Build(args), .. }) = parse(line) else { panic!("a command line") };
        assert_eq!(args.site.options().base_url.as_deref(), Some("https://a.cn/%E5%85%AC%E7%A4%BA/"));
    }
}
