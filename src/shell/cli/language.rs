//! The language of messages: the one that a command line asks for, or that of the system.

use std::ffi::OsString;

use clap::ValueEnum;

use crate::shell::report::MessageLang;

/// Returns the language of messages: the one asked for, or Chinese on a Chinese system, else English.
pub fn message_lang(asked: Option<MessageLang>) -> MessageLang {
    let is_chinese = || sys_locale::get_locale().is_some_and(|locale| locale.to_ascii_lowercase().starts_with("zh"));
    asked.unwrap_or_else(|| if is_chinese() { MessageLang::Zh } else { MessageLang::En })
}

/// Returns the language that a command line asks for, however wrong the rest of it may be.
pub(super) fn asked(arguments: &[OsString]) -> Option<MessageLang> {
    let mut words =
        arguments.iter().skip_while(|word| *word != "--lang" && !word.to_string_lossy().starts_with("--lang="));
    let word = words.next()?.to_str()?;
    let code = word.strip_prefix("--lang=").or_else(|| words.next()?.to_str())?;
    MessageLang::from_str(code, false).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_in_a_command_line_that_is_wrong() {
        for (line, expected) in [
            ("gongkai --lang zh chekc", Some(MessageLang::Zh)),
            ("gongkai chekc --lang=en --x", Some(MessageLang::En)),
            ("gongkai check --lang", None),
            ("gongkai check --lang fr", None),
            ("gongkai check --language zh", None),
            ("gongkai", None),
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(asked(&arguments), expected, "{line}");
        }
    }
}
