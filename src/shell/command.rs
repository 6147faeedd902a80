//! The commands, one file each; and what they share: reading, compiling, reporting, exit codes.
//!
//! Exit codes: 0 clean, 1 diagnostics in the content, 2 could not run. Results go to standard output, messages to
//! standard error.
#![allow(clippy::disallowed_methods)] // the shell: files, streams, the clock

mod bar;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod fix;
mod help;
mod hosting;
mod import;
mod init;
mod man;
mod new;
mod root;
mod schema;
mod serve;
mod stats;
mod theme;
mod translated;

use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;

use crate::cache::Cache;
use crate::compile::{Counts, Options, Site, compile_with};
use crate::diagnostic::{self, Checked, Diagnostic, Message, Severity};
use crate::say;
use crate::shell::cli::{self, Answer, Cli, Command};
use crate::shell::disk::{self, DiskError, Roots};
use crate::shell::report::{self, MessageLang};
use crate::source::SourceTree;
use crate::theme as themes;
use bar::{Bar, Phase};

/// The folders that a site is made of.
const FOLDERS: [&str; 2] = [crate::notice::content::FOLDER, themes::FOLDER];

/// The variable of the environment that names the folder of themes, where many notices share them.
const THEMES: &str = "GONGKAI_THEMES";

/// Why a run ended without success; a run that succeeds exits with 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// There are diagnostics in the content.
    Findings = 1,
    /// The command could not run: the command line, the machine, or a file of the user's was in the way.
    CouldNotRun = 2,
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> std::process::ExitCode {
        std::process::ExitCode::from(code as u8)
    }
}

/// Runs a command.
pub fn run(cli: &Cli) -> Result<(), ExitCode> {
    let lang = cli::message_lang(cli.lang);
    let root = root::of_notice(&cli.root);
    let is_own = root == cli.root || matches!(cli.command, Command::Init(_) | Command::Import(_));
    let themes =
        cli.themes.clone().or_else(|| std::env::var_os(THEMES).filter(|folder| !folder.is_empty()).map(Into::into));
    let root = if is_own { &cli.root } else { &root };
    let shell = Shell { root, themes: themes.as_deref(), lang, bar: Bar::new(lang) };
    if !is_own {
        let shown = root.display();
        shell.say(&say!("通报在上级文件夹 {shown}", "the notice is in {shown}"));
    }
    match &cli.command {
        Command::Build(args) => build::run(&shell, args),
        Command::Check(args) => check::run(&shell, args),
        Command::Fix(args) => fix::run(&shell, args),
        Command::Serve(args) => serve::run(&shell, args),
        Command::Explain(args) => explain::run(&shell, args),
        Command::Stats(args) => stats::run(&shell, args),
        Command::Schema(args) => schema::run(&shell, args),
        Command::Init(args) => init::run(&shell, args),
        Command::Import(args) => import::run(&shell, args),
        Command::New(args) => new::run(&shell, args),
        Command::Export(args) => export::run(&shell, args),
        Command::Theme(args) => theme::run(&shell, args),
        Command::Translated(args) => translated::run(&shell, args),
        Command::Hosting(args) => hosting::run(&shell, args),
        Command::Completions(args) => completions::run(&shell, args),
        Command::Man => man::run(&shell),
        Command::Help(args) => help::run(&shell, args),
    }
}

/// Writes what clap has to say in place of a command: help to standard output, what is wrong to standard error.
pub fn answer(answer: &Answer) -> Result<(), ExitCode> {
    if answer.is_error {
        let _ = anstream::stderr().write_all(answer.text.as_bytes());
        return Err(ExitCode::CouldNotRun);
    }
    let _ = anstream::stdout().write_all(answer.text.as_bytes());
    Ok(())
}

/// What commands share.
struct Shell<'a> {
    root: &'a Path,
    /// Where themes are, if not in the folder of the notice.
    themes: Option<&'a Path>,
    lang: MessageLang,
    bar: Bar,
}

/// Files, and the site that they make if they are free of errors.
struct Compiled {
    tree: Arc<SourceTree>,
    site: Option<Site>,
    counts: Counts,
    diagnostics: Vec<Diagnostic>,
}

