//! What is completed has a narrative, and so has every outstanding issue where nearly all have one.

use super::at;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice};
use crate::rules::example::Example::{Shown, Told};
use crate::rules::example::ExampleChange::File;
use crate::rules::example::{THIRD, THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::StatusClass;

const COMPLETED: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: completed
";

pub(in crate::rules) static MISSING_NARRATIVE: Rule = Rule {
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

pub(in crate::rules) static FORGOTTEN_NARRATIVE: Rule = Rule {
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
