//! The records: one type a file, closed, with descriptions that editors show.
//!
//! `record!` declares them, so that each can be asked for every text in it: no rule and no output has a list of its own
//! that could lack one.
#![allow(rustdoc::bare_urls)] // descriptions are for editors, which show them as they stand

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::CommonText;
use super::naming::{Naming, NounForms};
use super::open::OpenValues;
use super::schemas::{ResponseWord, StatusWord};
use super::written::{Markdown, Written, WrittenText, without_text};
use crate::text::locale::{Locale, UnitKind, UnitRule};
use crate::value::{
    Approximation, Date, Decimal, Due, ExternalUse, ID_PATTERN, Lang, Localized, Numbering, PartKind, Several, Spanned,
    StatusBasis, StatusClass, Text,
};

/// What an address on the web looks like, for editors.
const URL_PATTERN: &str = "^https?://";

/// Declares a record: a closed type that is read from YAML, and the way through every text in it.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl Written for $name {
            fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
                $(self.$field.each_text(see);)*
            }
        }
    };
}

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

record! {
    /// 通报的一个部分。A part of the document.
    pub struct PartRecord {
        /// 标识：overview、issues、accountability、outstanding、closing，或者 content/parts/ 里文件的简称。Id: one of these, or the name of a file in content/parts/.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 标题，不带“一、”。Its title, without a number.
        pub title: Option<Localized>,
        /// 通报全文里是否印标题；写 false 就不印标题，也不排序号。Whether the document shows the title; with `false` it has neither title nor number there.
        pub heading: Option<bool>,
    }
}

record! {
    /// 自定的栏目。A field of the office's own.
    pub struct FieldRecord {
        /// 标识，记录里用它填写。Id, by which records give it a value.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
        /// 含义，写进数据的字段说明；不写就只有名称。What it means, for the data dictionary.
        pub meaning: Option<Localized>,
        /// 属于什么：issue（问题，默认）、measure（措施）、notice（整份通报）。What has it: issues (as a rule), measures, the notice.
        #[serde(default)]
        pub on: Vec<FieldHolder>,
        /// 内容的类型：text（文字，默认）、date（日期）、units（单位）、number（数值）、choice（选项）。The type of its values.
        #[serde(default, rename = "type")]
        pub kind: FieldType,
        /// 数值的单位代码，如 percent。For numbers: the code of the unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub unit: Option<Text>,
        /// 选项。For choices: what there is to choose from.
        #[serde(default)]
        pub choices: Vec<ChoiceRecord>,
        /// 显示在哪里：page（页面）、notice（通报全文），不写就都显示；数据下载总是有。Where it is shown: pages, the full notice; both if not given, and downloads always have it.
        #[serde(default)]
        pub shown: Vec<FieldPlace>,
        /// 是否可在“全部问题”里按它筛选（单位和选项）。Whether the list of all issues can be filtered by it: units and choices.
        #[serde(default)]
        pub filter: bool,
    }
}

record! {
    /// 导航栏里的一个页面。A page in the navigation.
    pub struct NavigationRecord {
        /// 标识：home、notice、issues 等，或者 content/parts/、content/pages/ 里文件的简称。Id: home, notice, issues and so on, or the name of a file in content/parts/ or content/pages/.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 在导航栏里的名称。What the navigation calls it.
        pub label: Option<Localized>,
    }
}

record! {
    /// 选项。A choice.
    pub struct ChoiceRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
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

/// What has a declared field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldHolder {
    /// 问题。Issues.
    Issue,
    /// 整改措施。Measures.
    Measure,
    /// 整份通报。The notice.
    Notice,
}

without_text!(Original, FieldHolder, FieldType, FieldPlace);

impl FieldHolder {
    /// Returns the word in records.
    pub fn word(self) -> &'static str {
        match self {
            FieldHolder::Issue => "issue",
            FieldHolder::Measure => "measure",
            FieldHolder::Notice => "notice",
        }
    }
}

/// The type of the values of a declared field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// 文字。A text in each language.
    #[default]
    Text,
    /// 日期。A day, a month or a year.
    Date,
    /// 单位。Ids of units.
    Units,
    /// 数值。A number.
    Number,
    /// 选项。One of the choices of the field.
    Choice,
}

