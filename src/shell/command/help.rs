//! `gongkai help`: the topics of the manual, one of them, or the help of a command.

use std::ffi::OsString;

use clap::CommandFactory;

use super::{ExitCode, Shell};
use crate::diagnostic::nearest;
use crate::manual;
use crate::say;
use crate::shell::cli::{self, Cli, HelpArgs};
use crate::value::Lang;

pub(super) fn run(shell: &Shell<'_>, args: &HelpArgs) -> Result<(), ExitCode> {
    let lang = shell.lang.lang();
    let Some(word) = &args.topic else { return shell.give(&contents(shell, lang)) };
    let page = manual::page(word, lang);
    let command = Cli::command().find_subcommand(word).is_some();
    match (command, page) {
        (true, None) => help_of(shell, word),
        (true, Some(page)) => {
            help_of(shell, word)?;
            shell.give(&format!("\n{page}"))
        }
        (false, Some(page)) => shell.give(&page),
        (false, None) => Err(unknown(shell, word)),
    }
}

/// Returns the list of topics, with the way to one of them.
fn contents(shell: &Shell<'_>, lang: Lang) -> String {
    let topics = manual::contents(lang);
    let text = say!(
        "手册，按主题查阅：gongkai help 主题\n\n{topics}\n各命令的参数：gongkai --help；一个命令：gongkai help 命令\n",
        "The manual, by topic: gongkai help TOPIC\n\n{topics}\nAll commands: gongkai --help; one of them: gongkai help COMMAND\n"
    );
    shell.lang.of(&text).to_owned()
}

/// The help of a command: what `gongkai COMMAND --help` prints.
fn help_of(shell: &Shell<'_>, command: &str) -> Result<(), ExitCode> {
    let line = ["gongkai", "--lang", shell.lang.lang().code(), command, "--help"].map(OsString::from);
    match cli::parse(line) {
        Err(answer) => super::answer(&answer),
        Ok(_) => Ok(()),
    }
}

fn unknown(shell: &Shell<'_>, word: &str) -> ExitCode {
    shell.say(&say!("手册里没有“{word}”", "the manual has no topic `{word}`"));
    let command = Cli::command();
    let commands = command.get_subcommands().map(clap::Command::get_name);
    shell.say(&match nearest(word, manual::TOPICS.into_iter().chain(commands)) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("运行 gongkai help 可列出全部主题", "`gongkai help` lists all topics"),
    });
    ExitCode::CouldNotRun
}
