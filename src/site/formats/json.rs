//! `notice.json`: the whole notice as data, in all languages, and the schema that describes it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Serialize, Serializer};

use super::search::plain;
use crate::notice::edition::Edition;
use crate::notice::statistics::Tally;
use crate::notice::{Figure, Issue};
use crate::site::IssueProse;
use crate::text::markdown::SetText;
use crate::value::{Lang, Localized, Rate, Status};

/// How a schema describes [`Texts`].
type Dictionary = BTreeMap<String, String>;

/// A text in every language that has it, by code.
#[derive(Default)]
struct Texts<'a>(Vec<(&'a str, Cow<'a, str>)>);

impl<'a> Texts<'a> {
    fn of(texts: impl Iterator<Item = (&'a Lang, Cow<'a, str>)>) -> Texts<'a> {
        let mut texts: Vec<_> = texts.map(|(lang, text)| (lang.code(), text)).collect();
        texts.sort_unstable_by_key(|(lang, _)| *lang);
        Texts(texts)
    }
}

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, text)| (lang, text)))
    }
}

/// 通报的公开数据。The published data of a notice.
#[derive(Serialize, JsonSchema)]
pub struct NoticeData<'a> {
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: Texts<'a>,
    /// 发布单位。Issuer.
    #[schemars(with = "Dictionary")]
    issuer: Texts<'a>,
    /// 发布日期。Date of issue.
    issued_on: String,
    /// 统计截至日期。The date that statuses and statistics hold for.
    as_of: String,
    /// 说明。A note on this site.
    #[schemars(with = "Dictionary")]
    disclaimer: Texts<'a>,
    /// 统计口径。How statuses were established.
    #[schemars(with = "Dictionary")]
    method: Texts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData,
    /// 发布单位公布的数据。Figures that the issuer states.
    stated: Vec<FigureData<'a>>,
    /// 方面。Sections.
    sections: Vec<SectionData<'a>>,
    /// 单位。Units.
    units: Vec<UnitData<'a>>,
    /// 问题。Issues.
    #[schemars(with = "Vec<IssueData>")]
    issues: Issues<'a>,
}

/// The issues of an edition, each made when it is written.
struct Issues<'a>(&'a Edition);

impl Serialize for Issues<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.notice.issues.iter().map(|issue| issue_data(self.0, issue)))
    }
}

/// 统计。Counts of a group of issues.
#[derive(Serialize, JsonSchema)]
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
#[derive(Serialize, JsonSchema)]
struct FigureData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Label.
    #[schemars(with = "Dictionary")]
    label: Texts<'a>,
    /// 数值，按基本单位，用文字写出以免失真。Value in the base unit, as text so that no digit is lost.
    value: String,
    /// 单位代码。Code of the unit.
    unit: &'a str,
    /// 约数。How exact it is.
    approx: Option<&'static str>,
    /// 各语言的写法。As set in each language.
    #[schemars(with = "Dictionary")]
    text: Texts<'a>,
}

/// 方面。A section.
#[derive(Serialize, JsonSchema)]
struct SectionData<'a> {
    /// 序号。Number.
    number: u32,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: Texts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData,
    /// 二级问题。Topics.
    topics: Vec<TopicData<'a>>,
}

/// 二级问题。A topic.
#[derive(Serialize, JsonSchema)]
struct TopicData<'a> {
    /// 序号。Number within the section.
    number: usize,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: Texts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData,
}

/// 单位。A unit.
#[derive(Serialize, JsonSchema)]
struct UnitData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Name.
    #[schemars(with = "Dictionary")]
    name: Texts<'a>,
}

/// 问题。An issue.
#[derive(Serialize, JsonSchema)]
struct IssueData<'a> {
    /// 序号。Number.
    number: u32,
    /// 方面的标识。Id of the section.
    section: &'a str,
    /// 二级问题的标识。Id of the topic.
    topic: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: Texts<'a>,
    /// 反馈的问题。What the inspection found.
    #[schemars(with = "Dictionary")]
    statement: Texts<'a>,
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
    lead: Vec<&'a str>,
    /// 责任单位。Ids of responsible units.
    responsible: Vec<&'a str>,
    /// 数据。Figures.
    figures: Vec<FigureData<'a>>,
    /// 制度文件。Institutional documents issued.
    #[schemars(with = "Vec<Dictionary>")]
    documents: Vec<Texts<'a>>,
    /// 整改情况，不带格式。The response, without markup.
    #[schemars(with = "Dictionary")]
    response: Texts<'a>,
    /// 下一步措施，不带格式。What is still to be done, without markup.
    #[schemars(with = "Dictionary")]
    next_steps: Texts<'a>,
    /// 更正。Corrections after publication.
    corrections: Vec<CorrectionData<'a>>,
}

