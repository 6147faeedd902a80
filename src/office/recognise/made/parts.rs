//! The parts of a document that gongkai made beside its issues: their texts, the figures and notes of the notice as a whole, and persons held to
//! account.

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::figures::KnownFigure;
use super::notes::FoundNotes;
use super::passage::Passage;
use super::{printed, texts};
use crate::office::draft::{DraftPart, PartKind};
use crate::office::manuscript::{Block, Row};
use crate::say;
use crate::text::locale::{Argument, Locale};
use crate::value::is_id;

impl MadeReader<'_> {
    /// Takes the notes of the editor that are about no issue, and says which sentences follow from equations that the document does not know.
    pub(super) fn beside(&mut self, passages: &[Passage<'_>]) {
        let mut record = "notice";
        for passage in passages {
            record = match passage.states.split_once(' ').unwrap_or((passage.states, "")) {
                ("part" | "text", "accountability") => "accountability",
                ("part" | "text", "issues") | ("section" | "topic" | "issue", _) => "issues",
                ("part" | "text", _) => "notice",
                _ => record,
            };
            if passage.kind() == "rest" && !self.known.has_figures(record) {
                self.left(passage, &say!("由算式得出的句子", "a sentence that follows from equations"));
            }
            match (passage.kind(), self.notes_of(record)) {
                ("note", Some((notes, locale))) => notes.add(locale, &passage.first.text),
                (_, Some((notes, locale))) => notes.take(locale, passage),
                _ => {}
            }
        }
    }

    /// Returns the notes about the notice as a whole, or about persons held to account.
    fn notes_of(&mut self, record: &str) -> Option<(&mut FoundNotes, &Locale)> {
        let at = ["notice", "accountability"].iter().position(|known| *known == record)?;
        Some((&mut self.notes[at], self.locale))
    }

    /// Returns the figures of a record, as texts show them, with their ids.
    fn shown(&self, record: &str) -> Vec<(String, String)> {
        let figures = self.known.of(record).iter();
        figures.map(|figure| (figure.id.clone(), figure.text.clone())).collect()
    }

    /// Returns the Markdown of a text of a record, in which its notes stand where they stood.
    fn settled(&mut self, record: &str, markdown: Option<String>) -> Option<String> {
        let shown = self.shown(record);
        let settled = |markdown: String| match self.notes_of(record) {
            Some((notes, _)) => notes.settle(&markdown, &shown),
            None => markdown,
        };
        markdown.map(settled)
    }

    /// Puts the figures, equations and notes of a record into it.
    fn put_figures(&mut self, record: &str, into: &mut Mapping) {
        let key = if record == "notice" { "stated" } else { "figures" };
        let figures: Vec<Value> = self.known.of(record).iter().map(|figure| figure.record(self.lang)).collect();
        let there: Vec<&str> = self.known.of(record).iter().map(|figure| &*figure.id).collect();
        self.known.equations(record, &there).map(|equations| into.insert("equations".into(), equations));
        if !figures.is_empty() {
            into.insert(key.into(), Value::Sequence(figures));
        }
        let notes = self.notes_of(record).map(|(notes, _)| std::mem::take(notes)).unwrap_or_default();
        notes.write(self.lang, self.known.accepted(record), into);
    }

    /// Reads the parts in their order, with their texts and the sections and topics of the issues.
    pub(super) fn parts(&mut self, passages: &[Passage<'_>]) {
        let mut outline: Vec<Value> = Vec::new();
        let mut is_behind = false;
        for passage in passages {
            let (kind, id) = passage.states.split_once(' ').unwrap_or((passage.states, ""));
            let has_heading = kind == "part";
            is_behind |= kind == "issue";
            if has_heading || kind == "text" {
                let id = &*part_id(id, &outline);
                let text = passage.first.text.trim();
                let title = has_heading.then(|| self.part_title(id, text));
                outline.push(self.part_entry(id, title.as_deref()));
                self.add_part(passage, id, title, is_behind);
            } else if ["section", "topic", "issue"].contains(&kind)
                && !outline.iter().any(|part| part["id"] == "issues")
            {
                outline.push(self.part_entry("issues", None));
            }
        }
        self.put("parts", Value::Sequence(outline));
        let mut figures = Mapping::new();
        self.put_figures("notice", &mut figures);
        self.draft.more.extend(figures);
    }

    /// Returns the table with the figures of persons held to account, which the document knows; its notes are about them.
    fn figure_table<'m>(&mut self, passage: &Passage<'m>) -> Option<&'m Block> {
        const RECORD: &str = "accountability";
        let heads = ["figure", "value"].map(|key| self.locale.text(&format!("ledger.columns.{key}")));
        let known: Vec<KnownFigure> = self.known.of(RECORD).to_vec();
        let is_head = |row: &Row| row.cells.iter().map(|cell| &*cell.text).eq(heads.iter().map(|head| &**head));
        let (block, table) = passage.more.iter().find_map(|block| match block {
            Block::Table(table) if table.rows.first().is_some_and(is_head) => Some((*block, table)),
            _ => None,
        })?;
        let id = |row: &Row| {
            let [label, value] = &row.cells[..] else { return None };
            let is_it = |figure: &&KnownFigure| {
                figure.label == label.text && figure.whole_text(self.locale).as_ref() == Some(&value.text)
            };
            known.iter().find(is_it).map(|figure| figure.id.clone())
        };
        let ids: Vec<String> = table.rows.iter().skip(1).map(id).collect::<Option<_>>()?;
        let locale = self.locale;
        for (id, row) in ids.iter().zip(table.rows.iter().skip(1)) {
            let footnotes = row.cells.iter().flat_map(|cell| &cell.looks).filter_map(|look| look.footnote.as_deref());
            let numbers = footnotes.filter_map(|text| Some(printed::editors_note(locale, text)?.0));
            numbers.for_each(|number| self.notes[1].is_about(number, id));
        }
        Some(block)
    }

    fn part_entry(&self, id: &str, title: Option<&str>) -> Value {
        let mut entry = Mapping::new();
        entry.insert("id".into(), id.into());
        match title {
            Some(title) => entry.insert("title".into(), self.text(title)),
            None => entry.insert("heading".into(), false.into()),
        };
        Value::Mapping(entry)
    }

    fn add_part(&mut self, passage: &Passage<'_>, id: &str, title: Option<String>, is_behind: bool) {
        let kind = match id {
            "issues" => return self.draft.issues_title = title,
            "outstanding" => return self.draft.outstanding_title = title,
            "overview" => PartKind::Overview,
            "accountability" => PartKind::Accountability,
            "closing" => PartKind::Closing,
            _ if is_behind => PartKind::After,
            _ => PartKind::Before,
        };
        let record = if id == "accountability" { id } else { "notice" };
        let figures = (record == "accountability").then(|| self.figure_table(passage)).flatten();
        if figures.is_none() && record == "accountability" {
            self.known.forget(record);
        }
        let markdown = texts::of(self.locale, &passage.without(figures), title.is_none());
        let markdown = self.settled(record, markdown);
        let own = title.is_none().then(|| passage.first.text.trim().to_owned());
        let paragraphs = own.into_iter().chain(texts::paragraphs(&passage.more)).collect();
        let tables = Vec::new();
        let id = Some(id.to_owned());
        self.draft.parts.push(DraftPart { kind, title, paragraphs, tables, id, markdown });
    }

    /// Returns the title of a part without its number.
    fn part_title(&self, id: &str, heading: &str) -> String {
        let known = self.titles.iter().find(|(known, title)| *known == id && heading.ends_with(&**title));
        known.map_or_else(|| self.numbered("numbering.part", heading).to_owned(), |(_, title)| title.clone())
    }

    /// Returns a heading without its number.
    fn numbered<'t>(&self, key: &str, text: &'t str) -> &'t str {
        printed::ordinal(self.locale, key, text).map_or(text, |(_, rest)| rest).trim()
    }

    /// Reads what is said of persons held to account: figures, and groups of persons, whom the document shows by their posts.
    pub(super) fn accountability(&mut self, passages: &[Passage<'_>]) {
        if !passages.iter().any(|passage| ["part accountability", "text accountability"].contains(&passage.states)) {
            self.known.forget("accountability");
        }
        let mut record = Mapping::new();
        self.put_figures("accountability", &mut record);
        let groups = self.groups(passages);
        if !groups.is_empty() {
            record.insert("groups".into(), Value::Sequence(groups));
        }
        if !record.is_empty() {
            let path = "content/accountability.yaml".to_owned();
            self.draft.records.push((path, "accountability", Value::Mapping(record)));
        }
    }

    fn groups(&self, passages: &[Passage<'_>]) -> Vec<Value> {
        let mut groups: Vec<(Mapping, Vec<Value>)> = Vec::new();
        for passage in passages {
            let text = passage.first.text.trim();
            match (passage.states, groups.last_mut()) {
                ("group", _) => {
                    let is_free = |id: &str| groups.iter().all(|(group, _)| group["id"] != id);
                    let known = self.groups.iter().find(|(id, title)| is_free(id) && text.starts_with(&**title));
                    let (title, n) =
                        known.map_or_else(|| self.counted(text), |(_, title)| (title, digits_of(&text[title.len()..])));
                    let id = known.map_or_else(|| format!("group-{}", groups.len() + 1), |(id, _)| id.clone());
                    let mut group = Mapping::new();
                    group.insert("id".into(), id.into());
                    group.insert("title".into(), self.text(title));
                    n.map(|n| group.insert("stated".into(), n.into()));
                    groups.push((group, Vec::new()));
                }
                ("person", Some((_, persons))) => {
                    let mut person = Mapping::new();
                    person.insert("post".into(), self.text(text));
                    persons.push(Value::Mapping(person));
                }
                _ => {}
            }
        }
        let whole = |(mut group, persons): (Mapping, Vec<Value>)| {
            if !persons.is_empty() {
                group.remove("stated");
                group.insert("persons".into(), Value::Sequence(persons));
            }
            Value::Mapping(group)
        };
        groups.into_iter().map(whole).collect()
    }

    /// Returns the title of a group and how many persons it has: 党纪处分 3人.
    fn counted<'t>(&self, text: &'t str) -> (&'t str, Option<u64>) {
        let is_of = |words: &str| {
            let n = digits_of(words)?;
            let counted = self.locale.say("accountability.persons", &[("n", Argument::Count(n))]);
            words.starts_with(&*counted).then_some(n)
        };
        let space = self.locale.text("head.space");
        let mut places = text.rmatch_indices(&*space).filter(|(_, found)| !found.is_empty());
        let found = places.find_map(|(at, space)| Some((&text[..at], is_of(&text[at + space.len()..])?)));
        let found = found.or_else(|| {
            let mut starts = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
            starts.find_map(|at| Some((&text[..at], is_of(&text[at..])?)))
        });
        found.map_or((text, None), |(title, n)| (title.trim(), Some(n)))
    }
}

/// Returns the id of a part: the one that its style says, unless it is none or another part has it, as a copy does.
fn part_id(id: &str, outline: &[Value]) -> String {
    let is_free = |id: &str| outline.iter().all(|part| part["id"] != id);
    if is_id(id) && is_free(id) {
        return id.to_owned();
    }
    let numbered = (1..).map(|n| format!("part-{n}"));
    numbered.into_iter().find(|id| is_free(id)).unwrap_or_default()
}

/// Returns the number that the digits of a text make.
fn digits_of(text: &str) -> Option<u64> {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}
