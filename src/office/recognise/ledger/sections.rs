//! Sections and topics of a ledger, which carry down from row to row.

use super::super::words::Slot;
use super::columns::RecognisedColumn;
use crate::office::draft::{DraftIssue, DraftSection};
use crate::office::manuscript::Row;

/// Remembers the section and the topic of a row; a covered or empty cell has those of the row above. A new section begins without a topic.
pub(super) fn carry(row: &Row, columns: &[RecognisedColumn], carried: &mut [String; 2]) {
    for (depth, slot) in [Slot::Section, Slot::Topic].into_iter().enumerate() {
        let cell =
            row.cells.iter().zip(columns).find(|(_, column)| column.slot == slot).map(|(cell, _)| cell.text.trim());
        if let Some(text) = cell.filter(|text| !text.is_empty() && *text != carried[depth]) {
            carried[depth] = text.to_owned();
            carried[depth + 1..].fill(String::new());
        }
    }
}

pub(super) fn place(sections: &mut Vec<DraftSection>, issue: &mut DraftIssue, [section, topic]: &[String; 2]) {
    if section.is_empty() {
        return;
    }
    let at = sections.iter().position(|known| known.title == *section).unwrap_or_else(|| {
        sections.push(DraftSection { title: section.clone(), topics: Vec::new() });
        sections.len() - 1
    });
    issue.section = Some(at);
    if !topic.is_empty() {
        let topics = &mut sections[at].topics;
        issue.topic = Some(topics.iter().position(|known| known == topic).unwrap_or_else(|| {
            topics.push(topic.clone());
            topics.len() - 1
        }));
    }
}
