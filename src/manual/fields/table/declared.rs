//! What notice.yaml declares: parts, the navigation, statuses, responses, fields of the office's own, units of measure.

use super::FieldExample;

pub(super) const PART: &[FieldExample] = &[
    ("id", "标识", "id: issues"),
    ("title", "标题", "title: {zh: 整改落实情况, en: What was rectified}"),
    ("heading", "是否印标题", "heading: true"),
];

pub(super) const NAVIGATION: &[FieldExample] =
    &[("id", "标识", "id: notice"), ("label", "名称", "label: {zh: 全文, en: In full}")];

pub(super) const STATUS: &[FieldExample] = &[
    ("id", "标识", "id: partly"),
    ("label", "叫法", "label: {zh: 部分落实, en: Partly implemented}"),
    ("meaning", "说明", "meaning: {zh: 已落实一部分。, en: Some of it has been implemented.}"),
    ("counts_as", "算作哪一类", "counts_as: substantially"),
];

pub(super) const RESPONSE: &[FieldExample] =
    &[("id", "标识", "id: reiterated"), ("label", "叫法", "label: {zh: 重申, en: Reiterated}")];

pub(super) const FIELD: &[FieldExample] = &[
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

pub(super) const CHOICE: &[FieldExample] =
    &[("id", "标识", "id: high"), ("label", "名称", "label: {zh: 高, en: High}")];

pub(super) const OWN_UNIT: &[FieldExample] = &[
    ("id", "代码", "id: vehicle"),
    ("kind", "种类", "kind: counter"),
    ("words", "各语言的写法", "words: {zh: {suffix: 辆}, en: {suffix: vehicles, one: vehicle}}"),
    ("converts", "换算", "converts: {to: metre, by: 1852}"),
];

pub(super) const CONVERSION: &[FieldExample] = &[("to", "换算成的单位", "to: metre"), ("by", "等于多少", "by: 1852")];
