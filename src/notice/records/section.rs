//! A section of the document and its topics: `section.yaml`.

use super::record;
use crate::value::{ID_PATTERN, Localized, Text};

record! {
    /// 方面。A section.
    pub struct SectionRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 原有的编号，如 第二章；不写就按顺序编号。The number that the office gives it, such as Chapter II, in place of one by its order.
        pub label: Option<Localized>,
        /// 导航用的短标题。Short title for navigation.
        pub short_title: Option<Localized>,
        /// 二级问题，按顺序；不分二级问题的不写。Topics in order; none if issues stand directly below the section.
        #[serde(default)]
        pub topics: Vec<TopicRecord>,
    }
}

record! {
    /// 二级问题。A topic.
    pub struct TopicRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 标题。Title.
        pub title: Localized,
    }
}
