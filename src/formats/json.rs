//! `notice.json`: the whole notice as data, in all languages, and the schema that describes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::edition::Edition;
use crate::model::{Figure, Issue};
use crate::site::Prose;
use crate::statistics::Tally;
use crate::value::{Lang, Localized, Rate, Status};

type Texts = BTreeMap<String, String>;

/// 通报的公开数据。The published data of a notice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeData {
    /// 标题。Title.
    title: Texts,
    /// 发布单位。Issuer.
    issuer: Texts,
    /// 发布日期。Date of issue.
    issued_on: String,
    /// 统计截至日期。The date that statuses and statistics hold for.
    as_of: String,
    /// 说明。A note on this site.
    disclaimer: Texts,
    /// 统计口径。How statuses were established.
    method: Texts,
    /// 统计。Counts.
    statistics: StatisticsData,
    /// 发布单位公布的数据。Figures that the issuer states.
    stated: Vec<FigureData>,
    /// 方面。Sections.
    sections: Vec<SectionData>,
    /// 单位。Units.
    units: Vec<UnitData>,
    /// 问题。Issues.
    issues: Vec<IssueData>,
}

/// 统计。Counts of a group of issues.
#[derive(Debug, Serialize, JsonSchema)]
struct StatisticsData {
    /// 总数。All issues.
    total: u64,
    /// 各状态的数量。Issues by status.
    by_status: BTreeMap<&'static str, u64>,
    /// 逾期。Issues past their deadline.
    overdue: u64,
    /// 完成率，百分数，保留一位小数；没有问题时为空。Share completed in per cent with one decimal place; null for no issues.
    completion_rate_percent: Option<String>,
}

/// 数据。A figure.
#[derive(Debug, Serialize, JsonSchema)]
struct FigureData {
    /// 标识。Id.
    id: String,
    /// 名称。Label.
    label: Texts,
    /// 数值，按基本单位，用文字写出以免失真。Value in the base unit, as text so that no digit is lost.
    value: String,
    /// 单位代码。Code of the unit.
    unit: String,
    /// 约数。How exact it is.
    approx: Option<&'static str>,
    /// 各语言的写法。As set in each language.
    text: Texts,
}

/// 方面。A section.
#[derive(Debug, Serialize, JsonSchema)]
struct SectionData {
    /// 序号。Number.
    number: u32,
    /// 标识。Id.
    id: String,
    /// 标题。Title.
    title: Texts,
    /// 统计。Counts.
    statistics: StatisticsData,
    /// 二级问题。Topics.
    topics: Vec<TopicData>,
}

/// 二级问题。A topic.
#[derive(Debug, Serialize, JsonSchema)]
struct TopicData {
    /// 序号。Number within the section.
    number: usize,
    /// 标识。Id.
    id: String,
    /// 标题。Title.
    title: Texts,
    /// 统计。Counts.
    statistics: StatisticsData,
}

/// 单位。A unit.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitData {
    /// 标识。Id.
    id: String,
    /// 名称。Name.
    name: Texts,
}

/// 问题。An issue.
#[derive(Debug, Serialize, JsonSchema)]
struct IssueData {
    /// 序号。Number.
    number: u32,
    /// 方面的标识。Id of the section.
    section: String,
    /// 二级问题的标识。Id of the topic.
    topic: String,
    /// 标题。Title.
    title: Texts,
    /// 反馈的问题。What the inspection found.
    statement: Texts,
    /// 状态。Status.
    status: &'static str,
    /// 状态是写明的还是推定的。Whether the status is stated or inferred.
    status_basis: &'static str,
    /// 整改时限：年、年月或年月日。Due date: a year, a month or a day.
    due: Option<String>,
    /// 时限的最后一天。The last day of the deadline.
    due_last_day: Option<String>,
    /// 调整前的时限。The due date before it was moved.
    original_due: Option<String>,
    /// 截至统计日期逾期的天数。Days past the deadline at `as_of`.
    days_overdue: Option<i64>,
    /// 完成日期。Date of completion.
    completed_on: Option<String>,
    /// 核实销号日期。Date of verification.
    verified_on: Option<String>,
    /// 牵头单位。Ids of lead units.
    lead: Vec<String>,
    /// 责任单位。Ids of responsible units.
    responsible: Vec<String>,
    /// 数据。Figures.
    figures: Vec<FigureData>,
    /// 制度文件。Institutional documents issued.
    documents: Vec<Texts>,
    /// 整改情况，不带格式。The response, without markup.
    response: Texts,
    /// 下一步措施，不带格式。What is still to be done, without markup.
    next_steps: Texts,
    /// 更正。Corrections after publication.
    corrections: Vec<CorrectionData>,
}

/// 更正。A correction.
#[derive(Debug, Serialize, JsonSchema)]
struct CorrectionData {
    /// 日期。Date.
    on: String,
    /// 内容。What was corrected.
    text: Texts,
}

