//! What the schemas do not say: the word that Chinese offices use for a field, and an example. `fields` holds the two
//! together by a test, and `tests/suite/manual.rs` makes a notice of the examples.

/// The file of each record, by the name of its schema.
pub(super) const FILES: [(&str, &str); 8] = [
    ("notice", "notice.yaml"),
    ("units", "units.yaml"),
    ("places", "places.yaml"),
    ("glossary", "glossary.yaml"),
    ("accountability", "accountability.yaml"),
    ("persons", "parts/20-officials.yaml"),
    ("section", "2-party-governance/section.yaml"),
    ("issue", "2-party-governance/026.yaml"),
];

/// Key, Chinese word, example.
type FieldExample = (&'static str, &'static str, &'static str);

/// Record type, its title in Chinese and in English, its fields.
pub(super) const TABLE: &[(&str, &str, &str, &[FieldExample])] = &[
    ("NoticeRecord", "整份通报", "The notice", NOTICE),
    ("PartRecord", "部分", "Part of the document", PART),
    ("NavigationRecord", "导航栏里的页面", "Page in the navigation", NAVIGATION),
    ("InspectionRecord", "检查情况", "Inspection", INSPECTION),
    ("PublicityRecord", "公示期", "Period of display", PUBLICITY),
    ("PeriodRecord", "时间段", "Period", PERIOD),
    ("PreviousRecord", "上一期", "Previous edition", PREVIOUS),
    ("LicenceRecord", "使用许可", "Licence", LICENCE),
    ("StatusRecord", "整改状态", "Status", STATUS),
    ("ResponseRecord", "答复", "Response", RESPONSE),
    ("FieldRecord", "自定栏目", "Field of the office’s own", FIELD),
    ("ChoiceRecord", "选项", "Choice", CHOICE),
    ("ContactRecord", "联系方式", "Contact", CONTACT),
    ("SiteRecord", "政府网站标识", "Government site", SITE),
    ("ExternalRecord", "另行访问的网站", "Other host", EXTERNAL),
    ("FigureRecord", "数据", "Figure", FIGURE),
    ("OwnUnitRecord", "计量单位", "Unit of measure", OWN_UNIT),
    ("ConversionRecord", "换算", "Conversion", CONVERSION),
    ("AcceptedRecord", "接受的提示", "Accepted finding", ACCEPTED),
    ("NoteRecord", "编者注", "Editor’s note", NOTE),
    ("UnitRecord", "单位", "Lead or responsible body", UNIT),
    ("PlaceRecord", "地方", "Place", PLACE),
    ("TileRecord", "方块图上的一格", "Tile of the map", TILE),
    ("GlossaryRecord", "译名和用语", "Glossary", GLOSSARY),
    ("WrongTermRecord", "易错用语", "Wrong term", WRONG_TERM),
    ("AccountabilityRecord", "线索处理和问责", "Accountability", ACCOUNTABILITY),
    ("PersonsRecord", "人员名单", "Persons of a part", PERSONS),
    ("GroupRecord", "处理方式", "Group of persons", GROUP),
    ("PersonRecord", "人员", "Person", PERSON),
    ("SectionRecord", "方面", "Section", SECTION),
    ("TopicRecord", "二级问题", "Topic", TOPIC),
    ("IssueRecord", "问题", "Issue", ISSUE),
    ("MeasureRecord", "整改措施", "Measure", MEASURE),
    ("ItemRecord", "小项", "Item of an issue", ITEM),
    ("HistoryRecord", "状态变化", "Change of status", HISTORY),
    ("CorrectionRecord", "更正", "Correction", CORRECTION),
];

const NOTICE: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 示例县整改情况通报, en: Notice of Rectification in Sample County}"),
    ("issuer", "发布单位", "issuer: {zh: 中共示例县委, en: CPC Sample County Committee}"),
    ("issued_on", "发布日期", "issued_on: 2022-03-01"),
    ("as_of", "统计截至日期", "as_of: 2022-02-28"),
    (
        "summary",
        "摘要",
        "summary: {zh: 市委巡察组反馈问题的整改情况。, en: What was done about the issues that the inspection found.}",
    ),
    (
        "inspection",
        "检查情况",
        "inspection: {kind: 巡察, body: {zh: 市委巡察组, en: Municipal Inspection Team}, subject: {zh: 示例县, en: Sample County}, from: 2021-03-01, to: 2021-04-30}",
    ),
    ("document_number", "文号", "document_number: 某发〔2022〕3号"),
    ("disclosure", "公开方式", "disclosure: {zh: 主动公开, en: Published proactively}"),
    ("publicity", "公示期", "publicity: {from: 2022-03-01, days: 7}"),
    ("meeting", "会议", "meeting: {zh: 县人大常委会第三次会议, en: Third session of the county’s standing committee}"),
    ("speaker", "报告人", "speaker: {zh: 县审计局, en: County Audit Office}"),
    ("addressed_to", "称呼", "addressed_to: {zh: 各位委员：, en: \"To all members:\"}"),
    ("edition", "期次", "edition: {zh: 第二次公布, en: Second report}"),
    ("period", "时间段", "period: {from: 2021-07-01, to: 2022-02-28}"),
    (
        "previous",
        "上一期",
        "previous: {title: {zh: 第一次公布, en: First report}, url: \"https://www.example.gov.cn/1/\", as_of: 2021-06-30}",
    ),
    ("original_url", "原文网址", "original_url: https://www.example.gov.cn/notice.html"),
    ("opening", "开头", "opening: {zh: 根据安排，现将整改情况公布如下。, en: The rectification is reported below.}"),
    ("noun", "一项事项的叫法", "noun: issue"),
    ("work", "怎样处理", "work: rectification"),
    ("languages", "语言", "languages: [zh, en]"),
    ("original", "哪些语言是原文", "original: first"),
    ("numbering", "编号方式", "numbering: continuous"),
    ("theme", "外观", "theme: bulletin"),
    ("base_url", "网站地址", "base_url: https://www.example.gov.cn/notice/"),
    ("disclaimer", "页首说明", "disclaimer: {zh: 以纸质通报为准。, en: The printed notice prevails.}"),
    (
        "statuses",
        "整改状态",
        "statuses: [{id: completed}, {id: partly, label: {zh: 部分落实, en: Partly implemented}, counts_as: substantially}, {id: substantially-completed}, {id: in-progress}, {id: closed}]",
    ),
    ("responses", "答复", "responses: [{id: accepted}, {id: reiterated, label: {zh: 重申, en: Reiterated}}]"),
    ("method", "统计口径", "method: {zh: 状态由牵头单位申报。, en: Statuses were reported by the lead bodies.}"),
    (
        "licence",
        "使用许可",
        "licence: {name: {zh: 知识共享 署名 4.0, en: CC BY 4.0}, url: \"https://creativecommons.org/licenses/by/4.0/\"}",
    ),
    (
        "contact",
        "联系方式",
        "contact: {telephones: [0599-0000000], hours: {zh: 工作日8:30至17:30, en: \"8:30 to 17:30 on working days\"}}",
    ),
    ("site", "网站标识", "site: {name: {zh: 示例县人民政府, en: Sample County Government}, code: \"3507000001\"}"),
    (
        "parts",
        "各部分",
        "parts: [{id: issues, title: {zh: 整改落实情况, en: What was rectified}}, {id: accountability}, {id: outstanding}]",
    ),
    (
        "navigation",
        "导航栏",
        "navigation: [{id: home}, {id: notice, label: {zh: 全文, en: In full}}, {id: issues}, {id: outstanding}, {id: search}]",
    ),
    (
        "stated",
        "总体数据",
        "stated: [{id: issues, label: {zh: 反馈问题, en: Issues reported}, value: 1, unit: piece, equals: total}]",
    ),
    ("shown_in", "金额的数位", "shown_in: 万"),
    (
        "units",
        "计量单位",
        "units: [{id: vehicle, kind: counter, words: {zh: {suffix: 辆}, en: {suffix: vehicles, one: vehicle}}}]",
    ),
    (
        "corrections",
        "更正",
        "corrections: [{on: 2022-01-10, text: {zh: 反馈问题的总数更正为1个。, en: The number of issues reported was corrected to one.}}]",
    ),
    ("highlights", "首页突出的数据", "highlights: [issues]"),
    ("allowed_hosts", "允许链接的网站", "allowed_hosts: [www.gov.cn]"),
    (
        "external",
        "另行访问的网站",
        "external: [{host: stats.example.gov.cn, for: [image], reason: {zh: 统计访问量。, en: To count visits.}}]",
    ),
    ("equations", "等式", "equations: [issues = 1 * 1]"),
    (
        "notes",
        "编者注",
        "notes: [{text: {zh: 原文没有逐一列出。, en: The original does not list them.}, figures: [issues]}]",
    ),
    (
        "fields",
        "自定栏目",
        "fields: [{id: leader, label: {zh: 责任领导, en: Leader in charge}, on: [issue, measure]}, {id: batch, label: {zh: 批次, en: Batch}, on: [notice], type: number}]",
    ),
    ("values", "自定栏目的内容", "values: {batch: 2}"),
    ("accepted", "接受的提示", "accepted: [{rule: placeholder, text: 待补充, reason: 引用的原文如此}]"),
];

