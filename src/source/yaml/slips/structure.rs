//! Dashes and tabs that YAML takes for structure.

use super::{Line, SeenSlip};
use crate::say;

/// `zh: - 工程`: a text that begins with a dash is read as a list.
pub(super) fn dash(line: Line<'_>, at: usize) -> Option<SeenSlip> {
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

pub(super) fn tabs(line: Line<'_>) -> Option<SeenSlip> {
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
