//! The slips that people make, seen in the line itself: a full-width colon, no space after the colon, straight quotes
//! within a text.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::diagnostic::Message;
use crate::say;

/// A slip that was seen.
pub(super) struct SeenSlip {
    /// Its own place.
    pub(super) range: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Message,
    /// What to read in the place of some bytes, as many as there are.
    pub(super) cure: Option<(Range<usize>, String)>,
}

/// A line and where it begins in the file.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// Returns the slip on the line where the parser gave up, or on the nearest line above it that is not empty.
pub(super) fn seen(file: &str, at: usize, kind: &ErrorKind) -> Option<SeenSlip> {
    let here = line_at(file, at);
    let above = file[..here.start].trim_end();
    let above = (!above.is_empty()).then(|| line_at(file, above.len()));
    let lines = || [Some(here), above].into_iter().flatten().filter(|line| !line.text.trim_start().starts_with('#'));
    let first = |see: fn(Line<'_>) -> Option<SeenSlip>| lines().find_map(see);
    match kind {
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidIndentation => first(full_width_colon)
            .or_else(|| first(no_blank))
            .or_else(|| first(inner_quotes))
            .or_else(|| full_width_comma(here))
            .or_else(|| comment_between(file, here))
            .or_else(|| colon_in_text(here)),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => first(inner_quotes)
            .or_else(|| first(comment_in_brackets))
            .or_else(|| full_width_comma(here))
            .or_else(|| open_quote(file, here))
            .or_else(|| open_bracket(file, here)),
        ErrorKind::InvalidColonPlacement => full_width_comma(here),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => dash(here, at),
        ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation | ErrorKind::TabNotAllowed => tabs(here),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => first(comment_in_brackets),
        _ => None,
    }
}

fn line_at(file: &str, at: usize) -> Line<'_> {
    let start = file[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = file[at..].find('\n').map_or(file.len(), |newline| at + newline);
    Line { start, text: file[start..end].trim_end() }
}

impl<'a> Line<'a> {
    /// Returns the key that the line begins with up to a mark, after indentation and dash.
    fn key(self, mark: char) -> Option<(&'a str, usize)> {
        let at = self.text.find(mark)?;
        let key = self.text[..at].trim_start().trim_start_matches("- ").trim();
        let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '“' | '”');
        (!key.is_empty() && key.chars().count() <= 24 && key.chars().all(is_key)).then_some((key, at))
    }

    /// Returns what stands after the key, and where.
    fn value(self) -> Option<(&'a str, &'a str, usize)> {
        let (key, at) = self.key(':')?;
        let rest = &self.text[at + 1..];
        let blanks = rest.len() - rest.trim_start().len();
        (blanks > 0 && blanks < rest.len()).then(|| (key, rest.trim_start(), at + 1 + blanks))
    }
}

fn full_width_colon(line: Line<'_>) -> Option<SeenSlip> {
    let (key, at) = line.key('：')?;
    let rest = line.text[at + '：'.len_utf8()..].trim();
    let range = line.start + at..line.start + at + '：'.len_utf8();
    Some(SeenSlip {
        range: range.clone(),
        message: say!("“{key}”后面是全角冒号“：”", "the colon after `{key}` is a full-width one"),
        help: say!("请改为半角冒号，后面空一格：{key}: {rest}", "write a plain colon and a space: {key}: {rest}"),
        cure: Some((range, ":  ".to_owned())),
    })
}

fn no_blank(line: Line<'_>) -> Option<SeenSlip> {
    let (key, at) = line.key(':')?;
    let rest = line.text[at + 1..].trim_end();
    if rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with("//") {
        return None;
    }
    let at = line.start + at;
    Some(SeenSlip {
        range: at..at + 1,
        message: say!("“{key}:”后面少一个空格", "there is no space after `{key}:`"),
        help: say!("冒号后要空一格：{key}: {rest}", "put a space after the colon: {key}: {rest}"),
        cure: None,
    })
}

