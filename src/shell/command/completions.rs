//! `gongkai completions`: what a shell needs to complete the command line.

use clap::CommandFactory;

use super::Shell;
use crate::shell::cli::{Cli, CompletionsArgs};

pub(super) fn run(shell: &Shell<'_>, args: &CompletionsArgs) -> Result<(), u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "gongkai", &mut script);
    shell.give(&String::from_utf8_lossy(&script))
}
