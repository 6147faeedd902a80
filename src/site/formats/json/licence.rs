//! The licence on whose terms the notice is published.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::NoticeRecord;
use crate::value::Text;

/// 使用许可。A licence.
#[derive(Serialize, JsonSchema)]
pub(super) struct LicenceData<'a> {
    /// 名称。What it is called.
    #[schemars(with = "Dictionary")]
    name: JsonTexts<'a>,
    /// 条款的网址。Address of its terms.
    url: Option<&'a str>,
}

pub(super) fn licence(record: &NoticeRecord) -> Option<LicenceData<'_>> {
    let licence = record.licence.as_ref()?;
    Some(LicenceData { name: texts(&licence.name), url: licence.url.as_ref().map(Text::as_str) })
}
