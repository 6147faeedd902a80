//! What commands write: results to standard output, messages and diagnostics to standard error.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use super::{ExitCode, Shell};
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::shell::disk::DiskError;
use crate::shell::report;
use crate::source::SourceTree;

/// Writes a result, or returns why it is incomplete and what to do. A reader may stop early (`gongkai explain | head`).
pub(super) fn give_to(mut output: impl Write, text: &str) -> Result<(), [Message; 2]> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err([
            say!("结果没有写完：{error}", "the result could not be written: {error}"),
            say!("请检查输出的去处，例如磁盘是否已满", "check where the output goes: the disk may be full"),
        ]),
        _ => Ok(()),
    }
}

impl Shell<'_> {
    /// Writes diagnostics to standard error.
    pub(super) fn show(&self, tree: &Arc<SourceTree>, diagnostics: &[Diagnostic]) {
        let text = report::human(tree, diagnostics, self.lang, io::stderr().is_terminal());
        self.bar.aside(|| drop(anstream::stderr().write_all(text.as_bytes())));
    }

    /// Writes a result to standard output, or says why it is incomplete.
    pub(super) fn give(&self, text: &str) -> Result<(), ExitCode> {
        self.bar.aside(|| give_to(io::stdout(), text)).map_err(|said| {
            said.iter().for_each(|message| self.say(message));
            ExitCode::CouldNotRun
        })
    }

    /// Writes a message to standard error. If nobody reads it, the work goes on all the same.
    pub(super) fn say(&self, text: &Message) {
        self.put(&format!("{}\n", self.lang.of(text)));
    }

    /// Writes a text to standard error, as it is.
    pub(super) fn put(&self, text: &str) {
        self.bar.aside(|| drop(io::stderr().write_all(text.as_bytes())));
    }

    /// Says why nothing is done, and returns the exit code.
    pub(super) fn refuse(&self, message: &Message) -> ExitCode {
        self.say(message);
        ExitCode::CouldNotRun
    }

    /// Says what is wrong and how to fix it, and returns the exit code.
    pub(super) fn fail(&self, error: &DiskError) -> ExitCode {
        self.say(&error.message());
        self.say(&error.help());
        ExitCode::CouldNotRun
    }
}
