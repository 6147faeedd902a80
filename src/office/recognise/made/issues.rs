//! The issues of a document that gongkai made.

use super::around::MadeReader;
use super::passage::Passage;
use super::{printed, texts};
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::recognise::words;
use crate::office::report::Certainty;
use crate::say;
use crate::value::{BUILT_IN_STATUSES, Date};
use serde_yaml::{Mapping, Value};

/// Reads issues one after the other.
pub(super) struct IssueReader<'r, 'a> {
    made: &'r mut MadeReader<'a>,
    issues: Vec<DraftIssue>,
    /// Items of the issue that is read.
    items: Vec<Mapping>,
    measures: Vec<Value>,
    section: Option<usize>,
    topic: Option<usize>,
    /// The status that open matters are listed under.
    listed: Option<(String, &'static str)>,
    /// Issues that open matters have been found for.
    found: Vec<usize>,
}

/// The numbers that headings of issues begin with.
const ORDINALS: [&str; 4] =
    ["numbering.issue", "numbering.issue_of_section", "numbering.issue_of_notice", "numbering.labelled"];

impl IssueReader<'_, '_> {
    pub(super) fn read(made: &mut MadeReader<'_>, passages: &[Passage<'_>]) {
        let (issues, items, measures) = (Vec::new(), Vec::new(), Vec::new());
        let (section, topic, listed, found) = (None, None, None, Vec::new());
        let mut reader = IssueReader { made, issues, items, measures, section, topic, listed, found };
        for passage in passages {
            reader.take(passage);
        }
        reader.close();
        let issues = reader.issues;
        made.draft.issues = issues;
    }

