//! Help in the language of messages: clap knows its own headings and phrases in English only.

use clap::builder::PossibleValue;
use clap::builder::styling::Styles;
use clap::{Arg, Command};

use crate::shell::report::Tongue;

/// The word for all options in a usage line, which clap does not let one choose.
const OPTIONS: (&str, &str) = ("[OPTIONS]", "[选项]");

/// The command line with its headings and phrases in a language.
pub(super) fn in_tongue(mut command: Command, tongue: Tongue) -> Command {
    match tongue {
        Tongue::En => command,
        Tongue::Zh => {
            command.build(); // options that every command has exist only from here on
            in_chinese(command)
        }
    }
}

/// What clap made of a request for help or the version.
pub(super) fn shown(error: &clap::Error, tongue: Tongue) -> String {
    usage(&error.render().ansi().to_string(), tongue)
}

/// A usage line in a language.
pub(super) fn usage(line: &str, tongue: Tongue) -> String {
    match tongue {
        Tongue::En => line.to_owned(),
        Tongue::Zh => line.replace(OPTIONS.0, OPTIONS.1),
    }
}

fn in_chinese(command: Command) -> Command {
    let template = template(&command);
    command.mut_args(argument).mut_subcommands(in_chinese).help_template(template).subcommand_value_name("命令")
}

/// What stands where in the help of a command.
fn template(command: &Command) -> String {
    let styles = Styles::styled();
    let header = styles.get_header();
    let part = |name: &str, tag: &str, there: bool| {
        if there { format!("\n\n{header}{name}{header:#}\n{tag}") } else { String::new() }
    };
    let mut template = format!("{{about-with-newline}}\n{header}用法：{header:#}{{usage}}");
    template.push_str(&part("命令：", "{subcommands}", command.has_subcommands()));
    template.push_str(&part("参数：", "{positionals}", command.get_positionals().next().is_some()));
    template.push_str(&part("选项：", "{options}", command.get_opts().next().is_some()));
    template.push_str("{after-help}");
    template
}

fn argument(argument: Arg) -> Arg {
    match argument.get_id().as_str() {
        "help" => argument.help("显示帮助；--help 更详细").long_help("显示帮助；-h 更简略"),
        "version" => argument.help("显示版本"),
        _ => with_values(argument),
    }
}

/// What an argument is unless given, and what it may be, behind its help.
fn with_values(argument: Arg) -> Arg {
    if !argument.get_action().takes_values() {
        return argument;
    }
    let default =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    if !default.is_empty() {
        help.push_str(&format!(" [默认：{default}]"));
    }
    let possible = argument.get_possible_values();
    if possible.is_empty() {
        return argument.help(help).hide_default_value(true);
    }
    let names: Vec<&str> = possible.iter().map(PossibleValue::get_name).collect();
    let short = format!("{help} [可用：{}]", names.join("、"));
    let long = format!("{help}\n\n可用：{}", possible.iter().map(described).collect::<String>());
    argument.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
}

fn described(value: &PossibleValue) -> String {
    let help = value.get_help().map(|help| format!("：{help}")).unwrap_or_default();
    format!("\n- {}{help}", value.get_name())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::shell::cli::Cli;

    /// Every help page, short and long.
    fn pages(command: &mut Command, pages: &mut Vec<String>) {
        pages.extend([command.render_help().to_string(), command.render_long_help().to_string()]);
        command.get_subcommands_mut().for_each(|command| self::pages(command, pages));
    }

    #[test]
    fn clap_says_nothing_in_english() {
        let mut all = Vec::new();
        pages(&mut in_tongue(Cli::command(), Tongue::Zh), &mut all);
        assert!(all.len() > 20, "{}", all.len());
        for page in all {
            let page = usage(&page, Tongue::Zh);
            for word in [
                "Usage",
                "Options:",
                "Commands:",
                "Arguments:",
                "OPTIONS",
                "COMMAND",
                "Print",
                "[default",
                "possible values",
                "Possible",
            ] {
                assert!(!page.contains(word) || word == "Print" && page.contains("打印"), "{word} in {page}");
            }
        }
    }
}