/// Where a declared field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldPlace {
    /// 页面。The page of the issue; for a field of the notice, the home page.
    Page,
    /// 通报全文。The full notice.
    Notice,
}

impl FieldRecord {
    /// Returns whether issues, measures or the notice have it.
    pub fn is_of(&self, holder: FieldHolder) -> bool {
        if self.on.is_empty() { holder == FieldHolder::Issue } else { self.on.contains(&holder) }
    }

    /// Returns whether it is shown in a place.
    pub fn is_shown(&self, place: FieldPlace) -> bool {
        self.shown.is_empty() || self.shown.contains(&place)
    }
}

record! {
    /// 巡视、巡察、审计、督察或其他检查。An inspection, an audit or other scrutiny.
    #[derive(Default)]
    pub struct InspectionRecord {
        /// 种类：巡视、巡察、审计、督察、专项检查等，或自己的词；不写就不说是哪一种。The kind: inspection, patrol-inspection, audit, supervisory-inspection, special-inspection and others, or a word of your own; none is named if it is left out.
        pub kind: Option<Naming<Localized>>,
        /// 巡视（检查）机构。Who inspected.
        pub body: Option<Localized>,
        /// 被巡视（检查）单位。Who was inspected.
        pub subject: Option<Localized>,
        /// 开始日期。First day.
        pub from: Option<Spanned<Date>>,
        /// 结束日期。Last day.
        pub to: Option<Spanned<Date>>,
        /// 反馈日期。The day on which the findings were reported.
        pub fed_back_on: Option<Spanned<Date>>,
    }
}

record! {
    /// 公示期：写起止日期，或者开始日期和天数；工作日写 working_days 和 to。A period of display: its first and last day, or its first day and how many days; of working days, `working_days` and `to`.
    pub struct PublicityRecord {
        /// 第一天。First day.
        pub from: Option<Spanned<Date>>,
        /// 最后一天。Last day.
        pub to: Option<Spanned<Date>>,
        /// 天数，含第一天。Number of days, the first among them.
        #[schemars(range(min = 1, max = 3660))]
        pub days: Option<Spanned<u32>>,
        /// 多少个工作日；节假日和调休算不出来，最后一天另写 to。Number of working days; holidays cannot be known, so the last day is written, too: `to`.
        #[schemars(range(min = 1, max = 3660))]
        pub working_days: Option<Spanned<u32>>,
    }
}

record! {
    /// 整改状态。A status.
    pub struct StatusRecord {
        /// 标识，也是网址的一部分；通常的状态（如 completed、closed）只写标识即可。Id, which becomes part of an address; a usual status, such as completed or closed, needs nothing else.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 页面上的叫法。What pages call it.
        pub label: Option<Localized>,
        /// 一句话说明。What it says, in a sentence.
        pub meaning: Option<Localized>,
        /// 统计时算作哪一类。What it counts as.
        pub counts_as: Option<Spanned<StatusClass>>,
    }
}

record! {
    /// 时间段。A period.
    pub struct PeriodRecord {
        /// 第一天。First day.
        pub from: Spanned<Date>,
        /// 最后一天。Last day.
        pub to: Spanned<Date>,
    }
}

record! {
    /// 上一期通报。The edition before this one.
    pub struct PreviousRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 网址。Address.
        #[schemars(extend("pattern" = URL_PATTERN))]
        pub url: Option<Text>,
        /// 统计截至日期。The date that its statuses and statistics hold for.
        pub as_of: Option<Date>,
    }
}

record! {
    /// 使用许可。A licence.
    pub struct LicenceRecord {
        /// 名称，如 知识共享 署名 4.0。What it is called.
        pub name: Localized,
        /// 条款的网址。Address of its terms.
        #[schemars(extend("pattern" = URL_PATTERN))]
        pub url: Option<Text>,
    }
}

record! {
    /// 答复。A response.
    pub struct ResponseRecord {
        /// 标识；accepted、partly-accepted、rejected 只写标识即可。Id; accepted, partly-accepted and rejected need nothing else.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 页面上的叫法。What pages call it.
        pub label: Option<Localized>,
    }
}

