//! Rules about the notice and each of its issues: whether what they say can be true.

use super::dates;
use super::example::Example::{Shown, Told};
use super::example::ExampleChange::{File, Part};
use super::example::{FIRST, SECOND, THIRD, THIRD_EN, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice};
use crate::say;
use crate::value::{Date, Due, Spanned, StatusClass, Text};

const COMPLETED: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: completed
";

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

pub(super) static DUE_BEFORE_INSPECTION: Rule = Rule {
    id: "due-before-inspection",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "整改时限不早于反馈的日期（没有反馈日期的，不早于检查结束的日期）。",
        "A deadline does not lie before the day on which the findings were reported (or, without such a day, the inspection ended).",
    ),
    why: Words(
        "问题还没有反馈，时限却已经过了，多半是年份写错；公布出去，这个问题一开始就显示“逾期”。",
        "A deadline that had passed before the finding was made is most likely a wrong year, and would show the issue as overdue from the start.",
    ),
    example: Shown(&[Part(SECOND, "due: 2022-12", "due: 2023-12")]),
    check: Check::Issue(due_before_inspection),
};

pub(super) static MISSING_NARRATIVE: Rule = Rule {
    id: "missing-narrative",
    group: RuleGroup::Sense,
    severity: Severity::Error,
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
    check: Check::Issue(missing_response),
};

pub(super) static FORGOTTEN_NARRATIVE: Rule = Rule {
    id: "forgotten-narrative",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "绝大多数问题写了整改情况的，其余没有完成的问题也有正文（写了答复内容 response_text 的除外）。",
        "Where nearly all issues have a response, the rest of the outstanding ones have one, too (or an answer in words, `response_text`).",
    ),
    why: Words(
        "正文文件删掉了、改错了名字，网页上这个问题就只剩标题，读者以为什么也没有做。",
        "If the file was deleted or renamed, the page shows the bare issue, and readers conclude that nothing was done.",
    ),
    example: Told(Words(
        "这条要看全部问题，不配短例。误删了 004.zh.md，或者误改成别的名字，就会这样；改回文件名，或者写上做了什么。",
        "This is about all issues, so there is no short example. It happens when 004.en.md is renamed or deleted by mistake: restore its name, or \
         write what was done.",
    )),
    check: Check::Complete(forgotten_narratives),
};

