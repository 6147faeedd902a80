//! Findings that were looked at and accepted, with the reason.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::notice::written::{Written, WrittenText};
use crate::value::{Localized, Text};

/// 经核对接受的提示。A finding that was looked at and accepted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedRecord {
    /// 规则。The rule.
    pub rule: Text,
    /// 提示所指的文字。The text that the finding points at.
    pub text: Text,
    /// 理由。The reason.
    pub reason: Text,
    /// 编者注：在页面上向读者说明。A note for readers, which pages show.
    pub note: Option<Localized>,
    /// 编者注标在哪些数据旁；不写就是 text 里提到的数据。The figures that the note stands at; those that `text` names if none are given.
    #[serde(default)]
    pub figures: Vec<Text>,
}

/// Its text repeats what was accepted, so no rule looks at it; the note is published.
impl Written for AcceptedRecord {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.note.each_text(see);
    }
}
