//! `gongkai man`: the manual page, made from the command line's own help.

use super::{ExitCode, Shell};
use crate::shell::cli;

pub(super) fn run(shell: &Shell<'_>) -> Result<(), ExitCode> {
    let mut page = Vec::new();
    clap_mangen::Man::new(cli::command(shell.lang)).render(&mut page).map_err(|_| ExitCode::CouldNotRun)?;
    shell.give(&String::from_utf8_lossy(&page))
}
