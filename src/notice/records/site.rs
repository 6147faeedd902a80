//! What a notice says of its site: the identity of a government site, the hosts that its pages ask, the licence of what
//! they say.

use super::{URL_PATTERN, record};
use crate::value::{ExternalUse, Localized, Text};

record! {
    /// 政府网站标识。Identity of a government site.
    #[derive(Default)]
    pub struct SiteRecord {
        /// 网站名称。Name of the site.
        pub name: Option<Localized>,
        /// 域名。Domain.
        pub domain: Option<Text>,
        /// 政府网站标识码，10 位。Site code, ten digits.
        pub code: Option<Text>,
        /// ICP 备案号。ICP filing number.
        pub icp: Option<Text>,
        /// 公安备案号。Public-security filing number.
        pub police: Option<Text>,
        /// 索引号。Index number.
        pub index_number: Option<Text>,
    }
}

record! {
    /// 页面另行访问的网站。Another host that pages ask.
    pub struct ExternalRecord {
        /// 域名，如 stats.example.gov.cn；下级域名不包括在内。The host, without those below it.
        pub host: Text,
        /// 用途：script（脚本）、image（图片）、connect（发送数据）、style（样式）、font（字体）、markup（脚本写入标记）。What it is asked for.
        #[serde(rename = "for")]
        #[schemars(length(min = 1))]
        pub uses: Vec<ExternalUse>,
        /// 理由，公布在每页页脚。Why, in the footer of every page.
        pub reason: Localized,
        /// 脚本的地址，每页都运行它；不写则由外观的模板引用。Address of a script that every page runs; without it a template of the theme names what it needs.
        #[schemars(extend("pattern" = "^https://"))]
        pub src: Option<Text>,
        /// 脚本内容的指纹 sha384-…；内容会变的写 none。The fingerprint of the script, sha384-…; `none` if its content changes.
        pub integrity: Option<Text>,
    }
}

record! {
    /// 使用许可。A licence.
    pub struct LicenceRecord {
        /// 名称，如 知识共享 署名 4.0。What it is called.
        pub name: Localized,
        /// 条款的网址。Address of its terms.
        #[schemars(extend("pattern" = URL_PATTERN))]
        pub url: Option<Text>,
    }
}
