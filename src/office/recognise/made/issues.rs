//! The issues of a document that gongkai made.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::notes::FoundNotes;
use super::passage::Passage;
use super::{printed, texts};
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::recognise::words;
use crate::office::report::Certainty;
use crate::say;
use crate::value::{BUILT_IN_STATUSES, Date};

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

/// The titles of so many issues, sought all at once.
struct IssueTitles {
    count: usize,
    automaton: Option<AhoCorasick>,
}

/// After so many figures that were not understood none is sought any more: each is laid beside all units and scales.
pub(super) const MOST_UNREAD: usize = 100;

/// The numbers that headings of issues begin with.
const ORDINALS: [&str; 4] =
    ["numbering.issue", "numbering.issue_of_section", "numbering.issue_of_notice", "numbering.labelled"];

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

    /// Takes the notes of the editor that stand in a passage about the issue that is read.
    fn note(&mut self, passage: &Passage<'_>) {
        self.is_behind = match passage.kind() {
            "issue" => false,
            "part" | "text" | "section" | "topic" | "open-status" => true,
            _ => self.is_behind,
        };
        let locale = self.made.locale;
        let Some(notes) = self.notes.last_mut().filter(|_| !self.is_behind && passage.kind() != "issue") else {
            return;
        };
        match passage.kind() {
            "note" => notes.add(locale, &passage.first.text),
            _ => notes.take(locale, passage),
        }
    }

    /// Puts notes where they belong, with the figures that they are about, and the equations of each issue into its record.
    fn settle(&mut self) {
        let notes = std::mem::take(&mut self.notes).into_iter().zip(&self.shown);
        for (issue, (mut notes, shown)) in self.issues.iter_mut().zip(notes) {
            let record = record_of(self.made, issue);
            issue.markdown = issue.markdown.take().map(|text| notes.settle(&text, shown));
            issue.more.iter_mut().for_each(|(_, value)| settle(value, &mut notes, shown));
            notes.write(self.made.lang, self.made.known.accepted(&record), &mut issue.more);
            let figures = issue.more.get("figures").and_then(Value::as_sequence);
            let there: Vec<&str> = figures.into_iter().flatten().filter_map(|figure| figure["id"].as_str()).collect();
            let equations = self.made.known.equations(&record, &there);
            equations.map(|equations| issue.more.insert("equations".into(), equations));
        }
    }

    fn section(&mut self, text: &str) {
        let known =
            self.made.draft.known.sections.iter().map(|(_, title)| title).find(|title| text.ends_with(&***title));
        let title =
            known.map_or_else(|| self.without_number(text, &["numbering.section", "numbering.part"]), |title| &**title);
        let title = title.to_owned();
        self.made.draft.sections.push(DraftSection { title, topics: Vec::new() });
        (self.section, self.topic) = (Some(self.made.draft.sections.len() - 1), None);
    }

    fn topic(&mut self, text: &str) {
        let title = self.without_number(text, &["numbering.topic"]).to_owned();
        let Some(section) = self.section else { return };
        let topics = &mut self.made.draft.sections[section].topics;
        topics.push(title);
        self.topic = Some(topics.len() - 1);
    }

    pub(super) fn without_number<'t>(&self, text: &'t str, keys: &[&str]) -> &'t str {
        let found = keys.iter().find_map(|key| printed::ordinal(self.made.locale, key, text));
        found.map_or(text, |(_, rest)| rest).trim()
    }

    fn begin(&mut self, passage: &Passage<'_>) {
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

    /// What was typed behind a line that is whole goes on with what was done.
    pub(super) fn texts_behind(&mut self, passage: &Passage<'_>) {
        let Some(issue) = self.issues.last_mut() else { return };
        for text in texts::paragraphs(&passage.more) {
            let message =
                say!("接在一行后面，按整改情况收入", "it follows a line that is whole, and is taken for what was done");
            self.made.report.at(Certainty::Likely, passage.first.number, &text, message);
            issue.response.push(text);
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

    /// Returns the id of a status by the words that a text begins with, and the built-in status that it counts as.
    pub(super) fn status_of(&self, text: &str) -> Option<(String, &'static str)> {
        let known = self.made.statuses.iter().filter(|(word, ..)| text.starts_with(&**word));
        let known = known.max_by_key(|(word, ..)| word.len());
        let built_in = |id: &str| BUILT_IN_STATUSES.iter().find(|status| status.id == id).map(|status| status.id);
        match known {
            Some((_, id, class)) => Some((id.clone(), built_in(class)?)),
            None => words::status(text).map(|id| (id.to_owned(), id)),
        }
    }

    fn status(&mut self, passage: &Passage<'_>) {
        let value = passage.value();
        let Some((id, class)) = self.status_of(value) else {
            let message = say!("看不出是哪种状态，没有写状态", "no status can be read from this, and none is written");
            self.made.report.at(Certainty::NotUnderstood, passage.first.number, value, message);
            return;
        };
        let is_inferred = value.contains(&*self.made.inferred);
        self.last(|issue| {
            issue.status = (class != "not-stated").then_some(class);
            issue.is_inferred = is_inferred;
            issue.more.insert("status".into(), id.into());
        });
    }

    fn fact(&mut self, passage: &Passage<'_>, key: &str) {
        let value = passage.value().to_owned();
        let units = || self.made.bodies(&value);
        match key {
            "due" => return self.due(passage),
            "lead" => {
                let units = units();
                self.last(|issue| issue.lead = units);
            }
            "responsible" => {
                let units = units();
                self.last(|issue| issue.responsible = units);
            }
            "answer" => {
                let known = self.made.responses.iter().find(|(word, _)| *word == value).map(|(_, id)| id.clone());
                match known {
                    Some(id) => self.last(|issue| drop(issue.more.insert("response".into(), id.into()))),
                    None => self.own_field(passage),
                }
            }
            "places" => match self.made.place_ids(&value) {
                Some(ids) => self.last(|issue| drop(issue.more.insert("places".into(), ids))),
                None => self.own_field(passage),
            },
            "verified_by" => {
                let ids = self.made.unit_ids(&value);
                self.last(|issue| drop(issue.more.insert("verified_by".into(), ids)));
            }
            "completed_on" | "verified_on" => match printed::date(self.made.locale, &value) {
                Some(date) => self.last(|issue| drop(issue.more.insert(key.into(), date.to_string().into()))),
                None => {
                    let message = say!("看不出是哪一天，没有收入", "no day can be read from this, and none is written");
                    self.made.report.at(Certainty::NotUnderstood, passage.first.number, &value, message);
                }
            },
            _ => self.own_field(passage),
        }
        self.texts_behind(passage);
    }

    /// Takes a fact for a field of the office's own.
    fn own_field(&mut self, passage: &Passage<'_>) {
        let (label, value) = (passage.label().to_owned(), passage.value().to_owned());
        self.last(|issue| issue.fields.push((label, value)));
    }

    /// A deadline: its date or its words, the day that is counted to, the date before it was moved.
    fn due(&mut self, passage: &Passage<'_>) {
        let locale = self.made.locale;
        let value = passage.value();
        if value == locale.text("issue.no_due") {
            return self.last(|issue| drop(issue.more.insert("due".into(), "not-stated".into())));
        }
        // Words that the document knows the day of stand first.
        let is_of = |(words, _): &&(String, Date)| {
            let behind = value.strip_prefix(&**words).map(str::trim_start);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(['（', '(']))
        };
        let of = self.made.deadlines.iter().filter(is_of);
        let known = of.max_by_key(|(words, _)| words.len()).cloned();
        let (rest, was) = self.taken(value, "issue.original_due");
        let (rest, counted) = self.taken(rest, "issue.counted_as");
        let date = printed::date(locale, rest).or_else(|| self.before_brackets(passage, rest));
        let rest = known.as_ref().map_or(rest, |(words, _)| words.as_str());
        let known = known.as_ref().map(|(_, day)| *day);
        let counted = known.or(counted);
        if date.is_none() && counted.is_none() {
            let message = say!(
                "时限按原话收入，看不出是哪一天，请核对 due",
                "the deadline is taken over in its own words: no day can be read from them; please check `due`"
            );
            self.made.report.at(Certainty::Likely, passage.first.number, value, message);
        }
        let words = date.filter(|_| known.is_none()).is_none().then(|| self.made.text(rest));
        self.last(|issue| {
            issue.due = known.or(date).or(counted);
            if issue.due.is_none() {
                issue.more.insert("due".into(), "not-stated".into());
            }
            words.map(|words| issue.more.insert("due_text".into(), words));
            was.map(|was| issue.more.insert("original_due".into(), was.to_string().into()));
        });
    }

    /// Returns the date before brackets whose words no language of gongkai has, and says that they are left out.
    fn before_brackets(&mut self, passage: &Passage<'_>, text: &str) -> Option<Date> {
        let at = text.find(['(', '（'])?;
        let date = printed::date(self.made.locale, &text[..at])?;
        let message = say!("时限后面括号里的话没有收入", "the words in brackets behind a deadline were not taken over");
        self.made.report.at(Certainty::LeftOut, passage.first.number, &text[at..], message);
        Some(date)
    }

    /// Takes a date in the words of a message from the end of a text.
    pub(super) fn taken<'t>(&self, text: &'t str, key: &str) -> (&'t str, Option<Date>) {
        let found = printed::behind(self.made.locale, key, "date", text);
        let dated = found.and_then(|(rest, on)| Some((rest, printed::date(self.made.locale, on)?)));
        dated.map_or((text, None), |(rest, on)| (rest, Some(on)))
    }

    fn text(&mut self, states: &str, passage: &Passage<'_>) {
        let (markdown, paragraphs) = (texts::of(self.made.locale, passage, false), texts::paragraphs(&passage.more));
        let set = markdown.as_ref().map(|text| self.made.text(text.trim_end()));
        self.last(|issue| match states {
            "response" => {
                issue.response.extend(paragraphs);
                issue.markdown = markdown;
            }
            "answer" => drop(set.map(|set| issue.more.insert("response_text".into(), set))),
            _ => {
                issue.next_steps = paragraphs;
                set.map(|set| issue.more.insert("next_steps".into(), set));
            }
        });
    }

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
    fn open(&mut self, passage: &Passage<'_>) {
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

/// Returns every beginning of a heading with a label that the document knows, where the label stands in it, and the number of its issue.
fn beginnings(made: &MadeReader<'_>) -> BTreeMap<String, (Range<usize>, Option<u32>)> {
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

/// A title within a heading has quotation marks of the second kind.
fn bare(text: &str) -> String {
    text.replace('‘', "“").replace('’', "”")
}

/// Returns what words of the document call the record of an issue.
pub(super) fn record_of(made: &MadeReader<'_>, issue: &DraftIssue) -> String {
    let is_per_section = made.draft.more.get("numbering").and_then(Value::as_str) == Some("per-section");
    match issue.section.filter(|_| is_per_section) {
        Some(section) => format!("{}-{}", section + 1, issue.printed),
        None => issue.printed.to_string(),
    }
}

/// Takes the marks of notes out of the texts of a record.
fn settle(value: &mut Value, notes: &mut FoundNotes, shown: &[(String, String)]) {
    match value {
        Value::String(text) => *text = notes.settle(text, shown),
        Value::Sequence(all) => all.iter_mut().for_each(|value| settle(value, notes, shown)),
        Value::Mapping(all) => all.iter_mut().for_each(|(_, value)| settle(value, notes, shown)),
        _ => {}
    }
}

impl MadeReader<'_> {
    /// Returns the bodies that a list names; a name that the document knows may have commas inside.
    fn bodies(&self, text: &str) -> Vec<String> {
        let comma = self.locale.text("head.comma");
        let known = |name: &str| self.draft.known.units.iter().any(|(_, known)| known == name);
        let mut names: Vec<String> = Vec::new();
        let mut open = String::new();
        for part in text.split(&*comma) {
            open = if open.is_empty() { part.to_owned() } else { format!("{open}{comma}{part}") };
            if known(open.trim()) || !self.draft.known.units.iter().any(|(_, name)| name.starts_with(open.trim())) {
                names.push(open.trim().to_owned());
                open.clear();
            }
        }
        names.extend(Some(open.trim().to_owned()).filter(|open| !open.is_empty()));
        names
    }

    /// Returns the ids of the places that a list names; nothing if one of them is not known.
    fn place_ids(&self, text: &str) -> Option<Value> {
        let comma = self.locale.text("head.comma");
        let id = |name: &str| self.places.iter().find(|(known, _)| known == name.trim()).map(|(_, id)| id.as_str());
        let ids = text.split(&*comma).map(|name| id(name).map(Value::from)).collect::<Option<Vec<_>>>()?;
        Some(Value::Sequence(ids))
    }

    /// Returns their ids; a body that is new gets one.
    pub(super) fn unit_ids(&mut self, text: &str) -> Value {
        let mut ids = Vec::new();
        for name in self.bodies(text) {
            let known = self.draft.known.units.iter().find(|(_, known)| *known == name).map(|(id, _)| id.clone());
            let id = known.unwrap_or_else(|| {
                let id = format!("unit-{}", self.draft.known.units.len() + 1);
                self.draft.known.units.push((id.clone(), name));
                id
            });
            ids.push(Value::from(id));
        }
        Value::Sequence(ids)
    }
}
