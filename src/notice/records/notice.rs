//! The notice as a whole: `notice.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::accepted::AcceptedRecord;
use super::change::CorrectionRecord;
use super::contact::ContactRecord;
use super::field::FieldRecord;
use super::figure::FigureRecord;
use super::inspection::InspectionRecord;
use super::note::NoteRecord;
use super::part::{NavigationRecord, PartRecord};
use super::period::{PeriodRecord, PreviousRecord, PublicityRecord};
use super::site::{ExternalRecord, LicenceRecord, SiteRecord};
use super::status::{ResponseRecord, StatusRecord};
use super::unit_of_measure::OwnUnitRecord;
use super::{URL_PATTERN, record};
use crate::notice::naming::Naming;
use crate::notice::noun_forms::NounForms;
use crate::notice::open::OpenValues;
use crate::notice::written::without_text;
use crate::value::{Date, Lang, Localized, Numbering, Several, Spanned, Text};

record! {
    /// 整份通报。The notice as a whole.
    pub struct NoticeRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 发布单位，联合发布的写成列表。Issuer; joint issuers as a list.
        pub issuer: Several<Localized>,
        /// 发布日期。Date of issue.
        pub issued_on: Spanned<Date>,
        /// 统计截至日期：状态和统计以这一天为准。The date that statuses and statistics hold for.
        pub as_of: Spanned<Date>,
        /// 一两句话说明这份通报。What the notice is, in a sentence or two.
        pub summary: Localized,
        /// 巡视（巡察、审计、督察等）情况，几次的写成列表。The inspection, audit or other scrutiny that the notice answers; several as a list.
        pub inspection: Option<Several<InspectionRecord>>,
        /// 通报全文的开头，代替自动生成的一句。The opening of the full notice, in place of the sentence that is made of `inspection`.
        pub opening: Option<Localized>,
        /// 一项事项的叫法：issue（问题）、recommendation（建议）、task（任务）、finding（发现）、item（事项），或自己的词。What one issue is called: issue, recommendation, task, finding, item, or a word of your own.
        pub noun: Option<Naming<NounForms>>,
        /// 怎样处理这些事项：rectification（整改）、implementation（落实）、handling（办理）、response（答复），或自己的词；不写就随 noun。What is done about them: rectification, implementation, handling, response, or a word of your own; as `noun` has it if none is given.
        pub work: Option<Naming<Localized>>,
        /// 文号。Document number.
        pub document_number: Option<Text>,
        /// 公开方式，如 主动公开。How the document is disclosed.
        pub disclosure: Option<Localized>,
        /// 公示期。The period for which it is on display.
        pub publicity: Option<PublicityRecord>,
        /// 会议，如在哪次会议上作的报告。The meeting at which it was given.
        pub meeting: Option<Localized>,
        /// 报告人。Who gave it.
        pub speaker: Option<Localized>,
        /// 称呼，印在通报全文开头。Whom it addresses; printed at the head of the full notice.
        pub addressed_to: Option<Localized>,
        /// 第几期、第几批、第几次报告。Which edition, batch or report it is.
        pub edition: Option<Localized>,
        /// 所报告的时间段。The period that it covers.
        pub period: Option<PeriodRecord>,
        /// 上一期通报。The edition before it.
        pub previous: Option<PreviousRecord>,
        /// 原文网址。Address of the original.
        #[schemars(extend("pattern" = URL_PATTERN))]
        pub original_url: Option<Text>,
        /// 语言，第一个为默认语言。Languages; the first is the default.
        #[schemars(length(min = 1))]
        pub languages: Vec<Spanned<Lang>>,
        /// 哪些语言是原文：first（默认，第一种是原文，其他是译文）、all（各种语言都是原文）。Which languages are the original: first (as a rule, the others are translations) or all.
        #[serde(default)]
        pub original: Original,
        /// 问题怎样编号：continuous（全文连续）、per-section（每个方面从 1 起）、own（用原有的编号，可以跳号）。How issues are numbered: continuous (through the whole notice), per-section (from 1 in every section), own (as the office has them, gaps and all).
        #[serde(default)]
        pub numbering: Numbering,
        /// 外观。The theme; `bulletin` if none is given.
        #[schemars(extend("format" = "gongkai-code"))]
        pub theme: Option<Text>,
        /// 网站地址，如 https://www.example.gov.cn/notice/。The address that the site will have.
        #[schemars(extend("pattern" = "^https?://[^/?#@\\s\\\\]+(/[^?#\\s\\\\]*)?$"))]
        pub base_url: Option<Text>,
        /// 页首说明。A note above the head of every page.
        pub disclaimer: Option<Localized>,
        /// 整改状态，按表格和图的顺序；不写就用通常的五种。Statuses, in the order of tables and charts; the usual five if none are given.
        #[serde(default)]
        pub statuses: Vec<StatusRecord>,
        /// 对意见建议的答复；不写就是采纳、部分采纳、不采纳三种。Responses to findings or recommendations; accepted, partly accepted and rejected if none are given.
        #[serde(default)]
        pub responses: Vec<ResponseRecord>,
        /// 统计口径说明。How statuses were established, shown beside the statistics.
        pub method: Option<Localized>,
        /// 使用许可：文字和数据可以怎样使用。Licence: on what terms the text and the data may be used.
        pub licence: Option<LicenceRecord>,
        /// 联系方式。Contact.
        pub contact: Option<ContactRecord>,
        /// 政府网站标识。Identity of a government site.
        pub site: Option<SiteRecord>,
        /// 通报各部分的顺序和标题，从头到尾列全；不写就按文件名的序号排列。The parts of the document in their order, all of them, with titles of their own; by the numbers of their files if none are given.
        #[serde(default)]
        pub parts: Vec<PartRecord>,
        /// 导航栏里的页面，按顺序；不写就是常用的各页。The pages in the navigation, in order; the usual ones if none are given.
        #[serde(default)]
        pub navigation: Vec<NavigationRecord>,
        /// 发布单位公布的总体数据。Figures that the issuer states for the whole notice.
        #[serde(default)]
        pub stated: Vec<FigureRecord>,
        /// 金额用的数位，如 万、million，或 none（不用数位）；几种语言的写在一起，用顿号隔开。The scale of amounts of money, such as `million`, or `none`; words of several languages are separated by commas.
        #[schemars(extend("format" = "gongkai-code"))]
        pub shown_in: Option<Text>,
        /// 计量单位：外观没有的，或者写法不同的。Units of measure that the theme lacks or writes otherwise.
        #[serde(default)]
        pub units: Vec<OwnUnitRecord>,
        /// 发布后的更正：总体数据、问责数据，或者问题的增删和序号。Corrections after publication: of figures of the notice or of accountability, or of which issues there are.
        #[serde(default)]
        pub corrections: Vec<CorrectionRecord>,
        /// 首页突出显示的数据：数据的标识，几条记录都有的写成 34/vacancy（问题的序号/标识）。Figures that the home page puts first, by their ids; with the number of the issue, as 34/vacancy, where several records have the id.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub highlights: Vec<Text>,
        /// 允许链接到的其他网站域名，如 www.gov.cn；下级域名包括在内，特殊端口要写明，如 www.gov.cn:8443。Hosts that the notice may link to, with the hosts below them; an unusual port is written: www.gov.cn:8443.
        #[serde(default)]
        pub allowed_hosts: Vec<Text>,
        /// 页面另行访问的网站，如统计、纠错；每页都向读者说明。Other hosts that pages ask, as for analytics; every page tells readers.
        #[serde(default)]
        pub external: Vec<ExternalRecord>,
        /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
        #[serde(default)]
        pub equations: Vec<Text>,
        /// 编者注：向读者说明原文中的不一致。Editor's notes that tell readers what does not agree in the source.
        #[serde(default)]
        pub notes: Vec<NoteRecord>,
        /// 自定的栏目，如责任领导、整改目标。Fields of the office's own, such as the leader in charge.
        #[serde(default)]
        pub fields: Vec<FieldRecord>,
        /// 整份通报在自定栏目里的内容。What the notice as a whole says in fields of the office's own.
        #[serde(default)]
        pub values: OpenValues,
        /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
        #[serde(default)]
        pub accepted: Vec<AcceptedRecord>,
    }
}

impl NoticeRecord {
    /// Returns the inspections that the notice answers.
    pub fn inspections(&self) -> &[InspectionRecord] {
        self.inspection.as_deref().unwrap_or_default()
    }
}

/// Which languages of a notice are the original.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Original {
    /// 第一种是原文，其他是译文。The first; the others are translations.
    #[default]
    First,
    /// 各种语言都是原文。All of them.
    All,
}

without_text!(Original);