pub(super) fn write(edition: &Edition, _: &Lang) -> Vec<u8> {
    pretty(&data(edition))
}

pub(super) fn write_schema(_: &Edition, _: &Lang) -> Vec<u8> {
    pretty(&schema())
}

/// The JSON Schema (2020-12) of the published data.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<NoticeData>().to_value()
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn texts(text: &Localized) -> Texts {
    text.iter().map(|(lang, text)| (lang.to_string(), text.clone())).collect()
}

fn optional(text: &Option<Localized>) -> Texts {
    text.as_ref().map(texts).unwrap_or_default()
}

fn data(edition: &Edition) -> NoticeData {
    let notice = &edition.notice;
    let statistics = &edition.statistics;
    let section = |(position, section): (usize, &crate::model::Section)| SectionData {
        number: section.number,
        id: section.slug.clone(),
        title: texts(&section.title),
        statistics: counts(&statistics.sections[position]),
        topics: section
            .topics
            .iter()
            .zip(&statistics.topics[position])
            .map(|(topic, tally)| TopicData {
                number: topic.number,
                id: topic.id.clone(),
                title: texts(&topic.title),
                statistics: counts(tally),
            })
            .collect(),
    };
    NoticeData {
        title: texts(&notice.title),
        issuer: texts(&notice.issuer),
        issued_on: notice.issued_on.to_string(),
        as_of: notice.as_of.to_string(),
        disclaimer: optional(&notice.disclaimer),
        method: optional(&notice.method),
        statistics: counts(&statistics.all),
        stated: figures(edition, &notice.stated),
        sections: notice.sections.iter().enumerate().map(section).collect(),
        units: notice.units.iter().map(|unit| UnitData { id: unit.id.clone(), name: texts(&unit.name) }).collect(),
        issues: notice.issues.iter().map(|issue| issue_data(edition, issue)).collect(),
    }
}

fn counts(tally: &Tally) -> StatisticsData {
    StatisticsData {
        total: tally.total(),
        by_status: Status::ALL.iter().map(|status| (status.word(), tally.of(*status))).collect(),
        overdue: tally.overdue,
        completion_rate_percent: tally.completion_rate().map(Rate::percent).map(|p| p.to_string()),
    }
}

fn figures(edition: &Edition, figures: &[Figure]) -> Vec<FigureData> {
    let text = |figure: &Figure| {
        let each = edition.theme.locales.iter();
        each.filter_map(|l| Some((l.lang.to_string(), l.figure(figure.value, &figure.unit, figure.approx)?))).collect()
    };
    let data = |figure: &Figure| FigureData {
        id: figure.id.clone(),
        label: texts(&figure.label),
        value: figure.value.to_string(),
        unit: figure.unit.clone(),
        approx: figure.approx.map(crate::value::Approximation::word),
        text: text(figure),
    };
    figures.iter().map(data).collect()
}

fn issue_data(edition: &Edition, issue: &Issue) -> IssueData {
    let notice = &edition.notice;
    let units = |units: &[usize]| units.iter().map(|unit| notice.units[*unit].id.clone()).collect();
    let prose = |set: &dyn Fn(&Prose<'_>) -> String| -> Texts {
        let each = edition.theme.locales.iter().map(|locale| {
            let prose = Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures: &issue.figures };
            (locale.lang.to_string(), set(&prose))
        });
        each.filter(|(_, text)| !text.is_empty()).collect()
    };
    IssueData {
        number: issue.number,
        section: notice.sections[issue.section].slug.clone(),
        topic: notice.topic(issue).id.clone(),
        title: texts(&issue.title),
        statement: optional(&issue.statement),
        status: issue.status.word(),
        status_basis: match issue.status_basis {
            crate::value::StatusBasis::Stated => "stated",
            crate::value::StatusBasis::Inferred => "inferred",
        },
        due: issue.due.map(|d| d.to_string()),
        due_last_day: issue.due.map(|d| d.last_day().to_string()),
        original_due: issue.original_due.map(|d| d.to_string()),
        days_overdue: issue.days_overdue(notice.as_of),
        completed_on: issue.completed_on.map(|d| d.to_string()),
        verified_on: issue.verified_on.map(|d| d.to_string()),
        lead: units(&issue.lead),
        responsible: units(&issue.responsible),
        figures: figures(edition, &issue.figures),
        documents: issue.documents.iter().map(texts).collect(),
        response: prose(&|p| super::search::response(edition, p, issue)),
        next_steps: prose(&|p| issue.next_steps.as_ref().map(|t| p.plain(t.text(&p.locale.lang), &issue.path)).unwrap_or_default()),
        corrections: issue.corrections.iter().map(|c| CorrectionData { on: c.on.to_string(), text: texts(&c.text) }).collect(),
    }
}
