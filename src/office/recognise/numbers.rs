//! Numbers of issues, and how many of them there are: as they are printed, as the notice states them, and as they were read.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::report::{Certainty, Report};
use crate::say;

/// Gives issues the numbers that are printed, if they rise; else counts them. What does not run through is reported.
pub(super) fn number(draft: &mut Draft, report: &mut Report) {
    let printed: Vec<u32> = draft.issues.iter().map(|issue| issue.printed).collect();
    let rises = printed.first().is_some_and(|first| *first > 0) && printed.windows(2).all(|pair| pair[0] < pair[1]);
    let mut last: Option<(u32, Option<usize>, Option<usize>)> = None;
    // A document of ours says its numbers, in whichever order it lists them.
    let distinct: BTreeSet<u32> = printed.iter().copied().filter(|printed| *printed > 0).collect();
    let rises = rises || draft.is_made && !printed.is_empty() && distinct.len() == printed.len();
    draft.is_numbered_per_section = !rises && draft.sections.len() > 1;
    for (counted, issue) in (1..).zip(&mut draft.issues) {
        issue.number = if rises { issue.printed } else { counted };
        let place = (issue.section, issue.topic);
        let before = last.map_or(0, |(printed, ..)| printed);
        let is_headed = last.is_none_or(|(_, section, topic)| (section, topic) != place);
        let is_next = issue.printed == before + 1 || issue.printed == 1 && is_headed;
        let is_of_section =
            issue.printed == if last.is_none_or(|(_, section, _)| section != issue.section) { 1 } else { before + 1 };
        draft.is_numbered_per_section &= is_of_section;
        if issue.printed > 0 && !is_next && !(draft.is_made && rises) {
            let (printed, expected) = (issue.printed, before + 1);
            report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!(
                    "编号 {printed} 不接上一个，应为 {expected}",
                    "its number, {printed}, does not follow the one before; {expected} is expected"
                ),
            );
        }
        let printed = if issue.printed == 0 { before + 1 } else { issue.printed };
        last = Some((printed, issue.section, issue.topic));
    }
    draft.has_own_numbers = rises && printed.iter().zip(1..).any(|(printed, counted)| *printed != counted);
    if draft.is_numbered_per_section {
        draft.issues.iter_mut().for_each(|issue| issue.number = issue.printed);
    }
}

/// Compares the numbers of issues that the notice states with those that were read.
pub(super) fn totals(draft: &mut Draft, stated: &[u32], report: &mut Report) {
    let read = u32::try_from(draft.issues.len()).unwrap_or(u32::MAX);
    let Some(most) = stated.iter().max() else {
        report.say(
            Certainty::Likely,
            say!(
                "前文没有写明共有几个问题，读到 {read} 个，请核对",
                "the notice does not say how many issues there are; {read} were read, please check"
            ),
        );
        return;
    };
    draft.states_total = *most == read;
    match (*most == read, stated.contains(&read)) {
        (true, _) => report.say(
            Certainty::Read,
            say!(
                "前文写明 {most} 个问题，读到 {read} 个，一致",
                "the notice states {most} issues, and {read} were read"
            ),
        ),
        (_, true) => report.say(
            Certainty::Likely,
            say!(
                "读到 {read} 个问题；前文还写有 {most} 个，请核对",
                "{read} issues were read; the notice also states {most}, please check"
            ),
        ),
        _ => report.say(
            Certainty::NotUnderstood,
            say!(
                "前文写明 {most} 个问题，读到 {read} 个，不一致",
                "the notice states {most} issues, but {read} were read"
            ),
        ),
    }
}

/// Returns the numbers of issues that a text states: `反馈的49个问题`.
pub(super) fn stated_totals(folded: &str) -> Vec<u32> {
    const AFTER: [&str; 6] = ["个问题", "个具体问题", "项问题", "条问题", "个方面问题", "项整改任务"];
    // 交办问题4项, as well as 交办4项问题.
    const BEHIND: [&str; 3] = ["项", "个", "条"];
    let counted = folded.match_indices("问题").filter_map(|(at, word)| {
        let from = at + word.len();
        let digits = folded[from..].bytes().take_while(u8::is_ascii_digit).count();
        let is_count = digits > 0 && BEHIND.iter().any(|unit| folded[from + digits..].starts_with(unit));
        is_count.then_some(from + digits)
    });
    let ends = AFTER.iter().flat_map(|word| folded.match_indices(word)).map(|(at, _)| at).chain(counted);
    let number = |end: usize| {
        let before = &folded[..end];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        before[start..].parse().ok()
    };
    ends.filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_read_where_the_notice_states_them() {
        assert_eq!(stated_totals("反馈的49个问题,其中14个问题由主要领导牵头"), [49, 14]);
        assert_eq!(stated_totals("5月28日交办问题4项。目前已办结3项"), [4]);
        assert_eq!(stated_totals("几个问题"), Vec::<u32>::new());
    }
}