    fn take(&mut self, passage: &Passage<'_>) {
        let text = passage.first.text.trim();
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

    fn without_number<'t>(&self, text: &'t str, keys: &[&str]) -> &'t str {
        let found = keys.iter().find_map(|key| printed::ordinal(self.made.locale, key, text));
        found.map_or(text, |(_, rest)| rest).trim()
    }

    fn begin(&mut self, passage: &Passage<'_>) {
        self.close();
        let text = passage.first.text.trim();
        let found = ORDINALS.iter().find_map(|key| printed::ordinal(self.made.locale, key, text));
        let (label, title) = self.labelled(text).or(found).unwrap_or(("", text));
        let printed = printed::number(self.made.locale, label).unwrap_or(0);
        let (section, topic, line) = (self.section, self.topic, passage.first.number);
        let title = title.trim();
        let mut issue =
            DraftIssue { printed, line, section, topic, title: Some(title.to_owned()), ..DraftIssue::default() };
        issue.more.insert("title".into(), self.made.text(title));
        if printed == 0 && !label.is_empty() {
            issue.more.insert("label".into(), label.into());
        }
        self.issues.push(issue);
        self.texts_behind(passage);
    }

    /// Returns the label that a heading begins with, of those that the document knows, and what stands behind it.
    fn labelled<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let locale = self.made.locale;
        let behind = |label: &String, key: &&str| {
            let printed = locale.labelled(label, &locale.text(key));
            let at = printed.find(&**label)?;
            text.starts_with(&*printed).then(|| (&text[at..at + label.len()], &text[printed.len()..]))
        };
        let found = self.made.labels.iter().filter_map(|label| ORDINALS.iter().find_map(|key| behind(label, key)));
        found.max_by_key(|(label, _)| label.len())
    }

    /// What was typed behind a line that is whole goes on with what was done.
    fn texts_behind(&mut self, passage: &Passage<'_>) {
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

    fn last(&mut self, put: impl FnOnce(&mut DraftIssue)) {
        if let Some(issue) = self.issues.last_mut() {
            put(issue);
        }
    }

    /// Returns the id of a status by the words that a text begins with, and the built-in status that it counts as.
    fn status_of(&self, text: &str) -> Option<(String, &'static str)> {
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
    fn taken<'t>(&self, text: &'t str, key: &str) -> (&'t str, Option<Date>) {
        let found = printed::behind(self.made.locale, key, "date", text);
        let dated = found.and_then(|(rest, on)| Some((rest, printed::date(self.made.locale, on)?)));
        dated.map_or((text, None), |(rest, on)| (rest, Some(on)))
    }

    fn text(&mut self, states: &str, passage: &Passage<'_>) {
        let (markdown, paragraphs) = (texts::of(passage, false), texts::paragraphs(&passage.more));
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

    /// Texts that stand in one paragraph.
    fn listed_texts(&self, passage: &Passage<'_>) -> Vec<String> {
        let joiner = self.made.locale.text("document.joiner");
        passage.value().split(&*joiner).map(|text| text.trim().to_owned()).collect()
    }

    fn history(&mut self, passage: &Passage<'_>) -> Value {
        let colon = self.made.locale.text("head.colon");
        let mut entries = Vec::new();
        for text in self.listed_texts(passage) {
            let words = self.made.statuses.iter().filter_map(|(word, id, _)| Some((text.find(&**word)?, word, id)));
            let found = words.min_by_key(|(at, word, _)| (*at, usize::MAX - word.len()));
            let entry = found.and_then(|(at, word, id)| {
                let mut entry = Mapping::new();
                entry.insert("on".into(), printed::date(self.made.locale, &text[..at])?.to_string().into());
                entry.insert("status".into(), id.as_str().into());
                let note = text[at + word.len()..].strip_prefix(&*colon);
                note.map(|note| entry.insert("note".into(), self.made.text(note)));
                Some(Value::Mapping(entry))
            });
            match entry {
                Some(entry) => entries.push(entry),
                None => {
                    let message = say!(
                        "状态变化没有读懂，没有收入",
                        "a change of status that was not understood, and not taken over"
                    );
                    self.made.report.at(Certainty::NotUnderstood, passage.first.number, &text, message);
                }
            }
        }
        Value::Sequence(entries)
    }

    /// Figures with their labels. A sentence among them follows from the equations of the notice.
    fn figures(&mut self, passage: &Passage<'_>) {
        let colon = self.made.locale.text("head.colon");
        let mut figures = Vec::new();
        for text in self.listed_texts(passage) {
            let number = passage.first.number;
            let Some((label, shown)) = text.rsplit_once(&*colon) else {
                let message =
                    say!("由算式得出的句子，没有收入", "a sentence that follows from equations; it was not taken over");
                self.made.report.at(Certainty::LeftOut, number, &text, message);
                continue;
            };
            match self.figure(figures.len() + 1, label.trim(), shown.trim()) {
                Some(figure) => figures.push(figure),
                None => {
                    let message =
                        say!("数据没有读懂，没有收入", "a figure that was not understood, and not taken over");
                    self.made.report.at(Certainty::NotUnderstood, number, &text, message);
                }
            }
        }
        if !figures.is_empty() {
            self.last(|issue| drop(issue.more.insert("figures".into(), Value::Sequence(figures))));
        }
    }

    /// Returns the record of a figure, with what it was and the day that it holds for.
    fn figure(&self, at: usize, label: &str, shown: &str) -> Option<Value> {
        // Another language sets figures otherwise.
        let locale = Some(self.made.locale).filter(|locale| locale.lang == self.made.lang)?;
        let (shown, as_of) = self.taken(shown, "metadata.as_of");
        let (shown, was) = match printed::behind(locale, "money.was", "was", shown) {
            Some((shown, was)) => (shown, Some(printed::figure(locale, was)?.0)),
            None => (shown, None),
        };
        let (value, unit, scale, approx) = printed::figure(locale, shown)?;
        let mut figure = Mapping::new();
        figure.insert("id".into(), format!("figure-{at}").into());
        figure.insert("label".into(), self.made.text(label));
        figure.insert("value".into(), number(&value.to_string()));
        figure.insert("unit".into(), unit.into());
        scale.map(|scale| figure.insert("shown_in".into(), scale.into()));
        approx.map(|approx| figure.insert("approx".into(), approx.into()));
        was.map(|was| figure.insert("was".into(), number(&was.to_string())));
        as_of.map(|day| figure.insert("as_of".into(), day.to_string().into()));
        Some(Value::Mapping(figure))
    }

    /// A measure: its text, and in brackets its status and what else is said of it.
    fn measure(&mut self, passage: &Passage<'_>) {
        let locale = self.made.locale;
        let whole = passage.first.text.trim();
        let mut measure = Mapping::new();
        let number = printed::ordinal(locale, "numbering.topic", whole);
        let counted = (self.measures.len() + 1).to_string();
        let text = match number.filter(|(label, _)| *label == counted) {
            Some((_, rest)) => rest,
            None => match whole.split_once(' ') {
                Some((label, rest)) => {
                    measure.insert("label".into(), label.into());
                    rest
                }
                None => whole,
            },
        };
        let split = printed::two(locale, "document.measure", ["text", "facts"], text);
        let facts = split.and_then(|(_, facts)| self.measure_facts(facts));
        let said = if facts.is_some() { split.map_or(text, |(text, _)| text) } else { text };
        measure.insert("text".into(), self.made.text(said.trim()));
        measure.extend(facts.unwrap_or_default());
        self.measures.push(Value::Mapping(measure));
        let words = said.trim().to_owned();
        self.last(|issue| issue.measures.push(words));
        self.texts_behind(passage);
    }

    /// Returns what is said of a measure; nothing if it is not of that form.
    fn measure_facts(&mut self, text: &str) -> Option<Mapping> {
        let locale = self.made.locale;
        let colon = locale.text("head.colon");
        let columns = |key: &str| locale.text(&format!("data.columns.{key}.title"));
        let mut facts = Mapping::new();
        let mut fields = Mapping::new();
        for (at, said) in text.split(&*locale.text("document.joiner")).enumerate() {
            let Some((label, value)) = said.split_once(&*colon) else {
                let status = self.made.statuses.iter().find(|(word, ..)| word == said).filter(|_| at == 0)?;
                facts.insert("status".into(), status.1.as_str().into());
                continue;
            };
            let (rest, was) = self.taken(value, "issue.original_due");
            match label {
                label if label == columns("due") => {
                    match printed::date(locale, rest) {
                        Some(date) => facts.insert("due".into(), date.to_string().into()),
                        None => facts.insert("due_text".into(), self.made.text(rest)),
                    };
                    was.map(|was| facts.insert("original_due".into(), was.to_string().into()));
                }
                label if label == columns("completed_on") => {
                    facts.insert("completed_on".into(), printed::date(locale, value)?.to_string().into());
                }
                label if label == columns("lead") => drop(facts.insert("lead".into(), self.made.unit_ids(value))),
                label if label == columns("responsible") => {
                    facts.insert("responsible".into(), self.made.unit_ids(value));
                }
                label => {
                    let (id, ..) = self.made.draft.known.fields.iter().find(|(_, known, _)| known == label)?;
                    fields.insert(id.as_str().into(), self.made.text(value));
                }
            }
        }
        if !fields.is_empty() {
            facts.insert("fields".into(), Value::Mapping(fields));
        }
        Some(facts)
    }

    /// An item, and what is said of it.
    fn item(&mut self, passage: &Passage<'_>, key: &str) {
        let locale = self.made.locale;
        let whole = passage.first.text.trim();
        if key.is_empty() {
            let line = self.without_number(whole, &["numbering.topic"]);
            let (title, status) = printed::two(locale, "data.item", ["title", "status"], line).unwrap_or((line, ""));
            let mut item = Mapping::new();
            item.insert("title".into(), self.made.text(title));
            if let Some((id, _)) = self.status_of(status) {
                item.insert("status".into(), id.into());
            }
            if status.contains(&*self.made.inferred) {
                item.insert("status_basis".into(), "inferred".into());
            }
            return self.items.push(item);
        }
        let value = passage.value();
        let entry = match key {
            "due" | "completed_on" => {
                let (rest, was) = self.taken(value, "issue.original_due");
                if let (Some(was), Some(item)) = (was, self.items.last_mut()) {
                    item.insert("original_due".into(), was.to_string().into());
                }
                printed::date(locale, rest).map(|date| date.to_string().into())
            }
            "statement" => Some(self.made.text(value)),
            "history" => Some(self.history(passage)),
            _ => texts::of(passage, true).map(|text| self.made.text(text.trim_end())),
        };
        match (entry, self.items.last_mut()) {
            (Some(entry), Some(item)) => drop(item.insert(key.into(), entry)),
            _ => self.made.left(passage, &say!("小项里的内容", "something of an item")),
        }
    }

    /// What is still to be done about the issue whose title a heading has.
    fn open(&mut self, passage: &Passage<'_>) {
        let bare = |text: &str| text.replace('‘', "“").replace('’', "”");
        let heading = bare(passage.first.text.trim());
        let is_named = |at: &usize| {
            let title = self.issues[*at].title.as_deref().map(bare).unwrap_or_default();
            !self.found.contains(at) && !title.is_empty() && heading.contains(&title)
        };
        let named = (0..self.issues.len()).filter(is_named);
        let Some(at) = named.max_by_key(|at| (self.issues[*at].title.as_deref().map_or(0, str::len), usize::MAX - *at))
        else {
            let message = say!("没有找到对应的问题", "no issue fits this");
            self.made.report.at(Certainty::NotUnderstood, passage.first.number, &passage.first.text, message);
            return;
        };
        self.found.push(at);
        let markdown = texts::of(passage, false).map(|text| self.made.text(text.trim_end()));
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

/// Returns a number as a record has it.
fn number(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|_| text.into())
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

    /// Returns their ids; a body that is new gets one.
    fn unit_ids(&mut self, text: &str) -> Value {
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
