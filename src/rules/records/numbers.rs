//! Numbers and labels of issues: each once, none left out, and the same in the name of the file.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File, Part};
use crate::rules::example::{FIRST, SECOND, THIRD};
use crate::rules::{Check, Rule, RuleGroup, Words};

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

pub(in crate::rules) static NUMBER_MISMATCH: Rule = Rule {
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

pub(in crate::rules) static DUPLICATE_NUMBER: Rule = Rule {
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

pub(in crate::rules) static SKIPPED_NUMBER: Rule = Rule {
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

pub(in crate::rules) static DUPLICATE_LABEL: Rule = Rule {
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
