//! Headings of sections, topics and issues, read without the numbers and labels that they begin with.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::around::MadeReader;
use super::super::notes::FoundNotes;
use super::super::passage::Passage;
use super::super::printed;
use super::IssueReader;
use crate::office::draft::{DraftIssue, DraftSection};

/// The numbers that headings of issues begin with.
const ORDINALS: [&str; 4] =
    ["numbering.issue", "numbering.issue_of_section", "numbering.issue_of_notice", "numbering.labelled"];

/// Returns every beginning of a heading with a label that the document knows, where the label stands in it, and the number of its issue.
pub(super) fn beginnings(made: &MadeReader<'_>) -> BTreeMap<String, (Range<usize>, Option<u32>)> {
    let patterns = ORDINALS.map(|key| made.locale.text(key));
    let of = |(label, number): &(String, Option<u32>), pattern: &String| {
        let printed = made.locale.labelled(label, pattern);
        let at = printed.find(&**label)?;
        Some((printed, (at..at + label.len(), *number)))
    };
    // Of two labels that begin a heading alike the longer counts, and of two patterns the first.
    let mut labels = made.labels.clone();
    labels.sort_by_key(|(label, _)| label.len());
    labels.iter().flat_map(|label| patterns.iter().rev().filter_map(move |pattern| of(label, pattern))).collect()
}

impl IssueReader<'_, '_> {
    pub(super) fn section(&mut self, text: &str) {
        let known =
            self.made.draft.known.sections.iter().map(|(_, title)| title).find(|title| text.ends_with(&***title));
        let title =
            known.map_or_else(|| self.without_number(text, &["numbering.section", "numbering.part"]), |title| &**title);
        let title = title.to_owned();
        self.made.draft.sections.push(DraftSection { title, topics: Vec::new() });
        (self.section, self.topic) = (Some(self.made.draft.sections.len() - 1), None);
    }

    pub(super) fn topic(&mut self, text: &str) {
        let title = self.without_number(text, &["numbering.topic"]).to_owned();
        let Some(section) = self.section else { return };
        let topics = &mut self.made.draft.sections[section].topics;
        topics.push(title);
        self.topic = Some(topics.len() - 1);
    }

    pub(in crate::office::recognise::made) fn without_number<'t>(&self, text: &'t str, keys: &[&str]) -> &'t str {
        let found = keys.iter().find_map(|key| printed::ordinal(self.made.locale, key, text));
        found.map_or(text, |(_, rest)| rest).trim()
    }

    pub(super) fn begin(&mut self, passage: &Passage<'_>) {
        self.close();
        let text = passage.first.text.trim();
        let found = ORDINALS.iter().find_map(|key| printed::ordinal(self.made.locale, key, text));
        let known = self.labelled(text);
        let number = known.as_ref().and_then(|(_, number, _)| *number);
        let (label, title) = known.map(|(label, _, title)| (label, title)).or(found).unwrap_or(("", text));
        let printed = number.or_else(|| printed::number(self.made.locale, label)).unwrap_or(0);
        let (section, topic, line) = (self.section, self.topic, passage.first.number);
        let title = title.trim();
        let mut issue =
            DraftIssue { printed, line, section, topic, title: Some(title.to_owned()), ..DraftIssue::default() };
        issue.more.insert("title".into(), self.made.text(title));
        if (printed == 0 || number.is_some()) && !label.is_empty() {
            issue.more.insert("label".into(), label.into());
        }
        self.issues.push(issue);
        let mut notes = FoundNotes::default();
        notes.take(self.made.locale, passage);
        self.notes.push(notes);
        self.texts_behind(passage);
    }

    /// Returns the label that a heading begins with, of those that the document knows, the number of its issue, and what stands behind it.
    fn labelled<'t>(&self, text: &'t str) -> Option<(&'t str, Option<u32>, &'t str)> {
        const LONGEST: usize = 300;
        let ends = (1..=text.len().min(LONGEST)).rev().filter(|end| text.is_char_boundary(*end));
        let mut found = ends.filter_map(|end| Some((end, self.labels.get(&text[..end])?)));
        let (end, (label, number)) = found.next()?;
        Some((&text[label.clone()], *number, &text[end..]))
    }
}
