//! Items of an issue, each with a status of its own.

use super::change::HistoryRecord;
use super::record;
use crate::notice::schemas::StatusWord;
use crate::notice::written::Markdown;
use crate::value::{Date, Localized, Spanned, StatusBasis, Text};

record! {
    /// 问题下的小项：单独列出状态，不计入问题数。An item of an issue: it has a status of its own and is not counted among the issues.
    pub struct ItemRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 反馈的问题，一句话。What was found, in a sentence.
        pub statement: Option<Localized>,
        /// 整改状态。Status.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 状态依据：stated（写明）或 inferred（推定）。Whether the issuer states the status or it is inferred.
        #[serde(default)]
        pub status_basis: StatusBasis,
        /// 整改时限。Due date.
        pub due: Option<Spanned<Date>>,
        /// 调整前的整改时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 整改情况（Markdown）。What was done, in Markdown.
        pub response: Option<Localized<Markdown>>,
        /// 状态变化。Dated changes of status.
        #[serde(default)]
        pub history: Vec<HistoryRecord>,
    }
}
