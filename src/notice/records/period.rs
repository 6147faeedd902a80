//! Periods of a notice: the time that it covers, the edition before it, and the days for which it is on display.

use super::{URL_PATTERN, record};
use crate::value::{Date, Localized, Spanned, Text};

record! {
    /// 时间段。A period.
    pub struct PeriodRecord {
        /// 第一天。First day.
        pub from: Spanned<Date>,
        /// 最后一天。Last day.
        pub to: Spanned<Date>,
    }
}

record! {
    /// 上一期通报。The edition before this one.
    pub struct PreviousRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 网址。Address.
        #[schemars(extend("pattern" = URL_PATTERN))]
        pub url: Option<Text>,
        /// 统计截至日期。The date that its statuses and statistics hold for.
        pub as_of: Option<Date>,
    }
}

record! {
    /// 公示期：写起止日期，或者开始日期和天数；工作日写 working_days 和 to。A period of display: its first and last day, or its first day and how many days; of working days, `working_days` and `to`.
    pub struct PublicityRecord {
        /// 第一天。First day.
        pub from: Option<Spanned<Date>>,
        /// 最后一天。Last day.
        pub to: Option<Spanned<Date>>,
        /// 天数，含第一天。Number of days, the first among them.
        #[schemars(range(min = 1, max = 3660))]
        pub days: Option<Spanned<u32>>,
        /// 多少个工作日；节假日和调休算不出来，最后一天另写 to。Number of working days; holidays cannot be known, so the last day is written, too: `to`.
        #[schemars(range(min = 1, max = 3660))]
        pub working_days: Option<Spanned<u32>>,
    }
}

impl PublicityRecord {
    /// Returns the last day, if it is stated or follows.
    pub fn last_day(&self) -> Option<Date> {
        let counted = || Some(self.from?.first_day().plus_days(u64::from(**self.days.as_ref()?).saturating_sub(1)));
        self.to.map(|on| *on).or_else(counted)
    }
}
