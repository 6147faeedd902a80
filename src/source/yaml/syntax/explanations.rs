//! What the parser says, in words of both languages.

use granit_parser::ErrorKind;

use crate::diagnostic::Message;
use crate::say;

/// Returns what the parser says, in words of both languages.
pub(super) fn explain(kind: &ErrorKind, info: &str) -> (Message, Message) {
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            say!("引号没有配对：这里开始的引号没有结束", "this quotation mark is never closed"),
            say!("请在文字末尾补上同样的引号", "close the text with the same mark"),
        ),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => (
            say!("缩进里有制表符（Tab）", "there is a tab in the indentation"),
            say!("请改用空格缩进，每级两个", "indent with spaces, two a level"),
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => (
            say!("括号没有配对：“{{”或“[”没有结束", "a bracket is never closed"),
            say!("请补上“}}”或“]”", "close it with a curly or a square bracket"),
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            say!(
                "括号没有配对：这个括号没有开始，或与前面的不同",
                "this bracket closes nothing that was opened with its kind"
            ),
            say!("“{{”配“}}”，“[”配“]”", "curly brackets match curly ones, square brackets square ones"),
        ),
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => (
            say!(
                "括号里缺少半角逗号，或括号没有结束",
                "a comma is missing within the brackets, or they are not closed"
            ),
            say!("各项之间请用半角逗号加空格“, ”", "put a comma and a space between the items"),
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            say!("这一行缺少冒号", "a colon is missing on this line"),
            say!(
                "若是新的一项，请写成“键: 值”，用半角冒号，冒号后空一格；若接着上一行的文字，请再缩进两个空格",
                "for a new entry write `key: value`, with a space after the colon; if the line goes on with the text above, indent it by two more spaces"
            ),
        ),
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => (
            say!("这里不该有冒号", "a colon is not allowed here"),
            say!("文字里若有“: ”，请给整段文字加引号", "if the text contains `: `, put the whole text in quotes"),
        ),
        _ => explain_rest(kind, info),
    }
}

fn explain_rest(kind: &ErrorKind, info: &str) -> (Message, Message) {
    match kind {
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::MappingKeyNotAllowed => (
            say!("缩进对不齐", "the indentation does not line up"),
            say!(
                "同一级的键要从同一列开始，每级缩进两个空格；接着上一行的文字要比它的键缩进得更多",
                "keys of one level begin in one column, two spaces a level; a text that goes on is indented more than its key"
            ),
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            say!("引号结束以后还有文字", "text follows after the closing quotation mark"),
            say!(
                "整段文字放进同一对引号；文字里的引号写成“ ”",
                "put the whole text in one pair of quotes, and write “ ” within it"
            ),
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => (
            say!("双引号里的反斜杠“\\”写法不对", "a backslash within double quotes is not right"),
            say!("请改用单引号，或把“\\”写成“\\\\”", "use single quotes, or write `\\\\` for `\\`"),
        ),
        ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => (
            say!("“#”开头的注释断开了一段文字", "a comment that begins with `#` cuts a text"),
            say!(
                "若“#”是文字的一部分，请给整段文字加引号；注释请另起一行，放在这段文字前面",
                "if the `#` belongs to the text, put the text in quotes; put a comment on a line of its own above the text"
            ),
        ),
        ErrorKind::UnexpectedCharacter { character } => (
            say!("文字不能以“{character}”开头", "a text cannot begin with `{character}`"),
            say!("请给整段文字加引号", "put the whole text in quotes"),
        ),
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => (
            say!("“|”或“>”后面不能接着写文字", "no text can follow `|` or `>` on its line"),
            say!("请另起一行写文字，并缩进两个空格", "begin the text on the next line, indented by two spaces"),
        ),
        ErrorKind::RecursionLimitExceeded => {
            (say!("嵌套太深", "nested too deep"), say!("请减少嵌套的层数", "use fewer levels of nesting"))
        }
        _ => (
            say!("这里的标点或缩进有误，读不下去", "this is not valid YAML ({info})"),
            say!(
                "请对照上下各行检查冒号、引号、括号和缩进；含特殊符号的文字请加引号",
                "compare punctuation and indentation with the lines around it; put text with special characters in quotes"
            ),
        ),
    }
}
