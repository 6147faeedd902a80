//! What records name, by which others find it: topics, units, fields and ids.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, Part};
use crate::rules::example::{FIRST, NOTICE};
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static DUPLICATE_ID: Rule = Rule {
    id: crate::notice::DUPLICATE_ID.name,
    group: RuleGroup::Shape,
    severity: crate::notice::DUPLICATE_ID.severity,
    demand: Words(
        "单位、二级问题、数据、部分和页面的标识（id）各不相同。",
        "No two units, topics, figures, parts or pages have the same id.",
    ),
    why: Words(
        "标识重复，引用它的地方就分不清是哪一个，页面上可能显示另一项数据、另一个单位。",
        "With one id for two things, a page may show the wrong figure or name the wrong body.",
    ),
    example: Shown(&[Part(
        NOTICE,
        "- {id: issues, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}",
        "- {id: measures, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}",
    )]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static UNKNOWN_TOPIC: Rule = Rule {
    id: crate::notice::UNKNOWN_TOPIC.name,
    group: RuleGroup::Shape,
    severity: crate::notice::UNKNOWN_TOPIC.severity,
    demand: Words(
        "问题所属的二级问题（topic）写在本方面的 section.yaml 里；方面分了二级问题的，每个问题都写明属于哪一个，没有分的都不写。",
        "The topic of an issue is one of those in its section's section.yaml. In a section with topics every issue has one, in a section without none has.",
    ),
    why: Words(
        "找不到所属的二级问题，这个问题就排不进通报，统计也少一个。",
        "An issue whose topic is not there has no place in the notice and would be missing from the counts.",
    ),
    example: Shown(&[Part(FIRST, "topic: tendring", "topic: tendering")]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static UNKNOWN_UNIT: Rule = Rule {
    id: crate::notice::UNKNOWN_UNIT.name,
    group: RuleGroup::Shape,
    severity: crate::notice::UNKNOWN_UNIT.severity,
    demand: Words("牵头单位、责任单位写在 units.yaml 里。", "Lead and responsible bodies are listed in units.yaml."),
    why: Words(
        "标识写错，页面上就没有这个单位，读者不知道该由谁负责。",
        "With a wrong id the body would not appear on the page, and nobody could tell who is responsible.",
    ),
    example: Shown(&[Part(FIRST, "lead: [housing-buro]", "lead: [housing-bureau]")]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static UNKNOWN_FIELD: Rule = Rule {
    id: crate::notice::UNKNOWN_FIELD.name,
    group: RuleGroup::Shape,
    severity: crate::notice::UNKNOWN_FIELD.severity,
    demand: Words(
        "自定的栏目先在 notice.yaml 的 fields 里声明，再在记录里填写。",
        "A field of the office's own is declared in `fields` of notice.yaml before a record uses it.",
    ),
    why: Words(
        "没有声明的栏目没有名称，页面和数据里都不会有它，写的内容就丢了。",
        "A field that is not declared has no label: neither pages nor downloads would have it, and what was written would be lost.",
    ),
    example: Shown(&[
        Added(
            NOTICE,
            "fields: [{id: goal, label: {zh: 整改目标, en: Goal}}]\n",
            "fields: [{id: goal, label: {zh: 整改目标, en: Goal}}]\n",
        ),
        Added(
            FIRST,
            "fields: {gaol: {zh: 全部招标, en: Everything tendered}}\n",
            "fields: {goal: {zh: 全部招标, en: Everything tendered}}\n",
        ),
    ]),
    check: Check::Elsewhere,
};