record! {
    /// 联系方式。Contact.
    #[derive(Default)]
    pub struct ContactRecord {
        /// 欢迎监督的话。An invitation to comment.
        pub invitation: Option<Localized>,
        /// 电话；旁边的话各种语言不同的，按语言写。Telephone numbers; in each language where words stand beside them.
        #[serde(default)]
        pub telephones: Vec<CommonText>,
        /// 地址。Postal address.
        pub address: Option<Localized>,
        /// 邮政编码。Postcode.
        pub postcode: Option<Text>,
        /// 电子邮箱。E-mail.
        pub email: Option<Text>,
        /// 几个电子邮箱。Several e-mail addresses.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub emails: Vec<Text>,
        /// 传真。Fax numbers.
        #[serde(default)]
        pub fax: Vec<CommonText>,
        /// 邮政信箱。Post-office box.
        pub po_box: Option<Localized>,
        /// 联系人；姓名可以隐去一部分。Persons to ask; a name may be masked.
        #[serde(default)]
        pub persons: Vec<Localized>,
        /// 受理时间。Hours.
        pub hours: Option<Localized>,
    }
}

record! {
    /// 政府网站标识。Identity of a government site.
    #[derive(Default)]
    pub struct SiteRecord {
        /// 网站名称。Name of the site.
        pub name: Option<Localized>,
        /// 域名。Domain.
        pub domain: Option<Text>,
        /// 政府网站标识码，10 位。Site code, ten digits.
        pub code: Option<Text>,
        /// ICP 备案号。ICP filing number.
        pub icp: Option<Text>,
        /// 公安备案号。Public-security filing number.
        pub police: Option<Text>,
        /// 索引号。Index number.
        pub index_number: Option<Text>,
    }
}

record! {
    /// 页面另行访问的网站。Another host that pages ask.
    pub struct ExternalRecord {
        /// 域名，如 stats.example.gov.cn；下级域名不包括在内。The host, without those below it.
        pub host: Text,
        /// 用途：script（脚本）、image（图片）、connect（发送数据）、style（样式）、font（字体）、markup（脚本写入标记）。What it is asked for.
        #[serde(rename = "for")]
        #[schemars(length(min = 1))]
        pub uses: Vec<ExternalUse>,
        /// 理由，公布在每页页脚。Why, in the footer of every page.
        pub reason: Localized,
        /// 脚本的地址，每页都运行它；不写则由外观的模板引用。Address of a script that every page runs; without it a template of the theme names what it needs.
        #[schemars(extend("pattern" = "^https://"))]
        pub src: Option<Text>,
        /// 脚本内容的指纹 sha384-…；内容会变的写 none。The fingerprint of the script, sha384-…; `none` if its content changes.
        pub integrity: Option<Text>,
    }
}

record! {
    /// 数据。A figure.
    pub struct FigureRecord {
        /// 标识，正文用 {{ 标识 }} 引用。Id; narratives quote it as {{ id }}.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
        /// 数值，按基本单位写全，如 1476000。Value in the base unit, written out: 1476000.
        pub value: Spanned<Decimal>,
        /// 单位代码，如 CNY、percent、km、mu、piece。Code of the unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub unit: Text,
        /// 约数：over（余、多）、nearly（近）、about（约）。How exact it is.
        pub approx: Option<Approximation>,
        /// 数据截至日期，与其他数据不同时写。The date that it holds for, where it is another than that of the other figures.
        pub as_of: Option<Date>,
        /// 用什么数位显示，如 万、million，或 none（不用数位）。The scale that it is shown in, such as `million`, or `none`.
        #[schemars(extend("format" = "gongkai-code"))]
        pub shown_in: Option<Text>,
        /// 应与哪个统计数一致，如 total、completed。The statistic that it must equal.
        #[schemars(extend("format" = "gongkai-code"))]
        pub equals: Option<Text>,
        /// 是哪个数据的一部分，或说明哪个数据：写同一条记录里那个数据的标识。The figure of the same record that it is a part of, or says something about, by its id.
        #[schemars(extend("format" = "gongkai-code"))]
        pub of: Option<Text>,
        /// 这一部分怎样了：recovered（已收回）、done（已办结）、pending（正在办理或追缴）、in-court（司法程序中）、written-off（已核销）、other（其他）。What became of this part.
        pub kind: Option<Spanned<PartKind>>,
        /// 以前的数值，单位相同；正文用 {{ 标识.was }} 引用。An earlier value in the same unit; narratives quote it as {{ id.was }}.
        pub was: Option<Spanned<Decimal>>,
    }
}

