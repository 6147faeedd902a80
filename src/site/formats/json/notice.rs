//! The data of the notice as a whole, which all other parts of the data stand in.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::DATA_VERSION;
use super::declared::{DeclaredData, FieldData, declared_data, field_data};
use super::external::{ExternalData, external};
use super::figures::{FigureData, figures};
use super::inspections::{InspectionData, inspection_data};
use super::issue::IssueData;
use super::licence::{LicenceData, licence};
use super::metadata::{MetadataData, metadata};
use super::notes::{CorrectionData, NoteData, correction, notes};
use super::parts::{PartData, page_data, part_data};
use super::persons::{GroupData, groups};
use super::sections::{SectionData, section_data};
use super::statistics::{StatisticsData, StatusData, counts, responses, statuses};
use super::texts::{Dictionary, JsonTexts, optional, texts};
use super::units::{PlaceData, UnitData, place, unit};
use crate::notice::edition::Edition;
use crate::site::{issuer, whole_texts};
use crate::value::Date;

/// 通报的公开数据。The published data of a notice.
#[derive(Serialize, JsonSchema)]
pub struct NoticeData<'a> {
    /// 数据格式的版本。Version of the form of the data.
    version: u32,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 发布单位。Issuer.
    #[schemars(with = "Dictionary")]
    issuer: JsonTexts<'a>,
    /// 联合发布的各个单位。Each of the issuers.
    #[schemars(with = "Vec<Dictionary>")]
    issuers: Vec<JsonTexts<'a>>,
    /// 通报所答复的检查，各有种类。What the notice answers, each with its kind.
    inspections: Vec<InspectionData<'a>>,
    /// 文号、公示期等。Document number, period of display and the like.
    metadata: MetadataData<'a>,
    /// 发布日期。Date of issue.
    issued_on: String,
    /// 统计截至日期。The date that statuses and statistics hold for.
    as_of: String,
    /// 状态截至日期；早于统计截至日期时，状态仍是这一天的。The date that statuses are known of; where it is earlier than `as_of`, they are still those of that day.
    statuses_as_of: String,
    /// 说明。A note on this site.
    #[schemars(with = "Dictionary")]
    disclaimer: JsonTexts<'a>,
    /// 统计口径。How statuses were established.
    #[schemars(with = "Dictionary")]
    method: JsonTexts<'a>,
    /// 使用许可，没有就不写。The licence, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<LicenceData<'a>>,
    /// 通报自定的状态。The statuses that the notice declares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    statuses: Vec<StatusData<'a>>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
    /// 各种答复的数量，有答复时才有。Issues by the response to them, where there are any.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    responses: BTreeMap<&'a str, u64>,
    /// 发布单位公布的数据。Figures that the issuer states.
    stated: Vec<FigureData<'a>>,
    /// 线索处理和问责的数据。Figures of leads handled and persons held to account.
    accountability: Vec<FigureData<'a>>,
    /// 总体数据的编者注。Editor's notes at figures of the notice as a whole.
    notes: Vec<NoteData<'a>>,
    /// 线索处理和问责数据的截至日期。The date that figures of accountability hold for.
    accountability_as_of: Option<Date>,
    /// 受处理人员，按处理方式。Persons held to account, by the measure.
    accountability_groups: Vec<GroupData<'a>>,
    /// 线索处理和问责数据的编者注。Editor's notes at figures of accountability.
    accountability_notes: Vec<NoteData<'a>>,
    /// 通报的更正。Corrections of the notice as a whole.
    corrections: Vec<CorrectionData<'a>>,
    /// 通报的各部分，按顺序。The parts of the document, in order.
    parts: Vec<PartData<'a>>,
    /// 通报以外的页面。Pages beside the document.
    pages: Vec<PartData<'a>>,
    /// 页面另行访问的网站，没有就不写。Other hosts that pages ask, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external: Vec<ExternalData<'a>>,
    /// 方面。Sections.
    sections: Vec<SectionData<'a>>,
    /// 单位。Units.
    units: Vec<UnitData<'a>>,
    /// 地方，没有就不写。Places, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceData<'a>>,
    /// 通报自定的栏目，没有就不写。The fields that the notice declares, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldData<'a>>,
    /// 整份通报在自定栏目里的内容。What the notice as a whole says in them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<&'a str, DeclaredData<'a>>,
    /// 通报的各项。The entries of the notice, `issues` in this format whatever the notice calls them.
    // They are written behind all else, in pieces.
    issues: Vec<IssueData<'a>>,
}

pub(super) fn data(edition: &Edition) -> NoticeData<'_> {
    let notice = &edition.notice;
    let statistics = &edition.statistics;
    let accountability = notice.accountability.as_ref().map(|part| &part.record);
    NoticeData {
        version: DATA_VERSION,
        title: texts(&notice.record.title),
        issuer: JsonTexts::of(edition.theme.locales.iter().map(|l| (l.lang, issuer(&notice.record, l).into()))),
        issuers: notice.record.issuer.iter().map(texts).collect(),
        inspections: notice
            .record
            .inspections()
            .iter()
            .map(|inspection| inspection_data(edition, inspection))
            .collect(),
        metadata: metadata(&notice.record),
        issued_on: notice.record.issued_on.to_string(),
        as_of: edition.as_of.to_string(),
        statuses_as_of: edition.statuses_as_of().to_string(),
        disclaimer: optional(&notice.record.disclaimer),
        method: optional(&notice.record.method),
        licence: licence(&notice.record),
        statuses: statuses(edition),
        statistics: counts(notice, &statistics.all),
        responses: responses(edition),
        stated: figures(edition, &notice.record.stated, &notice.record.equations),
        accountability: accountability
            .map_or_else(Vec::new, |record| figures(edition, &record.figures, &record.equations)),
        accountability_as_of: accountability.and_then(|record| record.as_of).map(|on| *on),
        accountability_groups: accountability.map_or_else(Vec::new, |record| groups(edition, &record.groups)),
        notes: notes(notice.record.editor_notes()),
        accountability_notes: accountability.map_or_else(Vec::new, |record| notes(record.editor_notes())),
        corrections: notice.record.corrections.iter().map(correction).collect(),
        parts: notice.parts.iter().map(|part| part_data(edition, part)).collect(),
        pages: whole_texts(notice)
            .filter(|text| notice.part(text.id).is_none())
            .map(|text| page_data(edition, text))
            .collect(),
        sections: notice.section_ids().map(|section| section_data(edition, section)).collect(),
        units: notice.units.iter().map(unit).collect(),
        places: notice.places.iter().map(place).collect(),
        external: notice.record.external.iter().map(external).collect(),
        fields: notice.record.fields.iter().map(field_data).collect(),
        values: declared_data(edition, &notice.values),
        issues: Vec::new(),
    }
}
