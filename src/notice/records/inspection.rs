//! The inspection, audit or other scrutiny that a notice answers.

use super::record;
use crate::notice::naming::Naming;
use crate::value::{Date, Localized, Spanned};

record! {
    /// 巡视、巡察、审计、督察或其他检查。An inspection, an audit or other scrutiny.
    #[derive(Default)]
    pub struct InspectionRecord {
        /// 种类：巡视、巡察、审计、督察、专项检查等，或自己的词；不写就不说是哪一种。The kind: inspection, patrol-inspection, audit, supervisory-inspection, special-inspection and others, or a word of your own; none is named if it is left out.
        pub kind: Option<Naming<Localized>>,
        /// 巡视（检查）机构。Who inspected.
        pub body: Option<Localized>,
        /// 被巡视（检查）单位。Who was inspected.
        pub subject: Option<Localized>,
        /// 开始日期。First day.
        pub from: Option<Spanned<Date>>,
        /// 结束日期。Last day.
        pub to: Option<Spanned<Date>>,
        /// 反馈日期。The day on which the findings were reported.
        pub fed_back_on: Option<Spanned<Date>>,
    }
}
