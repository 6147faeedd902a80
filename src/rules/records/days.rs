//! A site as of another day: histories reach back to it, and the records are not older than it.

use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, Part};
use crate::rules::example::{NOTICE, SECOND, THIRD};
use crate::rules::{Check, Rule, RuleGroup, Words};

/// Issue 2 on the way.
const MOVED: &str = "\
history:
  - {on: 2023-07-01, status: in-progress}
  - {on: 2023-12-10, status: substantially-completed}
";

pub(in crate::rules) static NO_HISTORY: Rule = Rule {
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

pub(in crate::rules) static AFTER_RECORDS: Rule = Rule {
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
