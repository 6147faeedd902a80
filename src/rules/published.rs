//! What changed since the site was published, and whether readers are told.
//!
//! Takes an edition and `data/notice.json` of the published site; gives a diagnostic for each record that changed
//! without a word, with the entry that would tell of it.

mod change;
mod paths;
mod read;
mod report;
mod shown;
#[cfg(test)]
mod tests;
mod texts;
mod told;
mod typed;

use super::example::Example::{Shown, Told};
use super::example::ExampleChange::File;
use super::example::THIRD;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::Correction;
use crate::notice::edition::Edition;
use crate::notice::fields::ToldIn;
use crate::say;
use crate::value::Date;
use change::{ChangedIssue, PublishedChanges};
use read::{NotComparable, PublishedCorrection, PublishedNotice};
use report::ReaderList;
use shown::PublishedChange;
use told::News;

pub(super) static UNTOLD_CHANGE: Rule = Rule {
    id: "untold-change",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "已经公布的状态、时限、日期和数据改了，要在 history（事情有进展）或 corrections（原来有误）里说明，正文里写的数字也一样；问题删去或改了序号，在 notice.yaml \
         的 corrections 里说明。只在有已公布的网站可比时检查。",
        "When a published status, deadline, date or figure changes, `history` (things moved on) or `corrections` (it was wrong) says so, for figures typed in \
         a text, too; when an issue is gone or has another number, `corrections` in notice.yaml does. Looked at where there is a published site to compare with.",
    ),
    why: Words(
        "公布过的数字悄悄换了，保存过旧网页的人一比就知道；说明在前是更正，被人发现就成了篡改。",
        "Whoever kept the old page will see that a figure was replaced. Said openly it is a correction; found out, it looks like a cover-up.",
    ),
    example: Shown(&[File(THIRD, MOVED, TOLD)]),
    check: Check::Elsewhere,
};

pub(super) static PUBLISHED_UNREADABLE: Rule = Rule {
    id: "published-unreadable",
    group: RuleGroup::Sense,
    severity: Severity::Note,
    demand: Words(
        "已公布网站的 data/notice.json 读得懂，才能与它对比。",
        "The data/notice.json of the published site can be read, so that changes can be found.",
    ),
    why: Words(
        "读不懂就没有对比，改了什么由自己核对。",
        "Without it nothing is compared, and what changed is for the author to see.",
    ),
    example: Told(Words(
        "这条规则管的是已公布的文件，没有示例。文件损坏的，重新生成网站即可；由更新版本的 gongkai 生成的，请换用那个版本。",
        "This is about a published file, so there is no example. A damaged file is replaced by the next build; for one of a newer gongkai, \
         use that version.",
    )),
    check: Check::Elsewhere,
};

const MOVED: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: in-progress
due: 2025-06-30
next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}
";

const TOLD: &str = "\
number: 3
topic: posts
title: {zh: 空编率高, en: Many vacancies}
status: in-progress
due: 2025-06-30
original_due: 2024-12-31
next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}
";

/// Compares an edition with what was published of an earlier day, or of the same.
pub fn untold_changes(edition: &Edition, published: &PublishedData) -> Vec<Diagnostic> {
    let compare = |published: &PublishedNotice| {
        if edition.as_of.is_before(published.as_of) {
            return Ok(Vec::new());
        }
        Ok(diagnostics(edition, &change::find(edition, published)?, published.as_of))
    };
    let found = published.0.as_ref().map_err(Clone::clone).and_then(compare);
    found.unwrap_or_else(|unreadable| vec![not_compared(edition, &unreadable)])
}

/// The data of a published site, as far as they could be read.
pub struct PublishedData(Result<PublishedNotice, NotComparable>);

impl PublishedData {
    /// Returns the data of a file.
    pub fn read(bytes: &[u8]) -> PublishedData {
        PublishedData(read::read(bytes))
    }
}