/// 计量单位。A unit of measure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnUnitRecord {
    /// 代码，数据的 unit 写它。Its code, which figures give as their `unit`.
    #[schemars(extend("format" = "gongkai-code"))]
    pub id: Text,
    /// 种类：measure（计量）、counter（量词）、money（金额）、share（比率）。What it counts or measures.
    #[serde(default)]
    pub kind: UnitKind,
    /// 各语言的写法：数字之前 prefix、之后 suffix，文字里还怎样写 read。How each language writes it: `prefix` before the number, `suffix` after it, `read` for other words in texts.
    #[serde(default)]
    pub words: Localized<UnitRule>,
    /// 换算成别的单位。How it converts into another unit.
    pub converts: Option<ConversionRecord>,
}

/// Its words are set beside numbers and looked for in texts; they are no texts themselves.
impl Written for OwnUnitRecord {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.id.each_text(see);
    }
}

record! {
    /// 换算。A conversion.
    pub struct ConversionRecord {
        /// 换算成的单位代码，如 metre。Code of the other unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub to: Text,
        /// 一个等于多少。How many of the other unit one is.
        pub by: Spanned<Decimal>,
    }
}

record! {
    /// 牵头单位、责任单位。A lead or responsible body.
    pub struct UnitRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Name.
        pub name: Localized,
    }
}

record! {
    /// 地方。A place.
    pub struct PlaceRecord {
        /// 标识，也是网址的一部分。Id, which becomes part of an address.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Name.
        pub name: Localized,
        /// 别称、简称、所辖地名，搜索它们也找得到。Other names, which the search finds it by.
        #[serde(default)]
        pub aliases: Vec<Text>,
        /// 在方块图上的位置；都不写就没有图。Its position on the map of tiles; without positions there is no map.
        pub tile: Option<TileRecord>,
    }
}

record! {
    /// 方块图上的一格。A tile of the map.
    pub struct TileRecord {
        /// 第几列，从左数起。Column, from the left.
        #[schemars(range(min = 1, max = 20))]
        pub column: Spanned<u32>,
        /// 第几行，从上数起。Row, from the top.
        #[schemars(range(min = 1, max = 40))]
        pub row: Spanned<u32>,
    }
}

record! {
    /// 方面。A section.
    pub struct SectionRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 原有的编号，如 第二章；不写就按顺序编号。The number that the office gives it, such as Chapter II, in place of one by its order.
        pub label: Option<Localized>,
        /// 导航用的短标题。Short title for navigation.
        pub short_title: Option<Localized>,
        /// 二级问题，按顺序；不分二级问题的不写。Topics in order; none if issues stand directly below the section.
        #[serde(default)]
        pub topics: Vec<TopicRecord>,
    }
}

record! {
    /// 二级问题。A topic.
    pub struct TopicRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 标题。Title.
        pub title: Localized,
    }
}

