//! Open matters behind the issues: each is put to the issue whose title its heading has.

use aho_corasick::AhoCorasick;
use serde_yaml::Value;

use super::super::passage::Passage;
use super::super::texts;
use super::IssueReader;
use crate::office::draft::DraftIssue;
use crate::office::report::Certainty;
use crate::say;

/// The titles of so many issues, sought all at once.
pub(super) struct IssueTitles {
    count: usize,
    automaton: Option<AhoCorasick>,
}

/// A title within a heading has quotation marks of the second kind.
fn bare(text: &str) -> String {
    text.replace('‘', "“").replace('’', "”")
}

impl IssueReader<'_, '_> {
    /// Returns the issue with the longest title that stands in a heading, the first of several, unless its open matter was found.
    fn titled(&mut self, heading: &str) -> Option<usize> {
        let of = |issues: &[DraftIssue]| IssueTitles {
            count: issues.len(),
            automaton: AhoCorasick::new(issues.iter().map(|issue| bare(issue.title.as_deref().unwrap_or_default())))
                .ok(),
        };
        let known = self.titles.take().filter(|titles| titles.count == self.issues.len());
        let titles = self.titles.insert(known.unwrap_or_else(|| of(&self.issues)));
        let named = titles.automaton.as_ref()?.find_overlapping_iter(heading).filter(|found| !found.is_empty());
        let free = named.filter(|found| !self.found.contains(&found.pattern().as_usize()));
        let longest = free.max_by_key(|found| (found.len(), usize::MAX - found.pattern().as_usize()))?;
        Some(longest.pattern().as_usize())
    }

    /// What is still to be done about the issue whose title a heading has.
    pub(super) fn open(&mut self, passage: &Passage<'_>) {
        let Some(at) = self.titled(&bare(passage.first.text.trim())) else {
            let message = say!("没有找到对应的问题", "no issue fits this");
            self.made.report.at(Certainty::NotUnderstood, passage.first.number, &passage.first.text, message);
            return;
        };
        self.found.insert(at);
        let markdown = texts::of(self.made.locale, passage, false).map(|text| self.made.text(text.trim_end()));
        let listed = self.listed.as_ref().map(|(id, _)| Value::from(id.as_str()));
        let issue = &mut self.issues[at];
        if listed.is_some() && issue.more.get("status") != listed.as_ref() {
            let message = say!(
                "状态与前文不一致，按前文收入",
                "its status differs from what stands before, which was taken over"
            );
            self.made.report.at(Certainty::NotUnderstood, passage.first.number, &passage.first.text, message);
        }
        issue.next_steps = texts::paragraphs(&passage.more);
        markdown.map(|markdown| issue.more.insert("next_steps".into(), markdown));
    }
}
