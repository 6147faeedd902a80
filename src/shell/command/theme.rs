//! `gongkai theme copy`: files of the built-in theme, written into a theme of the office's own to start from. Nothing
//! is overwritten.

use std::path::PathBuf;

use super::{ExitCode, Shell};
use crate::diagnostic::Message;
use crate::say;
use crate::shell::cli::{ThemeArgs, ThemeCommand, ThemeCopyArgs};
use crate::source::yaml;
use crate::theme::{self, BUILT_IN};
use crate::value::RelPath;

/// The theme that files are copied into where neither the command nor the notice names one.
const OWN: &str = "office";

pub(super) fn run(shell: &Shell<'_>, args: &ThemeArgs) -> Result<(), ExitCode> {
    let ThemeCommand::Copy(args) = &args.command;
    if args.list || args.files.is_empty() {
        return shell.give(&theme::names_of_copies().iter().map(|name| format!("{name}\n")).collect::<String>());
    }
    copy(shell, args)
}

fn copy(shell: &Shell<'_>, args: &ThemeCopyArgs) -> Result<(), ExitCode> {
    let refuse = |[message, help]: [Message; 2]| {
        shell.say(&message);
        shell.say(&help);
        ExitCode::CouldNotRun
    };
    let held = shell.hold()?;
    let in_notice = theme_of_notice(shell)?;
    let named = args.theme.clone().or_else(|| in_notice.clone().filter(|name| name != BUILT_IN));
    let name = named.unwrap_or_else(|| OWN.to_owned());
    if !theme::is_name(&name) || name == BUILT_IN {
        return Err(refuse(not_a_name(&name)));
    }
    let mut copies = theme::copies(&args.files).map_err(refuse)?;
    let folder = folder(shell).join(&name);
    if let Some((path, text)) = copies.iter().find(|(path, _)| is_messages(path) && folder.join(path.as_str()).exists())
    {
        let shown = folder.join(path.as_str()).display().to_string();
        shell.say(&say!("{shown} 已经存在；请把下面的内容并进去", "{shown} already exists; add these lines to it"));
        shell.give(text)?;
        return Err(ExitCode::CouldNotRun);
    }
    if !folder.join(theme::RECORD).exists() {
        copies.insert(0, (RelPath::of(theme::RECORD), theme::EXTENDING.to_owned()));
    }
    held.create(&folder, &copies).map_err(|error| shell.fail(&error))?;
    for (path, _) in &copies {
        let shown = folder.join(path.as_str()).display().to_string();
        shell.say(&say!("写好了 {shown}", "wrote {shown}"));
    }
    if in_notice.as_ref() != Some(&name) {
        shell.say(&say!(
            "要用这个外观，请在 notice.yaml 写：theme: {name}",
            "to use the theme, write in notice.yaml: theme: {name}"
        ));
    }
    Ok(())
}

/// Returns the theme that the notice names.
fn theme_of_notice(shell: &Shell<'_>) -> Result<Option<String>, ExitCode> {
    let read = shell.read().map_err(|error| shell.fail(&error))?;
    let named = yaml::peek(&read.value, &RelPath::of("content/notice.yaml"), "theme");
    Ok(named.and_then(|names| names.into_iter().next()))
}

/// Returns where the themes are.
fn folder(shell: &Shell<'_>) -> PathBuf {
    shell.roots().folder(theme::FOLDER).0
}

fn is_messages(path: &RelPath) -> bool {
    path.folder() == "messages"
}

fn not_a_name(name: &str) -> [Message; 2] {
    [
        say!("“{name}”不能用作自己的外观的名称", "`{name}` cannot be the name of a theme of your own"),
        say!(
            "请用 --theme 写一个文件夹名，如 --theme {OWN}",
            "give the name of a folder with --theme, such as --theme {OWN}"
        ),
    ]
}