record! {
    /// 问题。An issue.
    pub struct IssueRecord {
        /// 序号，与文件名一致。Number, the same as in the file's name.
        #[schemars(range(min = 1, max = 999_999))]
        pub number: Spanned<u32>,
        /// 对外的编号，如 "27"、"A"、"20-004 #3"，有文字的按语言写；不写就是序号；网址仍用序号。What it is called, such as "27", "A" or "20-004 #3"; its number if none is given. Its address has the number all the same. In each language where its words differ.
        pub label: Option<CommonText>,
        /// 所属二级问题的标识；本方面不分二级问题的不写。Id of its topic; none where the section has no topics.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub topic: Option<Text>,
        /// 标题。Title.
        pub title: Localized,
        /// 反馈的问题，一句话。What the inspection found, in a sentence.
        pub statement: Option<Localized>,
        /// 整改状态。Status.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 状态依据：stated（写明）或 inferred（推定）。Whether the issuer states the status or it is inferred.
        #[serde(default)]
        pub status_basis: StatusBasis,
        /// 整改时限；发布单位没有写明的写 not-stated。Due date; `not-stated` where the issuer states none.
        pub due: Option<Spanned<Due>>,
        /// 时限的原文，如 2022财政年度末；页面照写，逾期仍按 due 计算。The words of the due date, such as “end of fiscal year 2022”: pages print them, and days overdue are still counted by `due`.
        pub due_text: Option<Localized>,
        /// 调整前的整改时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 核实销号日期。Date of verification.
        pub verified_on: Option<Spanned<Date>>,
        /// 牵头单位标识。Ids of lead bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub lead: Vec<Text>,
        /// 责任单位标识。Ids of responsible bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub responsible: Vec<Text>,
        /// 验收销号单位标识。Ids of the bodies that verified completion.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub verified_by: Vec<Text>,
        /// 涉及的地方，写 places.yaml 里的标识。The places that it is about, by their ids in places.yaml.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub places: Vec<Text>,
        /// 自定栏目的内容，栏目在 notice.yaml 的 fields 里声明。Values of the fields that `fields` in notice.yaml declares.
        #[serde(default)]
        pub fields: OpenValues,
        /// 主要数据。Key figures.
        #[serde(default)]
        pub figures: Vec<FigureRecord>,
        /// 逐条列出的整改措施。Itemised measures.
        #[serde(default)]
        pub measures: Vec<MeasureRecord>,
        /// 问题下的小项，各有自己的状态。Items of the issue, each with a status of its own.
        #[serde(default)]
        pub items: Vec<ItemRecord>,
        /// 制定的文件名称。Documents issued, by name.
        #[serde(default)]
        pub documents: Vec<Localized>,
        /// 对意见建议的答复，如 accepted、rejected。The response to a finding or recommendation, such as accepted or rejected.
        #[schemars(with = "Option<ResponseWord>")]
        pub response: Option<Text>,
        /// 答复的内容（Markdown）。The words of the response, in Markdown.
        pub response_text: Option<Localized<Markdown>>,
        /// 下一步措施（Markdown）。What is still to be done, in Markdown.
        pub next_steps: Option<Localized<Markdown>>,
        /// 状态变化。Dated changes of status.
        #[serde(default)]
        pub history: Vec<HistoryRecord>,
        /// 发布后的更正。Corrections after publication.
        #[serde(default)]
        pub corrections: Vec<CorrectionRecord>,
        /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
        #[serde(default)]
        pub equations: Vec<Text>,
        /// 编者注：向读者说明原文中的不一致。Editor's notes that tell readers what does not agree in the source.
        #[serde(default)]
        pub notes: Vec<NoteRecord>,
        /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
        #[serde(default)]
        pub accepted: Vec<AcceptedRecord>,
    }
}

record! {
    /// 整改措施。A measure.
    pub struct MeasureRecord {
        /// 原文的编号，如“1”“（一）”，有文字的按语言写；不写就依次编号。What it is numbered by, in each language where its words differ; counted if not given.
        pub label: Option<CommonText>,
        /// 措施内容。What is done.
        pub text: Localized,
        /// 状态。Status.
        #[schemars(with = "Option<StatusWord>")]
        pub status: Option<Text>,
        /// 时限。Due date.
        pub due: Option<Spanned<Date>>,
        /// 时限的原文。The words of the due date.
        pub due_text: Option<Localized>,
        /// 调整前的时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 牵头单位标识。Ids of lead bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub lead: Vec<Text>,
        /// 责任单位标识。Ids of responsible bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub responsible: Vec<Text>,
        /// 自定栏目的内容，栏目在 notice.yaml 的 fields 里声明。Values of the fields that `fields` in notice.yaml declares.
        #[serde(default)]
        pub fields: OpenValues,
    }
}

