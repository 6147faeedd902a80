//! `gongkai completions`: what a shell needs to complete the command line.

use super::{ExitCode, Shell};
use crate::shell::cli::{self, CompletionsArgs};

pub(super) fn run(shell: &Shell<'_>, args: &CompletionsArgs) -> Result<(), ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut cli::command(shell.lang), "gongkai", &mut script);
    shell.give(&String::from_utf8_lossy(&script))
}
