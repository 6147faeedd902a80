//! The statuses and responses that a notice declares.

use super::record;
use crate::value::{ID_PATTERN, Localized, Spanned, StatusClass, Text};

record! {
    /// 整改状态。A status.
    pub struct StatusRecord {
        /// 标识，也是网址的一部分；通常的状态（如 completed、closed）只写标识即可。Id, which becomes part of an address; a usual status, such as completed or closed, needs nothing else.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 页面上的叫法。What pages call it.
        pub label: Option<Localized>,
        /// 一句话说明。What it says, in a sentence.
        pub meaning: Option<Localized>,
        /// 统计时算作哪一类。What it counts as.
        pub counts_as: Option<Spanned<StatusClass>>,
    }
}

record! {
    /// 答复。A response.
    pub struct ResponseRecord {
        /// 标识；accepted、partly-accepted、rejected 只写标识即可。Id; accepted, partly-accepted and rejected need nothing else.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 页面上的叫法。What pages call it.
        pub label: Option<Localized>,
    }
}
