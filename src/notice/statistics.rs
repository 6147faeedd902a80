//! Counts and rates, derived from the records and from nothing else.
//!
//! Takes the notice, gives [`Statistics`]. That the parts add up to the whole is asserted where they are counted.

use std::collections::BTreeMap;

use super::{Notice, SectionId, TopicId, UnitId};
use crate::value::{Date, Rate, Status};

/// How many issues have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u64; Status::ALL.len()],
    /// Issues whose deadline has passed with something still to be done.
    pub overdue: u64,
}

impl Tally {
    fn add(&mut self, status: Status, overdue: bool) {
        self.counts[position(status)] += 1;
        self.overdue += u64::from(overdue);
    }

    /// Issues of a status.
    pub fn of(&self, status: Status) -> u64 {
        self.counts[position(status)]
    }

    /// All issues.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Issues with something still to be done.
    pub fn outstanding(&self) -> u64 {
        self.total() - self.of(Status::Completed)
    }

    /// The share of completed issues; none of nothing. Substantially completed issues are not completed.
    pub fn completion_rate(&self) -> Option<Rate> {
        Rate::of(self.of(Status::Completed), self.total())
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.overdue += other.overdue;
    }
}

fn position(status: Status) -> usize {
    Status::ALL.iter().position(|s| *s == status).unwrap_or(0)
}

/// All counts of a notice.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// The whole notice.
    pub all: Tally,
    /// Each section, in the order of [`Notice::sections`].
    pub sections: Vec<Tally>,
    /// Each topic of each section.
    pub topics: Vec<Vec<Tally>>,
    /// Each unit, in the order of [`Notice::units`]: issues that it leads or is responsible for. An issue of two units counts for both.
    pub units: Vec<Tally>,
    /// Issues that name no unit.
    pub without_unit: Tally,
    /// Issues by deadline, earliest first.
    pub deadlines: Vec<(Date, Tally)>,
    /// Issues without a deadline.
    pub without_deadline: Tally,
}

/// Counts everything once.
pub fn compute(notice: &Notice, as_of: Date) -> Statistics {
    let mut statistics = Statistics {
        all: Tally::default(),
        sections: vec![Tally::default(); notice.sections.len()],
        topics: notice.sections.iter().map(|s| vec![Tally::default(); s.record.topics.len()]).collect(),
        units: vec![Tally::default(); notice.units.len()],
        without_unit: Tally::default(),
        deadlines: Vec::new(),
        without_deadline: Tally::default(),
    };
    let mut deadlines: BTreeMap<(i64, i64), (Date, Tally)> = BTreeMap::new();
    for issue in &notice.issues {
        let overdue = issue.days_overdue(as_of).is_some();
        let count = |tally: &mut Tally| tally.add(issue.status(), overdue);
        count(&mut statistics.all);
        count(&mut statistics.sections[issue.topic.section.index()]);
        count(&mut statistics.topics[issue.topic.section.index()][issue.topic.index()]);
        let mut units: Vec<UnitId> =
            notice.units_of(&issue.record.lead).chain(notice.units_of(&issue.record.responsible)).collect();
        units.sort_unstable();
        units.dedup();
        units.iter().for_each(|unit| count(&mut statistics.units[unit.index()]));
        if units.is_empty() {
            count(&mut statistics.without_unit);
        }
        match issue.due() {
            Some(due) => count(&mut deadlines.entry(due.sort_key()).or_insert((due, Tally::default())).1),
            None => count(&mut statistics.without_deadline),
        }
    }
    statistics.deadlines = deadlines.into_values().collect();
    statistics.assert_adds_up();
    statistics
}

impl Statistics {
    /// Every name that records and narratives may quote, with what it counts.
    pub const NAMES: [&'static str; 9] = [
        "total",
        "completed",
        "substantially-completed",
        "in-progress",
        "ongoing",
        "not-started",
        "outstanding",
        "overdue",
        "sections",
    ];

    /// A count by its name.
    pub fn get(&self, name: &str) -> Option<u64> {
        match name {
            "total" => Some(self.all.total()),
            "outstanding" => Some(self.all.outstanding()),
            "overdue" => Some(self.all.overdue),
            "sections" => u64::try_from(self.sections.len()).ok(),
            _ => Status::ALL.iter().find(|s| s.word() == name).map(|s| self.all.of(*s)),
        }
    }

    /// The counts of a section.
    pub fn of_section(&self, section: SectionId) -> &Tally {
        &self.sections[section.index()]
    }

    /// The counts of a topic.
    pub fn of_topic(&self, topic: TopicId) -> &Tally {
        &self.topics[topic.section.index()][topic.index()]
    }

    /// The counts of a unit.
    pub fn of_unit(&self, unit: UnitId) -> &Tally {
        &self.units[unit.index()]
    }

    fn assert_adds_up(&self) {
        let sum = |tallies: &mut dyn Iterator<Item = Tally>| {
            let mut whole = Tally::default();
            tallies.for_each(|tally| whole += tally);
            whole
        };
        assert_eq!(sum(&mut self.sections.iter().copied()), self.all, "sections add up to the whole");
        for (section, topics) in self.sections.iter().zip(&self.topics) {
            assert_eq!(sum(&mut topics.iter().copied()), *section, "topics add up to their section");
        }
        let dated = self.deadlines.iter().map(|(_, tally)| *tally);
        assert_eq!(sum(&mut dated.chain([self.without_deadline])), self.all, "deadlines add up to the whole");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_completed_is_completed_and_the_rate_of_nothing_is_none() {
        let mut tally = Tally::default();
        assert_eq!(tally.completion_rate(), None);
        for status in Status::ALL {
            tally.add(status, false);
        }
        assert_eq!((tally.total(), tally.outstanding()), (5, 4));
        assert_eq!(tally.completion_rate().map(|r| r.percent().to_string()).as_deref(), Some("20"));
    }
}
