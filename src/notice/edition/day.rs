//! The edition of another day: issues as they stood then, as far as their history reaches.

use std::sync::{Arc, OnceLock};

use super::Edition;
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::notice::lists::Lists;
use crate::notice::pagination::DocumentPages;
use crate::notice::{
    AFTER_RECORDS, Change, Correction, Issue, Item, NO_HISTORY, Notice, Vocabulary, fields, statistics,
};
use crate::say;
use crate::value::{Date, Text};

impl Edition {
    /// Returns the edition of another day.
    ///
    /// An earlier day is possible only as far as the history of every issue reaches; an issue whose history begins
    /// later is named. On a later day statuses are what they are now, which is said, and only what follows from the
    /// date differs: days left and days overdue.
    pub fn at(&self, date: Date) -> Checked<Edition> {
        let mut notice = self.notice.clone();
        let mut found = Vec::new();
        if date.ends_before(self.as_of) {
            let has_happened = |correction: &Correction| happened(correction.on, date);
            Arc::make_mut(&mut notice.record).corrections.retain(has_happened);
            for issue in &mut notice.issues {
                match on(issue, date, &notice.vocabulary) {
                    Ok(earlier) => *issue = earlier,
                    Err(diagnostic) => found.push(*diagnostic),
                }
            }
        }
        found.extend(self.as_of.ends_before(date).then(|| after_records(&notice, date)));
        let (statistics, fields) = (statistics::compute(&notice, date), fields::fields_of(&notice));
        let (document, lists) = (DocumentPages::of(&notice, &self.tree), Lists::of(&notice));
        let (tree, theme) = (self.tree.clone(), self.theme.clone());
        Checked {
            value: Edition {
                tree,
                notice,
                as_of: date,
                statistics,
                fields,
                lists,
                document,
                theme,
                surroundings: OnceLock::new(),
            },
            diagnostics: found,
        }
    }
}

/// Returns whether a date has come by a day.
fn happened(on: Date, day: Date) -> bool {
    !day.last_day().is_before(on.last_day())
}

/// Returns what is wrong with an edition of a day after that of the records.
fn after_records(notice: &Notice, date: Date) -> Diagnostic {
    let records = &notice.record.as_of;
    let stated = **records;
    let message = say!(
        "{date} 晚于记录的统计截至日期 {stated}：各问题的状态仍是 {stated} 的",
        "{date} is after {stated}, the date of the records: the statuses are still those of {stated}"
    );
    let help = say!(
        "请核实各问题在 {date} 的状态，再把 notice.yaml 的 as_of 改为 {date}；或者不用 --as-of",
        "make sure of the status of every issue on {date}, then write `as_of: {date}` in notice.yaml; or leave out `--as-of`"
    );
    Diagnostic::of(AFTER_RECORDS, Place::span(&notice.path, records.span()), message).help(help)
}

/// Returns an issue as it stood on an earlier day.
fn on(issue: &Issue, date: Date, vocabulary: &Vocabulary) -> Result<Issue, Box<Diagnostic>> {
    let has_happened = |on: Date| happened(on, date);
    let known = |history: &[Change]| {
        let change = history.iter().rev().find(|change| has_happened(*change.on));
        change.map(|change| change.status.clone())
    };
    let mut record = (*issue.record).clone();
    record.status = known(&record.history).ok_or_else(|| no_history(issue, None, date))?;
    for (at, item) in record.items.iter_mut().enumerate() {
        let is_completed = item.completed_on.is_some_and(|on| has_happened(*on));
        let status = known(&item.history).or_else(|| is_completed.then(|| item.status.clone()));
        item.status = status.ok_or_else(|| no_history(issue, issue.record.items.get(at), date))?;
    }
    for measure in &mut record.measures {
        let is_completed = measure.completed_on.is_some_and(|on| has_happened(*on));
        let is_done = |status: &Text| vocabulary.status(status).is_some_and(|status| status.class.is_done());
        let undated = measure.status.as_ref().filter(|status| is_done(status) && measure.completed_on.is_none());
        if let Some(status) = undated {
            return Err(Box::new(no_day(issue, status, date)));
        }
        // A measure has no history: nobody knows what it was before it was completed.
        measure.status = measure.status.take().filter(|_| is_completed);
    }
    fields::forget_later(&mut record, &has_happened);
    // Words that no status has were reported as the notice was resolved.
    let status = vocabulary.status(&record.status).unwrap_or(issue.status);
    Ok(Issue { record: Arc::new(record), status, ..issue.clone() })
}

/// Returns what is wrong with an issue, or with an item of it, whose status on a day is not known.
fn no_history(issue: &Issue, item: Option<&Item>, date: Date) -> Box<Diagnostic> {
    let name = issue.name();
    let (place, message) = match item {
        None => (
            Place::File(issue.path.clone()),
            say!(
                "问题 {name} 的状态变化记录没有追溯到 {date}",
                "the history of issue {name} does not reach back to {date}"
            ),
        ),
        Some(item) => (
            Place::span(&issue.path, item.status.span()),
            say!(
                "问题 {name} 的这个小项，状态变化记录没有追溯到 {date}",
                "the history of this item of issue {name} does not reach back to {date}"
            ),
        ),
    };
    let help = say!("请在 history 里补上这一天或更早的状态", "add its status on that day, or earlier, to `history`");
    Box::new(Diagnostic::of(NO_HISTORY, place, message).help(help))
}

