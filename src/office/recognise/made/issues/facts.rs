//! Facts about an issue: its status, bodies, places and days; what is none of these is a field of the office's own.

use super::super::passage::Passage;
use super::super::printed;
use super::IssueReader;
use crate::office::recognise::statuses;
use crate::office::report::Certainty;
use crate::say;
use crate::value::BUILT_IN_STATUSES;

impl IssueReader<'_, '_> {
    /// Returns the id of the status that a text states, and the built-in status that it counts as.
    pub(in crate::office::recognise::made) fn status_of(&self, text: &str) -> Option<(String, &'static str)> {
        let (locale, inferred) = (self.made.locale, self.made.inferred.trim());
        let is_unknown = locale.lang != self.made.lang;
        let is_overdue = |text: &str| printed::is_overdue(locale, text) || is_unknown && printed::has_day(locale, text);
        // Whether it was inferred and is overdue may stand behind it, and nothing else.
        let is_of = |(word, ..): &&(String, String, String)| {
            let behind = text.strip_prefix(&**word).map(str::trim_start);
            let behind = behind.map(|text| text.strip_prefix(inferred).unwrap_or(text).trim_start());
            behind.is_some_and(|text| text.is_empty() || is_overdue(text))
        };
        let known = self.made.statuses.iter().filter(is_of).max_by_key(|(word, ..)| word.len());
        let built_in = |id: &str| BUILT_IN_STATUSES.iter().find(|status| status.id == id).map(|status| status.id);
        match known {
            Some((_, id, class)) => Some((id.clone(), built_in(class)?)),
            None => statuses::status(text).map(|id| (id.to_owned(), id)),
        }
    }

    pub(super) fn status(&mut self, passage: &Passage<'_>) {
        let value = passage.value();
        let Some((id, class)) = self.status_of(value) else {
            let message = say!("看不出是哪种状态，没有写状态", "no status can be read from this, and none is written");
            self.made.report.at(Certainty::NotUnderstood, passage.first.number, value, message);
            return self.own_field(passage);
        };
        let is_inferred = value.contains(&*self.made.inferred);
        self.last(|issue| {
            issue.status = (class != "not-stated").then_some(class);
            issue.is_inferred = is_inferred;
            issue.more.insert("status".into(), id.into());
        });
    }

    pub(super) fn fact(&mut self, passage: &Passage<'_>, key: &str) {
        let value = passage.value().to_owned();
        let units = || self.made.bodies(&value);
        match key {
            "due" => return self.due(passage),
            "lead" => {
                let units = units();
                self.last(|issue| issue.lead = units);
            }
            "responsible" => {
                let units = units();
                self.last(|issue| issue.responsible = units);
            }
            "answer" => {
                let known = self.made.responses.iter().find(|(word, _)| *word == value).map(|(_, id)| id.clone());
                match known {
                    Some(id) => self.last(|issue| drop(issue.more.insert("response".into(), id.into()))),
                    None => self.own_field(passage),
                }
            }
            "places" => match self.made.place_ids(&value) {
                Some(ids) => self.last(|issue| drop(issue.more.insert("places".into(), ids))),
                None => self.own_field(passage),
            },
            "verified_by" => {
                let ids = self.made.unit_ids(&value);
                self.last(|issue| drop(issue.more.insert("verified_by".into(), ids)));
            }
            "completed_on" | "verified_on" => match printed::date(self.made.locale, &value) {
                Some(date) => self.last(|issue| drop(issue.more.insert(key.into(), date.to_string().into()))),
                None => {
                    let message = say!("看不出是哪一天，没有收入", "no day can be read from this, and none is written");
                    self.made.report.at(Certainty::NotUnderstood, passage.first.number, &value, message);
                }
            },
            _ => self.own_field(passage),
        }
        self.texts_behind(passage);
    }

    /// Takes a fact for a field of the office's own.
    fn own_field(&mut self, passage: &Passage<'_>) {
        let (label, value) = (passage.label().to_owned(), passage.value().to_owned());
        self.last(|issue| issue.add_field(&label, &value));
    }
}
