//! What is wrong with a command line, in the language of messages.

use std::error::Error as _;

use clap::Error;
use clap::builder::styling::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help;
use crate::diagnostic::Message;
use crate::rules::Words;
use crate::say;
use crate::shell::report::{MessageLang, visible};

/// Returns what is wrong, what was meant, and how the command is used; none if nothing is wrong.
pub(super) fn of(error: &Error, lang: MessageLang) -> Option<String> {
    let what = what(error)?;
    let styles = Styles::styled();
    let style = styles.get_error();
    let name = lang.pick(Words("错误：", "error: "));
    let mut lines = vec![format!("{style}{name}{style:#}{}", lang.of(&what))];
    lines.extend(hints(error).iter().map(|hint| format!("  {}", lang.of(hint))));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let line = help::usage(&usage.to_string(), lang);
        lines.push(String::new());
        lines.push(line.replacen("Usage: ", lang.pick(Words("用法：", "Usage: ")), 1));
    }
    lines.push(String::new());
    lines.push(lang.of(&say!("详见 gongkai --help", "For more, run gongkai --help")).to_owned());
    Some(lines.join("\n") + "\n")
}

fn what(error: &Error) -> Option<Message> {
    let argument = written(error, ContextKind::InvalidArg);
    let value = written(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::DisplayVersion => {
            return None;
        }
        ErrorKind::UnknownArgument => say!("没有“{argument}”这个参数", "unknown argument `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            let command = written(error, ContextKind::InvalidSubcommand);
            say!("没有“{command}”这个命令", "unknown command `{command}`")
        }
        ErrorKind::MissingSubcommand => say!("没有写明要执行的命令", "no command given"),
        ErrorKind::MissingRequiredArgument => say!("缺少 {argument}", "missing {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => say!("{argument} 后面缺少值", "{argument} needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            say!("“{value}”不能用作 {argument}", "`{value}` cannot be used for {argument}")
        }
        ErrorKind::TooManyValues => say!("{argument} 后面不能再写“{value}”", "{argument} takes no value `{value}`"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            say!("{argument} 的值个数不对", "{argument} has the wrong number of values")
        }
        ErrorKind::ArgumentConflict => conflict(&argument, &written(error, ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => say!("命令行里有不是 UTF-8 的文字", "the command line is not UTF-8"),
        _ => say!("命令行有误：{error}", "invalid command line: {error}"),
    })
}

fn conflict(argument: &str, prior: &str) -> Message {
    if argument == prior {
        return say!("{argument} 只能写一次", "{argument} can be given only once");
    }
    say!("{argument} 不能与 {prior} 同时使用", "{argument} cannot be used with {prior}")
}

/// Returns what was meant, or what could have been written.
fn hints(error: &Error) -> Vec<Message> {
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let meant = meant.iter().flat_map(|part| texts(error, *part));
    let mut hints: Vec<Message> = meant.map(|meant| say!("是不是“{meant}”？", "did you mean `{meant}`?")).collect();
    for part in [ContextKind::ValidValue, ContextKind::ValidSubcommand] {
        let possible = texts(error, part);
        if !possible.is_empty() {
            let (zh, en) = (possible.join("、"), possible.join(", "));
            hints.push(say!("可用的有：{zh}", "possible: {en}"));
        }
    }
    if let Some(expected) = error.source().filter(|_| error.kind() == ErrorKind::ValueValidation) {
        hints.push(say!("应写成：{expected}", "expected: {expected}"));
    }
    hints
}

/// Returns what a part of the error says, as one text.
fn written(error: &Error, part: ContextKind) -> String {
    texts(error, part).join(" ")
}

/// Returns what a part of the error says, in the words of the command line; what cannot be seen is shown.
fn texts(error: &Error, part: ContextKind) -> Vec<String> {
    match error.get(part) {
        Some(ContextValue::String(text)) => vec![visible(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| visible(text)).collect(),
        _ => Vec::new(),
    }
}
