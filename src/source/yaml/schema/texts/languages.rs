//! A single text where each language has its own.

use super::super::comparison::Comparison;
use crate::say;
use crate::source::yaml::node::Node;
use crate::source::yaml::short;

impl Comparison<'_> {
    /// A single text where each language has its own.
    pub(in crate::source::yaml::schema) fn languages(&mut self, node: &Node, text: &str, key: Option<&str>) {
        let name = key.unwrap_or("title");
        let start = node.range().start;
        let mistyped = short::is_mistyped(text);
        let mark = self.file[node.range()].find(['｛', '：', ':']).filter(|_| mistyped).map(|at| start + at);
        if let Some(at) = mark {
            let c = self.file[at..].chars().next().unwrap_or(' ');
            let plain = text.replace('｛', "{").replace('｝', "}").replacen('：', ": ", 1).replace('，', ", ");
            let plain = if plain.starts_with('{') { plain } else { format!("{{{plain}}}") };
            return self.wrong_at(
                at..at + c.len_utf8(),
                key,
                say!(
                    "这里的“{c}”不是要用的半角符号，或后面少一个空格",
                    "the `{c}` here is a full-width mark, or lacks a space after it"
                ),
                say!("请写成 {name}: {plain}", "write {name}: {plain}"),
            );
        }
        self.wrong(
            node,
            key,
            say!("这里要按语言分别写", "a text for each language is expected here"),
            say!(
                "请写成 {name}: {{zh: {text}, en: English}}；只有一种语言的通报可以直接写文字",
                "write {name}: {{zh: 中文, en: English}}; only a notice in one language may have the text alone"
            ),
        );
    }
}
