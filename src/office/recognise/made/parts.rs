//! The parts of a document that gongkai made beside its issues, in their order: titles and texts.

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::passage::Passage;
use super::{printed, texts};
use crate::office::draft::{DraftPart, PartKind};
use crate::value::is_id;

impl MadeReader<'_> {
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