record! {
    /// 问题下的小项：单独列出状态，不计入问题数。An item of an issue: it has a status of its own and is not counted among the issues.
    pub struct ItemRecord {
        /// 标题。Title.
        pub title: Localized,
        /// 反馈的问题，一句话。What was found, in a sentence.
        pub statement: Option<Localized>,
        /// 整改状态。Status.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 状态依据：stated（写明）或 inferred（推定）。Whether the issuer states the status or it is inferred.
        #[serde(default)]
        pub status_basis: StatusBasis,
        /// 整改时限。Due date.
        pub due: Option<Spanned<Date>>,
        /// 调整前的整改时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 整改情况（Markdown）。What was done, in Markdown.
        pub response: Option<Localized<Markdown>>,
        /// 状态变化。Dated changes of status.
        #[serde(default)]
        pub history: Vec<HistoryRecord>,
    }
}

record! {
    /// 状态变化。A change of status.
    pub struct HistoryRecord {
        /// 日期。Date.
        pub on: Spanned<Date>,
        /// 变为何种状态。The status from that day on.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 说明。A note.
        pub note: Option<Localized>,
    }
}

record! {
    /// 更正。A correction.
    pub struct CorrectionRecord {
        /// 日期。Date.
        pub on: Date,
        /// 更正内容。What was corrected.
        pub text: Localized,
    }
}

record! {
    /// 问题线索处理和责任追究。Leads handled and persons held to account.
    #[derive(Default)]
    pub struct AccountabilityRecord {
        /// 数据截至日期。The date that these figures hold for.
        pub as_of: Option<Spanned<Date>>,
        /// 数据。Figures.
        #[serde(default)]
        pub figures: Vec<FigureRecord>,
        /// 按处理方式分组。Persons by measure taken.
        #[serde(default)]
        pub groups: Vec<GroupRecord>,
        /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
        #[serde(default)]
        pub equations: Vec<Text>,
        /// 编者注：向读者说明原文中的不一致。Editor's notes that tell readers what does not agree in the source.
        #[serde(default)]
        pub notes: Vec<NoteRecord>,
        /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
        #[serde(default)]
        pub accepted: Vec<AcceptedRecord>,
    }
}

record! {
    /// 通报的一个部分里的人员名单。The table of persons of a part of the notice, beside its text.
    pub struct PersonsRecord {
        /// 按处理方式或类别分组。Persons by measure taken, or by any other kind.
        pub groups: Vec<GroupRecord>,
    }
}

record! {
    /// 同一种处理方式的人员。Persons subject to one measure.
    pub struct GroupRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 处理方式。The measure.
        pub title: Localized,
        /// 公布的人数。The number stated.
        pub stated: Option<Spanned<u32>>,
        /// 人数截至日期，与其他数据不同时写。The date that the number holds for, where it is another than that of the other figures.
        pub as_of: Option<Date>,
        /// 人员；只公布人数的不写。Persons; left out where only their number is published.
        #[serde(default)]
        pub persons: Vec<PersonRecord>,
    }
}

record! {
    /// 人员。A person.
    pub struct PersonRecord {
        /// 职务。Post.
        pub post: Localized,
        /// 姓名；一般不公布。Name; as a rule not published.
        pub name: Option<Localized>,
        /// 公布姓名的理由。Why the name is published.
        pub reason: Option<Localized>,
        /// 姓名公示期满日期，期满后隐去。The last day on which the name may be shown.
        pub until: Option<Date>,
        /// 所在的地方，写 places.yaml 里的标识。Where that is, by ids of places.yaml.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub places: Vec<Text>,
    }
}

/// 经核对接受的提示。A finding that was looked at and accepted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedRecord {
    /// 规则。The rule.
    pub rule: Text,
    /// 提示所指的文字。The text that the finding points at.
    pub text: Text,
    /// 理由。The reason.
    pub reason: Text,
    /// 编者注：在页面上向读者说明。A note for readers, which pages show.
    pub note: Option<Localized>,
    /// 编者注标在哪些数据旁；不写就是 text 里提到的数据。The figures that the note stands at; those that `text` names if none are given.
    #[serde(default)]
    pub figures: Vec<Text>,
}

/// Its text repeats what was accepted, so no rule looks at it; the note is published.
impl Written for AcceptedRecord {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.note.each_text(see);
    }
}

