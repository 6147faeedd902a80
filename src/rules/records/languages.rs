//! Whether records say everything in each language of the notice, and in no other.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static MISSING_TRANSLATION: Rule = Rule {
    id: crate::notice::MISSING_TRANSLATION.name,
    group: RuleGroup::Languages,
    severity: crate::notice::MISSING_TRANSLATION.severity,
    demand: Words("每段文字、每篇正文在通报的每种语言里都有。", "Every text is there in every language of the notice."),
    why: Words(
        "缺了译文，那种语言的页面上就是一处空白，看那种语言的读者得不到同样的信息。",
        "Where a translation is missing there is a gap on the page, and readers of that language are told less.",
    ),
    example: Shown(&[Part(FIRST, "title: {zh: 串通投标}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static UNKNOWN_LANGUAGE: Rule = Rule {
    id: crate::source::UNKNOWN_LANGUAGE.name,
    group: RuleGroup::Languages,
    severity: crate::source::UNKNOWN_LANGUAGE.severity,
    demand: Words(
        "语言代码是 notice.yaml 的 languages 列出的那些；中文是 zh，不是 cn。",
        "Language codes are those listed under `languages` in notice.yaml; Chinese is zh, not cn.",
    ),
    why: Words("代码写错，写好的文字哪个页面都不显示。", "With a wrong code the text is shown on no page at all."),
    example: Shown(&[Part(FIRST, "title: {cn: 串通投标, en: Bid-rigging}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    check: Check::Elsewhere,
};