const PART: &[FieldExample] = &[
    ("id", "标识", "id: issues"),
    ("title", "标题", "title: {zh: 整改落实情况, en: What was rectified}"),
    ("heading", "是否印标题", "heading: true"),
];

const NAVIGATION: &[FieldExample] =
    &[("id", "标识", "id: notice"), ("label", "名称", "label: {zh: 全文, en: In full}")];
const FIELD: &[FieldExample] = &[
    ("id", "标识", "id: priority"),
    ("label", "名称", "label: {zh: 优先级, en: Priority}"),
    ("meaning", "含义", "meaning: {zh: 按风险高低。, en: By risk.}"),
    ("on", "属于什么", "on: [issue]"),
    ("type", "类型", "type: choice"),
    ("unit", "数值的单位", "unit: percent"),
    ("choices", "选项", "choices: [{id: high, label: {zh: 高, en: High}}, {id: low, label: {zh: 低, en: Low}}]"),
    ("shown", "显示在哪里", "shown: [page, notice]"),
    ("filter", "可筛选", "filter: true"),
];

const CHOICE: &[FieldExample] = &[("id", "标识", "id: high"), ("label", "名称", "label: {zh: 高, en: High}")];

const INSPECTION: &[FieldExample] = &[
    ("kind", "种类", "kind: 巡察"),
    ("body", "检查机构", "body: {zh: 市委巡察组, en: Municipal Inspection Team}"),
    ("subject", "被检查单位", "subject: {zh: 示例县, en: Sample County}"),
    ("from", "开始日期", "from: 2021-03-01"),
    ("to", "结束日期", "to: 2021-04-30"),
    ("fed_back_on", "反馈日期", "fed_back_on: 2021-06-01"),
];