/// Returns what is wrong with a measure that was completed nobody knows when.
fn no_day(issue: &Issue, status: &Text, date: Date) -> Diagnostic {
    let name = issue.name();
    let message = say!(
        "问题 {name} 的这条措施没有写完成日期，不知道 {date} 时是否已经完成",
        "this measure of issue {name} has no date of completion: nobody knows whether it was completed by {date}"
    );
    let help = say!("请写上 completed_on", "add `completed_on`");
    Diagnostic::of(NO_HISTORY, Place::span(&issue.path, status.span()), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::content::{self, ParsedFiles};
    use crate::notice::resolve;
    use crate::source::SourceTree;
    use crate::theme;

    fn edition(history: &str) -> Edition {
        let record = format!(
            "number: 1\ntopic: t\ntitle: {{zh: a}}\nstatus: completed\ncompleted_on: 2023-11-30\nhistory: {history}\n"
        );
        let notice = "title: {zh: a}\nissuer: {zh: a}\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: {zh: a}\nlanguages: [zh]\n";
        let tree = theme::with_built_in(SourceTree::of([
            ("content/notice.yaml", notice.as_bytes()),
            ("content/1-s/section.yaml", b"title: {zh: a}\ntopics: [{id: t, title: {zh: a}}]\n"),
            ("content/1-s/001.yaml", record.as_bytes()),
        ]));
        let notice = resolve(content::parse(&tree, &mut ParsedFiles::new()).value, true).value.expect("a notice");
        let theme = theme::layer(&tree, &notice.theme_wanted()).value.expect("a theme");
        Edition::new(Arc::new(tree), notice, Arc::new(theme))
    }

    #[test]
    fn a_period_is_compared_by_its_last_day() {
        let history = "[{on: 2023-07, status: in-progress}, {on: 2023-11-30, status: completed}]";
        for (day, rules) in [
            ("2024", &["after-records"][..]),
            ("2024-H1", &["after-records"]),
            ("2024-Q1", &["after-records"]),
            ("2024-03", &["after-records"]),
            ("2024-02", &[]),
            ("2023-11", &[]),
        ] {
            let moved = edition(history).at(day.parse().expect("a date"));
            assert_eq!(moved.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), rules, "{day}");
        }
    }

    #[test]
    fn measures_of_an_earlier_day() {
        let history = |on: &str| {
            format!(
                "[{{on: 2023-07, status: in-progress}}, {{on: 2023-11-30, status: completed}}]\nmeasures: [{{text: {{zh: a}}, status: completed{on}}}]"
            )
        };
        let dated = history(", completed_on: 2023-10-01");
        for (day, status) in [("2023-10-01", Some("completed")), ("2023-09-30", None)] {
            let moved = edition(&dated).at(day.parse().expect("a date"));
            let measure = &moved.value.notice.issues[0].record.measures[0];
            let known = (measure.status.as_ref().map(|status| status.as_str()), measure.completed_on.is_some());
            assert_eq!((moved.diagnostics.len(), known), (0, (status, status.is_some())), "{day}");
        }
        let moved = edition(&history("")).at("2023-10-01".parse().expect("a date"));
        assert_eq!(moved.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), ["no-history"]);
    }

    #[test]
    fn statuses_of_an_earlier_day() {
        let history = "[{on: 2023-07, status: in-progress}, {on: 2023-11-30, status: completed}]";
        for (day, status, found) in [
            ("2023-12-01", "completed", 0),
            ("2023-11-30", "completed", 0),
            ("2023-11-29", "in-progress", 0),
            ("2023-06-01", "completed", 1),
            ("2024-02-29", "completed", 0),
            ("2030-01-01", "completed", 1),
        ] {
            let moved = edition(history).at(day.parse().expect("a date"));
            assert_eq!(moved.diagnostics.len(), found, "{day}");
            let issue = &moved.value.notice.issues[0];
            assert_eq!(issue.record.status.as_str(), status, "{day}");
            assert_eq!(issue.class().is_done(), status == "completed", "{day}");
        }
        let later = edition(history).at("2024-03-01".parse().expect("a date"));
        assert_eq!(later.diagnostics[0].rule, "after-records");
        let days = (later.value.earlier_records(), later.value.statuses_as_of(), later.value.as_of);
        assert_eq!(
            (days.0, days.1.to_string(), days.2.to_string()),
            (Some(days.1), "2024-02-29".into(), "2024-03-01".into())
        );
        let moved = edition(history).at("2023-10-01".parse().expect("a date")).value;
        let record = &moved.notice.issues[0].record;
        assert_eq!((record.completed_on, record.history.len()), (None, 1));
        assert_eq!(moved.published_on().to_string(), "2024-02-29");
    }
}
