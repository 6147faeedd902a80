//! What pages may ask another host for, where a notice declares it.

use serde::Deserialize;

/// What another host is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExternalUse {
    /// 运行它的脚本。A script of it runs.
    Script,
    /// 显示它的图片。Pictures of it are shown.
    Image,
    /// 向它发送数据。Data is sent to it.
    Connect,
    /// 使用它的样式。Its styles are used.
    Style,
    /// 使用它的字体。Its fonts are used.
    Font,
    /// 脚本往页面里写入标记。Its script writes markup into pages.
    Markup,
}

impl ExternalUse {
    /// Returns the word in records and messages.
    pub fn word(self) -> &'static str {
        match self {
            ExternalUse::Script => "script",
            ExternalUse::Image => "image",
            ExternalUse::Connect => "connect",
            ExternalUse::Style => "style",
            ExternalUse::Font => "font",
            ExternalUse::Markup => "markup",
        }
    }

    /// Returns the directive of the policy of pages that names the host; none if it is one that falls away.
    pub fn directive(self) -> Option<&'static str> {
        match self {
            ExternalUse::Script => Some("script-src"),
            ExternalUse::Image => Some("img-src"),
            ExternalUse::Connect => Some("connect-src"),
            ExternalUse::Style => Some("style-src"),
            ExternalUse::Font => Some("font-src"),
            ExternalUse::Markup => None,
        }
    }
}
