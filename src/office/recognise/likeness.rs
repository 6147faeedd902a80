//! How like the words of issues are, by which an issue is known though some of its words differ.

use std::collections::BTreeMap;

use super::fold::close;
use super::statement::statement;
use crate::office::draft::DraftIssue;

/// How like an issue a name must be, in hundredths, and how much more than any other issue.
const LIKE: (u32, u32) = (60, 10);

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
pub(super) fn bare(text: &str) -> String {
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
