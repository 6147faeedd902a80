//! Texts of a notice as YAML gives them, made what an author means: no spaces at their ends, and no space where a line
//! ends between two wide characters, as in narratives.

use super::node::{Node, NodeKind};
use super::scalar::folds;
use crate::value::width::{is_hangul, is_joining, is_wide};

/// What is no part of a text at its ends. Other separators, which nobody types, are left for the rules to name.
const BLANKS: [char; 6] = [' ', '\t', '\n', '\r', '\u{A0}', '\u{3000}'];

/// Settles every text of a record; its keys stay as they are.
pub(super) fn settle(node: &mut Node, file: &str) {
    let range = node.range();
    match &mut node.kind {
        NodeKind::Scalar { text, .. } => {
            if let Some(settled) = settled(file.get(range).unwrap_or_default(), text) {
                *text = settled;
            }
        }
        NodeKind::Sequence(items) => items.iter_mut().for_each(|item| settle(item, file)),
        NodeKind::Mapping(entries) => entries.iter_mut().for_each(|(_, value)| settle(value, file)),
    }
}

/// Returns the text that is meant, if it is another than YAML gives.
fn settled(written: &str, text: &str) -> Option<String> {
    let is_chinese = text.chars().any(|c| is_wide(c) && !is_hangul(c));
    let joins = |c: Option<char>| c.is_some_and(|c| is_joining(c, is_chinese));
    let is_joined = |at: &usize| joins(text[..*at].chars().next_back()) && joins(text[at + 1..].chars().next());
    let mut settled = text.to_owned();
    for at in folds(written, text).into_iter().filter(is_joined).rev() {
        settled.remove(at);
    }
    let settled = settled.trim_matches(BLANKS);
    (settled != text).then(|| settled.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::yaml::node::parse;
    use crate::value::RelPath;

    #[test]
    fn lines_of_chinese_are_joined_and_ends_are_trimmed() {
        for (file, expected) in [
            ("a: 折叠的\n  标题\n", "折叠的标题"),
            ("a: >\n  折叠的\n  标题\n", "折叠的标题"),
            ("a: >+\n  折叠的\n  标题\n\n\n", "折叠的标题"),
            ("a: \"折叠的\n  标题\"\n", "折叠的标题"),
            ("a: '折叠的  \n\t 标题'\n", "折叠的标题"),
            ("a: \"折\\u53E0的\n  标题\"\n", "折叠的标题"),
            ("a: \"折叠的\\\n  标题\"\n", "折叠的标题"),
            ("a: \"  甲  乙  \"\n", "甲  乙"),
            ("a: '　甲'\n", "甲"),
            ("a: 他说：\n  “整改”\n  ……\n", "他说：“整改”……"),
            ("a: 2021年\n  6月\n", "2021年 6月"),
            ("a: two\n  lines\n", "two lines"),
            ("a: 서울\n  부산\n", "서울 부산"),
            ("a: 甲 乙\n  丙\n", "甲 乙丙"),
            ("a: |\n  甲\n  乙\n", "甲\n乙"),
            ("a: >\n  甲\n\n  乙\n", "甲\n乙"),
            ("a: \"甲\\n乙\"\n", "甲\n乙"),
            ("a: 甲\r\n  乙\r\n", "甲乙"),
        ] {
            let mut root = parse(&RelPath::of("x.yaml"), file).root.unwrap_or_else(|| panic!("{file:?}"));
            settle(&mut root, file);
            let (_, node) = root.child("a").expect("a");
            assert!(matches!(&node.kind, NodeKind::Scalar { text, .. } if text == expected), "{file:?} {node:?}");
        }
    }
}
