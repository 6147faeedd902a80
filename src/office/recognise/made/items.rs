//! Items of an issue of a document that gongkai made, and what is said of each.

use serde_yaml::Mapping;

use super::issues::IssueReader;
use super::passage::Passage;
use super::{printed, texts};
use crate::say;

impl IssueReader<'_, '_> {
    /// An item, and what is said of it.
    pub(super) fn item(&mut self, passage: &Passage<'_>, key: &str) {
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
            _ => texts::of(locale, passage, true).map(|text| self.made.text(text.trim_end())),
        };
        match (entry, self.items.last_mut()) {
            (Some(entry), Some(item)) => drop(item.insert(key.into(), entry)),
            _ => self.made.left(passage, &say!("小项里的内容", "something of an item")),
        }
    }
}
