//! Rules about records as a whole, which are applied where they are resolved.

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File, Part};
use super::example::{FIRST, NOTICE, SECOND, SECTION, THIRD, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};

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

/// Issue 2 on the way.
const MOVED: &str = "\
history:
  - {on: 2023-07-01, status: in-progress}
  - {on: 2023-12-10, status: substantially-completed}
";

pub(super) static STRAY_FILE: Rule = Rule {
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

pub(super) static NO_NOTICE: Rule = Rule {
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

pub(super) static NO_SECTION: Rule = Rule {
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

pub(super) static NUMBER_MISMATCH: Rule = Rule {
    id: crate::notice::NUMBER_MISMATCH.name,
    group: RuleGroup::Shape,
    severity: crate::notice::NUMBER_MISMATCH.severity,
    demand: Words("记录里的序号（number）与文件名一致。", "The number in a record is that of its file's name."),
    why: Words(
        "两处不一致，网址、正文和编号就会张冠李戴，读者按编号找到的是另一个问题。",
        "If they differ, the address, the narrative and the number do not belong together, and a reader who looks for one issue finds another.",
    ),
    example: Shown(&[Part(FIRST, "number: 11", "number: 1")]),
    check: Check::Elsewhere,
};

pub(super) static DUPLICATE_NUMBER: Rule = Rule {
    id: crate::notice::DUPLICATE_NUMBER.name,
    group: RuleGroup::Shape,
    severity: crate::notice::DUPLICATE_NUMBER.severity,
    demand: Words(
        "每个问题的序号只用一次；每个方面从 1 编号的（numbering: per-section），在本方面里只用一次。",
        "Each issue has a number of its own; where numbers begin again in every section (`numbering: per-section`), of its own within the section.",
    ),
    why: Words(
        "两个问题用一个序号，后一个页面会盖掉前一个，公布的就少一个问题。",
        "If two issues had one number, the page of the second would replace that of the first, and an issue would be lost.",
    ),
    example: Shown(&[File("content/2-people/001.yaml", USED_TWICE, ""), File(THIRD, "", RIGHT)]),
    check: Check::Elsewhere,
};

pub(super) static SKIPPED_NUMBER: Rule = Rule {
    id: crate::notice::SKIPPED_NUMBER.name,
    group: RuleGroup::Shape,
    severity: crate::notice::SKIPPED_NUMBER.severity,
    demand: Words(
        "问题和方面的序号从 1 起连续，不跳号；沿用原有编号的（numbering: own），问题可以跳号。",
        "Issues and sections are numbered from 1 without gaps; issues that keep the office's own numbers (`numbering: own`) may have gaps.",
    ),
    why: Words(
        "跳号说明漏了一个问题，或者编号有误；读者会问：那一个为什么不公布？",
        "A gap means that an issue was left out or misnumbered, and the public will ask why that one is not shown.",
    ),
    example: Shown(&[File("content/2-people/004.yaml", SKIPPED, ""), File(THIRD, "", RIGHT)]),
    check: Check::Elsewhere,
};

pub(super) static DUPLICATE_LABEL: Rule = Rule {
    id: crate::notice::DUPLICATE_LABEL.name,
    group: RuleGroup::Shape,
    severity: crate::notice::DUPLICATE_LABEL.severity,
    demand: Words(
        "同一方面里，没有两个问题对外的编号（label）相同。",
        "No two issues of a section are called by the same label.",
    ),
    why: Words(
        "两个问题都叫“问题A”，读者来电话、写信引用时，说不清指的是哪一个。",
        "If two issues are called “A”, nobody can tell which of them a letter or a call is about.",
    ),
    example: Shown(&[Added(FIRST, "label: A\n", "label: A\n"), Added(SECOND, "label: A\n", "label: B\n")]),
    check: Check::Elsewhere,
};

pub(super) static DUPLICATE_ID: Rule = Rule {
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

pub(super) static UNKNOWN_TOPIC: Rule = Rule {
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

pub(super) static UNKNOWN_UNIT: Rule = Rule {
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

pub(super) static UNKNOWN_FIELD: Rule = Rule {
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

pub(super) static NO_HISTORY: Rule = Rule {
    id: crate::notice::NO_HISTORY.name,
    group: RuleGroup::Sense,
    severity: crate::notice::NO_HISTORY.severity,
    demand: Words(
        "用 --as-of 生成某一天的情况时，每个问题的状态变化（history）都追溯得到那一天。",
        "For a site as of an earlier day (`--as-of`), the `history` of every issue reaches back to that day.",
    ),
    why: Words(
        "查不到当时的状态，只能拿现在的顶替，那一天的完成率就是假的。",
        "Where the status of that day is not known, today's would stand in for it, and the completion rate of that day would be false.",
    ),
    example: Shown(&[
        Added(SECOND, MOVED, MOVED),
        Added(THIRD, "", "history:\n  - {on: 2023-07-01, status: in-progress}\n"),
    ]),
    check: Check::Elsewhere,
};

pub(super) static AFTER_RECORDS: Rule = Rule {
    id: crate::notice::AFTER_RECORDS.name,
    group: RuleGroup::Sense,
    severity: crate::notice::AFTER_RECORDS.severity,
    demand: Words(
        "用 --as-of 指定的日期不晚于记录的统计截至日期（notice.yaml 的 as_of）。",
        "The day of `--as-of` does not lie after `as_of` in notice.yaml, the date of the records.",
    ),
    why: Words(
        "记录之后的情况没有人核实过，几个月前的状态会被当成那一天的；逾期却按那一天算，已经办完的也显示逾期。",
        "Nobody has looked since: statuses of months ago would pass for those of that day, and what has been done in the meantime shows as overdue.",
    ),
    example: Shown(&[Part(NOTICE, "as_of: 2024-01-31", "as_of: 2024-02-29")]),
    check: Check::Elsewhere,
};

pub(super) static MISSING_TRANSLATION: Rule = Rule {
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

pub(super) static UNKNOWN_LANGUAGE: Rule = Rule {
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
