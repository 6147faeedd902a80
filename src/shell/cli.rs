//! The command line: clap types, and everything that clap writes. All of it is in one language, that of messages: what
//! commands and options do is written here in English and in `chinese` in Chinese; `help` replaces one by the other,
//! and `refusal` says what is wrong with a command line.
#![allow(rustdoc::bare_urls)] // help is for the terminal, which shows it as it is

mod chinese;
mod help;
mod refusal;

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::compile::Options;
use crate::office::update::Side;
use crate::shell::examples;
use crate::shell::report::MessageLang;
use crate::value::Date;
use crate::value::url::{BaseUrl, UrlError};

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
}

impl Answer {
    fn of(error: &clap::Error, lang: MessageLang) -> Answer {
        Answer {
            text: refusal::of(error, lang).unwrap_or_else(|| help::shown(error, lang)),
            is_error: error.use_stderr(),
        }
    }
}

/// Returns the language of messages: the one asked for, or Chinese on a Chinese system, else English.
pub fn message_lang(asked: Option<MessageLang>) -> MessageLang {
    let is_chinese = || sys_locale::get_locale().is_some_and(|locale| locale.to_ascii_lowercase().starts_with("zh"));
    asked.unwrap_or_else(|| if is_chinese() { MessageLang::Zh } else { MessageLang::En })
}

/// Returns the language that a command line asks for, however wrong the rest of it may be.
fn asked(arguments: &[OsString]) -> Option<MessageLang> {
    let mut words =
        arguments.iter().skip_while(|word| *word != "--lang" && !word.to_string_lossy().starts_with("--lang="));
    let word = words.next()?.to_str()?;
    let code = word.strip_prefix("--lang=").or_else(|| words.next()?.to_str())?;
    MessageLang::from_str(code, false).ok()
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

/// What changes a site without changing its content.
#[derive(Clone, Debug, Default, Args)]
pub struct SiteArgs {
    /// Use another theme.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// Address of the site, such as https://www.example.gov.cn/notice/.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// Show statuses as of this day, from the history of each record.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
}

impl SiteArgs {
    /// Returns what they mean to the pipeline; what is published is for the command to read.
    pub fn options(&self) -> Options {
        Options {
            theme: self.theme.clone(),
            base_url: self.base_url.clone(),
            as_of: self.as_of,
            published: None,
            memory: None,
            suggests: false,
            samples: false,
        }
    }
}

// What is expected is said by examples, which are the same in every language.

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "2021, 2021-12, 2021-12-31".to_owned())
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::new(text).map_err(|error| {
        let expected = match error {
            UrlError::HostNotAscii => "https://xn--fiqs8s.cn/notice/",
            UrlError::Port => "https://www.example.gov.cn:8443/notice/",
            _ => "https://www.example.gov.cn/notice/",
        };
        expected.to_owned()
    })
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "0–65535".to_owned())
}

fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| "127.0.0.1, 0.0.0.0, ::1".to_owned())
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Output folder.
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
}

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

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Open the browser as well.
    #[arg(long)]
    pub open: bool,

    /// Port; the first free one from 4000 by default.
    #[arg(long, value_name = "PORT", value_parser = port)]
    pub port: Option<u16>,

    /// Listen on another address; others on the network can then see what is not published yet.
    #[arg(long, value_name = "ADDR", value_parser = address)]
    pub host: Option<IpAddr>,
}

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

/// Formats of an explained rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
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

/// Arguments of `translated`.
#[derive(Debug, Args)]
pub struct TranslatedArgs {
    /// Translations; all by default.
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
}

/// Arguments of `hosting`.
#[derive(Debug, Args)]
pub struct HostingArgs {
    /// Kind of server.
    #[arg(value_enum)]
    pub server: Server,

    /// Address of the site; `base_url` of notice.yaml by default.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// Full path of the published folder on the server.
    #[arg(long, value_name = "DIR", default_value = "/srv/notice/public")]
    pub folder: String,
}

/// Web servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Server {
    /// nginx
    Nginx,
    /// Apache httpd
    Apache,
    /// Caddy
    Caddy,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_in_a_command_line_that_is_wrong() {
        for (line, expected) in [
            ("gongkai --lang zh chekc", Some(MessageLang::Zh)),
            ("gongkai chekc --lang=en --x", Some(MessageLang::En)),
            ("gongkai check --lang", None),
            ("gongkai check --lang fr", None),
            ("gongkai check --language zh", None),
            ("gongkai", None),
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(asked(&arguments), expected, "{line}");
        }
    }

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
