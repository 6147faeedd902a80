//! What was found, without the words around it.

use super::fold::{fold, original};
use super::words::{Slot, label};

/// Returns what was found, without the words around it: `关于“…”问题的整改`, `反馈问题：`.
pub(super) fn statement(text: &str) -> &str {
    let folded = fold(text);
    let start = label(&folded).filter(|label| label.slot == Slot::Statement).map_or(0, |label| label.length);
    let text = original(text, &folded, start..folded.len()).trim();
    inside_quotes(text).unwrap_or(text)
}

/// Returns X of `关于“X”的问题`, if that is all there is.
fn inside_quotes(text: &str) -> Option<&str> {
    let (inner, rest) = about(text)?;
    let rest = rest.trim_start_matches('的').strip_prefix("问题")?;
    let rest = rest.strip_prefix("的整改").or_else(|| rest.strip_prefix("整改")).unwrap_or(rest);
    let rest = rest.strip_prefix("情况").unwrap_or(rest);
    rest.trim_matches(['。', '.', '：', ':', ' ']).is_empty().then_some(inner)
}

/// Returns X of `关于“X”…` and what stands behind it; X may have quotes of its own.
pub(super) fn about(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("关于")?.trim_start();
    let open = rest.chars().next()?;
    let close = match open {
        '“' => '”',
        '「' => '」',
        '‘' => '’',
        '"' => '"',
        _ => return None,
    };
    let inner = &rest[open.len_utf8()..];
    // The quote that 问题 stands behind ends it; one before may be of a quotation inside.
    let ends = inner.match_indices(close).map(|(at, _)| at);
    let is_end = |at: &usize| {
        let behind = inner[at + close.len_utf8()..].trim_start_matches([' ', '的']);
        behind.starts_with("问题") || behind.starts_with("事项") || behind.starts_with("方面")
    };
    let end = ends.clone().find(is_end)?;
    Some((&inner[..end], &inner[end + close.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_read_from_the_words_around_it() {
        for (text, expected) in [
            ("关于“学得不够”问题", "学得不够"),
            ("关于“落实‘三重一大’不够”的问题。", "落实‘三重一大’不够"),
            ("关于“推动“双创”不够”问题的整改。", "推动“双创”不够"),
            ("反馈问题：学得不够。", "学得不够。"),
            ("学得不够。", "学得不够。"),
            ("关于学得不够的问题", "关于学得不够的问题"),
        ] {
            assert_eq!(statement(text), expected);
        }
    }
}
