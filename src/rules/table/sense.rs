//! Whether what a record says can be true.

use super::{FIRST, SECOND, THIRD, THIRD_EN, THIRD_ZH};
use crate::diagnostic::Severity::{Error, Warning};
use crate::rules::Change::{Added, File, Part};
use crate::rules::Example::Shown;
use crate::rules::Group::Sense;
use crate::rules::{Rule, Words};

const COMPLETED: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: completed
";

/// Issue 2 on the way.
const MOVED: &str = "\
history:
  - {on: 2023-07-01, status: in-progress}
  - {on: 2023-12-10, status: substantially-completed}
";

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "due-before-inspection",
        group: Sense,
        severity: Error,
        demand: Words(
            "整改时限不早于巡视反馈的日期（没有反馈日期的，不早于巡视结束的日期）。",
            "A deadline does not lie before the day on which the findings were fed back (or, without such a day, the inspection ended).",
        ),
        why: Words(
            "问题还没有反馈，时限却已经过了，多半是年份写错；公布出去，这个问题一开始就显示“逾期”。",
            "A deadline that had passed before the finding was made is most likely a wrong year, and would show the issue as overdue from the start.",
        ),
        example: Shown(&[Part(SECOND, "due: 2022-12", "due: 2023-12")]),
    },
    Rule {
        id: "missing-narrative",
        group: Sense,
        severity: Error,
        demand: Words(
            "已完成和基本完成的问题，每种语言都有整改情况的正文。",
            "An issue that is completed or substantially completed has a response in every language.",
        ),
        why: Words(
            "只说“已完成”，不说做了什么，读者没法核对，“完成”就成了一句空话。",
            "“Completed” without a word on what was done is a claim that nobody can check.",
        ),
        example: Shown(&[
            File(THIRD, COMPLETED, COMPLETED),
            File(THIRD_ZH, "", "空缺的岗位已经补齐。\n"),
            File(THIRD_EN, "", "The vacant posts have been filled.\n"),
        ]),
    },
    Rule {
        id: "missing-due",
        group: Sense,
        severity: Error,
        demand: Words(
            "没有完成的问题有整改时限（due）；没有终点、要长期坚持的事项，状态写 ongoing。",
            "An outstanding issue has a deadline (`due`); one without an end by its nature has the status `ongoing`.",
        ),
        why: Words(
            "没有时限的承诺，读者不知道什么时候兑现，也统计不出是否逾期。",
            "Nobody knows when a promise without a date is to be kept, nor whether it is overdue.",
        ),
        example: Shown(&[Part(THIRD, "status: in-progress", "status: in-progress\ndue: 2024-12-31")]),
    },
    Rule {
        id: "missing-next-steps",
        group: Sense,
        severity: Error,
        demand: Words(
            "基本完成和正在整改的问题写明下一步措施（next_steps）。",
            "An issue that is substantially completed or in progress says what is still to be done (`next_steps`).",
        ),
        why: Words(
            "说没有完成，又不说还要做什么，读者会以为不打算做了。",
            "If it is not done and nothing is said of what comes next, readers will conclude that nothing does.",
        ),
        example: Shown(&[Part(
            THIRD,
            "due: 2024-12-31",
            "due: 2024-12-31\nnext_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}",
        )]),
    },
    Rule {
        id: "needless-next-steps",
        group: Sense,
        severity: Error,
        demand: Words(
            "已完成的问题不再写下一步措施（next_steps）。",
            "A completed issue has no next steps (`next_steps`).",
        ),
        why: Words(
            "一边说已完成，一边说还要做，两句话有一句不对；完成率也因此多算一个。",
            "It cannot be completed and still to be done; one of the two is wrong, and the completion rate with it.",
        ),
        example: Shown(&[Part(
            THIRD,
            "status: completed\ndue: 2024-12-31\nnext_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}",
            "status: in-progress\ndue: 2024-12-31\nnext_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}",
        )]),
    },
    Rule {
        id: "date-after-as-of",
        group: Sense,
        severity: Error,
        demand: Words(
            "完成、核实销号和状态变化的日期不晚于统计截至日期（notice.yaml 的 as_of）。",
            "Dates of completion, verification and changes of status do not lie after `as_of` in notice.yaml.",
        ),
        why: Words(
            "把还没有到的日子写成已经发生，读者一眼就看得出，整份通报都会受怀疑。",
            "What is said to have happened on a day that has not come yet makes readers doubt the whole notice.",
        ),
        example: Shown(&[Part(FIRST, "verified_on: 2024-12-15", "verified_on: 2023-12-15")]),
    },
    Rule {
        id: "wrong-order-of-dates",
        group: Sense,
        severity: Error,
        demand: Words(
            "日期的先后合乎事实：巡视、反馈、统计、发布依次进行；先完成、后核实销号；延期后的时限晚于原来的时限；写了完成日期的问题，状态是 completed。",
            "Dates follow each other as things happen: the inspection, its feedback, the statistics, the issue of the notice; completion, then \
             verification; a deadline that was put off lies later than before. An issue with a date of completion has the status `completed`.",
        ),
        why: Words(
            "没有完成就核实销号，等于承认核实是走过场；还没有统计就已经发布，读者会怀疑数字是编的。",
            "Verified before it was completed: that would admit that nobody looked. Issued before it was counted: that would look invented.",
        ),
        example: Shown(&[Part(
            FIRST,
            "completed_on: 2023-11-30\nverified_on: 2023-11-15",
            "completed_on: 2023-11-30\nverified_on: 2023-12-15",
        )]),
    },
    Rule {
        id: "history-differs",
        group: Sense,
        severity: Error,
        demand: Words(
            "问题的状态（status）就是状态变化（history）里日期最近的那一个。",
            "The status of an issue is that of the latest change in its `history`.",
        ),
        why: Words(
            "同一个页面上，上面写“已完成”，下面的时间线却停在“正在整改”，读者不知道该信哪个。",
            "One page would say “completed” at the top and “in progress” at the end of its timeline.",
        ),
        example: Shown(&[Part(
            FIRST,
            "- {on: 2023-11-30, status: in-progress, note: {zh: 全部处理完毕, en: All cases closed}}",
            "- {on: 2023-11-30, status: completed, note: {zh: 全部处理完毕, en: All cases closed}}",
        )]),
    },
    Rule {
        id: "no-history",
        group: Sense,
        severity: Error,
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
    },
    Rule {
        id: "unused-acceptance",
        group: Sense,
        severity: Warning,
        demand: Words(
            "“接受”（accepted）里写的每一条，都有一条提示与它对应。",
            "Every entry under `accepted` answers to a finding.",
        ),
        why: Words(
            "文字改好了，“接受”还留着；以后同样的错再出现，就会被它放过去，直接上网。",
            "The text has been mended and the acceptance left behind: the next time the same mistake is made, it would pass and be published.",
        ),
        example: Shown(&[Added(
            FIRST,
            "accepted:\n  - {rule: mobile-number, text: \"13800138000\", reason: 长期公开的举报电话}\n",
            "",
        )]),
    },
];
