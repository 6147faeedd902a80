//! An issue says what is still to be done, as long as something is.

use super::at;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::{Issue, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::Due;

pub(in crate::rules) static MISSING_NEXT_STEPS: Rule = Rule {
    id: "missing-next-steps",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "基本完成和正在整改的问题写明下一步措施（next_steps）；发布单位连时限也没有写明的（due: not-stated）或者写了答复内容（response_text）的除外。",
        "An issue that is substantially completed or in progress says what is still to be done (`next_steps`), unless its issuer does not even state a deadline (`due: not-stated`) or answers in words (`response_text`).",
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
    check: Check::Issue(missing_next_steps),
};

pub(in crate::rules) static NEEDLESS_NEXT_STEPS: Rule = Rule {
    id: "needless-next-steps",
    group: RuleGroup::Sense,
    severity: Severity::Error,
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
    check: Check::Issue(needless_next_steps),
};

fn needless_next_steps(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let next_steps = issue.record.next_steps.as_ref().filter(|_| !issue.class().may_have_next_steps());
    let Some((_, first)) = next_steps.and_then(|texts| texts.iter().next()) else { return Vec::new() };
    let message = say!("已完成的问题还写着下一步措施", "the issue is completed, yet it has next steps");
    let help = say!("请改正状态，或删去 next_steps", "correct the status, or remove `next_steps`");
    vec![Diagnostic::of(&NEEDLESS_NEXT_STEPS, at(issue, first), message).help(help)]
}

fn missing_next_steps(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    // An issuer that states no deadline may state nothing of what comes next; who answers a recommendation says it in
    // the answer.
    let is_told = issue.record.response_text.is_some() || issue.record.due.is_some_and(|due| *due == Due::NotStated);
    let needs_them = issue.class().needs_next_steps() && !is_told;
    let message = say!("没有完成，却没有写下一步措施", "the issue is outstanding but has no next steps");
    let help = say!("请加上 next_steps，写明还要做什么", "add `next_steps` and say what is still to be done");
    (needs_them && issue.record.next_steps.is_none())
        .then(|| Diagnostic::of(&MISSING_NEXT_STEPS, at(issue, &issue.record.status), message).help(help))
        .into_iter()
        .collect()
}
