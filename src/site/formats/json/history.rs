//! Changes of status, of issues and of their items.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, optional};
use crate::notice::Change;
use crate::value::Date;

/// 状态变化。A change of status.
#[derive(Serialize, JsonSchema)]
pub(super) struct ChangeData<'a> {
    /// 日期。Date.
    on: Date,
    /// 变为何种状态。The status from that day on.
    status: &'a str,
    /// 说明，没有就不写。A note, where there is one.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    note: JsonTexts<'a>,
}

pub(super) fn history(changes: &[Change]) -> Vec<ChangeData<'_>> {
    let each = changes.iter();
    each.map(|change| ChangeData { on: *change.on, status: &change.status, note: optional(&change.note) }).collect()
}
