//! What an issue states, field by field, as texts: what a second file says of an issue is laid beside what is there by this one list.

use super::{DraftIssue, DraftSection};
use crate::diagnostic::Message;
use crate::say;

/// A field of an issue that a file may state beside what was found, by which the issue is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatedField {
    /// What the office calls it by.
    Label,
    /// Its section.
    Section,
    /// Its topic.
    Topic,
    /// Its title.
    Title,
    /// Its status.
    Status,
    /// Its deadline.
    Due,
    /// Its deadline in the words of the office, where they say more than a date.
    DueText,
    /// When it was completed.
    CompletedOn,
    /// Lead bodies.
    Lead,
    /// Responsible bodies.
    Responsible,
    /// What was done.
    Response,
    /// What is still to be done.
    NextSteps,
    /// Measures.
    Measures,
    /// A field of the office's own.
    Own(String),
    /// A further entry of its record.
    More(String),
}

impl StatedField {
    /// Returns what it is called.
    pub fn name(&self) -> Message {
        match self {
            StatedField::Label => say!("编号", "label"),
            StatedField::Section => say!("方面", "section"),
            StatedField::Topic => say!("二级问题", "topic"),
            StatedField::Title => say!("标题", "title"),
            StatedField::Status => say!("状态", "status"),
            StatedField::Due => say!("时限", "deadline"),
            StatedField::DueText => say!("时限的原话", "deadline in words"),
            StatedField::CompletedOn => say!("完成日期", "day of completion"),
            StatedField::Lead => say!("牵头单位", "lead"),
            StatedField::Responsible => say!("责任单位", "responsible"),
            StatedField::Response => say!("整改情况", "response"),
            StatedField::NextSteps => say!("下一步", "next steps"),
            StatedField::Measures => say!("整改措施", "measures"),
            StatedField::Own(name) | StatedField::More(name) => Message { zh: name.clone(), en: name.clone() },
        }
    }
}

impl DraftIssue {
    /// Returns what it states, beside its number and what was found; lines of lists are apart by `\n`.
    pub fn stated(&self, sections: &[DraftSection]) -> Vec<(StatedField, String)> {
        // Without dots, so that a field that is added is thought of here.
        #[rustfmt::skip]
        let DraftIssue {
            number: _, printed: _, line: _, statement: _, tables: _, is_inferred: _, markdown: _,
            label, section, topic, title, response, is_by_measures, status, due, due_text, completed_on, lead,
            responsible,
            measures, next_steps, fields, more,
        } = self;
        let section = section.and_then(|at| sections.get(at));
        let topic = section.zip(*topic).and_then(|(section, at)| section.topics.get(at));
        let (response, measures) = if *is_by_measures { (&[][..], response) } else { (&response[..], measures) };
        let date = |date: &Option<crate::value::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let mut found = vec![
            (StatedField::Label, label.clone().unwrap_or_default()),
            (StatedField::Section, section.map(|section| section.title.clone()).unwrap_or_default()),
            (StatedField::Topic, topic.cloned().unwrap_or_default()),
            (StatedField::Title, title.clone().unwrap_or_default()),
            (StatedField::Status, status.unwrap_or_default().to_owned()),
            (StatedField::Due, date(due)),
            (StatedField::DueText, due_text.clone().filter(|_| due.is_some()).unwrap_or_default()),
            (StatedField::CompletedOn, date(completed_on)),
            (StatedField::Lead, lead.join("\n")),
            (StatedField::Responsible, responsible.join("\n")),
            (StatedField::Response, response.join("\n")),
            (StatedField::NextSteps, next_steps.join("\n")),
            (StatedField::Measures, measures.join("\n")),
        ];
        found.extend(fields.iter().map(|(label, text)| (StatedField::Own(label.clone()), text.clone())));
        let entry = |(key, value): (&serde_yaml::Value, &serde_yaml::Value)| {
            let text = value.as_str().or_else(|| value.as_mapping()?.values().next()?.as_str());
            Some((StatedField::More(key.as_str()?.to_owned()), text?.to_owned()))
        };
        found.extend(more.iter().filter_map(entry));
        found.retain(|(_, text)| !text.trim().is_empty());
        found
    }

    /// Takes a field over from another issue; returns whether it has a place for it.
    pub fn take(&mut self, field: &StatedField, other: &DraftIssue) -> bool {
        match field {
            StatedField::Status => (self.status, self.is_inferred) = (other.status, other.is_inferred),
            StatedField::Due => self.due = other.due,
            StatedField::DueText => self.due_text.clone_from(&other.due_text),
            StatedField::CompletedOn => self.completed_on = other.completed_on,
            StatedField::Lead => self.lead.clone_from(&other.lead),
            StatedField::Responsible => self.responsible.clone_from(&other.responsible),
            StatedField::NextSteps => self.next_steps.clone_from(&other.next_steps),
            StatedField::Measures if other.is_by_measures => self.measures.clone_from(&other.response),
            StatedField::Measures => self.measures.clone_from(&other.measures),
            // A table among the measures stands where they do.
            StatedField::Response if !self.tables.is_empty() => return false,
            StatedField::Response => {
                let was = std::mem::replace(&mut self.response, other.response.clone());
                if std::mem::take(&mut self.is_by_measures) {
                    self.measures = was;
                }
            }
            StatedField::Own(label) => {
                let text = other.fields.iter().find(|(known, _)| known == label);
                text.iter().for_each(|(label, text)| self.add_field(label, text));
            }
            StatedField::Label | StatedField::Section | StatedField::Topic | StatedField::Title => return false,
            StatedField::More(_) => return false,
        }
        true
    }
}
