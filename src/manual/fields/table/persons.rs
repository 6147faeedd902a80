//! Persons, in accountability.yaml and in the lists of parts.

use super::FieldExample;

pub(super) const ACCOUNTABILITY: &[FieldExample] = &[
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

pub(super) const PERSONS: &[FieldExample] = &[(
    "groups",
    "分组",
    "groups: [{id: leaders, title: {zh: 整改工作领导小组, en: Leading group}, persons: [{post: {zh: 县委书记, en: Secretary of the County Committee}}]}]",
)];

pub(super) const GROUP: &[FieldExample] = &[
    ("id", "标识", "id: talks"),
    ("title", "处理方式", "title: {zh: 诫勉谈话, en: Admonition talks}"),
    ("stated", "公布的人数", "stated: 1"),
    ("as_of", "人数截至日期", "as_of: 2022-01-31"),
    ("persons", "人员", "persons: [{post: {zh: 某局副局长, en: Deputy director of a bureau}}]"),
];

pub(super) const PERSON: &[FieldExample] = &[
    ("post", "职务", "post: {zh: 某局副局长, en: Deputy director of a bureau}"),
    ("name", "姓名", "name: {zh: 张某某, en: Zhang}"),
    ("reason", "公布理由", "reason: {zh: 已由纪委监委公开通报, en: Already made public}"),
    ("until", "公示期满日期", "until: 2022-06-30"),
    ("places", "所在的地方", "places: [east]"),
];
