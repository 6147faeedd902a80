//! Straight quotation marks within a text, which end it too early.

use super::{Line, SeenSlip};
use crate::say;

/// `"落实"三重一大"制度"`: the second mark closes the text too early.
pub(super) fn inner_quotes(line: Line<'_>) -> Option<SeenSlip> {
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
