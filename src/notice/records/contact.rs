//! Whom readers may ask, and how.

use super::record;
use crate::notice::common::CommonText;
use crate::value::{Localized, Text};

record! {
    /// 联系方式。Contact.
    #[derive(Default)]
    pub struct ContactRecord {
        /// 欢迎监督的话。An invitation to comment.
        pub invitation: Option<Localized>,
        /// 电话；旁边的话各种语言不同的，按语言写。Telephone numbers; in each language where words stand beside them.
        #[serde(default)]
        pub telephones: Vec<CommonText>,
        /// 地址。Postal address.
        pub address: Option<Localized>,
        /// 邮政编码。Postcode.
        pub postcode: Option<Text>,
        /// 电子邮箱。E-mail.
        pub email: Option<Text>,
        /// 几个电子邮箱。Several e-mail addresses.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub emails: Vec<Text>,
        /// 传真。Fax numbers.
        #[serde(default)]
        pub fax: Vec<CommonText>,
        /// 邮政信箱。Post-office box.
        pub po_box: Option<Localized>,
        /// 联系人；姓名可以隐去一部分。Persons to ask; a name may be masked.
        #[serde(default)]
        pub persons: Vec<Localized>,
        /// 受理时间。Hours.
        pub hours: Option<Localized>,
    }
}

impl ContactRecord {
    /// Returns every e-mail address.
    pub fn every_email(&self) -> impl Iterator<Item = &Text> {
        self.email.iter().chain(&self.emails)
    }
}
