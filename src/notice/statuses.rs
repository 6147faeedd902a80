//! The statuses and responses of a notice: its own, or else those that every notice may use.

use serde_json::{Map, Value, json};

use super::records::{NoticeRecord, ResponseRecord, StatusRecord};
use super::{ResponseId, StatusId};
use crate::source::yaml::ExpectedWord;
use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, BuiltInStatus, Lang, Localized, StatusClass};

/// How many statuses a notice may have: every count of issues has a place for each.
pub const MAX_STATUSES: usize = 24;

/// A status that issues of a notice may have.
#[derive(Clone, Debug)]
pub struct StatusSpec {
    /// The word in records and addresses.
    pub id: Box<str>,
    /// What it counts as.
    pub class: StatusClass,
    /// What it is called; the built-in word if it has none of its own.
    pub label: Option<Localized>,
    /// What it says.
    pub meaning: Option<Localized>,
}

impl StatusSpec {
    /// Returns whether the built-in sentence about the status of this id speaks of it: called so, and counted so.
    pub fn is_built_in(&self) -> bool {
        self.label.is_none() && BuiltInStatus::of(&self.id).is_some_and(|status| status.class == self.class)
    }
}

impl From<&BuiltInStatus> for StatusSpec {
    fn from(status: &BuiltInStatus) -> StatusSpec {
        StatusSpec { id: status.id.into(), class: status.class, label: None, meaning: None }
    }
}

/// The status of an issue: which one of the notice's, and what it counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// Which one.
    pub id: StatusId,
    /// What it counts as.
    pub class: StatusClass,
}

/// What an issuer may answer to a finding or a recommendation.
#[derive(Clone, Debug)]
pub struct ResponseSpec {
    /// The word in records and addresses.
    pub id: Box<str>,
    /// What it is called; the built-in word if it has none of its own.
    pub label: Option<Localized>,
}

/// Every status and response of a notice.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Statuses, in the order of tables and charts.
    pub statuses: Vec<StatusSpec>,
    /// Responses, likewise.
    pub responses: Vec<ResponseSpec>,
}

impl Vocabulary {
    /// Returns those that a notice declares, as far as they can be understood; those that every notice has where it
    /// declares none.
    pub fn of(record: &NoticeRecord) -> Vocabulary {
        let statuses: Vec<_> = record.statuses.iter().filter_map(declared).take(MAX_STATUSES).collect();
        let responses: Vec<_> = record.responses.iter().map(answer).collect();
        Vocabulary {
            statuses: if record.statuses.is_empty() { defaults() } else { statuses },
            responses: if record.responses.is_empty() { answers() } else { responses },
        }
    }

    /// Returns the status of a word.
    pub fn status(&self, word: &str) -> Option<Status> {
        let at = self.statuses.iter().position(|status| *status.id == *word)?;
        Some(Status { id: StatusId::new(at), class: self.statuses[at].class })
    }

    /// Returns the response of a word.
    pub fn response(&self, word: &str) -> Option<ResponseId> {
        self.responses.iter().position(|response| *response.id == *word).map(ResponseId::new)
    }

    /// Returns what the notice itself calls its statuses and responses, as messages of a language.
    pub fn messages(&self, lang: Lang) -> Value {
        let statuses = self.statuses.iter().filter_map(|status| labelled(&status.id, status.label.as_ref()?, lang));
        let answers = self.responses.iter().filter_map(|answer| labelled(&answer.id, answer.label.as_ref()?, lang));
        json!({ "status": Map::from_iter(statuses), "answer": Map::from_iter(answers) })
    }

    /// Returns whether the notice calls any of them by words of its own.
    pub fn has_labels(&self) -> bool {
        self.statuses.iter().any(|status| status.label.is_some()) || self.responses.iter().any(|a| a.label.is_some())
    }

    /// Returns every status with what it is called, to find the one that an author means.
    pub fn status_words(&self) -> Vec<ExpectedWord> {
        let zh = |status: &StatusSpec| match &status.label {
            Some(label) => label.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("、"),
            None => BuiltInStatus::of(&status.id).map_or_else(String::new, |status| status.zh.to_owned()),
        };
        self.statuses.iter().map(|status| ExpectedWord { word: status.id.to_string(), zh: zh(status) }).collect()
    }

    /// Returns the same of responses.
    pub fn response_words(&self) -> Vec<ExpectedWord> {
        let built_in =
            |id: &str| BUILT_IN_RESPONSES.iter().find(|(known, ..)| *known == id).map_or("", |(_, zh, _)| zh);
        let zh = |response: &ResponseSpec| match &response.label {
            Some(label) => label.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("、"),
            None => built_in(&response.id).to_owned(),
        };
        self.responses.iter().map(|response| ExpectedWord { word: response.id.to_string(), zh: zh(response) }).collect()
    }

    /// Returns the only status that counts as a class.
    pub fn only_of(&self, class: StatusClass) -> Option<&StatusSpec> {
        let mut all = self.statuses.iter().filter(|status| status.class == class);
        all.next().filter(|_| all.next().is_none())
    }
}

fn labelled(id: &str, label: &Localized, lang: Lang) -> Option<(String, Value)> {
    Some((id.to_owned(), label.get(lang)?.as_str().into()))
}

fn defaults() -> Vec<StatusSpec> {
    BUILT_IN_STATUSES.iter().filter(|status| status.is_default).map(StatusSpec::from).collect()
}

fn answers() -> Vec<ResponseSpec> {
    BUILT_IN_RESPONSES.iter().map(|(id, ..)| ResponseSpec { id: (*id).into(), label: None }).collect()
}

fn declared(record: &StatusRecord) -> Option<StatusSpec> {
    let built_in = BuiltInStatus::of(&record.id);
    let class = record.counts_as.map(|class| *class).or(built_in.map(|status| status.class))?;
    let (label, meaning) = (record.label.clone(), record.meaning.clone());
    Some(StatusSpec { id: record.id.as_str().into(), class, label, meaning })
}

fn answer(record: &ResponseRecord) -> ResponseSpec {
    ResponseSpec { id: record.id.as_str().into(), label: record.label.clone() }
}
