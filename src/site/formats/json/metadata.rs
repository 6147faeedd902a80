//! What the notice says of itself beside its title: document number, period of display and the like.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, optional, texts};
use crate::notice::{NoticeRecord, Publicity};
use crate::value::{Date, Text};

/// 文号、公示期等。What the notice says of itself beside its title.
#[derive(Serialize, JsonSchema)]
pub(super) struct MetadataData<'a> {
    /// 文号。Document number.
    document_number: Option<&'a str>,
    /// 期次。Which edition it is.
    #[schemars(with = "Dictionary")]
    edition: JsonTexts<'a>,
    /// 报告时段的第一天。First day of the period that it covers.
    period_from: Option<Date>,
    /// 报告时段的最后一天。Last day of the period that it covers.
    period_to: Option<Date>,
    /// 会议。The meeting at which it was given.
    #[schemars(with = "Dictionary")]
    meeting: JsonTexts<'a>,
    /// 报告人。Who gave it.
    #[schemars(with = "Dictionary")]
    speaker: JsonTexts<'a>,
    /// 称呼。Whom it addresses.
    #[schemars(with = "Dictionary")]
    addressed_to: JsonTexts<'a>,
    /// 公开方式。How it is disclosed.
    #[schemars(with = "Dictionary")]
    disclosure: JsonTexts<'a>,
    /// 公示期的第一天。First day of the period of display.
    publicity_from: Option<Date>,
    /// 公示期的最后一天。Last day of the period of display.
    publicity_to: Option<Date>,
    /// 公示期的工作日数，写明的才有。How many working days it has, where that is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    publicity_working_days: Option<u32>,
    /// 上一期的标题。Title of the edition before it.
    #[schemars(with = "Dictionary")]
    previous_title: JsonTexts<'a>,
    /// 上一期的网址。Address of the edition before it.
    previous_url: Option<&'a str>,
    /// 上一期的统计截至日期。The date that the statistics of the edition before it hold for.
    previous_as_of: Option<Date>,
    /// 原文网址。Address of the original.
    original_url: Option<&'a str>,
}

pub(super) fn metadata(record: &NoticeRecord) -> MetadataData<'_> {
    let (publicity, previous) = (record.publicity.as_ref(), record.previous.as_ref());
    MetadataData {
        document_number: record.document_number.as_ref().map(crate::value::Text::as_str),
        edition: optional(&record.edition),
        period_from: record.period.as_ref().map(|period| *period.from),
        period_to: record.period.as_ref().map(|period| *period.to),
        meeting: optional(&record.meeting),
        speaker: optional(&record.speaker),
        addressed_to: optional(&record.addressed_to),
        disclosure: optional(&record.disclosure),
        publicity_from: publicity.and_then(|publicity| publicity.from).map(|on| *on),
        publicity_to: publicity.and_then(Publicity::last_day),
        publicity_working_days: publicity.and_then(|publicity| publicity.working_days).map(|days| *days),
        previous_title: previous.map(|previous| texts(&previous.title)).unwrap_or_default(),
        previous_url: previous.and_then(|previous| previous.url.as_ref()).map(Text::as_str),
        previous_as_of: previous.and_then(|previous| previous.as_of),
        original_url: record.original_url.as_ref().map(crate::value::Text::as_str),
    }
}