fn not_compared(edition: &Edition, unreadable: &NotComparable) -> Diagnostic {
    let message = match unreadable {
        NotComparable::Damaged => say!(
            "已公布的 data/notice.json 缺失或已损坏，没有与它对比",
            "the published data/notice.json is missing or damaged, so nothing was compared with it"
        ),
        NotComparable::Newer => say!(
            "已公布的 data/notice.json 由更新版本的 gongkai 生成，没有与它对比",
            "the published data/notice.json was made by a newer gongkai, so nothing was compared with it"
        ),
    };
    let help = say!("改了已经公布的内容，请自己核对", "check yourself what changed of what was published");
    Diagnostic::of(&PUBLISHED_UNREADABLE, Place::File(edition.notice.path.clone()), message).help(help)
}

/// Returns one diagnostic for each list in which readers should have been told of something.
fn diagnostics(edition: &Edition, changes: &PublishedChanges<'_>, since: Date) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let corrections = not_published(&notice.record.corrections, &changes.corrections);
    let news = News { corrections, ..News::default() };
    let accountability = notice.accountability.as_ref().map_or(&notice.path, |part| &part.path);
    let of_notice = [(&notice.path, &changes.notice), (accountability, &changes.accountability)];
    let of_notice = of_notice.into_iter().filter_map(|(path, changes)| {
        let is_empty = notice.record.corrections.is_empty();
        let list = ReaderList { kind: ToldIn::Corrections, is_empty, path: &notice.path, issue: None };
        report::of(edition, &list, path, &untold(edition, changes, &news))
    });
    let of_issues = changes.issues.iter().flat_map(|changed| of_issue(edition, changed, since));
    of_notice.chain(of_issues).collect()
}

fn of_issue(edition: &Edition, changed: &ChangedIssue<'_>, since: Date) -> Vec<Diagnostic> {
    let (issue, record) = (changed.issue, &changed.issue.record);
    let news = News {
        history: record.history.iter().filter(|moved| !moved.on.is_before(since)).collect(),
        moved_on: record.history.iter().any(|moved| since.is_before(*moved.on)),
        corrections: not_published(&record.corrections, &changed.corrections),
        original_due: record.original_due.map(|due| *due),
    };
    let untold = untold(edition, &changed.changes, &news);
    let lists = [(ToldIn::History, record.history.is_empty()), (ToldIn::Corrections, record.corrections.is_empty())];
    let of_list = |(kind, is_empty)| {
        let list = ReaderList { kind, is_empty, path: &issue.path, issue: Some(issue) };
        let untold: Vec<_> = untold.iter().copied().filter(|change| change.told_in == kind).collect();
        report::of(edition, &list, &issue.path, &untold)
    };
    lists.into_iter().filter_map(of_list).collect()
}

fn untold<'c, 'a>(
    edition: &Edition,
    changes: &'c [PublishedChange<'a>],
    news: &News<'_>,
) -> Vec<&'c PublishedChange<'a>> {
    changes.iter().filter(|change| !told::is_told(change, news, &edition.theme.locales)).collect()
}

/// Returns the corrections that were not published, by their day and text. One that was published and edited is none.
fn not_published<'a>(now: &'a [Correction], published: &[PublishedCorrection]) -> Vec<&'a Correction> {
    let has_day = |now: &Correction, before: &PublishedCorrection| now.on == before.on;
    let has_text = |now: &Correction, before: &PublishedCorrection| {
        let mut texts = now.text.iter();
        texts.any(|(lang, text)| before.text.get(lang.code()).is_some_and(|b| b == text.as_str()))
    };
    let is_same = |now: &Correction, before: &PublishedCorrection| has_day(now, before) && has_text(now, before);
    let is_gone = |before: &PublishedCorrection| !now.iter().any(|correction| is_same(correction, before));
    let is_edited = |now: &Correction, before: &PublishedCorrection| {
        is_gone(before) && (has_day(now, before) || has_text(now, before))
    };
    let was_published =
        |now: &Correction| published.iter().any(|before| is_same(now, before) || is_edited(now, before));
    now.iter().filter(|correction| !was_published(correction)).collect()
}
