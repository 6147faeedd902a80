//! What changes of statuses and deadlines imply: entries of `history`, the first deadline, and the day of the notice.

use super::super::Change;
use super::super::meaning;
use super::changes::Moved;
use super::{Editor, list};
use crate::notice::IssueId;
use crate::office::report::Certainty;
use crate::say;
use crate::source::yaml::{self, Value};
use crate::value::{Date, DatePart, RelPath, StatusClass};

impl Editor<'_> {
    /// Moves the day of the notice; behind that of its issue only where something has happened since.
    pub(super) fn date(&mut self, day: Date) {
        let issued_on = *self.edition.notice.record.issued_on;
        let untouched = self.edition.notice.issues.iter().filter(|issue| !self.values.contains_key(&issue.path));
        let records = untouched.filter_map(|issue| yaml::value(&issue.path, self.tree.text(issue.path.as_str())?));
        let is_news = |on: Date| issued_on.is_before(on) && !day.is_before(on);
        let has_news = || self.values.values().cloned().chain(records).any(|value| events(&value).any(is_news));
        if !issued_on.is_before(day) || has_news() {
            return self.date_notice(day);
        }
        self.report.say(
            Certainty::Likely,
            say!(
                "发布日期 {issued_on} 以后没有哪个问题、小项、措施有变化的日期，as_of 没有改为 {day}；重新发布的，请在 notice.yaml 里把 issued_on 和 as_of 都改过",
                "nothing is dated after the day of issue, {issued_on}, so `as_of` was not set to {day}: to issue the notice anew, change both `issued_on` and `as_of` in notice.yaml"
            ),
        );
    }

    fn date_notice(&mut self, day: Date) {
        let (path, is) = (self.edition.notice.path.clone(), day.to_string());
        let value = self.value(&path);
        let was = value.str(&["as_of"]).unwrap_or_default().to_owned();
        if was != is {
            value.set(&["as_of"], meaning::date_value(day), &[]);
            self.changes.push(Change { path, field: "as_of".to_owned(), was, is });
        }
    }

    pub(super) fn imply(&mut self, id: IssueId, moved: &Moved, implied: &mut Vec<(RelPath, String)>) {
        let issue = self.issue(id);
        let as_of = self.as_of;
        let path = issue.path.clone();
        let value = self.value(&path).clone();
        let mut say = |editor: &mut Self, key: &str, new: Value, lines: String| match as_of {
            Some(_) => {
                let order = editor.order.clone();
                let names: Vec<&str> = order.iter().map(String::as_str).collect();
                editor.value(&path).set(&[key], new, &names);
                let is = lines.split_once(':').map_or("", |(_, is)| is).trim_start_matches(['\n', ' ', '-']).to_owned();
                editor.changes.push(Change { path: path.clone(), field: key.to_owned(), was: String::new(), is });
            }
            None => implied.push((path.clone(), lines)),
        };
        if let (Some(was), None) = (moved.due, value.get(&["original_due"])) {
            let is_moved = value.str(&["due"]).is_some_and(|due| due.parse::<Date>().is_ok());
            if is_moved {
                say(self, "original_due", meaning::date_value(was), format!("original_due: {was}"));
            }
        }
        if moved.due.is_some() && value.get(&["original_due"]).is_some() {
            self.report.say(
                Certainty::Likely,
                say!(
                    "{path}：时限不是第一次调整，original_due 仍是最初的；请在 history 里加一条，说明这次由哪天改到哪天",
                    "{path}: the deadline was moved before, and `original_due` is still the first; tell readers in `history` from when to when it was moved now"
                ),
            );
        }
        if moved.has_status {
            let status = value.str(&["status"]).unwrap_or_default().to_owned();
            let day = self.day_of(&status, &value);
            let entry = [("on", meaning::date_value(day)), ("status", Value::text(&status))];
            let entry = Value::Map(entry.map(|(key, value)| (key.to_owned(), value)).into());
            let mut history = list(value.get(&["history"]));
            history.push(entry);
            say(self, "history", Value::List(history), format!("history:\n  - {{on: {day}, status: {status}}}"));
        }
    }

    /// The day of a change of status: that of completion if the record has it, else that of the update, or of the notice.
    fn day_of(&self, status: &str, value: &Value) -> Date {
        let notice = &self.edition.notice;
        let class = self.status_class(status);
        let until = self.as_of.unwrap_or(*notice.record.as_of).last_day();
        let completed = value.str(&["completed_on"]).and_then(|on| on.parse::<Date>().ok());
        let is_day = |on: &Date| matches!(on.part(), DatePart::Day(..)) && !until.is_before(*on);
        completed.filter(|on| class == Some(StatusClass::Done) && is_day(on)).unwrap_or(until)
    }
}

/// The days on which something happened to an issue, to an item or a measure of it.
fn events(record: &Value) -> impl Iterator<Item = Date> {
    let parts = ["items", "measures"].into_iter().flat_map(|key| list(record.get(&[key])));
    let holders = parts.chain([record.clone()]);
    let days = holders.flat_map(|holder| {
        let own = ["completed_on", "verified_on"].into_iter().filter_map(|key| holder.str(&[key]).map(str::to_owned));
        let history = list(holder.get(&["history"]));
        let changes = history.iter().filter_map(|change| change.str(&["on"]).map(str::to_owned));
        own.chain(changes).collect::<Vec<_>>()
    });
    days.filter_map(|day| day.parse().ok())
}
