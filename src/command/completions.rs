//! `gongkai completions`: what a shell needs to complete the command line.

use clap::CommandFactory;

use crate::cli::{Cli, CompletionsArgs};

pub(super) fn run(args: &CompletionsArgs) -> Result<(), u8> {
    clap_complete::generate(args.shell, &mut Cli::command(), "gongkai", &mut std::io::stdout());
    Ok(())
}
