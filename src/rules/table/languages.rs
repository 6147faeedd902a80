//! Whether the languages say the same.

use super::FIRST;
use crate::diagnostic::Severity::{Error, Warning};
use crate::rules::Change::{File, Part};
use crate::rules::Example::Shown;
use crate::rules::Group::Languages;
use crate::rules::{Rule, Words};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "missing-translation",
        group: Languages,
        severity: Error,
        demand: Words(
            "每段文字、每篇正文在通报的每种语言里都有。",
            "Every text is there in every language of the notice.",
        ),
        why: Words(
            "缺了译文，那种语言的页面上就是一处空白，看那种语言的读者得不到同样的信息。",
            "Where a translation is missing there is a gap on the page, and readers of that language are told less.",
        ),
        example: Shown(&[Part(FIRST, "title: {zh: 串通投标}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    },
    Rule {
        id: "figures-differ",
        group: Languages,
        severity: Error,
        demand: Words(
            "同一段文字里的数字、日期和“余”“近”“约”，在各语言里说的是同一个数。",
            "Figures, dates and words such as “over”, “nearly” and “about” say the same in every language.",
        ),
        why: Words(
            "中文说 15 个项目，英文说 51 个，两种文本里必有一个对外说错了。",
            "If the Chinese says 15 projects and the English 51, one of them tells the public something wrong.",
        ),
        example: Shown(&[Part(
            FIRST,
            "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 51 projects.}",
            "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 15 projects.}",
        )]),
    },
    Rule {
        id: "unknown-language",
        group: Languages,
        severity: Error,
        demand: Words(
            "语言代码是 notice.yaml 的 languages 列出的那些；中文是 zh，不是 cn。",
            "Language codes are those listed under `languages` in notice.yaml; Chinese is zh, not cn.",
        ),
        why: Words("代码写错，写好的文字哪个页面都不显示。", "With a wrong code the text is shown on no page at all."),
        example: Shown(&[Part(
            FIRST,
            "title: {cn: 串通投标, en: Bid-rigging}",
            "title: {zh: 串通投标, en: Bid-rigging}",
        )]),
    },
    Rule {
        id: "stale-translation",
        group: Languages,
        severity: Warning,
        demand: Words(
            "原文改过以后，译文也跟着改，并重新登记（gongkai translated）。",
            "When the source has changed its translation is brought up to date and noted again (`gongkai translated`).",
        ),
        why: Words(
            "中文已经更正，英文还是旧话，读英文的人看到的是作废的说法。",
            "The Chinese has been corrected and the English has not: readers of English are told what no longer holds.",
        ),
        example: Shown(&[File(
            "content/translations.yaml",
            "1-projects/001.en.md: 0000000000000000\n",
            "1-projects/001.en.md: ade4a7328fb601d3\n",
        )]),
    },
    Rule {
        id: "untranslated",
        group: Languages,
        severity: Error,
        demand: Words(
            "英文等其他语言的文本已经译出，不是照抄的中文。",
            "Texts in English and other languages are translations, not copies of the Chinese.",
        ),
        why: Words(
            "复制了中文又忘了翻译，数字当然都对得上，读英文的人却一个字也看不懂。",
            "A copy that was never translated agrees in every figure, and tells readers of English nothing.",
        ),
        example: Shown(&[Part(FIRST, "title: {zh: 串通投标, en: 串通投标}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    },
];
