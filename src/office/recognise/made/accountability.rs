//! What is said of persons held to account: a table of figures, and groups of persons, whom the document shows by their posts.

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::figure::KnownFigure;
use super::passage::Passage;
use super::printed;
use crate::office::manuscript::{Block, Row};
use crate::text::locale::Argument;

impl MadeReader<'_> {
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

    /// Returns the table with the figures of persons held to account, which the document knows; its notes are about them.
    pub(super) fn figure_table<'m>(&mut self, passage: &Passage<'m>) -> Option<&'m Block> {
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

/// Returns the number that the digits of a text make.
fn digits_of(text: &str) -> Option<u64> {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}
