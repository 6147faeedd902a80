//! The records: one type a file, closed, with descriptions that editors show.
#![allow(rustdoc::bare_urls)] // descriptions are for editors, which show them as they stand

use serde::Deserialize;

use crate::value::{Approximation, Date, Decimal, Lang, Localized, Status, StatusBasis};
use schemars::JsonSchema;

/// What an id looks like, for editors; `check` asks [`crate::value::is_id`].
const ID_PATTERN: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

/// 整份通报。The notice as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRecord {
    /// 标题。Title.
    pub title: Localized,
    /// 发布单位。Issuer.
    pub issuer: Localized,
    /// 发布日期。Date of issue.
    pub issued_on: Date,
    /// 统计截至日期：状态和统计以这一天为准。The date that statuses and statistics hold for.
    pub as_of: Date,
    /// 一两句话说明这份通报。What the notice is, in a sentence or two.
    pub summary: Localized,
    /// 巡视（检查）情况。The inspection that the notice answers.
    pub inspection: Option<InspectionRecord>,
    /// 语言，第一个为默认语言。Languages; the first is the default.
    #[schemars(length(min = 1))]
    pub languages: Vec<Lang>,
    /// 外观。The theme; `bulletin` if none is given.
    pub theme: Option<String>,
    /// 网站地址，如 https://www.example.gov.cn/notice/。The address that the site will have.
    #[schemars(extend("pattern" = "^https?://[^?# ]*$"))]
    pub base_url: Option<String>,
    /// 页脚说明。A note in the footer of every page.
    pub disclaimer: Option<Localized>,
    /// 统计口径说明。How statuses were established, shown beside the statistics.
    pub method: Option<Localized>,
    /// 联系方式。Contact.
    pub contact: Option<ContactRecord>,
    /// 政府网站标识。Identity of a government site.
    pub site: Option<SiteRecord>,
    /// 发布单位公布的总体数据。Figures that the issuer states for the whole notice.
    #[serde(default)]
    pub stated: Vec<FigureRecord>,
    /// 允许链接到的其他网站域名。Hosts that the notice may link to.
    #[serde(default)]
    pub allowed_hosts: Vec<String>,
    /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
    #[serde(default)]
    pub equations: Vec<String>,
    /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
    #[serde(default)]
    pub accepted: Vec<AcceptedRecord>,
}

/// 巡视（检查）。An inspection.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionRecord {
    /// 巡视机构。Who inspected.
    pub body: Localized,
    /// 被巡视单位。Who was inspected.
    pub subject: Localized,
    /// 开始日期。First day.
    pub from: Date,
    /// 结束日期。Last day.
    pub to: Date,
    /// 反馈日期。The day on which the findings were fed back.
    pub fed_back_on: Option<Date>,
}

/// 联系方式。Contact.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRecord {
    /// 欢迎监督的话。An invitation to comment.
    pub invitation: Option<Localized>,
    /// 电话。Telephone numbers.
    #[serde(default)]
    pub telephones: Vec<String>,
    /// 地址。Postal address.
    pub address: Option<Localized>,
    /// 邮政编码。Postcode.
    pub postcode: Option<String>,
    /// 电子邮箱。E-mail.
    pub email: Option<String>,
    /// 受理时间。Hours.
    pub hours: Option<Localized>,
}

/// 政府网站标识。Identity of a government site.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteRecord {
    /// 网站名称。Name of the site.
    pub name: Option<Localized>,
    /// 域名。Domain.
    pub domain: Option<String>,
    /// 政府网站标识码，10 位。Site code, ten digits.
    pub code: Option<String>,
    /// ICP 备案号。ICP filing number.
    pub icp: Option<String>,
    /// 公安备案号。Public-security filing number.
    pub police: Option<String>,
    /// 索引号。Index number.
    pub index_number: Option<String>,
}

/// 数据。A figure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureRecord {
    /// 标识，正文用 {{ 标识 }} 引用。Id; narratives quote it as {{ id }}.
    #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
    pub id: String,
    /// 名称。Label.
    pub label: Localized,
    /// 数值，按基本单位写全，如 1476000。Value in the base unit, written out: 1476000.
    pub value: Decimal,
    /// 单位代码，如 CNY、percent、km、mu、piece。Code of the unit.
    pub unit: String,
    /// 约数：over（余、多）、nearly（近）、about（约）。How exact it is.
    pub approx: Option<Approximation>,
    /// 应与哪个统计数一致，如 total、completed。The statistic that it must equal.
    pub equals: Option<String>,
}

impl FigureRecord {
    /// Whether it is an amount of money: its unit is the code of a currency, three capital letters (ISO 4217).
    pub fn is_money(&self) -> bool {
        self.unit.len() == 3 && self.unit.bytes().all(|b| b.is_ascii_uppercase())
    }
}

/// 牵头单位、责任单位。A lead or responsible unit.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitRecord {
    /// 标识。Id.
    #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
    pub id: String,
    /// 名称。Name.
    pub name: Localized,
}

/// 方面。A section.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionRecord {
    /// 标题。Title.
    pub title: Localized,
    /// 导航用的短标题。Short title for navigation.
    pub short_title: Option<Localized>,
    /// 二级问题，按顺序。Topics in order.
    pub topics: Vec<TopicRecord>,
}

