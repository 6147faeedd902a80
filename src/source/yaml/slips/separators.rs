//! Colons and commas: full-width ones, a colon without a space, a colon within a text.

use super::{Line, SeenSlip};
use crate::say;

pub(super) fn full_width_colon(line: Line<'_>) -> Option<SeenSlip> {
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

pub(super) fn no_blank(line: Line<'_>) -> Option<SeenSlip> {
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

/// `zh: 问题: 工程建设`: a second colon.
pub(super) fn colon_in_text(line: Line<'_>) -> Option<SeenSlip> {
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

/// `{zh: 甲， en: B}`: a full-width comma does not separate.
pub(super) fn full_width_comma(line: Line<'_>) -> Option<SeenSlip> {
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
