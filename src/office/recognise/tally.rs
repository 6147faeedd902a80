//! How much was read, said at the end of the report: issues, statuses and deadlines, and what a notice cannot do without.

use super::super::draft::{Draft, DraftIssue, DraftSection};
use super::super::report::{Certainty, Report};
use crate::say;

/// Says how much was read.
pub(super) fn count(draft: &Draft, report: &mut Report) {
    let of = |test: &dyn Fn(&DraftIssue) -> bool| draft.issues.iter().filter(|issue| test(issue)).count();
    let (issues, sections) = (draft.issues.len(), draft.sections.len());
    let topics: usize = draft.sections.iter().map(|section| section.topics.len()).sum();
    let answered = of(&|issue| !issue.response.is_empty());
    let (stated, due) = (of(&|issue| issue.status.is_some()), of(&|issue| issue.due.is_some()));
    let unstated = issues - stated;
    report.say(
        Certainty::Read,
        say!(
            "{issues} 个问题，{answered} 个有整改情况；{sections} 个方面，{topics} 个二级问题",
            "{issues} issues, {answered} of them with a response; {sections} sections, {topics} topics"
        ),
    );
    report.say(
        Certainty::Read,
        say!("{stated} 个问题写明状态，{due} 个写明时限", "{stated} issues have a status, {due} a deadline"),
    );
    per_section(draft, report);
    if unstated > 0 {
        report.say(
            Certainty::NotUnderstood,
            say!(
                "{unstated} 个问题没有写明状态，记为 not-stated（没有写明）；知道状态的，请用 gongkai export ledger 导出台账，一次填好，再用 import --update 收回",
                "{unstated} issues state no status and have `not-stated`; where you know it, fill it in in the ledger (`gongkai export ledger`) and take that back (`import --update`)"
            ),
        );
    }
    match draft.summary() {
        Some(opening) => report.say(
            Certainty::Likely,
            say!(
                "摘要（summary）暂用开头一段，可以改写：“{opening}”",
                "the summary (`summary`) is the first paragraph for now, and may be written anew: “{opening}”"
            ),
        ),
        None => report.say(
            Certainty::NotUnderstood,
            say!(
                "没有可作摘要的开头，请在 content/notice.yaml 里写 summary",
                "no paragraph could serve as a summary: write `summary` in content/notice.yaml"
            ),
        ),
    }
    for (found, zh, en) in [
        (draft.title.clone(), "标题（title）", "title (`title`)"),
        (Some(draft.issuers.join("、")), "发布单位（issuer）", "issuer (`issuer`)"),
        (draft.issued_on.map(|date| date.to_string()), "发布日期（issued_on）", "date of issue (`issued_on`)"),
        (Some(draft.contact.telephones.join("、")), "联系电话（contact）", "telephone (`contact`)"),
    ] {
        match found.filter(|found| !found.is_empty()) {
            Some(found) => report.say(Certainty::Read, say!("{zh}：{found}", "{en}: {found}")),
            None => report.say(
                Certainty::NotUnderstood,
                say!(
                    "没有找到{zh}，请在 content/notice.yaml 里写上",
                    "no {en} was found: write it in content/notice.yaml"
                ),
            ),
        }
    }
}

/// Says how many topics and issues each section has: a heading that was lost without a trace shows in nothing else.
fn per_section(draft: &Draft, report: &mut Report) {
    if draft.sections.is_empty() {
        return;
    }
    let line = |(at, section): (usize, &DraftSection)| {
        let issues = draft.issues.iter().filter(|issue| issue.section == Some(at)).count();
        let (title, topics) = (&section.title, section.topics.len());
        say!("“{title}” {topics} 个二级问题、{issues} 个问题", "“{title}” has {topics} topics and {issues} issues")
    };
    let lines: Vec<_> = draft.sections.iter().enumerate().map(line).collect();
    let zh = lines.iter().map(|line| &*line.zh).collect::<Vec<_>>().join("；");
    let en = lines.iter().map(|line| &*line.en).collect::<Vec<_>>().join("; ");
    let message = say!(
        "请与原文核对，标题有没有遗漏：{zh}",
        "please compare with the original whether a heading is missing: {en}"
    );
    report.say(Certainty::Likely, message);
}
