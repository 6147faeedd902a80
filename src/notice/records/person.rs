//! Persons that a notice lists, in groups: those held to account, or those of a part of the office's own.

use super::record;
use crate::value::{Date, ID_PATTERN, Localized, Spanned, Text};

record! {
    /// 通报的一个部分里的人员名单。The table of persons of a part of the notice, beside its text.
    pub struct PersonsRecord {
        /// 按处理方式或类别分组。Persons by measure taken, or by any other kind.
        pub groups: Vec<GroupRecord>,
    }
}

record! {
    /// 同一种处理方式的人员。Persons subject to one measure.
    pub struct GroupRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 处理方式。The measure.
        pub title: Localized,
        /// 公布的人数。The number stated.
        pub stated: Option<Spanned<u32>>,
        /// 人数截至日期，与其他数据不同时写。The date that the number holds for, where it is another than that of the other figures.
        pub as_of: Option<Date>,
        /// 人员；只公布人数的不写。Persons; left out where only their number is published.
        #[serde(default)]
        pub persons: Vec<PersonRecord>,
    }
}

impl GroupRecord {
    /// Returns how many persons there are: as stated, else as listed.
    pub fn count(&self) -> u32 {
        self.stated.map_or(u32::try_from(self.persons.len()).unwrap_or(u32::MAX), |stated| *stated)
    }
}

record! {
    /// 人员。A person.
    pub struct PersonRecord {
        /// 职务。Post.
        pub post: Localized,
        /// 姓名；一般不公布。Name; as a rule not published.
        pub name: Option<Localized>,
        /// 公布姓名的理由。Why the name is published.
        pub reason: Option<Localized>,
        /// 姓名公示期满日期，期满后隐去。The last day on which the name may be shown.
        pub until: Option<Date>,
        /// 所在的地方，写 places.yaml 里的标识。Where that is, by ids of places.yaml.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub places: Vec<Text>,
    }
}

impl PersonRecord {
    /// Returns the name, if it may be shown on a day. A period of publicity that is over stays over: editions of
    /// earlier days are published later.
    pub fn name_shown(&self, on: Date) -> Option<&Localized> {
        let expired = self.until.is_some_and(|until| until.is_before(on));
        self.name.as_ref().filter(|_| !expired && self.reason.is_some())
    }
}
