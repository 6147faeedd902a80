//! What is said of a value of another kind: a text where a list is expected, a list where a text is.

use super::super::meant;
use super::super::node::{Node, NodeKind};
use super::super::shape::{Expected, Keys, Others, Scalar};
use super::comparison::Comparison;
use crate::say;

impl Comparison<'_> {
    pub(super) fn mismatch(&mut self, node: &Node, expected: &Expected, key: Option<&str>) {
        let written = match &node.kind {
            NodeKind::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        };
        let name = key.unwrap_or("title");
        let (message, help) = match (expected, written) {
            (Expected::Keys(Keys { others: Others::EachLanguage(_), .. }), Some(text)) => {
                self.languages(node, text, key);
                return;
            }
            (Expected::Keys(Keys { others: Others::EachLanguage(_), .. }), None) => (
                say!("这里要按语言分别写", "a text for each language is expected here"),
                say!("请写成 {{zh: 中文, en: English}} 的形式", "write {{zh: 中文, en: English}}"),
            ),
            (Expected::Keys(_), _) => (
                say!("这里要写若干个“键: 值”", "keys with values are expected here"),
                say!("请另起一行，缩进后逐行写“键: 值”", "begin a new line, indent, and write `key: value` lines"),
            ),
            (Expected::List(..), Some(text)) => {
                let list = meant::items(text).join(", ");
                (
                    say!("这里要写一个列表", "a list is expected here"),
                    say!(
                        "请写成 {name}: [{list}]，用半角方括号和半角逗号；或每项一行、以“- ”开头",
                        "write {name}: [{list}], or one item a line beginning with `- `"
                    ),
                )
            }
            (Expected::List(..), None) => (
                say!("这里要写一个列表", "a list is expected here"),
                say!("请每项一行、以“- ”开头，或写成 [甲, 乙]", "write one item a line beginning with `- `, or [a, b]"),
            ),
            (Expected::Scalar(Scalar::Boolean), _) => (
                say!("这里要写 true 或 false", "`true` or `false` is expected here"),
                say!("请写 true 或 false，不带引号", "write `true` or `false` without quotes"),
            ),
            _ => (
                say!("这里要写一段文字", "a text is expected here"),
                say!(
                    "请在冒号后直接写文字；含特殊符号时加引号",
                    "write the text after the colon; put it in quotes if it has special characters"
                ),
            ),
        };
        self.wrong(node, key, message, help);
    }
}