/// 更正。A correction.
#[derive(Serialize, JsonSchema)]
struct CorrectionData<'a> {
    /// 日期。Date.
    on: String,
    /// 内容。What was corrected.
    #[schemars(with = "Dictionary")]
    text: Texts<'a>,
}

pub(super) fn write(edition: &Edition, _: &Lang) -> Vec<u8> {
    pretty(&data(edition), edition.room())
}

pub(super) fn write_schema(_: &Edition, _: &Lang) -> Vec<u8> {
    pretty(&schema(), 0)
}

/// The JSON Schema (2020-12) of the published data.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<NoticeData>().to_value()
}

fn pretty(value: &impl Serialize, room: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(room);
    // Writing to memory does not fail.
    let _ = serde_json::to_writer_pretty(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}

fn texts(text: &Localized) -> Texts<'_> {
    Texts::of(text.iter().map(|(lang, text)| (lang, text.as_str().into())))
}

fn optional(text: &Option<Localized>) -> Texts<'_> {
    text.as_ref().map(texts).unwrap_or_default()
}

fn data(edition: &Edition) -> NoticeData<'_> {
    let notice = &edition.notice;
    let statistics = &edition.statistics;
    NoticeData {
        title: texts(&notice.title),
        issuer: texts(&notice.issuer),
        issued_on: notice.issued_on.to_string(),
        as_of: notice.as_of.to_string(),
        disclaimer: optional(&notice.disclaimer),
        method: optional(&notice.method),
        statistics: counts(&statistics.all),
        stated: figures(edition, &notice.stated),
        sections: (0..notice.sections.len()).map(|position| section_data(edition, position)).collect(),
        units: notice.units.iter().map(|unit| UnitData { id: &unit.id, name: texts(&unit.name) }).collect(),
        issues: Issues(edition),
    }
}

fn section_data(edition: &Edition, position: usize) -> SectionData<'_> {
    let (section, statistics) = (&edition.notice.sections[position], &edition.statistics);
    let topics = section.topics.iter().zip(&statistics.topics[position]);
    SectionData {
        number: section.number,
        id: &section.slug,
        title: texts(&section.title),
        statistics: counts(&statistics.sections[position]),
        topics: topics
            .map(|(topic, tally)| TopicData {
                number: topic.number,
                id: &topic.id,
                title: texts(&topic.title),
                statistics: counts(tally),
            })
            .collect(),
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

fn figures<'a>(edition: &'a Edition, figures: &'a [Figure]) -> Vec<FigureData<'a>> {
    let text = |figure: &Figure| {
        let each = edition.theme.locales.iter();
        Texts::of(each.filter_map(|l| Some((&l.lang, l.figure(figure.value, &figure.unit, figure.approx)?.into()))))
    };
    let data = |figure: &'a Figure| FigureData {
        id: &figure.id,
        label: texts(&figure.label),
        value: figure.value.to_string(),
        unit: &figure.unit,
        approx: figure.approx.map(crate::value::Approximation::word),
        text: text(figure),
    };
    figures.iter().map(data).collect()
}

fn issue_data<'a>(edition: &'a Edition, issue: &'a Issue) -> IssueData<'a> {
    let notice = &edition.notice;
    let units = |units: &[usize]| units.iter().map(|unit| notice.units[*unit].id.as_str()).collect();
    let prose = |set: fn(&IssueProse<'a>) -> Option<Cow<'a, SetText>>| {
        let each = edition.theme.locales.iter();
        let each = each.map(|locale| (&locale.lang, plain(set(&IssueProse::new(edition, locale, issue)))));
        Texts::of(each.filter(|(_, text)| !text.is_empty()))
    };
    IssueData {
        number: issue.number,
        section: notice.sections[issue.section].slug.as_str(),
        topic: &notice.topic(issue).id,
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
        response: prose(IssueProse::response),
        next_steps: prose(IssueProse::next_steps),
        corrections: issue
            .corrections
            .iter()
            .map(|c| CorrectionData { on: c.on.to_string(), text: texts(&c.text) })
            .collect(),
    }
}
