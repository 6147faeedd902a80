//! Counts and rates, derived from the records and from nothing else.
//!
//! Takes the notice, gives [`Statistics`]. That the parts add up to the whole is asserted where they are counted.

mod counting;
mod names;
mod tally;

pub use counting::compute;
pub use tally::{Headline, Tally};

use super::{Group, IssueId, PlaceId, SectionId, TopicId, UnitId};
use crate::value::{Count, Date};

/// Groups of fewer issues than this have no rate: one issue more or less would move it by more than a fifth.
pub const SMALLEST_RATED: u64 = 5;

/// Names of counts that no status may take.
pub const TAKEN: [&str; 4] = ["total", "outstanding", "overdue", "sections"];

/// All counts of a notice.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// The whole notice.
    pub all: Tally,
    /// Each section, in the order of [`super::Notice::sections`]; none where it has no sections.
    pub sections: Vec<Tally>,
    /// Each topic of each section; none where it has no topics.
    pub topics: Vec<Vec<Tally>>,
    /// Each unit, in the order of [`super::Notice::units`]: issues that it leads or is responsible for. An issue of two
    /// units counts for both.
    pub units: Vec<Tally>,
    /// Each place, in the order of [`super::Notice::places`]. An issue of two places counts for both.
    pub places: Vec<Tally>,
    /// Issues that name no unit.
    pub without_unit: Tally,
    /// Issues by deadline, earliest first.
    pub deadlines: Vec<(Date, Tally)>,
    /// Issues by a deadline that is stated in words alone, with an issue that has the words, in the order of issues.
    pub deadlines_in_words: Vec<(IssueId, Tally)>,
    /// Issues without a deadline.
    pub without_deadline: Tally,
    /// Issues by the response to them, in the order of the notice's list.
    pub responses: Vec<Count>,
    /// Items of issues; they are no issues.
    pub items: Items,
    /// Every name that records and narratives may quote, with what it counts.
    names: Vec<(String, Count)>,
}

/// How many items issues have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// All.
    pub total: u64,
    /// Completed.
    pub completed: Count,
}

impl Statistics {
    /// Returns every name that records and narratives may quote.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }

    /// Returns a count by its name.
    pub fn get(&self, name: &str) -> Option<Count> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, count)| *count)
    }

    /// Returns the counts of a section.
    pub fn of_section(&self, section: SectionId) -> &Tally {
        &self.sections[section.index()]
    }

    /// Returns the counts of a topic.
    pub fn of_topic(&self, topic: TopicId) -> &Tally {
        &self.topics[topic.section.index()][topic.index()]
    }

    /// Returns the counts of a group of issues.
    pub fn of_group(&self, group: Group) -> &Tally {
        match group {
            Group { topic: Some(topic), .. } => self.of_topic(topic),
            Group { section: Some(section), .. } => self.of_section(section),
            Group { .. } => &self.all,
        }
    }

    /// The counts of a place.
    pub fn of_place(&self, place: PlaceId) -> &Tally {
        &self.places[place.index()]
    }

    /// The counts of a unit.
    pub fn of_unit(&self, unit: UnitId) -> &Tally {
        &self.units[unit.index()]
    }

    /// Returns whether deadlines are stated of unfinished issues alone: then having one is a matter of being
    /// unfinished, and a rate of issues with, or without, a deadline says nothing.
    pub fn deadlines_select(&self) -> bool {
        let is_unfinished = |tally: &Tally| tally.outstanding().n == tally.total();
        self.all.outstanding().n > 0 && self.deadlines.iter().all(|(_, tally)| is_unfinished(tally))
    }
}