/// 二级问题。A topic.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicRecord {
    /// 标识。Id.
    #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
    pub id: String,
    /// 标题。Title.
    pub title: Localized,
}

/// 问题。An issue.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueRecord {
    /// 序号，与文件名一致。Number, the same as in the file's name.
    #[schemars(range(min = 1, max = 999_999))]
    pub number: u32,
    /// 所属二级问题的标识。Id of its topic.
    #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
    pub topic: String,
    /// 标题。Title.
    pub title: Localized,
    /// 反馈的问题，一句话。What the inspection found, in a sentence.
    pub statement: Option<Localized>,
    /// 整改状态。Status.
    pub status: Status,
    /// 状态依据：stated（写明）或 inferred（推定）。Whether the issuer states the status or it is inferred.
    #[serde(default)]
    pub status_basis: StatusBasis,
    /// 整改时限。Due date.
    pub due: Option<Date>,
    /// 调整前的整改时限。The due date before it was moved.
    pub original_due: Option<Date>,
    /// 完成日期。Date of completion.
    pub completed_on: Option<Date>,
    /// 核实销号日期。Date of verification.
    pub verified_on: Option<Date>,
    /// 牵头单位标识。Ids of lead units.
    #[serde(default)]
    pub lead: Vec<String>,
    /// 责任单位标识。Ids of responsible units.
    #[serde(default)]
    pub responsible: Vec<String>,
    /// 主要数据。Key figures.
    #[serde(default)]
    pub figures: Vec<FigureRecord>,
    /// 逐条列出的整改措施。Itemised measures.
    #[serde(default)]
    pub measures: Vec<MeasureRecord>,
    /// 制定的制度文件名称。Institutional documents issued, by name.
    #[serde(default)]
    pub documents: Vec<Localized>,
    /// 下一步措施（Markdown）。What is still to be done, in Markdown.
    pub next_steps: Option<Localized>,
    /// 状态变化。Dated changes of status.
    #[serde(default)]
    pub history: Vec<HistoryRecord>,
    /// 发布后的更正。Corrections after publication.
    #[serde(default)]
    pub corrections: Vec<CorrectionRecord>,
    /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
    #[serde(default)]
    pub equations: Vec<String>,
    /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
    #[serde(default)]
    pub accepted: Vec<AcceptedRecord>,
}

/// 整改措施。A measure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRecord {
    /// 措施内容。What is done.
    pub text: Localized,
    /// 状态。Status.
    pub status: Option<Status>,
    /// 时限。Due date.
    pub due: Option<Date>,
}

/// 状态变化。A change of status.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryRecord {
    /// 日期。Date.
    pub on: Date,
    /// 变为何种状态。The status from that day on.
    pub status: Status,
    /// 说明。A note.
    pub note: Option<Localized>,
}

/// 更正。A correction.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionRecord {
    /// 日期。Date.
    pub on: Date,
    /// 更正内容。What was corrected.
    pub text: Localized,
}

/// 问题线索处理和责任追究。Leads handled and persons held to account.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountabilityRecord {
    /// 数据截至日期。The date that these figures hold for.
    pub as_of: Option<Date>,
    /// 数据。Figures.
    #[serde(default)]
    pub figures: Vec<FigureRecord>,
    /// 按处理方式分组。Persons by measure taken.
    #[serde(default)]
    pub groups: Vec<GroupRecord>,
    /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
    #[serde(default)]
    pub equations: Vec<String>,
    /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
    #[serde(default)]
    pub accepted: Vec<AcceptedRecord>,
}

/// 同一种处理方式的人员。Persons subject to one measure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupRecord {
    /// 标识。Id.
    #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
    pub id: String,
    /// 处理方式。The measure.
    pub title: Localized,
    /// 公布的人数。The number stated.
    pub stated: Option<u32>,
    /// 人员。Persons.
    pub persons: Vec<PersonRecord>,
}

/// 人员。A person.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonRecord {
    /// 职务。Post.
    pub post: Localized,
    /// 姓名；一般不公布。Name; as a rule not published.
    pub name: Option<Localized>,
    /// 公布姓名的理由。Why the name is published.
    pub reason: Option<Localized>,
    /// 姓名公示期满日期，期满后隐去。The last day on which the name may be shown.
    pub until: Option<Date>,
}

/// 经核对接受的提示。A finding that was looked at and accepted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedRecord {
    /// 规则。The rule.
    pub rule: String,
    /// 提示所指的文字。The text that the finding points at.
    pub text: String,
    /// 理由。The reason.
    pub reason: String,
}

/// 译名表和规范用语。Terms with their translations, and the office's own list of wrong terms.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryRecord {
    /// 词条：同一名称在各语言的固定写法。Terms: what one thing is called in each language.
    #[serde(default)]
    pub terms: Vec<Localized>,
    /// 易错用语。Terms that must not be written.
    #[serde(default)]
    pub wrong: Vec<WrongTermRecord>,
}

/// 易错用语。A term that must not be written.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongTermRecord {
    /// 语言。Language.
    pub lang: Lang,
    /// 错误写法。The wrong term.
    pub wrong: String,
    /// 正确写法。The right one.
    pub right: String,
    /// 含有错误写法但正确的词。Words that contain the wrong term and are right all the same.
    #[serde(default)]
    pub except: Vec<String>,
}
