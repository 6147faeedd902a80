//! The command line: clap types and nothing else. Help stands in both languages, Chinese first.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// 把 YAML 记录和 Markdown 正文变成静态的双语公示网站。
/// Turns YAML records and Markdown narratives into a static, bilingual public notice site.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, about, long_about = None, arg_required_else_help = true)]
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

    /// 说明一条规则：要求什么、为什么、错误的写法和改正；不写规则则列出全部。Explain a rule, with an example; without one, list all.
    #[command(after_help = "例 Example:\n  gongkai explain figures-differ\n  gongkai explain --format markdown > rules.md")]
    Explain(ExplainArgs),

    /// 打印完成情况统计表。Print the completion table.
    #[command(after_help = "例 Example:\n  gongkai stats --format csv > stats.csv")]
    Stats(StatsArgs),

    /// 打印记录的 JSON Schema，供编辑器补全。Print the JSON Schema of a record, for editors.
    #[command(after_help = "例 Example:\n  gongkai schema issue > issue.schema.json")]
    Schema(SchemaArgs),
}

/// What changes a site without changing its content.
#[derive(Debug, Args)]
pub struct SiteArgs {
    /// 换一种外观。Another theme.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// 网站地址，如 https://www.example.gov.cn/notice/。The address of the site.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
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