const STATUS: &[FieldExample] = &[
    ("id", "标识", "id: partly"),
    ("label", "叫法", "label: {zh: 部分落实, en: Partly implemented}"),
    ("meaning", "说明", "meaning: {zh: 已落实一部分。, en: Some of it has been implemented.}"),
    ("counts_as", "算作哪一类", "counts_as: substantially"),
];

const RESPONSE: &[FieldExample] =
    &[("id", "标识", "id: reiterated"), ("label", "叫法", "label: {zh: 重申, en: Reiterated}")];

const CONTACT: &[FieldExample] = &[
    ("invitation", "监督邀请", "invitation: {zh: 欢迎监督。, en: Comments are welcome.}"),
    ("telephones", "电话", "telephones: [0599-0000000, {zh: 0599-0000001（工作日）, en: 0599-0000001 (weekdays)}]"),
    ("address", "地址", "address: {zh: 示例县人民路1号, en: \"1 Renmin Road, Sample County\"}"),
    ("postcode", "邮政编码", "postcode: 354200"),
    ("email", "电子邮箱", "email: office@example.gov.cn"),
    ("emails", "几个电子邮箱", "emails: [office@example.gov.cn, leads@example.gov.cn]"),
    ("fax", "传真", "fax: [0599-0000002]"),
    ("po_box", "邮政信箱", "po_box: {zh: 示例县第1号邮政信箱, en: \"P.O. Box 1, Sample County\"}"),
    ("persons", "联系人", "persons: [{zh: 办公室值班员, en: Duty officer}]"),
    ("hours", "受理时间", "hours: {zh: 工作日8:30至17:30, en: \"8:30 to 17:30 on working days\"}"),
];