pub(super) static MISSING_DUE: Rule = Rule {
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

pub(super) static NEEDLESS_DUE: Rule = Rule {
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

pub(super) static MISSING_NEXT_STEPS: Rule = Rule {
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

pub(super) static NEEDLESS_NEXT_STEPS: Rule = Rule {
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

pub(super) static DATE_AFTER_AS_OF: Rule = Rule {
    id: "date-after-as-of",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "完成、核实销号和状态变化的日期不晚于统计截至日期（notice.yaml 的 as_of）。",
        "Dates of completion, verification and changes of status do not lie after `as_of` in notice.yaml.",
    ),
    why: Words(
        "把还没有到的日子写成已经发生，读者一眼就看得出，整份通报都会受怀疑。",
        "What is said to have happened on a day that has not come yet makes readers doubt the whole notice.",
    ),
    example: Shown(&[Part(FIRST, "verified_on: 2024-12-15", "verified_on: 2023-12-15")]),
    check: Check::Issue(after_as_of),
};

pub(super) static HISTORY_DIFFERS: Rule = Rule {
    id: "history-differs",
    group: RuleGroup::Sense,
    severity: Severity::Error,
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
    check: Check::Issue(history_differs),
};

fn at<T>(issue: &Issue, value: &Spanned<T>) -> Place {
    Place::span(&issue.path, value.span())
}

fn due_before_inspection(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let is_done = |word: &str| {
        sound.and_then(|notice| notice.vocabulary.status(word)).is_some_and(|status| status.class.is_done())
    };
    let measures = record.measures.iter().map(|measure| (measure.status.as_ref(), measure.due));
    let items = record.items.iter().map(|item| (Some(&item.status), item.due));
    let of_issue = [record.deadline(), record.original_due].map(|due| (Some(&record.status), due));
    let dates = of_issue.into_iter().chain(measures).chain(items);
    // What is put right at once is done while the inspection goes on, and before its findings are reported.
    let (feedback, beginning) = (dates::of_feedback(sound), dates::of_beginning(sound));
    let too_early = |(status, due): (Option<&Text>, Option<Spanned<Date>>)| {
        let (due, is_done) = (due?, status.is_some_and(|word| is_done(word)));
        let begin = if is_done { beginning } else { feedback };
        let begin = begin.filter(|begin| due.last_day().is_before(begin.first_day()))?;
        let message = match is_done {
            true => say!(
                "整改时限 {due} 早于检查开始的日期 {begin}",
                "the deadline {due} is before the inspection began on {begin}"
            ),
            false => say!(
                "整改时限 {due} 早于反馈日期 {begin}",
                "the deadline {due} is before the findings were reported on {begin}"
            ),
        };
        let found = Diagnostic::of(&DUE_BEFORE_INSPECTION, at(issue, &due), message);
        Some(found.help(say!(
            "请核对年份；边巡边改、日期没错的，在这条记录里写明：accepted: [{{rule: due-before-inspection, text: \"{due}\", reason: 边巡边改}}]",
            "check the year; if it was put right during the inspection, say so in this record: \
             `accepted: [{{rule: due-before-inspection, text: \"{due}\", reason: put right during the inspection}}]`"
        )))
    };
    dates.filter_map(too_early).collect()
}

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

/// Returns diagnostics for what happened to an issue after the day that the statistics hold for.
fn after_as_of(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(as_of) = sound.map(|notice| *notice.record.as_of) else { return Vec::new() };
    let is_late = |on: &Spanned<Date>| as_of.last_day().is_before(on.first_day());
    let late = |on: Spanned<Date>| {
        let message =
            say!("{on} 晚于统计截至日期 {as_of}", "{on} is after {as_of}, the date that the statistics hold for");
        let help = say!("请核对日期，或更新 notice.yaml 的 as_of", "check the date, or update `as_of` in notice.yaml");
        Diagnostic::of(&DATE_AFTER_AS_OF, at(issue, &on), message).help(help)
    };
    dates::of_events(issue).filter(is_late).map(late).collect()
}

/// Returns the files of an issue's narrative, as Chinese and as English list them.
fn narrative_files(notice: &Notice, issue: &Issue) -> (String, String) {
    let stem = issue.path.as_str().trim_end_matches(".yaml");
    let files: Vec<String> = notice.languages.iter().map(|lang| format!("{stem}.{lang}.md")).collect();
    (files.join("、"), files.join(", "))
}

/// How many issues have a narrative for each that lacks one, where lacking it is an exception and not the form of the
/// notice.
const EXCEPTIONS: usize = 5;

/// Outstanding issues without a narrative, in a notice that has one for nearly all.
fn forgotten_narratives(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let written = notice.issues.iter().filter(|issue| issue.response.is_some()).count();
    let is_forgotten = |issue: &&Issue| {
        let is_begun = matches!(issue.class(), StatusClass::Open | StatusClass::Ongoing);
        is_begun && issue.response.is_none() && issue.record.response_text.is_none()
    };
    let found = |issue: &Issue| {
        let message = say!(
            "这个问题没有整改情况的正文，其他问题有 {written} 个写了",
            "the issue has no response; {written} of the other issues have one"
        );
        let (zh, en) = narrative_files(notice, issue);
        let help = say!(
            "请写明做了什么：{zh}；确实没有可写的，在 accepted 里说明",
            "write what was done: {en}; if there is nothing to say, say so under `accepted`"
        );
        Diagnostic::of(&FORGOTTEN_NARRATIVE, at(issue, &issue.record.status), message).help(help)
    };
    let forgotten: Vec<&Issue> = notice.issues.iter().filter(is_forgotten).collect();
    let are_exceptions = forgotten.len() * EXCEPTIONS <= written;
    forgotten.into_iter().filter(|_| are_exceptions).map(found).collect()
}

fn missing_response(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    if !issue.class().needs_response() || issue.response.is_some() {
        return Vec::new();
    }
    let message =
        say!("写明已完成，却没有整改情况的正文", "the issue is said to be completed, but there is no response");
    let help = match sound {
        Some(notice) => {
            let (zh, en) = narrative_files(notice, issue);
            say!("请写明整改情况：{zh}", "write what was done: {en}")
        }
        None => {
            let stem = issue.path.as_str().trim_end_matches(".yaml");
            say!("请为每种语言写 {stem}.zh.md 这样的文件", "write a file such as {stem}.en.md for each language")
        }
    };
    vec![Diagnostic::of(&MISSING_NARRATIVE, at(issue, &issue.record.status), message).help(help)]
}

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

fn history_differs(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let Some(last) = record.history.last().filter(|last| last.status != record.status) else { return Vec::new() };
    let (status, recorded, on) = (&record.status, &last.status, last.on);
    let message = say!(
        "状态是 {status}，最近一次变化（{on}）却是 {recorded}",
        "the status is `{status}`, but the latest change ({on}) says `{recorded}`"
    );
    let help = say!("请改正状态，或补上最近的变化", "correct the status, or add the latest change");
    vec![Diagnostic::of(&HISTORY_DIFFERS, at(issue, &record.status), message).help(help)]
}
