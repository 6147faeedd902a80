//! Figures, notes at them, and findings that are accepted, in whatever record they stand.

use super::FieldExample;

pub(super) const FIGURE: &[FieldExample] = &[
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

pub(super) const ACCEPTED: &[FieldExample] = &[
    ("rule", "规则", "rule: half-width-punctuation"),
    ("text", "所指的文字", "text: \"3:2\""),
    ("reason", "理由", "reason: 比分的写法，不是标点错误"),
    ("note", "编者注", "note: {zh: 原文如此。, en: As in the original.}"),
    ("figures", "标在哪些数据旁", "figures: []"),
];

pub(super) const NOTE: &[FieldExample] = &[
    ("text", "说明", "text: {zh: 原文没有说明其余部分。, en: The original does not say what became of the rest.}"),
    ("figures", "标在哪些数据旁", "figures: [issues]"),
];