const PUBLICITY: &[FieldExample] = &[
    ("from", "第一天", "from: 2022-03-01"),
    ("to", "最后一天", "to: 2022-03-07"),
    ("days", "天数", "days: 7"),
    ("working_days", "工作日天数", "working_days: 5"),
];

const PERIOD: &[FieldExample] = &[("from", "第一天", "from: 2021-07-01"), ("to", "最后一天", "to: 2022-02-28")];

const PREVIOUS: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 第一次公布, en: First report}"),
    ("url", "网址", "url: https://www.example.gov.cn/1/"),
    ("as_of", "统计截至日期", "as_of: 2021-06-30"),
];

const LICENCE: &[FieldExample] = &[
    ("name", "名称", "name: {zh: 知识共享 署名 4.0, en: CC BY 4.0}"),
    ("url", "网址", "url: https://creativecommons.org/licenses/by/4.0/"),
];

const SITE: &[FieldExample] = &[
    ("name", "网站名称", "name: {zh: 示例县人民政府, en: Sample County Government}"),
    ("domain", "域名", "domain: www.example.gov.cn"),
    ("code", "网站标识码", "code: \"3507000001\""),
    ("icp", "ICP 备案号", "icp: 闽ICP备00000000号"),
    ("police", "公安备案号", "police: 闽公网安备00000000000000号"),
    ("index_number", "索引号", "index_number: NP00100-0000-2022-00001"),
];

const EXTERNAL: &[FieldExample] = &[
    ("host", "域名", "host: stats.example.gov.cn"),
    ("for", "用途", "for: [script, connect]"),
    ("reason", "理由", "reason: {zh: 统计访问量。, en: To count visits.}"),
    ("src", "脚本的地址", "src: https://stats.example.gov.cn/count.js"),
    ("integrity", "脚本的指纹", "integrity: none"),
];

const FIGURE: &[FieldExample] = &[
    ("id", "标识", "id: fines"),
    ("label", "名称", "label: {zh: 处罚金额, en: Fines}"),
    ("value", "数值", "value: 1476000"),
    ("unit", "单位代码", "unit: CNY"),
    ("approx", "约数", "approx: over"),
    ("as_of", "数据截至日期", "as_of: 2022-01-31"),
    ("shown_in", "显示的数位", "shown_in: 万"),
    ("equals", "应等于的统计数", "equals: total"),
    ("of", "属于哪个数据", "of: cases"),
    ("kind", "这一部分怎样了", "kind: recovered"),
    ("was", "以前的数值", "was: 36.03"),
];

const ACCEPTED: &[FieldExample] = &[
    ("rule", "规则", "rule: half-width-punctuation"),
    ("text", "所指的文字", "text: \"3:2\""),
    ("reason", "理由", "reason: 比分的写法，不是标点错误"),
    ("note", "编者注", "note: {zh: 原文如此。, en: As in the original.}"),
    ("figures", "标在哪些数据旁", "figures: []"),
];

const NOTE: &[FieldExample] = &[
    ("text", "说明", "text: {zh: 原文没有说明其余部分。, en: The original does not say what became of the rest.}"),
    ("figures", "标在哪些数据旁", "figures: [issues]"),
];

const OWN_UNIT: &[FieldExample] = &[
    ("id", "代码", "id: vehicle"),
    ("kind", "种类", "kind: counter"),
    ("words", "各语言的写法", "words: {zh: {suffix: 辆}, en: {suffix: vehicles, one: vehicle}}"),
    ("converts", "换算", "converts: {to: metre, by: 1852}"),
];

const CONVERSION: &[FieldExample] = &[("to", "换算成的单位", "to: metre"), ("by", "等于多少", "by: 1852")];

const UNIT: &[FieldExample] =
    &[("id", "标识", "id: housing-bureau"), ("name", "名称", "name: {zh: 县住建局, en: County Housing Bureau}")];

const GLOSSARY: &[FieldExample] = &[
    ("terms", "词条", "terms: [{zh: 县委, en: County Party Committee}]"),
    ("names", "机构和地方的名称", "names: [{zh: 松溪县, en: Songxi County}]"),
    ("wrong", "易错用语", "wrong: [{lang: zh, wrong: 按排, right: 安排}]"),
];