record! {
    /// 编者注。An editor's note.
    pub struct NoteRecord {
        /// 说明。What it tells readers.
        pub text: Localized,
        /// 标在哪些数据旁。The figures that it stands at.
        #[serde(default)]
        pub figures: Vec<Text>,
    }
}

record! {
    /// 译名表和规范用语。Terms with their translations, and the office's own list of wrong terms.
    pub struct GlossaryRecord {
        /// 词条：同一名称在各语言的固定写法。Terms: what one thing is called in each language.
        #[serde(default)]
        pub terms: Vec<Localized>,
        /// 机构和地方的名称，各语言必须对应；units.yaml 里的单位不必重写。Names of bodies and places, which must correspond in every language; units of units.yaml need not be repeated.
        #[serde(default)]
        pub names: Vec<Localized>,
        /// 易错用语。Terms that must not be written.
        #[serde(default)]
        pub wrong: Vec<WrongTermRecord>,
    }
}

record! {
    /// 易错用语。A term that must not be written.
    #[derive(PartialEq)]
    pub struct WrongTermRecord {
        /// 语言。Language.
        pub lang: Spanned<Lang>,
        /// 错误写法。The wrong term.
        pub wrong: Text,
        /// 正确写法。The right one.
        pub right: Text,
        /// 含有错误写法但正确的词。Words that contain the wrong term and are right all the same.
        #[serde(default)]
        pub except: Vec<Text>,
    }
}

impl FigureRecord {
    /// Returns the figure as a language sets it with its unit; none if the language has no such unit.
    pub fn set(&self, locale: &Locale) -> Option<String> {
        locale.figure_in(*self.value, &self.unit, self.approx, self.shown_in.as_ref().map(Text::as_str))
    }

    /// Every value that it states: what it is, and what it was.
    pub fn values(&self) -> impl Iterator<Item = &Spanned<Decimal>> {
        std::iter::once(&self.value).chain(&self.was)
    }

    /// The earlier value as a language sets it; none if there is none, or the language has no such unit.
    pub fn set_was(&self, locale: &Locale) -> Option<String> {
        self.set_as(locale, *self.was?, None)
    }

    /// Another value of the same thing as a language sets it.
    pub fn set_as(&self, locale: &Locale, value: Decimal, approx: Option<Approximation>) -> Option<String> {
        locale.figure_in(value, &self.unit, approx, self.shown_in.as_ref().map(Text::as_str))
    }

    /// Whether it is an amount of money: its unit is the code of a currency, three capital letters (ISO 4217).
    pub fn is_money(&self) -> bool {
        self.unit.len() == 3 && self.unit.bytes().all(|b| b.is_ascii_uppercase())
    }
}

impl GroupRecord {
    /// Returns how many persons there are: as stated, else as listed.
    pub fn count(&self) -> u32 {
        self.stated.map_or(u32::try_from(self.persons.len()).unwrap_or(u32::MAX), |stated| *stated)
    }
}

impl IssueRecord {
    /// Returns the deadline, if one is stated.
    pub fn deadline(&self) -> Option<Spanned<Date>> {
        let due = self.due?;
        due.date().map(|date| due.with(date))
    }

    /// Puts the history in order, and that of its items.
    pub fn sort_history(&mut self) {
        let of_items = self.items.iter_mut().map(|item| &mut item.history);
        for history in of_items.chain([&mut self.history]) {
            history.sort_by_key(|change| change.on.sort_key());
        }
    }
}

impl NoticeRecord {
    /// Returns the inspections that the notice answers.
    pub fn inspections(&self) -> &[InspectionRecord] {
        self.inspection.as_deref().unwrap_or_default()
    }
}

impl PublicityRecord {
    /// Returns the last day, if it is stated or follows.
    pub fn last_day(&self) -> Option<Date> {
        let counted = || Some(self.from?.first_day().plus_days(u64::from(**self.days.as_ref()?).saturating_sub(1)));
        self.to.map(|on| *on).or_else(counted)
    }
}

impl ContactRecord {
    /// Returns every e-mail address.
    pub fn every_email(&self) -> impl Iterator<Item = &Text> {
        self.email.iter().chain(&self.emails)
    }
}
