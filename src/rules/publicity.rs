//! The period of display of a notice: one of working days says when it ends, one of days ends when it says.

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::NOTICE;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::say;

pub(super) static PUBLICITY_END: Rule = Rule {
    id: "publicity-end",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "公示期写工作日的（working_days），也写明最后一天（to）；写天数的（days），最后一天与天数相符。",
        "A period of display in working days (`working_days`) also says on which day it ends (`to`); one in days (`days`) ends on the day that these come to.",
    ),
    why: Words(
        "哪天放假、哪天调休，程序不知道；不写最后一天，读者也不知道意见提到哪天为止。",
        "No program knows the holidays of a place; without the last day, readers cannot tell until when they may comment.",
    ),
    example: Shown(&[Added(
        NOTICE,
        "publicity: {from: 2024-03-01, working_days: 5}\n",
        "publicity: {from: 2024-03-01, to: 2024-03-07, working_days: 5}\n",
    )]),
    check: Check::Several(&[Check::Complete(without_end), Check::Complete(another_end)]),
};

fn without_end(edition: &Edition) -> Vec<Diagnostic> {
    let Some(publicity) = &edition.notice.record.publicity else { return Vec::new() };
    let Some(days) = publicity.working_days.filter(|_| publicity.to.is_none()) else { return Vec::new() };
    let n = *days;
    let message = say!(
        "公示期为 {n} 个工作日，没有写最后一天",
        "the period of display has {n} working days, and no last day is stated"
    );
    let help = match publicity.from {
        Some(from) => {
            let end = from.plus_weekdays(n);
            say!("请写 to；不计节假日和调休，是 to: {end}", "write `to`; without holidays it is to: {end}")
        }
        None => say!("请写 to: 年-月-日", "write to: YEAR-MONTH-DAY"),
    };
    vec![Diagnostic::of(&PUBLICITY_END, Place::span(&edition.notice.path, days.span()), message).help(help)]
}

fn another_end(edition: &Edition) -> Vec<Diagnostic> {
    let Some(publicity) = &edition.notice.record.publicity else { return Vec::new() };
    let (Some(from), Some(to), Some(days)) = (publicity.from, publicity.to, publicity.days) else { return Vec::new() };
    let (n, last) = (*days, from.plus_days(u64::from(days.saturating_sub(1))));
    if last == to.last_day() {
        return Vec::new();
    }
    let (from, to) = (*from, *to);
    let message = say!(
        "公示期从 {from} 起 {n} 天，到 {last} 止，to 写的是 {to}",
        "a period of {n} days from {from} ends on {last}, but `to` says {to}"
    );
    let help = say!("请改正 days 或 to，或者只写其中一个", "correct `days` or `to`, or write one of them only");
    vec![Diagnostic::of(&PUBLICITY_END, Place::span(&edition.notice.path, days.span()), message).help(help)]
}
