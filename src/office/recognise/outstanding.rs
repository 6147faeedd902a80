//! What is not finished: items behind the issues that name one of them, with its status and its deadline.

mod items;

use std::collections::BTreeMap;

use self::items::{Item, Items};
use super::bodies::bodies;
use super::days::due;
use super::fold::{close, fold};
use super::lines::ManuscriptLine;
use super::statement::statement;
use super::statuses::status;
use super::words::Slot;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;

/// How like an issue a name must be, in hundredths, and how much more than any other issue.
const LIKE: (u32, u32) = (60, 10);

/// Puts what the lines of a part say into the issues that they name; marks what is used, and returns how many items were matched.
pub(super) fn read(
    lines: &[ManuscriptLine],
    used: &mut [bool],
    issues: &mut [DraftIssue],
    report: &mut Report,
) -> usize {
    let Items { found: items, headings, gaps, .. } = Items::of(lines, issues);
    gaps.iter().for_each(|(at, message)| {
        report.at(Certainty::NotUnderstood, lines[*at].number, &lines[*at].text, message.clone());
    });
    let mut matched = 0;
    for item in &items {
        used[item.start..item.end].fill(true);
        let line = &lines[item.start];
        let Some((at, likeness)) = best(item.name, issues) else {
            let message = say!("没有找到对应的问题", "no issue fits this");
            report.at(Certainty::NotUnderstood, line.number, &line.text, message);
            continue;
        };
        let issue = &mut issues[at];
        let is_same = |text: &String| bare(item.name) == bare(text);
        if !is_same(&issue.statement) && !issue.title.as_ref().is_some_and(is_same) {
            let (n, statement) = (issue.number, issue.statement.trim_end_matches('。'));
            let message = say!(
                "对应第 {n} 个问题“{statement}”，文字不尽相同（相似 {likeness}%）",
                "taken for issue {n}, “{statement}”, though the words differ ({likeness}% alike)"
            );
            report.at(Certainty::Likely, line.number, item.name, message);
        }
        matched += 1;
        put(issue, item, lines, report);
    }
    // Headings of items did their work.
    for at in headings {
        used[at] |= items.last().is_some_and(|item| item.start > at) && status(&lines[at].text).is_some();
    }
    matched
}

fn put(issue: &mut DraftIssue, item: &Item<'_>, lines: &[ManuscriptLine], report: &mut Report) {
    let line = &lines[item.start];
    if issue.status.is_some() && issue.status != item.status {
        report.at(
            Certainty::NotUnderstood,
            line.number,
            &line.text,
            say!("状态与前文不一致", "the status differs from what stands before"),
        );
    }
    match item.status {
        Some(status) => issue.status = Some(status),
        None => report.at(
            Certainty::NotUnderstood,
            line.number,
            &line.text,
            say!("看不出是哪种状态，没有写状态", "no status can be read for this, and none is written"),
        ),
    }
    if !item.text.is_empty() {
        issue.next_steps.push(item.text.to_owned());
    }
    let before = issue.due;
    for line in &lines[item.start + 1..item.end] {
        match line.label.map(|label| label.slot) {
            Some(Slot::Due | Slot::CompletedOn) => issue.due = due(line.content(), line.number, report),
            Some(Slot::Lead) => issue.lead.extend(bodies(line.content())),
            Some(Slot::Responsible) => issue.responsible.extend(bodies(line.content())),
            _ => issue.next_steps.push(line.text.clone()),
        }
    }
    if issue.due == before {
        issue.due = issue.due.or_else(|| inline_due(item.text));
    }
    if issue.due.is_none() {
        report.at(Certainty::NotUnderstood, line.number, &line.text, say!("没有读到整改时限", "no deadline was read"));
    }
}

/// A deadline in the sentences of an item: `整改时限：2024年6月底前`.
fn inline_due(text: &str) -> Option<crate::value::Date> {
    let folded = fold(text);
    let at = ["完成时限", "整改时限", "整改期限", "完成期限"].iter().find_map(|word| folded.find(word))?;
    let rest = folded[at..].split(['。', ';', '\n']).next()?;
    super::dates::only_date(rest)
}

/// Returns the issue that a name means, and how like it is in hundredths; none if two are about as like.
pub(super) fn best(name: &str, issues: &[DraftIssue]) -> Option<(usize, u32)> {
    let title = |issue: &DraftIssue| issue.title.as_ref().map_or(0, |title| likeness(name, title));
    let of = |issue: &DraftIssue| likeness(name, &issue.statement).max(title(issue));
    let mut found: Vec<(u32, usize)> = issues.iter().enumerate().map(|(at, issue)| (of(issue), at)).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let (likeness, at) = *found.first()?;
    let next = found.get(1).map_or(0, |(likeness, _)| *likeness);
    (likeness >= LIKE.0 && likeness >= next + LIKE.1).then_some((at, likeness))
}

/// Returns the text as it is compared: quotation marks within others are of the second kind.
fn bare(text: &str) -> String {
    close(text).trim_end_matches('。').replace('‘', "“").replace('’', "”")
}

/// Dice’s measure of pairs of letters, in hundredths; without 问题 and 的, which come and go.
pub(in crate::office) fn likeness(a: &str, b: &str) -> u32 {
    let [a, b] = [a, b].map(|text| pairs(statement(text)));
    let shared: u32 = a.iter().map(|(pair, n)| (*n).min(b.get(pair).copied().unwrap_or(0))).sum();
    let all: u32 = a.values().chain(b.values()).sum();
    (200 * shared).checked_div(all).unwrap_or(0)
}

fn pairs(text: &str) -> BTreeMap<(char, char), u32> {
    let letters: Vec<char> =
        close(text).replace("问题", "").chars().filter(|c| c.is_alphanumeric() && *c != '的').collect();
    let mut pairs = BTreeMap::new();
    letters.iter().zip(letters.iter().skip(1)).for_each(|(a, b)| *pairs.entry((*a, *b)).or_default() += 1);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_is_known_by_its_words_though_some_differ() {
        let issue = |text: &str| DraftIssue { statement: text.to_owned(), ..DraftIssue::default() };
        let issues = ["校车管理不规范问题仍然突出。", "食堂采购管理不规范。", "教师培训经费拨付不及时。"].map(issue);
        assert_eq!(best("校车管理不规范仍然突出", &issues), Some((0, 100)));
        assert_eq!(best("食堂采购的管理不规范", &issues).map(|(at, _)| at), Some(1));
        assert_eq!(best("操场建设滞后", &issues), None);
        let twins = ["管理不规范。", "管理不规范。"].map(issue);
        assert_eq!(best("管理不规范", &twins), None, "two fit as well");
    }
}
