//! What a notice says of the parts of its document and of the pages in its navigation: their order and what they are
//! called.

use super::record;
use crate::value::{ID_PATTERN, Localized, Text};

record! {
    /// 通报的一个部分。A part of the document.
    pub struct PartRecord {
        /// 标识：overview、issues、accountability、outstanding、closing，或者 content/parts/ 里文件的简称。Id: one of these, or the name of a file in content/parts/.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 标题，不带“一、”。Its title, without a number.
        pub title: Option<Localized>,
        /// 通报全文里是否印标题；写 false 就不印标题，也不排序号。Whether the document shows the title; with `false` it has neither title nor number there.
        pub heading: Option<bool>,
    }
}

record! {
    /// 导航栏里的一个页面。A page in the navigation.
    pub struct NavigationRecord {
        /// 标识：home、notice、issues 等，或者 content/parts/、content/pages/ 里文件的简称。Id: home, notice, issues and so on, or the name of a file in content/parts/ or content/pages/.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 在导航栏里的名称。What the navigation calls it.
        pub label: Option<Localized>,
    }
}
