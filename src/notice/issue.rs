//! An issue as it stands on a day: its record with what was looked up, and what follows from both.

use std::sync::Arc;

use super::{FieldValues, Group, IssueKey, IssueRecord, Narrative, Status, labels};
use crate::value::{Date, Due, Lang, RelPath, StatusClass, Text};

/// An issue.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The record's file.
    pub path: RelPath,
    /// What stands for it in addresses, anchors and downloads.
    pub key: IssueKey,
    /// Its section and topic, as far as the notice has them.
    pub group: Group,
    /// Its status at the date of the edition.
    pub status: Status,
    /// What was done.
    pub response: Option<Narrative>,
    /// What it says in fields that the notice declares.
    pub values: FieldValues,
    /// The same of each measure.
    pub measure_values: Vec<FieldValues>,
    /// As the author wrote it, the history in order.
    pub record: Arc<IssueRecord>,
}

impl Issue {
    /// Returns the number of its file.
    pub fn number(&self) -> u32 {
        *self.record.number
    }

    /// Returns what it is called wherever its number is named: its label, or else its number.
    pub fn label(&self, lang: Lang) -> String {
        self.record.label.as_ref().map_or_else(|| self.number().to_string(), |label| label.text(lang).to_owned())
    }

    /// Returns the same issue with its narratives as nobody has read them.
    pub fn unread(&self) -> Issue {
        let mut issue = self.clone();
        let narratives = issue.response.iter_mut().flat_map(|narrative| narrative.files.values_mut());
        narratives.for_each(|file| *file = file.unread());
        issue
    }

    /// Returns whether its label says by itself what it is, as 第二十七项 and A-13-001 do; a bare number or letter does not.
    pub fn has_speaking_label(&self, lang: Lang) -> bool {
        self.record.label.as_ref().is_some_and(|label| labels::speaks(label.text(lang)))
    }

    /// Returns what authors are told that it is called: its label, or else its key, which is the only one of its kind.
    pub fn name(&self) -> String {
        self.record.label.as_ref().map_or_else(|| self.key.to_string(), |label| label.first().to_owned())
    }

    /// Returns whether the record says that no deadline is stated, or has none for what is still to be done.
    pub fn has_no_due(&self) -> bool {
        let is_unstated = self.record.due.is_some_and(|due| *due == Due::NotStated);
        let is_open = self.class().is_outstanding() && self.due().is_none();
        self.record.due_text.is_none() && (is_unstated || is_open)
    }

    /// Returns what its status counts as.
    pub fn class(&self) -> StatusClass {
        self.status.class
    }

    /// Returns the deadline.
    pub fn due(&self) -> Option<Date> {
        self.record.deadline().map(|due| *due)
    }

    /// Returns days between the deadline and `as_of`, if the deadline has passed with something still to be done.
    pub fn days_overdue(&self, as_of: Date) -> Option<i64> {
        let days = self.due()?.days_until(as_of);
        (self.class().is_outstanding() && days > 0).then_some(days)
    }

    /// Returns the ids of its lead and responsible units, as the author gave them.
    pub fn unit_ids(&self) -> impl Iterator<Item = &Text> {
        self.record.lead.iter().chain(&self.record.responsible)
    }
}
