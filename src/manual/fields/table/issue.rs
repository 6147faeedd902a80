//! Sections and issues, with their measures, items, changes of status and corrections.

use super::FieldExample;

pub(super) const SECTION: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 党的建设方面, en: Party building}"),
    ("label", "原有的编号", "label: {zh: 第二章, en: Chapter II}"),
    ("short_title", "短标题", "short_title: {zh: 党建, en: Party}"),
    ("topics", "二级问题", "topics: [{id: integrity-risk, title: {zh: 廉洁风险, en: Integrity risks}}]"),
];

pub(super) const TOPIC: &[FieldExample] =
    &[("id", "标识", "id: integrity-risk"), ("title", "标题", "title: {zh: 廉洁风险, en: Integrity risks}")];

pub(super) const ISSUE: &[FieldExample] = &[
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

pub(super) const MEASURE: &[FieldExample] = &[
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

pub(super) const ITEM: &[FieldExample] = &[
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

pub(super) const HISTORY: &[FieldExample] = &[
    ("on", "日期", "on: 2021-11-30"),
    ("status", "变为何种状态", "status: substantially-completed"),
    ("note", "说明", "note: {zh: 主要项目已复核, en: The main projects have been reviewed}"),
];

pub(super) const CORRECTION: &[FieldExample] = &[
    ("on", "日期", "on: 2022-01-10"),
    ("text", "更正内容", "text: {zh: 罚款更正为147.6万元。, en: The fines were corrected to CNY 1.476 million.}"),
];
