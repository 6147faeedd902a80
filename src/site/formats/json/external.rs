//! Other hosts that pages ask.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::ExternalRecord;
use crate::value::Text;

/// 页面另行访问的网站。Another host that pages ask.
#[derive(Serialize, JsonSchema)]
pub(super) struct ExternalData<'a> {
    /// 域名。The host.
    host: &'a str,
    /// 用途。What it is asked for.
    uses: Vec<&'static str>,
    /// 理由。Why.
    #[schemars(with = "Dictionary")]
    reason: JsonTexts<'a>,
    /// 脚本的地址。Address of a script that every page runs.
    src: Option<&'a str>,
}

pub(super) fn external(entry: &ExternalRecord) -> ExternalData<'_> {
    ExternalData {
        host: &entry.host,
        uses: entry.uses.iter().map(|used| used.word()).collect(),
        reason: texts(&entry.reason),
        src: entry.src.as_ref().map(Text::as_str),
    }
}
