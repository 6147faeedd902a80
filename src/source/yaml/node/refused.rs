//! What YAML allows and a record must not have: tags, anchors, aliases.

use std::ops::Range;

use super::builder::Builder;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::YAML_FEATURE;

impl Builder<'_> {
    pub(super) fn refuse_tag(&mut self, tagged: bool, range: &Range<usize>) {
        if tagged {
            self.refuse(
                range.clone(),
                say!("这里不能用 YAML 标签（以“!”开头）", "a YAML tag (beginning with `!`) is not allowed here"),
                say!(
                    "若“!”是文字的一部分，请给整段文字加引号",
                    "if the `!` belongs to the text, put the text in quotes"
                ),
            );
        }
    }

    pub(super) fn refuse_anchor(&mut self, range: Range<usize>) {
        self.refuse(
            range,
            say!(
                "这里不能用 YAML 锚点、别名或合并（“&”“*”“<<”）",
                "YAML anchors, aliases and merges (`&`, `*`, `<<`) are not allowed here"
            ),
            say!(
                "若“&”或“*”是文字的一部分，请给整段文字加引号",
                "if the `&` or `*` belongs to the text, put the text in quotes"
            ),
        );
    }

    pub(super) fn refuse(&mut self, range: Range<usize>, message: Message, help: Message) {
        self.found.push(Diagnostic::of(YAML_FEATURE, Place::Span(self.path.clone(), range), message).help(help));
    }
}
