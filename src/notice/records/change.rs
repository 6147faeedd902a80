//! What became of an issue over time: changes of its status, and corrections of what was published.

use super::record;
use crate::notice::schemas::StatusWord;
use crate::value::{Date, Localized, Spanned, Text};

record! {
    /// 状态变化。A change of status.
    pub struct HistoryRecord {
        /// 日期。Date.
        pub on: Spanned<Date>,
        /// 变为何种状态。The status from that day on.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 说明。A note.
        pub note: Option<Localized>,
    }
}

record! {
    /// 更正。A correction.
    pub struct CorrectionRecord {
        /// 日期。Date.
        pub on: Date,
        /// 更正内容。What was corrected.
        pub text: Localized,
    }
}
