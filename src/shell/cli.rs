//! The command line: clap types, and what clap says of its own accord. What commands and options do stands in both languages, Chinese first;
//! headings (`help`) and what is wrong with a command line (`refusal`) stand in the language of messages.
#![allow(rustdoc::bare_urls)] // help is for the terminal, which shows it as it stands

mod help;
mod refusal;

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::compile::Options;
use crate::shell::report::Tongue;
use crate::value::Date;
use crate::value::url::{BaseUrl, UrlError};

/// Reads a command line, or gives what is to be said instead.
///
/// # Errors
/// If help is asked for, or the command line is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Cli, Answer> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let tongue = tongue(asked(&arguments));
    let mut command = help::in_tongue(Cli::command(), tongue);
    let matches = command.try_get_matches_from_mut(arguments);
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| Answer::of(&error, tongue))
}

/// What is said instead of running a command.
pub struct Answer {
    /// The text, styled for a terminal.
    pub text: String,
    /// Whether something is wrong with the command line; else help was asked for.
    pub is_error: bool,
}

impl Answer {
    fn of(error: &clap::Error, tongue: Tongue) -> Answer {
        Answer {
            text: refusal::of(error, tongue).unwrap_or_else(|| help::shown(error, tongue)),
            is_error: error.use_stderr(),
        }
    }
}

/// The language of messages: the one asked for, or Chinese on a Chinese system, else English.
pub fn tongue(asked: Option<MessageLang>) -> Tongue {
    match asked {
        Some(MessageLang::Zh) => Tongue::Zh,
        Some(MessageLang::En) => Tongue::En,
        None if sys_locale::get_locale().is_some_and(|locale| locale.to_ascii_lowercase().starts_with("zh")) => {
            Tongue::Zh
        }
        None => Tongue::En,
    }
}

/// The language that a command line asks for, however wrong the rest of it may be.
fn asked(arguments: &[OsString]) -> Option<MessageLang> {
    let mut words =
        arguments.iter().skip_while(|word| *word != "--lang" && !word.to_string_lossy().starts_with("--lang="));
    let word = words.next()?.to_str()?;
    let code = word.strip_prefix("--lang=").or_else(|| words.next()?.to_str())?;
    MessageLang::from_str(code, false).ok()
}

/// 把 YAML 记录和 Markdown 正文变成静态的双语公示网站。Turns YAML records and Markdown narratives into a static, bilingual public notice site.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, arg_required_else_help = true)]
pub struct Cli {
    /// 通报所在的文件夹，默认为当前文件夹。The notice's folder; by default this one.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// 提示所用的语言，默认随系统。Language of messages; by default the system's.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<MessageLang>,

    /// 要做什么。What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What gongkai can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 生成网站：content/ → public/。Build the site.
    #[command(after_help = "例 Example:\n  gongkai build --base-url https://www.example.gov.cn/notice/")]
    Build(BuildArgs),

    /// 检查全部规则，不写任何文件。Apply every rule; write nothing.
    #[command(after_help = "例 Example:\n  gongkai check --strict")]
    Check(CheckArgs),

    /// 在本机预览网站，随改随看；不写任何文件。Preview the site on this machine, live; write nothing.
    #[command(after_help = "例 Example:\n  gongkai serve --open")]
    Serve(ServeArgs),

    /// 说明一条规则：要求什么、为什么、错误的写法和改正；不写规则则列出全部。Explain a rule, with an example; without one, list all.
    #[command(
        after_help = "例 Example:\n  gongkai explain figures-differ\n  gongkai explain --format markdown > rules.md"
    )]
    Explain(ExplainArgs),

    /// 打印完成情况统计表。Print the completion table.
    #[command(after_help = "例 Example:\n  gongkai stats --format csv > stats.csv")]
    Stats(StatsArgs),

    /// 新建一份通报。Start a notice of one's own.
    #[command(
        after_help = "例 Example:\n  gongkai init notice --title 某县整改情况通报 --issuer 中共某县委 --section 党的建设 --section 工程项目"
    )]
    Init(InitArgs),

    /// 登记译文对应的原文，以便原文改动后提醒。Note which source each translation was made from.
    #[command(after_help = "例 Example:\n  gongkai translated content/2-party-governance/026.en.md")]
    Translated(TranslatedArgs),

    /// 打印网站服务器的配置。Print the configuration for a web server.
    #[command(
        after_help = "例 Example:\n  gongkai hosting nginx --folder /srv/notice/public > notice.conf\n  gongkai hosting apache --base-url https://www.example.gov.cn/notice/2025/"
    )]
    Hosting(HostingArgs),

    /// 打印命令补全脚本。Print completions for a shell.
    #[command(after_help = "例 Example:\n  gongkai completions bash > /etc/bash_completion.d/gongkai")]
    Completions(CompletionsArgs),

    /// 打印手册页（man）。Print the manual page.
    #[command(after_help = "例 Example:\n  gongkai man > gongkai.1")]
    Man,

    /// 打印记录的 JSON Schema，供编辑器补全。Print the JSON Schema of a record, for editors.
    #[command(
        after_help = "例 Example:\n  gongkai schema --write\n\n在记录的第一行写 Then begin a record with:\n  # yaml-language-server: $schema=../.schema/issue.json"
    )]
    Schema(SchemaArgs),
}

