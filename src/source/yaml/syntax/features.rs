//! What YAML has and a record must not have, where the parser gives up because of it.

use granit_parser::ErrorKind;

use crate::diagnostic::Message;
use crate::say;

/// Returns what YAML has and a record must not have, where the parser gives up because of it.
pub(super) fn feature(kind: &ErrorKind) -> Option<(Message, Message)> {
    match kind {
        ErrorKind::UnknownAnchor
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::ExpectedTagBang
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte => Some((
            say!("文字不能以“*”“&”“!”开头", "a text cannot begin with `*`, `&` or `!`"),
            say!("请给整段文字加引号", "put the whole text in quotes"),
        )),
        ErrorKind::MissingDocumentEndBeforeDirective
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::MissingYamlVersion
        | ErrorKind::MissingYamlVersionSeparator
        | ErrorKind::ExpectedDocumentStart => Some((
            say!(
                "“%”开头的一行是 YAML 指令，不会公布",
                "a line that begins with `%` is a YAML directive, which is not published"
            ),
            say!(
                "请删去这一行；若“%”是文字的一部分，请给整段文字加引号",
                "remove this line; if the `%` belongs to a text, put the text in quotes"
            ),
        )),
        _ => None,
    }
}
