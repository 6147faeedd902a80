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
mod output;
mod reading;
mod root;
mod schema;
mod serve;
mod stats;
mod theme;
mod translated;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use crate::compile::{Counts, Site};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;
use crate::shell::cli::{self, Answer, Cli, Command};
use crate::shell::disk::{self, HeldNotice};
use crate::shell::report::MessageLang;
use crate::source::SourceTree;
use crate::theme as themes;
use crate::value::RelPath;
use bar::Bar;

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
    // Before the notice is sought: where it is not found, one in a folder above would be taken for it.
    let recovered = disk::recover(&cli.root, crate::notice::content::FOLDER);
    let root = root::of_notice(&cli.root);
    let is_own = root == cli.root || matches!(cli.command, Command::Init(_) | Command::Import(_));
    let themes =
        cli.themes.clone().or_else(|| std::env::var_os(THEMES).filter(|folder| !folder.is_empty()).map(Into::into));
    let root = if is_own { &cli.root } else { &root };
    let shell = Shell { root, themes: themes.as_deref(), lang, bar: Bar::new(lang) };
    recovered.map_err(|error| shell.fail(&error))?;
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
    output::give_to(anstream::stdout(), &answer.text).map_err(|said| {
        said.iter().for_each(|message| drop(writeln!(anstream::stderr(), "{}", answer.lang.of(message))));
        ExitCode::CouldNotRun
    })
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
    /// Writes the author's files that are not the same any more, all of them in one step or none.
    fn renew(&self, held: &HeldNotice, before: &SourceTree, after: &SourceTree) -> Result<(), ExitCode> {
        match held.renew(before, after).map_err(|error| self.fail(&error))? {
            None => Ok(()),
            Some(path) => Err(self.refuse(&say!(
                "{path} 刚刚被改动，或者是链接，没有写任何文件；请再运行一次",
                "{path} has just been edited, or is a link; nothing was written: run it again"
            ))),
        }
    }

    /// Writes one file of the author's as it is in a tree, unless somebody edited it since it was read.
    fn rewrite(
        &self,
        held: &HeldNotice,
        before: &SourceTree,
        after: &SourceTree,
        path: &RelPath,
    ) -> Result<(), ExitCode> {
        let text = after.bytes(path.as_str()).unwrap_or_default();
        let written = held.rewrite(path, before.bytes(path.as_str()), text);
        match written.map_err(|error| self.fail(&error))? {
            true => Ok(()),
            false => Err(self.refuse(&say!(
                "{path} 刚刚被改动，没有写入；请再运行一次",
                "{path} has just been edited and was not written; run it again"
            ))),
        }
    }

    /// Returns the exit code for diagnostics, if they are a failure.
    fn verdict(diagnostics: &[Diagnostic], strict: bool) -> Result<(), ExitCode> {
        let fatal = |d: &Diagnostic| d.severity == Severity::Error || (strict && d.severity == Severity::Warning);
        if diagnostics.iter().any(fatal) { Err(ExitCode::Findings) } else { Ok(()) }
    }
}