/// `"落实"三重一大"制度"`: the second mark closes the text too early.
fn inner_quotes(line: Line<'_>) -> Option<SeenSlip> {
    let (key, value, at) = line.value()?;
    let value = value.trim_end();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
    let marks = inner.match_indices(quote).count();
    if marks == 0 || inner.contains('\\') || inner.contains("''") || inner.contains(&format!("{quote}, ")) {
        return None;
    }
    let mut opens = false;
    let curly: String = inner
        .chars()
        .map(|c| match (c == quote, opens) {
            (false, _) => c,
            (true, _) => {
                opens = !opens;
                if opens { '“' } else { '”' }
            }
        })
        .collect();
    let start = line.start + at;
    let first = inner.find(quote)? + 1;
    let other = if quote == '"' { "'" } else { "\"" };
    Some(SeenSlip {
        range: start + first..start + first + 1,
        message: say!(
            "文字里的直引号“{quote}”提前结束了这段文字",
            "a straight quote within the text ends it too early"
        ),
        help: say!(
            "文字里的引号请写成“ ”：{key}: {quote}{curly}{quote}",
            "write curly quotation marks within the text: {key}: {quote}{curly}{quote}"
        ),
        cure: Some((
            start + 1..start + 1 + inner.len(),
            inner.replace(quote, if inner.contains(other) { " " } else { other }),
        )),
    })
}

/// `{zh: 甲， en: B}`: a full-width comma does not separate.
fn full_width_comma(line: Line<'_>) -> Option<SeenSlip> {
    let at = line.text.match_indices('，').map(|(at, _)| at).find(|at| {
        let rest = line.text[at + '，'.len_utf8()..].trim_start();
        let key = rest.split(':').next().unwrap_or_default();
        rest.contains(':')
            && !key.is_empty()
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    })?;
    let range = line.start + at..line.start + at + '，'.len_utf8();
    Some(SeenSlip {
        range: range.clone(),
        message: say!(
            "这里是全角逗号“，”，不能隔开两项",
            "this is a full-width comma, which does not separate entries"
        ),
        help: say!("请改为半角逗号加空格“, ”", "write a plain comma and a space"),
        cure: Some((range, ",  ".to_owned())),
    })
}

/// `zh: 问题: 工程建设`: a second colon.
fn colon_in_text(line: Line<'_>) -> Option<SeenSlip> {
    let (key, value, at) = line.value()?;
    let colon = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
    if value.starts_with(['"', '\'', '{', '[', '|', '>']) {
        return None;
    }
    let colon = line.start + at + colon;
    let quote = if value.contains('\'') { '"' } else { '\'' };
    Some(SeenSlip {
        range: colon..colon + 1,
        message: say!("文字里的半角冒号“: ”断开了这段文字", "a colon and a space within the text cut it"),
        help: say!(
            "请给整段文字加引号：{key}: {quote}{value}{quote}；或改用全角冒号“：”",
            "put the whole text in quotes: {key}: {quote}{value}{quote}"
        ),
        cure: Some((colon..colon + 1, ".".to_owned())),
    })
}

/// `zh: - 工程`: a text that begins with a dash is read as a list.
fn dash(line: Line<'_>, at: usize) -> Option<SeenSlip> {
    let (key, value, start) = line.value()?;
    let text = value.strip_prefix("- ")?.trim();
    let range = line.start + start..line.start + start + 1;
    (line.start + start == at || range.contains(&at)).then(|| SeenSlip {
        range: range.clone(),
        message: say!("“- ”开头的文字会被当作列表", "a text that begins with `- ` is taken for a list"),
        help: say!(
            "请删去“- ”：{key}: {text}；要保留它，请给整段文字加引号；要写列表，请另起一行",
            "remove the `- `: {key}: {text}; to keep it, put the text in quotes; for a list, begin a new line"
        ),
        cure: Some((range, "~".to_owned())),
    })
}

