//! What an issue says of its items agrees with what it says of itself.

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::FIRST;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::{Issue, Item, Notice};
use crate::say;
use crate::value::StatusClass;

pub(super) static OPEN_ITEM: Rule = Rule {
    id: "open-item",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "已完成的问题，各小项（items）也都完成了；小项的状态与它的状态变化一致。",
        "Every item of a completed issue is completed, too; the status of an item is that of the latest change in its `history`.",
    ),
    why: Words(
        "上面写“已完成”，下面的小项还在整改，读者会问这个问题到底完成没有。",
        "“Completed” above an item that is still in progress: readers will ask whether the issue is completed or not.",
    ),
    example: Shown(&[Added(
        FIRST,
        "items:\n  - {title: {zh: 串通投标, en: Bid-rigging}, status: in-progress}\n",
        "items:\n  - {title: {zh: 串通投标, en: Bid-rigging}, status: completed}\n",
    )]),
    check: Check::Several(&[Check::Issue(open_items), Check::Issue(history_differs)]),
};

fn found(
    issue: &Issue,
    item: &Item,
    message: crate::diagnostic::Message,
    help: crate::diagnostic::Message,
) -> Diagnostic {
    Diagnostic::of(&OPEN_ITEM, Place::span(&issue.path, item.status.span()), message).help(help)
}

fn open_items(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(notice) = sound.filter(|_| issue.class().is_done()) else { return Vec::new() };
    let class = |item: &Item| notice.vocabulary.status(&item.status).map(|status| status.class);
    let is_open = |item: &&Item| class(item).is_some_and(StatusClass::is_outstanding);
    let open = |item: &Item| {
        let message = say!("问题已完成，这个小项却没有完成", "the issue is completed, but this item of it is not");
        let help = say!("请核对问题和小项的状态", "check the status of the issue and of the item");
        found(issue, item, message, help)
    };
    issue.record.items.iter().filter(is_open).map(open).collect()
}

fn history_differs(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let differs = |item: &Item| {
        let last = item.history.last().filter(|last| last.status != item.status)?;
        let (status, recorded, on) = (&item.status, &last.status, last.on);
        let message = say!(
            "小项的状态是 {status}，最近一次变化（{on}）却是 {recorded}",
            "the status of the item is `{status}`, but its latest change ({on}) says `{recorded}`"
        );
        let help = say!("请改正状态，或补上最近的变化", "correct the status, or add the latest change");
        Some(found(issue, item, message, help))
    };
    issue.record.items.iter().filter_map(differs).collect()
}
