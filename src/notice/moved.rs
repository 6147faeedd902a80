//! The notice as it stood on another day, by the history of its records.

use std::sync::Arc;

use super::{Issue, Notice};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::value::Date;

impl Notice {
    /// Moves the date that statuses hold for.
    ///
    /// To an earlier day only as far as every issue's history reaches; an issue whose history begins later is named. To a later day statuses
    /// stay as they are, and only what follows from the date changes: days left and days overdue.
    pub fn move_to(&mut self, date: Date) -> Vec<Diagnostic> {
        let is_earlier = date.is_before(self.as_of);
        let mut found = Vec::new();
        if is_earlier {
            for issue in &mut self.issues {
                found.extend(issue.move_back(date));
            }
        }
        self.as_of = date;
        found
    }
}

impl Issue {
    fn move_back(&mut self, date: Date) -> Option<Diagnostic> {
        let has_happened = |on: Date| !date.last_day().is_before(on.last_day());
        let Some(change) = self.history.iter().rev().find(|change| has_happened(change.on)) else {
            let number = self.number;
            let found = Diagnostic::error(
                "no-history",
                Place::File(self.path.clone()),
                say!(
                    "问题 {number} 的状态变化记录早不到 {date}",
                    "the history of issue {number} does not reach back to {date}"
                ),
            );
            return Some(found.help(say!(
                "请在 history 里补上这一天或更早的状态",
                "add its status on that day, or earlier, to `history`"
            )));
        };
        let status = change.status;
        let record = Arc::make_mut(&mut self.record);
        record.status = status;
        record.history.retain(|change| has_happened(change.on));
        record.corrections.retain(|correction| has_happened(correction.on));
        record.completed_on = record.completed_on.filter(|on| has_happened(*on));
        record.verified_on = record.verified_on.filter(|on| has_happened(*on));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::content;
    use crate::notice::resolve;
    use crate::source::SourceTree;
    use crate::value::Status;

    fn notice(history: &str) -> Notice {
        let record = format!(
            "number: 1\ntopic: t\ntitle: {{zh: a}}\nstatus: completed\ncompleted_on: 2023-11-30\nhistory: {history}\n"
        );
        let tree = SourceTree::of([
            (
                "content/notice.yaml",
                &b"title: {zh: a}\nissuer: {zh: a}\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: {zh: a}\nlanguages: [zh]\n"[..],
            ),
            ("content/1-s/section.yaml", b"title: {zh: a}\ntopics: [{id: t, title: {zh: a}}]\n"),
            ("content/1-s/001.yaml", record.as_bytes()),
        ]);
        resolve(content::parse(&tree).value, true).value.expect("a notice")
    }

    #[test]
    fn statuses_of_an_earlier_day() {
        let history = "[{on: 2023-07, status: in-progress}, {on: 2023-11-30, status: completed}]";
        for (day, status, found) in [
            ("2023-12-01", Status::Completed, 0),
            ("2023-11-30", Status::Completed, 0),
            ("2023-11-29", Status::InProgress, 0),
            ("2023-06-01", Status::Completed, 1),
            ("2030-01-01", Status::Completed, 0),
        ] {
            let mut notice = notice(history);
            assert_eq!(notice.move_to(day.parse().expect("a date")).len(), found, "{day}");
            assert_eq!(notice.issues[0].status, status, "{day}");
        }
        let mut notice = notice(history);
        notice.move_to("2023-10-01".parse().expect("a date"));
        assert_eq!((notice.issues[0].completed_on, notice.issues[0].history.len()), (None, 1));
    }
}
