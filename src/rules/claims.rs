//! What a response claims in its first paragraph is what the record says.

use std::ops::Range;

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::THIRD_EN;
use super::example::THIRD_ZH;
use super::vocabulary::Claim;
use super::{Check, ReadPassage, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::{Issue, Passage};
use crate::say;
use crate::text::markdown::Prose;
use crate::value::StatusClass;

pub(super) static STATUS_CONTRADICTED: Rule = Rule {
    id: "status-contradicted",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "整改情况的第一段与整改状态一致：已完成的不说“尚未”“仍在”，没有完成的不说“已全部整改”。",
        "The first paragraph of a response agrees with the status: what is completed is not “still under way”, and what is outstanding not “fully rectified”.",
    ),
    why: Words(
        "标着“已完成”的问题，第一句却说仍在招录：读者会问，别的“已完成”是不是也这样。",
        "If an issue marked as completed begins with work that is still under way, readers will doubt every other completed one.",
    ),
    example: Shown(&[
        Part(
            THIRD_ZH,
            "有关问题已全部整改，共有{{ statistics.total }}个问题。",
            "正在招聘，共有{{ statistics.total }}个问题。",
        ),
        Part(
            THIRD_EN,
            "The matter has been fully rectified; there are {{ statistics.total }} issues.",
            "Recruitment is under way; there are {{ statistics.total }} issues.",
        ),
    ]),
    check: Check::OfIssue(check),
};

fn check(context: &Context, issue: &Issue, texts: &[ReadPassage<'_>]) -> Vec<Diagnostic> {
    if !texts.first().is_some_and(|(passage, _)| passage.is_file()) {
        return Vec::new();
    }
    let mut texts: Vec<_> = texts.iter().collect();
    texts.sort_by_key(|(passage, _)| context.position(passage.lang));
    texts.iter().find_map(|(passage, prose)| contradicted(context, issue, passage, prose)).into_iter().collect()
}

fn contradicted(context: &Context, issue: &Issue, passage: &Passage<'_>, prose: &Prose<'_>) -> Option<Diagnostic> {
    let lead = prose.blocks.first()?.range.clone();
    let text = &prose.text[lead.clone()];
    let claims = context.vocabulary.get(&passage.lang?)?.claims.find(text);
    let at = match issue.class() {
        StatusClass::Done => unfinished(&claims)?,
        StatusClass::Substantially | StatusClass::Open | StatusClass::NotStarted | StatusClass::Closed => {
            finished(text, &claims)?
        }
        StatusClass::DoneLasting | StatusClass::Ongoing | StatusClass::NotStated => return None,
    };
    let (written, status) = (text[at.clone()].to_owned(), &issue.record.status);
    let message = say!(
        "第一段说“{written}”，状态却是 {status}",
        "the first paragraph says “{written}”, but the status is `{status}`"
    );
    let help = say!(
        "请改正状态或文字；原文就是这样的，在 accepted 里写明理由",
        "correct the status or the text; if the original says so, say why under `accepted`"
    );
    let place = passage.place(prose.place(lead.start + at.start..lead.start + at.end));
    let found = Diagnostic::of(&STATUS_CONTRADICTED, place, message).help(help);
    let status = Place::span(&issue.path, issue.record.status.span());
    Some(found.related(status, say!("状态在这里", "the status stands here")))
}

type FoundClaim = (Range<usize>, Claim);

fn unfinished(claims: &[FoundClaim]) -> Option<Range<usize>> {
    claims.iter().find(|(_, claim)| *claim == Claim::Unfinished).map(|(range, _)| range.clone())
}

/// Returns the first sentence that says of all of it that it is done, and leaves nothing open.
fn finished(text: &str, claims: &[FoundClaim]) -> Option<Range<usize>> {
    sentences(text).find_map(|sentence| {
        let within = || claims.iter().filter(|(range, _)| sentence.start <= range.start && range.end <= sentence.end);
        let first = |sought: Claim| within().find(|(_, claim)| *claim == sought).map(|(range, _)| range.clone());
        if first(Claim::Unfinished).or_else(|| first(Claim::Partial)).is_some() {
            return None;
        }
        let both = |whole: Range<usize>, done: Range<usize>| whole.start.min(done.start)..whole.end.max(done.end);
        first(Claim::Finished).or_else(|| Some(both(first(Claim::Whole)?, first(Claim::Done)?)))
    })
}

/// Returns the sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_end = |(at, c): &(usize, char)| {
        "。！？；".contains(*c) || ".!?;".contains(*c) && text[at + 1..].chars().next().is_none_or(char::is_whitespace)
    };
    let ends = text.char_indices().filter(is_end).map(|(at, c)| at + c.len_utf8()).chain([text.len()]);
    ends.scan(0, |start, end| Some(std::mem::replace(start, end)..end))
}
