//! The issues of a document that gongkai made.

mod due;
mod facts;
mod headings;
mod notes;
mod open;
mod response;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::notes::FoundNotes;
use super::passage::Passage;
use super::texts;
use crate::office::draft::DraftIssue;
use headings::beginnings;
use open::IssueTitles;

/// Reads issues one after the other.
pub(super) struct IssueReader<'r, 'a> {
    pub(super) made: &'r mut MadeReader<'a>,
    pub(super) issues: Vec<DraftIssue>,
    /// Items of the issue that is read.
    pub(super) items: Vec<Mapping>,
    pub(super) measures: Vec<Value>,
    section: Option<usize>,
    topic: Option<usize>,
    /// The status that open matters are listed under.
    listed: Option<(String, &'static str)>,
    /// Issues that open matters have been found for.
    found: BTreeSet<usize>,
    /// The titles of all issues that were read, once one is sought.
    titles: Option<IssueTitles>,
    /// The notes of every issue.
    pub(super) notes: Vec<FoundNotes>,
    /// Figures of the issue that is read that nobody edited, with what texts show of them; and those of all issues before.
    pub(super) unchanged: Vec<(String, String)>,
    shown: Vec<Vec<(String, String)>>,
    /// Every beginning of a heading that the document knows, with where the label stands in it and the number of its issue.
    labels: BTreeMap<String, (Range<usize>, Option<u32>)>,
    /// Whether what is read stands behind all issues, or between two.
    is_behind: bool,
    /// How many figures were not understood.
    pub(super) unread: usize,
}

/// After so many figures that were not understood none is sought any more: each is laid beside all units and scales.
pub(super) const MOST_UNREAD: usize = 100;

impl IssueReader<'_, '_> {
    pub(super) fn read(made: &mut MadeReader<'_>, passages: &[Passage<'_>]) {
        let labels = beginnings(made);
        let mut reader = IssueReader {
            made,
            labels,
            issues: Vec::new(),
            items: Vec::new(),
            measures: Vec::new(),
            section: None,
            topic: None,
            listed: None,
            found: BTreeSet::new(),
            titles: None,
            notes: Vec::new(),
            unchanged: Vec::new(),
            shown: Vec::new(),
            is_behind: true,
            unread: 0,
        };
        for passage in passages {
            reader.take(passage);
        }
        reader.close();
        reader.settle();
        let issues = reader.issues;
        made.draft.issues = issues;
    }

    fn take(&mut self, passage: &Passage<'_>) {
        let text = passage.first.text.trim();
        self.note(passage);
        match passage.states {
            "section" => self.section(text),
            "topic" => self.topic(text),
            "issue" => self.begin(passage),
            "open-status" => self.listed = self.status_of(text),
            "open" => self.open(passage),
            states if !self.issues.is_empty() => self.tell(states, passage),
            _ => {}
        }
    }

    /// Ends the issue that is read.
    fn close(&mut self) {
        let items = std::mem::take(&mut self.items);
        let measures = std::mem::take(&mut self.measures);
        let Some(issue) = self.issues.last_mut() else { return };
        self.shown.push(std::mem::take(&mut self.unchanged));
        if !items.is_empty() {
            issue.more.insert("items".into(), items.into_iter().map(Value::Mapping).collect());
        }
        if !measures.is_empty() {
            issue.more.insert("measures".into(), Value::Sequence(measures));
        }
    }

    /// Puts what a passage states into the issue that is read.
    fn tell(&mut self, states: &str, passage: &Passage<'_>) {
        let (kind, key) = states.split_once(' ').unwrap_or((states, ""));
        match kind {
            "status" => self.status(passage),
            "fact" => self.fact(passage, key),
            "statement" => {
                let (value, more) = (passage.value().to_owned(), texts::paragraphs(&passage.more));
                let whole: String = std::iter::once(value).chain(more).collect();
                self.last(|issue| issue.statement = whole);
            }
            "response" | "answer" | "next-steps" => self.text(states, passage),
            "measure" => self.measure(passage),
            "item" => self.item(passage, key),
            "documents" => {
                let texts: Vec<Value> = self.listed_texts(passage).iter().map(|text| self.made.text(text)).collect();
                self.last(|issue| drop(issue.more.insert("documents".into(), Value::Sequence(texts))));
            }
            "history" => {
                let history = self.history(passage);
                self.last(|issue| drop(issue.more.insert("history".into(), history)));
            }
            "figures" => self.figures(passage),
            _ => {}
        }
    }

    pub(super) fn last(&mut self, put: impl FnOnce(&mut DraftIssue)) {
        if let Some(issue) = self.issues.last_mut() {
            put(issue);
        }
    }
}

/// Returns what words of the document call the record of an issue.
pub(super) fn record_of(made: &MadeReader<'_>, issue: &DraftIssue) -> String {
    let is_per_section = made.draft.more.get("numbering").and_then(Value::as_str) == Some("per-section");
    match issue.section.filter(|_| is_per_section) {
        Some(section) => format!("{}-{}", section + 1, issue.printed),
        None => issue.printed.to_string(),
    }
}
