//! What each command does, one file a command; and what they share: reading, compiling, reporting, exit codes.
//!
//! Exit codes: 0 clean, 1 findings in the content, 2 could not run. Results go to standard output, messages to standard error.
#![allow(clippy::disallowed_methods)] // the shell: it talks to the world

mod bar;
mod build;
mod check;
mod completions;
mod explain;
mod help;
mod hosting;
mod init;
mod man;
mod schema;
mod serve;
mod stats;
mod translated;

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;

use crate::compile::{Counts, Memory, Site, compile_again};
use crate::diagnostic::{self, Checked, Diagnostic, Severity, Text};
use crate::say;
use crate::shell::cli::{self, Answer, Cli, Command, SiteArgs};
use crate::shell::disk::{self, DiskError};
use crate::shell::report::{self, Tongue};
use crate::source::SourceTree;
use crate::theme;
use bar::{Bar, Phase};

/// The folders that a site is made of.
const FOLDERS: [&str; 2] = [crate::notice::content::FOLDER, theme::FOLDER];

/// Findings in the content.
const FINDINGS: u8 = 1;
/// The machine would not.
const COULD_NOT_RUN: u8 = 2;

/// Runs a command; the error is the exit code.
pub fn run(cli: &Cli) -> Result<(), u8> {
    let tongue = cli::tongue(cli.lang);
    let shell = Shell { root: &cli.root, tongue, bar: Bar::new(tongue) };
    match &cli.command {
        Command::Build(args) => build::run(&shell, args),
        Command::Check(args) => check::run(&shell, args),
        Command::Serve(args) => serve::run(&shell, args),
        Command::Explain(args) => explain::run(&shell, args),
        Command::Stats(args) => stats::run(&shell, args),
        Command::Schema(args) => schema::run(&shell, args),
        Command::Init(args) => init::run(&shell, args),
        Command::Translated(args) => translated::run(&shell, args),
        Command::Hosting(args) => hosting::run(&shell, args),
        Command::Completions(args) => completions::run(&shell, args),
        Command::Man => man::run(&shell),
        Command::Help(args) => help::run(&shell, args),
    }
}

/// Says what there is to say where no command can run: help on standard output, what is wrong on standard error.
pub fn answer(answer: &Answer) -> Result<(), u8> {
    if answer.is_error {
        let _ = anstream::stderr().write_all(answer.text.as_bytes());
        return Err(COULD_NOT_RUN);
    }
    let _ = anstream::stdout().write_all(answer.text.as_bytes());
    Ok(())
}

/// What commands share.
struct Shell<'a> {
    root: &'a Path,
    tongue: Tongue,
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
    /// Reads the folder and compiles it, or says why the machine would not.
    fn compile(&self, args: &SiteArgs) -> Result<Compiled, u8> {
        let read = self.read().map_err(|error| self.fail(&error))?;
        Ok(self.compile_files(read, args, &mut Memory::default()))
    }

    /// Reads the folder, with findings about files that must not be read.
    fn read(&self) -> Result<Checked<SourceTree>, DiskError> {
        disk::read_tree(self.root, &FOLDERS, self.bar.enter(Phase::Reading))
    }

    fn compile_files(&self, read: Checked<SourceTree>, args: &SiteArgs, memory: &mut Memory) -> Compiled {
        self.bar.enter(Phase::Checking);
        let Checked { value: tree, diagnostics: mut found } = read;
        let tree = Arc::new(theme::with_built_in(tree));
        let Checked { value: (site, counts), diagnostics } = compile_again(&tree, &args.options(), memory);
        found.extend(diagnostics);
        let site = site.filter(|_| !diagnostic::has_errors(&found));
        Compiled { tree, site, counts, diagnostics: found }
    }

    /// Shows findings on standard error.
    fn show(&self, tree: &Arc<SourceTree>, diagnostics: &[Diagnostic]) {
        let text = report::human(tree, diagnostics, self.tongue, io::stderr().is_terminal());
        self.bar.aside(|| drop(anstream::stderr().write_all(text.as_bytes())));
    }

    /// Gives a result on standard output, or says why not: half a result is none. Whoever reads it may stop early (`gongkai explain | head`).
    fn give(&self, text: &str) -> Result<(), u8> {
        let write = || io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
        match self.bar.aside(write) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                self.say(&say!("结果没有写完：{error}", "the result could not be written: {error}"));
                self.say(&say!(
                    "请检查输出的去处，例如磁盘是否已满",
                    "look at where the output goes: the disk may be full"
                ));
                Err(COULD_NOT_RUN)
            }
            _ => Ok(()),
        }
    }

    /// Says a sentence on standard error. If nobody reads there, the work goes on all the same.
    fn say(&self, text: &Text) {
        self.put(&format!("{}\n", self.tongue.of(text)));
    }

    /// Puts a text on standard error, as it is.
    fn put(&self, text: &str) {
        self.bar.aside(|| drop(io::stderr().write_all(text.as_bytes())));
    }

    /// Says why the machine would not, and gives the exit code for it.
    fn fail(&self, error: &DiskError) -> u8 {
        self.say(&error.message());
        self.say(&error.help());
        COULD_NOT_RUN
    }

    /// The exit code for findings.
    fn verdict(diagnostics: &[Diagnostic], strict: bool) -> Result<(), u8> {
        let fatal = |d: &Diagnostic| d.severity == Severity::Error || (strict && d.severity == Severity::Warning);
        if diagnostics.iter().any(fatal) { Err(FINDINGS) } else { Ok(()) }
    }
}
