//! Help in the language of messages. clap has its headings, its phrases and the help of the command line in English;
//! for Chinese all of it is replaced here.

use clap::builder::PossibleValue;
use clap::builder::styling::Styles;
use clap::{Arg, Command};

use super::chinese;
use crate::shell::report::MessageLang;

/// The word for all options in a usage line, which clap does not let one choose.
const OPTIONS: (&str, &str) = ("[OPTIONS]", "[选项]");

/// Returns the command line with its help in a language.
pub(super) fn in_language(mut command: Command, lang: MessageLang) -> Command {
    match lang {
        MessageLang::En => command,
        MessageLang::Zh => {
            command.build(); // options that every command has, and the command `help`, exist only from here on
            in_chinese(command)
        }
    }
}

/// Returns what clap made of a request for help or the version.
pub(super) fn shown(error: &clap::Error, lang: MessageLang) -> String {
    usage(&error.render().ansi().to_string(), lang)
}

/// Returns a usage line in a language.
pub(super) fn usage(line: &str, lang: MessageLang) -> String {
    match lang {
        MessageLang::En => line.to_owned(),
        MessageLang::Zh => line.replace(OPTIONS.0, OPTIONS.1),
    }
}

fn in_chinese(command: Command) -> Command {
    let template = template(&command);
    let name = command.get_name().to_owned();
    let mut command = command
        .mut_args(|argument| argument_in_chinese(&name, argument))
        .mut_subcommands(in_chinese)
        .help_template(template)
        .subcommand_value_name("命令");
    if let Some(about) = chinese::command(&name) {
        command = command.about(about);
    }
    match command.get_after_help().map(ToString::to_string) {
        Some(examples) => command.after_help(chinese::examples(&examples)),
        None => command,
    }
}

/// Returns the layout of the help of a command.
fn template(command: &Command) -> String {
    let styles = Styles::styled();
    let header = styles.get_header();
    let part = |name: &str, tag: &str, is_there: bool| {
        if is_there { format!("\n\n{header}{name}{header:#}\n{tag}") } else { String::new() }
    };
    let mut template = format!("{{about-with-newline}}\n{header}用法：{header:#}{{usage}}");
    template.push_str(&part("命令：", "{subcommands}", command.has_subcommands()));
    template.push_str(&part("参数：", "{positionals}", command.get_positionals().next().is_some()));
    template.push_str(&part("选项：", "{options}", command.get_opts().next().is_some()));
    template.push_str("{after-help}");
    template
}

fn argument_in_chinese(command: &str, argument: Arg) -> Arg {
    let id = argument.get_id().to_string();
    if id == "help" {
        return argument.help("显示帮助；--help 更详细").long_help("显示帮助；-h 更简略");
    }
    let help = chinese::argument(command, &id).unwrap_or_default();
    if argument.get_action().takes_values() { with_values(command, argument, help) } else { argument.help(help) }
}

/// Puts the default and the possible values of an argument after its help.
fn with_values(command: &str, argument: Arg, help: &str) -> Arg {
    let name = |name: &str| chinese::value_name(name).unwrap_or_default();
    let names: Vec<&str> = argument.get_value_names().unwrap_or_default().iter().map(|each| name(each)).collect();
    let default =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let help = if default.is_empty() { help.to_owned() } else { format!("{help} [默认：{default}]") };
    let possible = argument.get_possible_values();
    let argument = argument.value_names(names).hide_default_value(true);
    if possible.is_empty() {
        return argument.help(help);
    }
    let values: Vec<&str> = possible.iter().map(PossibleValue::get_name).collect();
    let short = format!("{help} [可用：{}]", values.join("、"));
    let described = |value: &PossibleValue| described(command, argument.get_id().as_str(), value);
    let long = format!("{help}\n\n可用：{}", possible.iter().map(described).collect::<String>());
    argument.help(short).long_help(long).hide_possible_values(true)
}

/// Returns a possible value with its help; the names of programs and files are the same in every language.
fn described(command: &str, argument: &str, value: &PossibleValue) -> String {
    let in_chinese = chinese::argument(command, &format!("{argument}/{}", value.get_name())).map(str::to_owned);
    let help = in_chinese.or_else(|| value.get_help().map(ToString::to_string));
    format!("\n- {}{}", value.get_name(), help.map(|help| format!("：{help}")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::cli::command;

    /// Every help page, short and long.
    fn pages(lang: MessageLang) -> Vec<String> {
        fn gather(command: &mut Command, pages: &mut Vec<String>) {
            pages.extend([command.render_help().to_string(), command.render_long_help().to_string()]);
            command.get_subcommands_mut().for_each(|command| gather(command, pages));
        }
        let mut all = Vec::new();
        gather(&mut command(lang), &mut all);
        assert!(all.len() > 20, "{}", all.len());
        all.iter().map(|page| usage(page, lang)).collect()
    }

    fn is_chinese(c: char) -> bool {
        ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
    }

    #[test]
    fn help_in_english_is_in_english() {
        for page in pages(MessageLang::En) {
            let page = page.replace("中文 (Chinese)", "");
            assert!(!page.contains(is_chinese), "{page}");
        }
    }

    /// Commands, paths and the names of products are no English; all else that is in English letters would be.
    #[test]
    fn help_in_chinese_is_in_chinese() {
        for page in pages(MessageLang::Zh) {
            let (page, _) = page.split_once("\n例：").unwrap_or((&page, "")); // what is typed
            for line in page.lines() {
                let words = line.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
                let in_english = words.count() > 3 && !line.contains(is_chinese);
                assert!(!in_english, "`{line}` in {page}");
            }
            for word in ["Usage", "OPTIONS", "COMMAND", "Print", "default", "Possible", "DIR>", "NAME>"] {
                assert!(!page.contains(word), "{word} in {page}");
            }
        }
    }

    #[test]
    fn whatever_has_help_has_it_in_chinese() {
        let mut english = command(MessageLang::En);
        english.build();
        for command in english.get_subcommands().chain([&english]).filter(|command| command.get_name() != "help") {
            assert!(chinese::command(command.get_name()).is_some(), "{}", command.get_name());
            for argument in command.get_arguments().filter(|argument| argument.get_id() != "help") {
                let id = argument.get_id().as_str();
                assert!(chinese::argument(command.get_name(), id).is_some(), "{} {id}", command.get_name());
                let names = argument.get_value_names().filter(|_| argument.get_action().takes_values());
                for name in names.unwrap_or_default() {
                    assert!(chinese::value_name(name).is_some(), "{name}");
                }
            }
        }
    }
}
