//! Sections and their topics, each with its counts.

use schemars::JsonSchema;
use serde::Serialize;

use super::statistics::{StatisticsData, counts};
use super::texts::{Dictionary, JsonTexts, optional, texts};
use crate::notice::SectionId;
use crate::notice::edition::Edition;

/// 方面。A section.
#[derive(Serialize, JsonSchema)]
pub(super) struct SectionData<'a> {
    /// 序号。Number.
    number: u32,
    /// 原有的编号，没有就不写。The number that the office gives it, where it does.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    label: JsonTexts<'a>,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
    /// 方面下的各类。Topics.
    topics: Vec<TopicData<'a>>,
}

/// 方面下的一类。A topic.
#[derive(Serialize, JsonSchema)]
struct TopicData<'a> {
    /// 序号。Number within the section.
    number: usize,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
}

pub(super) fn section_data(edition: &Edition, id: SectionId) -> SectionData<'_> {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let section = notice.section(id);
    let topic = |id| {
        let topic = notice.topic(id);
        let statistics = counts(notice, statistics.of_topic(id));
        TopicData { number: id.index() + 1, id: &topic.id, title: texts(&topic.title), statistics }
    };
    SectionData {
        number: section.number,
        label: optional(&section.record.label),
        id: &section.slug,
        title: texts(&section.record.title),
        statistics: counts(notice, statistics.of_section(id)),
        topics: notice.topic_ids(id).map(topic).collect(),
    }
}
