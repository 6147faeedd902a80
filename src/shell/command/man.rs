//! `gongkai man`: the manual page, made from the command line's own help.

use clap::CommandFactory;

use super::{COULD_NOT_RUN, Shell};
use crate::shell::cli::Cli;

pub(super) fn run(shell: &Shell<'_>) -> Result<(), u8> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(|_| COULD_NOT_RUN)?;
    shell.give(&String::from_utf8_lossy(&page))
}
