//! Figures that a narrative quotes by name.

use super::links::BROKEN_LINK;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::{FIRST_EN, FIRST_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static UNKNOWN_FIGURE: Rule = Rule {
    id: crate::text::markdown::UNKNOWN_FIGURE.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::UNKNOWN_FIGURE.severity,
    demand: Words(
        "正文用 {{ 标识 }} 引用的数据或统计数存在。",
        "What a narrative quotes as {{ id }} is a figure of the record or a statistic.",
    ),
    why: Words(
        "名字写错，页面上该出现数字的地方就什么也没有。",
        "With a wrong name, nothing would stand where the figure should.",
    ),
    example: Shown(&[
        Part(FIRST_ZH, "罚款{{ fine }}。", "罚款{{ fines }}。"),
        Part(FIRST_EN, "fines of {{ fine }}.", "fines of {{ fines }}."),
    ]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static DOUBLED_UNIT: Rule = Rule {
    id: crate::text::markdown::DOUBLED_UNIT.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::DOUBLED_UNIT.severity,
    demand: Words(
        "用 {{ 标识 }} 引用的数据旁边不再写单位：单位随数据一起显示。",
        "A figure quoted as {{ id }} is shown with its unit, which is not typed again.",
    ),
    why: Words("页面上会是“147.6万元元”。", "The page would say “CNY 1.476 million million”."),
    example: Shown(&[
        Part(FIRST_ZH, "罚款{{ fines }}元。", "罚款{{ fines }}。"),
        Part(FIRST_EN, "fines of CNY {{ fines }}.", "fines of {{ fines }}."),
    ]),
    check: Check::With(&BROKEN_LINK),
};