/// What changes a site without changing its content.
#[derive(Clone, Debug, Default, Args)]
pub struct SiteArgs {
    /// 换一种外观。Another theme.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// 网站地址，如 https://www.example.gov.cn/notice/。The address of the site.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// 以这一天的状态为准，依据各记录的 history。Statuses as of this day, by the history of each record.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
}

impl SiteArgs {
    /// What they mean to the pipeline.
    pub fn options(&self) -> Options {
        Options { theme: self.theme.clone(), base_url: self.base_url.clone(), as_of: self.as_of }
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

    /// 输出文件夹，默认为 public。Output folder; by default `public`.
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// 输出形式。Form of the report.
    #[arg(long, value_enum, default_value = "human")]
    pub format: ReportFormat,

    /// 有警告也算失败。Warnings fail, too.
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// 同时打开浏览器。Open the browser as well.
    #[arg(long)]
    pub open: bool,

    /// 端口，默认为 4000 起第一个空闲的。Port; by default the first free one from 4000.
    #[arg(long, value_name = "N", value_parser = port)]
    pub port: Option<u16>,

    /// 在别的地址上提供预览，网络上的其他人因此能看到未发布的内容。Listen at another address: others on the network can then see what is not published.
    #[arg(long, value_name = "ADDR", value_parser = address)]
    pub host: Option<IpAddr>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// 规则，如 figures-differ。The rule.
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,

    /// 输出形式。Form of the page.
    #[arg(long, value_enum, default_value = "text")]
    pub format: PageFormat,
}

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub struct StatsArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// 输出形式。Form of the table.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableFormat,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// 哪种记录。Which record.
    #[arg(value_enum, default_value = "issue")]
    pub record: RecordKind,

    /// 把全部 Schema 写进 content/.schema/。Write all of them to content/.schema/.
    #[arg(long, conflicts_with = "record")]
    pub write: bool,
}

/// Languages of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageLang {
    /// 中文。
    Zh,
    /// English.
    En,
}

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// 给人看。For people.
    Human,
    /// 给程序用。For programs.
    Json,
    /// SARIF 2.1.0，给代码托管平台和编辑器用。For code hosts and editors.
    Sarif,
}

/// Forms of a page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// 文字。Text.
    Text,
    /// Markdown。
    Markdown,
}

/// Forms of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// 对齐的文字。Aligned text.
    Text,
    /// JSON。
    Json,
    /// CSV。
    Csv,
}

/// Records that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordKind {
    /// content/notice.yaml
    Notice,
    /// content/units.yaml
    Units,
    /// content/glossary.yaml
    Glossary,
    /// content/accountability.yaml
    Accountability,
    /// content/…/section.yaml
    Section,
    /// content/…/026.yaml
    Issue,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// 新建在哪个文件夹，默认为当前文件夹。Where to start it; by default here.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,

    /// 标题；多种语言时依次重复。Title; repeat it for each language.
    #[arg(long)]
    pub title: Vec<String>,

    /// 发布单位；多种语言时依次重复。Issuer; repeat it for each language.
    #[arg(long)]
    pub issuer: Vec<String>,

    /// 语言，如 zh,en，第一个为默认。Languages; the first is the default.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub languages: Vec<String>,

    /// 方面的标题，可重复。Title of a section; may be repeated.
    #[arg(long)]
    pub section: Vec<String>,
}

/// Arguments of `translated`.
#[derive(Debug, Args)]
pub struct TranslatedArgs {
    /// 译文文件，默认全部。Translations; by default all.
    pub files: Vec<PathBuf>,
}

/// Arguments of `hosting`.
#[derive(Debug, Args)]
pub struct HostingArgs {
    /// 哪种服务器。Which server.
    #[arg(value_enum)]
    pub server: Server,

    /// 网站地址，默认为 notice.yaml 的 base_url。The address of the site; by default `base_url` of notice.yaml.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// 网站文件夹在服务器上的完整路径。Where the published folder is on the server.
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

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// 哪种命令行。Which shell.
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
