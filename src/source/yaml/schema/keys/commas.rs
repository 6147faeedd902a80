//! Keys that a comma or a full-width colon left behind.

use super::super::comparison::Comparison;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::WRONG_VALUE;
use crate::source::yaml::meant;
use crate::source::yaml::node::{Key, Node};
use crate::source::yaml::shape::{Expected, Keys, Scalar};
use crate::value::Lang;

impl Comparison<'_> {
    /// Returns whether a comma left this key behind: it has neither colon nor value.
    pub(super) fn is_piece(&self, key: &Key, value: &Node) -> bool {
        value.is_null() && value.range().is_empty() && key.is_bare(self.file)
    }

    /// `{zh：甲}`: one key in place of a key and its value.
    pub(super) fn full_width_colon(&mut self, key: &Key, keys: &Keys) -> bool {
        let Some((name, rest)) = key.text.split_once('：') else { return false };
        let name = name.trim();
        let is_known = keys.known.iter().any(|known| known.name == name) || Lang::of(name).is_some();
        if is_known {
            let at = self.file[key.range.clone()].find('：').map_or(key.range.start, |at| key.range.start + at);
            self.found.push(
                Diagnostic::of(
                    WRONG_VALUE,
                    self.span(at..at + '：'.len_utf8()),
                    say!("“{name}”后面是全角冒号“：”", "the colon after `{name}` is a full-width one"),
                )
                .help(say!(
                    "请改为半角冒号，后面空一格：{name}: {rest}",
                    "write a plain colon and a space: {name}: {rest}"
                )),
            );
        }
        is_known
    }

    /// `{value: 1,476,000}` or `{zh: 甲, 乙}`: a comma within braces ends a value.
    pub(super) fn cut(&mut self, key: &Key, value: &Node, last: &Key, keys: &Keys) {
        let range = value.range().start..last.range.end;
        let written = &self.file[range.clone()];
        let name = &key.text;
        let shape = keys.known.iter().find(|known| known.name == *name).map(|known| &known.shape.expected);
        let number = meant::number(written).filter(|_| !written.contains(char::is_alphabetic));
        match (shape, number) {
            (Some(Expected::Scalar(Scalar::Decimal | Scalar::Integer(..))), Some(number)) => self.wrong_at(
                range,
                Some(name),
                say!("“{written}”里有千分位逗号", "`{written}` has thousands separators"),
                say!("请写成 {name}: {number}", "write {name}: {number}"),
            ),
            (Some(Expected::List(..)), _) => self.wrong_at(
                range,
                Some(name),
                say!("这里要写一个列表", "a list is expected here"),
                say!("请加上半角方括号：{name}: [{written}]", "put it in square brackets: {name}: [{written}]"),
            ),
            _ => {
                let text = self.file[last.range.clone()].trim();
                self.wrong_at(
                    range,
                    Some(name),
                    say!(
                        "半角逗号断开了这段文字，“{text}”不会公布",
                        "a comma cuts this text: `{text}` is not published"
                    ),
                    say!(
                        "请给整段文字加引号：{name}: \"{written}\"；中文里的逗号写成“，”",
                        "put the whole text in quotes: {name}: \"{written}\""
                    ),
                );
            }
        }
    }
}