const WRONG_TERM: &[FieldExample] = &[
    ("lang", "语言", "lang: zh"),
    ("wrong", "错误写法", "wrong: 按排"),
    ("right", "正确写法", "right: 安排"),
    ("except", "例外", "except: [按排名, 按排序]"),
];

const ACCOUNTABILITY: &[FieldExample] = &[
    ("as_of", "数据截至日期", "as_of: 2022-02-28"),
    ("figures", "数据", "figures: [{id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}]"),
    (
        "groups",
        "处理方式",
        "groups: [{id: talks, title: {zh: 诫勉谈话, en: Admonition talks}, persons: [{post: {zh: 某局副局长, en: Deputy director of a bureau}}]}]",
    ),
    ("equations", "等式", "equations: [letters = 224 + 5]"),
    (
        "notes",
        "编者注",
        "notes: [{text: {zh: 原文没有说明如何处理。, en: The original does not say what became of them.}, figures: [letters]}]",
    ),
    ("accepted", "接受的提示", "accepted: [{rule: named-person, text: 张某, reason: 法院已公开}]"),
];

const PERSONS: &[FieldExample] = &[(
    "groups",
    "分组",
    "groups: [{id: leaders, title: {zh: 整改工作领导小组, en: Leading group}, persons: [{post: {zh: 县委书记, en: Secretary of the County Committee}}]}]",
)];

const GROUP: &[FieldExample] = &[
    ("id", "标识", "id: talks"),
    ("title", "处理方式", "title: {zh: 诫勉谈话, en: Admonition talks}"),
    ("stated", "公布的人数", "stated: 1"),
    ("as_of", "人数截至日期", "as_of: 2022-01-31"),
    ("persons", "人员", "persons: [{post: {zh: 某局副局长, en: Deputy director of a bureau}}]"),
];

const PLACE: &[FieldExample] = &[
    ("id", "标识", "id: east"),
    ("name", "名称", "name: {zh: 东镇, en: Dong Town}"),
    ("aliases", "别称", "aliases: [东镇街, East Town]"),
    ("tile", "在方块图上的位置", "tile: {column: 1, row: 1}"),
];

const TILE: &[FieldExample] = &[("column", "列", "column: 1"), ("row", "行", "row: 1")];

const PERSON: &[FieldExample] = &[
    ("post", "职务", "post: {zh: 某局副局长, en: Deputy director of a bureau}"),
    ("name", "姓名", "name: {zh: 张某某, en: Zhang}"),
    ("reason", "公布理由", "reason: {zh: 已由纪委监委公开通报, en: Already made public}"),
    ("until", "公示期满日期", "until: 2022-06-30"),
    ("places", "所在的地方", "places: [east]"),
];

const SECTION: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 党的建设方面, en: Party building}"),
    ("label", "原有的编号", "label: {zh: 第二章, en: Chapter II}"),
    ("short_title", "短标题", "short_title: {zh: 党建, en: Party}"),
    ("topics", "二级问题", "topics: [{id: integrity-risk, title: {zh: 廉洁风险, en: Integrity risks}}]"),
];

const TOPIC: &[FieldExample] =
    &[("id", "标识", "id: integrity-risk"), ("title", "标题", "title: {zh: 廉洁风险, en: Integrity risks}")];

