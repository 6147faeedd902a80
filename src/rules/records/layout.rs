//! Whether the files and folders of a notice are there, and nothing stands beside them.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File};
use crate::rules::example::{NOTICE, SECTION, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static STRAY_FILE: Rule = Rule {
    id: crate::notice::STRAY_FILE.name,
    group: RuleGroup::Shape,
    severity: crate::notice::STRAY_FILE.severity,
    demand: Words("content/ 里每个文件都有自己的位置和名字。", "Every file of content/ has its place and its name."),
    why: Words(
        "名字写错、位置放错的文件不会上网，一个问题或一份附件就不声不响地从通报里少掉了。",
        "A file with a wrong name or in a wrong place is not published: an issue or an attachment would be missing without warning.",
    ),
    example: Shown(&[
        File("content/1-projects/名单.txt", "第一批：十二家企业\n", ""),
        File("content/files/名单.txt", "", "第一批：十二家企业\n"),
        Added(THIRD_ZH, "", "\n[名单](../files/名单.txt)\n"),
    ]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static NO_NOTICE: Rule = Rule {
    id: crate::notice::NO_NOTICE.name,
    group: RuleGroup::Shape,
    severity: crate::notice::NO_NOTICE.severity,
    demand: Words(
        "要有 content/notice.yaml，写明整份通报的情况。",
        "There is a content/notice.yaml that describes the notice as a whole.",
    ),
    why: Words(
        "没有它，网站就没有标题、发布单位和统计截至日期，读者不知道是谁在什么时候说的。",
        "Without it the site has no title, no issuer and no date: nobody could tell who says this, and as of when.",
    ),
    example: Shown(&[File(
        NOTICE,
        "",
        "\
title: {zh: 示例县整改情况通报, en: Notice of Rectification in Sample County}
issuer: {zh: 中共示例县委, en: CPC Sample County Committee}
issued_on: 2024-03-01
as_of: 2024-02-29
summary: {zh: 三个问题的整改情况。, en: What was done about three issues.}
languages: [zh, en]
",
    )]),
    check: Check::Elsewhere,
};

pub(in crate::rules) static NO_SECTION: Rule = Rule {
    id: crate::notice::NO_SECTION.name,
    group: RuleGroup::Shape,
    severity: crate::notice::NO_SECTION.severity,
    demand: Words("每个方面的文件夹里都有 section.yaml。", "Every section's folder has a section.yaml."),
    why: Words(
        "没有它，这个方面没有标题，下面的问题也无处归类，整个方面都上不了网。",
        "Without it the section has no title and its issues have no topic: the whole section could not be published.",
    ),
    example: Shown(&[File(
        SECTION,
        "",
        "\
title: {zh: 工程项目方面, en: Construction projects}
topics:
  - {id: tendering, title: {zh: 招投标不规范, en: Irregular tendering}}
  - {id: funds, title: {zh: 资金管理, en: Management of funds}}
",
    )]),
    check: Check::Elsewhere,
};