impl Shell<'_> {
    /// Reads the folder and compiles it, or says why it cannot be read.
    fn compile(&self, options: &Options) -> Result<Compiled, ExitCode> {
        let read = self.read().map_err(|error| self.fail(&error))?;
        // What it holds is left to the end of the process: to take it apart piece by piece would only take longer.
        let mut memory = ManuallyDrop::new(Cache::default());
        Ok(self.compile_files(read, options, &mut memory))
    }

    /// Returns where the folders are that a site is made of.
    fn roots(&self) -> Roots<'_> {
        Roots::new(self.root, self.themes.map(|folder| (themes::FOLDER, folder)))
    }

    /// Reads the folder, with diagnostics about files that cannot be content.
    fn read(&self) -> Result<Checked<SourceTree>, DiskError> {
        disk::read_tree(self.roots(), &FOLDERS, self.bar.enter(Phase::Reading))
    }

    fn compile_files(&self, read: Checked<SourceTree>, options: &Options, memory: &mut Cache) -> Compiled {
        self.bar.enter(Phase::Checking);
        let Checked { value: tree, diagnostics: mut found } = read;
        let tree = Arc::new(themes::with_built_in(tree));
        let Checked { value: (site, counts), diagnostics } = compile_with(&tree, options, memory);
        found.extend(diagnostics);
        let site = site.filter(|_| !diagnostic::has_errors(&found));
        Compiled { tree, site, counts, diagnostics: found }
    }

    /// Writes diagnostics to standard error.
    fn show(&self, tree: &Arc<SourceTree>, diagnostics: &[Diagnostic]) {
        let text = report::human(tree, diagnostics, self.lang, io::stderr().is_terminal());
        self.bar.aside(|| drop(anstream::stderr().write_all(text.as_bytes())));
    }

    /// Writes a result to standard output, or says why it is incomplete. A reader may stop early (`gongkai explain |
    /// head`).
    fn give(&self, text: &str) -> Result<(), ExitCode> {
        let write = || io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
        match self.bar.aside(write) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                self.say(&say!("结果没有写完：{error}", "the result could not be written: {error}"));
                self.say(&say!(
                    "请检查输出的去处，例如磁盘是否已满",
                    "check where the output goes: the disk may be full"
                ));
                Err(ExitCode::CouldNotRun)
            }
            _ => Ok(()),
        }
    }

    /// Writes a message to standard error. If nobody reads it, the work goes on all the same.
    fn say(&self, text: &Message) {
        self.put(&format!("{}\n", self.lang.of(text)));
    }

    /// Writes a text to standard error, as it is.
    fn put(&self, text: &str) {
        self.bar.aside(|| drop(io::stderr().write_all(text.as_bytes())));
    }

    /// Writes the author's files that are not the same any more, all of them in one step or none.
    fn renew(&self, before: &SourceTree, after: &SourceTree) -> Result<(), ExitCode> {
        let edited = disk::renew(self.root, crate::notice::content::FOLDER, before, after);
        match edited.map_err(|error| self.fail(&error))? {
            None => Ok(()),
            Some(path) => Err(self.refuse(&say!(
                "{path} 刚刚被改动，或者是链接，没有写任何文件；请再运行一次",
                "{path} has just been edited, or is a link; nothing was written: run it again"
            ))),
        }
    }

    /// Says why nothing is done, and returns the exit code.
    fn refuse(&self, message: &Message) -> ExitCode {
        self.say(message);
        ExitCode::CouldNotRun
    }

    /// Says what is wrong and how to fix it, and returns the exit code.
    fn fail(&self, error: &DiskError) -> ExitCode {
        self.say(&error.message());
        self.say(&error.help());
        ExitCode::CouldNotRun
    }

    /// Returns the exit code for diagnostics, if they are a failure.
    fn verdict(diagnostics: &[Diagnostic], strict: bool) -> Result<(), ExitCode> {
        let fatal = |d: &Diagnostic| d.severity == Severity::Error || (strict && d.severity == Severity::Warning);
        if diagnostics.iter().any(fatal) { Err(ExitCode::Findings) } else { Ok(()) }
    }
}
