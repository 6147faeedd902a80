//! What belongs together: numbers, ids, and what they refer to.

use super::{FIRST, NOTICE, SECTION, THIRD};
use crate::diagnostic::Severity::Error;
use crate::rules::Change::{File, Part};
use crate::rules::Example::Shown;
use crate::rules::Group::Shape;
use crate::rules::{Rule, Words};

/// The third issue, and the same with a wrong number.
const RIGHT: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: in-progress
due: 2024-12-31
next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}
";
const USED_TWICE: &str = "\
number: 1
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: in-progress
due: 2024-12-31
next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}
";
const SKIPPED: &str = "\
number: 4
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: in-progress
due: 2024-12-31
next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}
";

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "no-notice",
        group: Shape,
        severity: Error,
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
    },
    Rule {
        id: "no-section",
        group: Shape,
        severity: Error,
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
    },
    Rule {
        id: "number-mismatch",
        group: Shape,
        severity: Error,
        demand: Words("记录里的序号（number）与文件名一致。", "The number in a record is that of its file's name."),
        why: Words(
            "两处不一致，网址、正文和编号就会张冠李戴，读者按编号找到的是另一个问题。",
            "If they differ, the address, the narrative and the number do not belong together, and a reader who looks for one issue finds another.",
        ),
        example: Shown(&[Part(FIRST, "number: 11", "number: 1")]),
    },
    Rule {
        id: "duplicate-number",
        group: Shape,
        severity: Error,
        demand: Words("每个问题的序号只用一次。", "Each issue has a number of its own."),
        why: Words(
            "两个问题用一个序号，后一个页面会盖掉前一个，公布的就少一个问题。",
            "If two issues had one number, the page of the second would replace that of the first, and an issue would be lost.",
        ),
        example: Shown(&[File("content/2-people/001.yaml", USED_TWICE, ""), File(THIRD, "", RIGHT)]),
    },
    Rule {
        id: "skipped-number",
        group: Shape,
        severity: Error,
        demand: Words("问题和方面的序号从 1 起连续，不跳号。", "Issues and sections are numbered from 1 without gaps."),
        why: Words(
            "跳号说明漏了一个问题，或者编号有误；读者会问：那一个为什么不公布？",
            "A gap means that an issue was left out or misnumbered, and the public will ask why that one is not shown.",
        ),
        example: Shown(&[File("content/2-people/004.yaml", SKIPPED, ""), File(THIRD, "", RIGHT)]),
    },
    Rule {
        id: "duplicate-id",
        group: Shape,
        severity: Error,
        demand: Words(
            "单位、二级问题和数据的标识（id）各不相同。",
            "No two units, topics or figures have the same id.",
        ),
        why: Words(
            "标识重复，引用它的地方就分不清是哪一个，页面上可能显示另一项数据、另一个单位。",
            "With one id for two things, a page may show the wrong figure or name the wrong unit.",
        ),
        example: Shown(&[Part(
            NOTICE,
            "- {id: issues, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}",
            "- {id: measures, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}",
        )]),
    },
    Rule {
        id: "unknown-topic",
        group: Shape,
        severity: Error,
        demand: Words(
            "问题所属的二级问题（topic）写在本方面的 section.yaml 里。",
            "The topic of an issue is one of those in its section's section.yaml.",
        ),
        why: Words(
            "找不到所属的二级问题，这个问题就排不进通报，统计也少一个。",
            "An issue whose topic is not there has no place in the notice and would be missing from the counts.",
        ),
        example: Shown(&[Part(FIRST, "topic: tendring", "topic: tendering")]),
    },
    Rule {
        id: "unknown-unit",
        group: Shape,
        severity: Error,
        demand: Words("牵头单位、责任单位写在 units.yaml 里。", "Lead and responsible units stand in units.yaml."),
        why: Words(
            "标识写错，页面上就没有这个单位，读者不知道该由谁负责。",
            "With a wrong id the unit would not appear on the page, and nobody could tell who is responsible.",
        ),
        example: Shown(&[Part(FIRST, "lead: [housing-buro]", "lead: [housing-bureau]")]),
    },
    Rule {
        id: "unknown-measure",
        group: Shape,
        severity: Error,
        demand: Words(
            "数据的计量单位（unit）是各语言都认识的代码，如 CNY、percent、km、mu、piece。",
            "The unit of a figure is a code that every language knows, such as CNY, percent, km, mu or piece.",
        ),
        why: Words(
            "代码写错，“1476000”后面就没有“元”，读者看不出是钱还是人数。",
            "With a wrong code, “1,476,000” would stand there without its currency, and nobody could tell money from people.",
        ),
        example: Shown(&[Part(
            FIRST,
            "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: RMB}",
            "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}",
        )]),
    },
];