const ISSUE: &[FieldExample] = &[
    ("number", "序号", "number: 26"),
    ("label", "编号", "label: \"20-004 #3\""),
    ("topic", "所属二级问题", "topic: integrity-risk"),
    ("title", "标题", "title: {zh: 招投标不规范, en: Irregular tendering}"),
    (
        "statement",
        "反馈的问题",
        "statement: {zh: 15个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 15 projects.}",
    ),
    ("status", "整改状态", "status: substantially-completed"),
    ("status_basis", "状态依据", "status_basis: stated"),
    ("due", "整改时限", "due: 2021-12"),
    ("due_text", "时限的原文", "due_text: {zh: 2021年底前, en: by the end of 2021}"),
    ("original_due", "调整前的时限", "original_due: 2021-09"),
    ("completed_on", "完成日期", "completed_on: 2021-11-30"),
    ("verified_on", "核实销号日期", "verified_on: 2021-12-15"),
    ("verified_by", "验收销号单位", "verified_by: [housing-bureau]"),
    ("lead", "牵头单位", "lead: [housing-bureau]"),
    ("responsible", "责任单位", "responsible: [housing-bureau]"),
    ("fields", "自定栏目的内容", "fields: {leader: {zh: 县长, en: The county head}}"),
    ("places", "涉及的地方", "places: [east]"),
    ("figures", "主要数据", "figures: [{id: fines, label: {zh: 处罚金额, en: Fines}, value: 1476000, unit: CNY}]"),
    ("measures", "整改措施", "measures: [{text: {zh: 复核全部项目。, en: Review every project.}, status: completed}]"),
    (
        "items",
        "小项",
        "items: [{title: {zh: 串通投标, en: Bid-rigging}, status: in-progress, due: 2021-12, response: {zh: 已立案调查。, en: A case has been opened.}}]",
    ),
    ("documents", "制度文件", "documents: [{zh: 《招投标管理办法》, en: Measures for Tendering}]"),
    ("response", "答复", "response: accepted"),
    (
        "response_text",
        "答复内容",
        "response_text: {zh: 同意，年内落实。, en: \"Agreed, to be implemented this year.\"}",
    ),
    ("next_steps", "下一步措施", "next_steps: {zh: 待法院判决后依法处置。, en: The rest awaits a court decision.}"),
    (
        "history",
        "状态变化",
        "history: [{on: 2021-07-01, status: in-progress}, {on: 2021-11-30, status: substantially-completed}]",
    ),
    (
        "corrections",
        "更正",
        "corrections: [{on: 2022-01-10, text: {zh: 罚款更正为147.6万元。, en: The fines were corrected to CNY 1.476 million.}}]",
    ),
    ("equations", "等式", "equations: [fines = 15 * 98400]"),
    (
        "notes",
        "编者注",
        "notes: [{text: {zh: 原文没有说明是否已收缴。, en: The original does not say whether they were paid.}, figures: [fines]}]",
    ),
    ("accepted", "接受的提示", "accepted: [{rule: half-width-punctuation, text: \"3:2\", reason: 比分的写法}]"),
];

const MEASURE: &[FieldExample] = &[
    ("label", "原文的编号", "label: \"1\""),
    ("text", "措施内容", "text: {zh: 复核全部项目。, en: Review every project.}"),
    ("status", "状态", "status: completed"),
    ("due", "时限", "due: 2021-12"),
    ("due_text", "时限的原文", "due_text: {zh: 2021年底前, en: by the end of 2021}"),
    ("original_due", "原定时限", "original_due: 2021-06"),
    ("completed_on", "完成日期", "completed_on: 2021-11-30"),
    ("lead", "牵头单位", "lead: [housing-bureau]"),
    ("responsible", "责任单位", "responsible: [housing-bureau]"),
    ("fields", "自定栏目的内容", "fields: {leader: {zh: 分管副县长, en: The deputy county head}}"),
];

const ITEM: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 串通投标, en: Bid-rigging}"),
    (
        "statement",
        "反馈的问题",
        "statement: {zh: 15个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 15 projects.}",
    ),
    ("status", "整改状态", "status: completed"),
    ("status_basis", "状态依据", "status_basis: stated"),
    ("due", "整改时限", "due: 2021-12"),
    ("original_due", "调整前的整改时限", "original_due: 2021-09"),
    ("completed_on", "完成日期", "completed_on: 2021-11-30"),
    ("response", "整改情况", "response: {zh: 已全部查处。, en: All cases have been dealt with.}"),
    ("history", "状态变化", "history: [{on: 2021-11-30, status: completed}]"),
];

const HISTORY: &[FieldExample] = &[
    ("on", "日期", "on: 2021-11-30"),
    ("status", "变为何种状态", "status: substantially-completed"),
    ("note", "说明", "note: {zh: 主要项目已复核, en: The main projects have been reviewed}"),
];

const CORRECTION: &[FieldExample] = &[
    ("on", "日期", "on: 2022-01-10"),
    ("text", "更正内容", "text: {zh: 罚款更正为147.6万元。, en: The fines were corrected to CNY 1.476 million.}"),
];
