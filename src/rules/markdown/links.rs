//! Links: each has words and leads to something that is there and safe to open.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static UNSAFE_LINK: Rule = Rule {
    id: crate::text::markdown::UNSAFE_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::UNSAFE_LINK.severity,
    demand: Words(
        "链接只用 https:、http:、mailto:、tel: 开头的地址，或指向 content/ 里的文件。",
        "A link begins with https:, http:, mailto: or tel:, or leads to a file of content/.",
    ),
    why: Words(
        "指向自己电脑的链接，读者打不开；以 javascript: 等开头的链接会在读者的电脑上运行程序。",
        "A link to one's own computer opens nothing for the reader; one that begins with javascript: runs a program on the reader's computer.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[附件](file:///D:/list.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static BROKEN_LINK: Rule = Rule {
    id: crate::text::markdown::BROKEN_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::BROKEN_LINK.severity,
    demand: Words(
        "每个链接和图片都指向存在的文件，或 notice.yaml 的 allowed_hosts 允许的网站。",
        "Every link and picture leads to a file that exists, or to a site listed under `allowed_hosts` in notice.yaml.",
    ),
    why: Words(
        "点开是“找不到页面”，或者跳到不相干的网站，读者会认为公开得不认真。",
        "A dead link, or one to somebody else's site, looks like disclosure that nobody cared about.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[附件](../files/lists.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::Several(&[Check::Notice(crate::rules::prose::check), Check::Markdown(crate::rules::prose::of_issue)]),
};

pub(in crate::rules) static EMPTY_LINK: Rule = Rule {
    id: crate::text::markdown::EMPTY_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::EMPTY_LINK.severity,
    demand: Words("每个链接有文字，写在方括号里。", "Every link has words, in the square brackets."),
    why: Words(
        "没有文字的链接看不见也点不了，附件等于没有公开。",
        "A link without words cannot be seen or followed: what it leads to is not disclosed.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[](../files/list.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::With(&BROKEN_LINK),
};
