//! `gongkai man`: the manual page, made from the command line's own help.

use clap::CommandFactory;

use crate::cli::Cli;

pub(super) fn run() -> Result<(), u8> {
    clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout()).map_err(|_| super::COULD_NOT_RUN)
}