fn tabs(line: Line<'_>) -> Option<SeenSlip> {
    let indentation = &line.text[..line.text.len() - line.text.trim_start().len()];
    let at = indentation.find('\t')?;
    let range = line.start + at..line.start + at + 1;
    Some(SeenSlip {
        range: line.start + indentation.len()..line.start + indentation.len(),
        message: say!("缩进里有制表符（Tab）", "there is a tab in the indentation"),
        help: say!("请改用空格缩进，每级两个", "indent with spaces, two a level"),
        cure: (indentation == "\t").then(|| (range, " ".to_owned())),
    })
}

/// Lines above which an unfinished mark is looked for.
const LINES_ABOVE: usize = 12;

/// Returns the lines above a line, the nearest first.
fn lines_above<'a>(file: &'a str, here: Line<'a>) -> impl Iterator<Item = Line<'a>> {
    let mut end = here.start;
    std::iter::from_fn(move || {
        let line = line_at(file, end.checked_sub(1)?);
        end = line.start;
        Some(line)
    })
    .take(LINES_ABOVE)
}

/// Finds a quotation mark that opens a text and has no partner on its line.
fn open_quote(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let opening = |line: Line<'_>| -> Option<usize> {
        line.text.match_indices(['"', '\'']).find_map(|(at, quote)| {
            let before = line.text[..at].trim_end();
            let begins = before.is_empty() || before.ends_with([':', '-', '[', '{', ',']);
            (begins && !line.text[at + 1..].contains(quote)).then_some(line.start + at)
        })
    };
    let at = lines_above(file, here).find_map(opening)?;
    Some(SeenSlip {
        range: at..at + 1,
        message: say!("引号没有配对：这里开始的引号没有结束", "this quotation mark is never closed"),
        help: say!("请在文字末尾补上同样的引号", "close the text with the same mark"),
        cure: None,
    })
}

/// Finds a bracket that is opened on a line and not closed on it.
fn open_bracket(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let opening = |line: Line<'_>| -> Option<usize> {
        let mut open = Vec::new();
        for (at, c) in line.text.char_indices() {
            match c {
                '{' | '[' => open.push(at),
                '}' | ']' => drop(open.pop()),
                _ => {}
            }
        }
        open.first().map(|at| line.start + at)
    };
    let at = lines_above(file, here).find_map(opening)?;
    Some(SeenSlip {
        range: at..at + 1,
        message: say!("括号没有配对：这里开始的括号没有结束", "this bracket is never closed"),
        help: say!("请补上“}}”或“]”", "close it with a curly or a square bracket"),
        cure: None,
    })
}

/// Finds a comment in the middle of a text.
fn comment_between(file: &str, here: Line<'_>) -> Option<SeenSlip> {
    let comment = lines_above(file, here).next().filter(|line| line.text.trim_start().starts_with('#'))?;
    let blanks = comment.text.len() - comment.text.trim_start().len();
    (!here.text.contains(": ") && here.text.starts_with(' ')).then(|| SeenSlip {
        range: comment.start + blanks..comment.start + comment.text.len(),
        message: say!("“#”开头的注释断开了一段文字", "a comment that begins with `#` cuts a text"),
        help: say!(
            "注释请移到这段文字前面；若“#”是文字的一部分，请给整段文字加引号",
            "put the comment above the text; if the `#` belongs to the text, put the text in quotes"
        ),
        cure: None,
    })
}

/// `{zh: 甲 #1, en: B}`: everything after the `#` is a comment, the bracket too.
fn comment_in_brackets(line: Line<'_>) -> Option<SeenSlip> {
    let at = line.text.find(" #")? + 1;
    let open = line.text[..at].rfind(['{', '['])?;
    if line.text[open..at].contains(['}', ']']) {
        return None;
    }
    let range = line.start + at..line.start + line.text.len();
    let comment = &line.text[at..];
    Some(SeenSlip {
        range,
        message: say!(
            "“{comment}”被当作注释，不会公布，括号也没有结束",
            "`{comment}` is taken for a comment: it is not published, and the bracket is not closed"
        ),
        help: say!(
            "若“#”是文字的一部分，请给这段文字加引号；注释请另起一行",
            "if the `#` belongs to the text, put the text in quotes; put a comment on a line of its own"
        ),
        cure: None,
    })
}
