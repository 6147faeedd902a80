//! Rules about how records are written, which are applied where they are read.

use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::{FIRST, SECOND};
use super::{Check, Rule, RuleGroup, Words};

pub(super) static YAML_SYNTAX: Rule = Rule {
    id: crate::source::YAML_SYNTAX.name,
    group: RuleGroup::Shape,
    severity: crate::source::YAML_SYNTAX.severity,
    demand: Words(
        "记录里的冒号、引号、括号和缩进写得正确。",
        "Colons, quotation marks, brackets and indentation of a record are right.",
    ),
    why: Words(
        "写错一处标点，整条记录就读不出来；少了这个问题，总数和完成率都不对。",
        "One wrong mark, and the whole record cannot be read; without it the totals and the completion rate would be wrong.",
    ),
    example: Shown(&[Part(FIRST, "topic：tendering", "topic: tendering")]),
    check: Check::Elsewhere,
};

pub(super) static YAML_FEATURE: Rule = Rule {
    id: crate::source::YAML_FEATURE.name,
    group: RuleGroup::Shape,
    severity: crate::source::YAML_FEATURE.severity,
    demand: Words(
        "一个文件只写一条记录，中间不用“---”分隔；文字不以 & * ! 开头，要这样写就加引号。",
        "A file holds one record, without `---` in between; no text begins with & * ! unless it is in quotes.",
    ),
    why: Words(
        "这些符号在记录里另有意思，后面的内容会丢掉或变样，公布的就不是写的那句话。",
        "These marks mean something else in a record. What follows would be lost or changed, and the page would not say what was written.",
    ),
    example: Shown(&[Part(
        FIRST,
        "completed_on: 2023-11-30\n---\nverified_on: 2023-12-15",
        "completed_on: 2023-11-30\nverified_on: 2023-12-15",
    )]),
    check: Check::Elsewhere,
};

pub(super) static DUPLICATE_KEY: Rule = Rule {
    id: crate::source::DUPLICATE_KEY.name,
    group: RuleGroup::Shape,
    severity: crate::source::DUPLICATE_KEY.severity,
    demand: Words("同一个键（冒号前面的词）只写一次。", "A key (the word before the colon) is given once."),
    why: Words(
        "写了两次，就说不清以哪一次为准，网上出现的可能是旧的那个时限、旧的那个数。",
        "If it is given twice, nobody can say which one counts: the page might show the old deadline or the old figure.",
    ),
    example: Shown(&[Part(SECOND, "due: 2023-12\ndue: 2024-06", "due: 2023-12")]),
    check: Check::Elsewhere,
};

pub(super) static UNKNOWN_KEY: Rule = Rule {
    id: crate::source::UNKNOWN_KEY.name,
    group: RuleGroup::Shape,
    severity: crate::source::UNKNOWN_KEY.severity,
    demand: Words(
        "键（冒号前面的词）都是 gongkai 认识的。",
        "Every key (the word before the colon) is one that gongkai knows.",
    ),
    why: Words(
        "键写错一个字母，后面的内容就没有人看；时限明明写了，页面上却是空的。",
        "If one letter is wrong, its value is never read: the deadline is there in the record and missing on the page.",
    ),
    example: Shown(&[Part(SECOND, "deu: 2023-12", "due: 2023-12")]),
    check: Check::Elsewhere,
};

pub(super) static MISSING_KEY: Rule = Rule {
    id: crate::source::MISSING_KEY.name,
    group: RuleGroup::Shape,
    severity: crate::source::MISSING_KEY.severity,
    demand: Words(
        "标题、状态等必填的键都写了。",
        "The keys that a record must have, such as title and status, are given.",
    ),
    why: Words(
        "缺了标题，页面上就是一片空白；缺了状态，这个问题就数不进完成率。",
        "Without a title there would be a gap on the page; without a status the issue could not be counted.",
    ),
    example: Shown(&[Part(
        SECOND,
        "title: {zh: 欠款未收回, en: Money not recovered}\ndue: 2023-12",
        "title: {zh: 欠款未收回, en: Money not recovered}\nstatus: substantially-completed\ndue: 2023-12",
    )]),
    check: Check::Elsewhere,
};

pub(super) static WRONG_VALUE: Rule = Rule {
    id: crate::source::WRONG_VALUE.name,
    group: RuleGroup::Shape,
    severity: crate::source::WRONG_VALUE.severity,
    demand: Words(
        "值（冒号后面的内容）按规定的形式写：日期写 2023-12，数字写完整（如 1476000），不带单位和“万”“亿”。",
        "Values (what follows the colon) have the right form: a date is 2023-12, a number is written out (1476000), without unit or “million”.",
    ),
    why: Words(
        "换一种写法，程序就不会算；硬算下去，公布的合计会漏掉这一项，或错上一万倍。",
        "In another form it cannot be computed with; a total would leave it out, or be wrong ten-thousandfold.",
    ),
    example: Shown(&[Part(
        FIRST,
        "- {id: fines, label: {zh: 罚款, en: Fines}, value: 147.6万, unit: CNY}",
        "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}",
    )]),
    check: Check::Elsewhere,
};
