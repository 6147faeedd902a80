//! An issue has the deadline that its status asks for, and none that its status rules out.

use super::at;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::{Issue, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{File, Part};
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::{Date, Spanned, StatusClass};

const ENDLESS_YET_DUE: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: ongoing
due: 2024-12-31
";

const ENDLESS: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: ongoing
";

pub(in crate::rules) static MISSING_DUE: Rule = Rule {
    id: "missing-due",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "没有完成的问题有整改时限（due）；没有终点、要长期坚持的事项，状态写 ongoing；发布单位没有写明的，写 due: not-stated。",
        "An outstanding issue has a deadline (`due`), or `due: not-stated`; one without an end by its nature has the status `ongoing`.",
    ),
    why: Words(
        "没有时限的承诺，读者不知道什么时候兑现，也统计不出是否逾期。",
        "Nobody knows when a promise without a date is to be kept, nor whether it is overdue.",
    ),
    example: Shown(&[Part(THIRD, "status: in-progress", "status: in-progress\ndue: 2024-12-31")]),
    check: Check::Issue(missing_due),
};

pub(in crate::rules) static NEEDLESS_DUE: Rule = Rule {
    id: "needless-due",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "长期坚持（ongoing）的事项没有整改时限（due）；有期限的，状态写 in-progress。",
        "An issue without an end by its nature (`ongoing`) has no deadline (`due`); one with a deadline is `in-progress`.",
    ),
    why: Words(
        "一边说长期坚持，一边说某日完成，到期以后网站就显示“逾期”，读者也不知道该等哪一天。",
        "It cannot both go on for good and be due on a day: past that day it would be shown as overdue.",
    ),
    example: Shown(&[File(THIRD, ENDLESS_YET_DUE, ENDLESS)]),
    check: Check::Issue(needless_due),
};

fn missing_due(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let needs_due = issue.class().needs_due();
    let message = say!("没有完成，却没有整改时限", "the issue is outstanding but has no deadline");
    let help = say!(
        "请加上“due: 2022-12”这样的一行；长期坚持的事项，状态写 ongoing；发布单位没有写明时限的，写 due: not-stated",
        "add a line such as `due: 2022-12`; if it has no end by its nature, its status is `ongoing`; if the issuer states no deadline, write `due: not-stated`"
    );
    (needs_due && issue.record.due.is_none())
        .then(|| Diagnostic::of(&MISSING_DUE, at(issue, &issue.record.status), message).help(help))
        .into_iter()
        .collect()
}

fn needless_due(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let due = issue.record.deadline().filter(|_| issue.class() == StatusClass::Ongoing);
    let status = &issue.record.status;
    let found = |due: Spanned<Date>| {
        let message = say!(
            "长期坚持的事项（{status}）写着整改时限 {due}",
            "the issue goes on for good (`{status}`), yet it has the deadline {due}"
        );
        let help = say!(
            "有期限的，状态改为 in-progress；长期坚持的，删去 due",
            "if it has an end, its status is `in-progress`; if not, remove `due`"
        );
        Diagnostic::of(&NEEDLESS_DUE, at(issue, &due), message).help(help)
    };
    due.map(found).into_iter().collect()
}
