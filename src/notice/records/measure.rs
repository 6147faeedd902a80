//! Itemised measures of an issue.

use super::record;
use crate::notice::common::CommonText;
use crate::notice::open::OpenValues;
use crate::notice::schemas::StatusWord;
use crate::value::{Date, Localized, Spanned, Text};

record! {
    /// 整改措施。A measure.
    pub struct MeasureRecord {
        /// 原文的编号，如“1”“（一）”，有文字的按语言写；不写就依次编号。What it is numbered by, in each language where its words differ; counted if not given.
        pub label: Option<CommonText>,
        /// 措施内容。What is done.
        pub text: Localized,
        /// 状态。Status.
        #[schemars(with = "Option<StatusWord>")]
        pub status: Option<Text>,
        /// 时限。Due date.
        pub due: Option<Spanned<Date>>,
        /// 时限的原文。The words of the due date.
        pub due_text: Option<Localized>,
        /// 调整前的时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 牵头单位标识。Ids of lead bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub lead: Vec<Text>,
        /// 责任单位标识。Ids of responsible bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub responsible: Vec<Text>,
        /// 自定栏目的内容，栏目在 notice.yaml 的 fields 里声明。Values of the fields that `fields` in notice.yaml declares.
        #[serde(default)]
        pub fields: OpenValues,
    }
}
