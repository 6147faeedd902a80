//! Rules about parts of the document, pages beside it and the navigation, which are applied where they are resolved.

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File};
use super::example::{DUTY_EN, DUTY_ZH, NOTICE};
use super::{Check, Rule, RuleGroup, Words};

const ZH: &str = "# 履行主体责任情况\n\n县委负起主体责任。\n";

const EN: &str = "# How the committee did its duty\n\nThe committee did its duty.\n";

pub(super) static UNKNOWN_PAGE: Rule = Rule {
    id: crate::notice::UNKNOWN_PAGE.name,
    group: RuleGroup::Shape,
    severity: crate::notice::UNKNOWN_PAGE.severity,
    demand: Words(
        "parts 和 navigation 里写的是有的部分和页面。",
        "`parts` and `navigation` name parts and pages that exist.",
    ),
    why: Words(
        "名字写错，这个部分就排不到要排的位置，导航栏里也没有它。",
        "A part by a wrong name does not get its place, and the navigation lacks the page.",
    ),
    example: Shown(&[
        File(DUTY_ZH, ZH, ZH),
        File(DUTY_EN, EN, EN),
        Added(
            NOTICE,
            "parts:\n  - id: dutie\n  - id: issues\n  - id: duty\n",
            "parts:\n  - id: duty\n  - id: issues\n",
        ),
    ]),
    check: Check::Elsewhere,
};

pub(super) static LEFT_OUT: Rule = Rule {
    id: crate::notice::LEFT_OUT.name,
    group: RuleGroup::Shape,
    severity: crate::notice::LEFT_OUT.severity,
    demand: Words(
        "parts 列全通报的各部分（只有 outstanding 可以不列）；navigation 里有首页、通报全文、全部问题、未完成事项和搜索。",
        "`parts` lists every part of the document (only `outstanding` may be left out); `navigation` has home, notice, issues, outstanding and search.",
    ),
    why: Words(
        "漏列的部分不知道该排在哪里；未完成的事项从导航栏里拿掉，就像是藏了起来。",
        "A part that is not listed has no place, and what is unfinished looks hidden if the navigation does not lead there.",
    ),
    example: Shown(&[
        File(DUTY_ZH, ZH, ZH),
        File(DUTY_EN, EN, EN),
        Added(NOTICE, "parts:\n  - id: issues\n", "parts:\n  - id: duty\n  - id: issues\n"),
    ]),
    check: Check::Elsewhere,
};

pub(super) static MISSING_TITLE: Rule = Rule {
    id: crate::notice::MISSING_TITLE.name,
    group: RuleGroup::Shape,
    severity: crate::notice::MISSING_TITLE.severity,
    demand: Words(
        "content/parts/ 和 content/pages/ 里的正文以“# 标题”开头，每种语言都有。",
        "A text in content/parts/ or content/pages/ begins with `# Title`, in every language.",
    ),
    why: Words(
        "没有标题，目录、导航和搜索里就叫不出这个部分的名字。",
        "Without a title, contents, navigation and search have no name for it.",
    ),
    example: Shown(&[File(DUTY_ZH, "县委负起主体责任。\n", ZH), File(DUTY_EN, EN, EN)]),
    check: Check::Elsewhere,
};
