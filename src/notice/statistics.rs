//! Counts and rates, derived from the records and from nothing else.
//!
//! Takes the notice, gives [`Statistics`]. That the parts add up to the whole is asserted where they are counted.

use std::collections::BTreeMap;

use super::{Group, Issue, Notice, SectionId, TopicId, UnitId};
use crate::value::{Count, Date, Rate, Status, StatusBasis};

/// Groups of fewer issues than this have no rate: one issue more or less would move it by more than a fifth.
pub const SMALLEST_RATED: u64 = 5;

/// How many issues have each status, and how many of these statuses the issuer states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [Count; Status::ALL.len()],
    /// Issues whose deadline has passed with something still to be done.
    pub overdue: Count,
}

/// What may stand first of a group of issues: what the issuer states of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// The completion rate, where the issuer states of some issue that it is completed.
    Rate(Rate),
    /// How many are completed, where it states so and they are too few for a rate.
    Completed(Count),
    /// How many the issuer states not to be completed, where it states of none that it is.
    Outstanding(u64),
    /// That the issuer states no status at all.
    Nothing,
}

impl Tally {
    fn add(&mut self, status: Status, is_inferred: bool, is_overdue: bool) {
        self.counts[position(status)].add(is_inferred);
        if is_overdue {
            self.overdue.add(is_inferred);
        }
    }

    /// Issues of a status.
    pub fn of(&self, status: Status) -> Count {
        self.counts[position(status)]
    }

    /// All issues, and how many of their statuses are inferred.
    pub fn all(&self) -> Count {
        self.counts.iter().copied().sum()
    }

    /// All issues.
    pub fn total(&self) -> u64 {
        self.all().n
    }

    /// Issues with something still to be done.
    pub fn outstanding(&self) -> Count {
        Status::ALL.into_iter().filter(|status| status.is_outstanding()).map(|status| self.of(status)).sum()
    }

    /// The share of completed issues; none of a few. Substantially completed issues are not completed.
    pub fn completion_rate(&self) -> Option<Rate> {
        Rate::of(self.of(Status::Completed), self.all()).filter(|rate| rate.whole.n >= SMALLEST_RATED)
    }

    /// What may stand first of the group. A rate that rests on inference alone never does.
    pub fn headline(&self) -> Headline {
        let completed = self.of(Status::Completed);
        match (self.completion_rate(), completed.stated(), self.outstanding().stated()) {
            (Some(rate), 1.., _) => Headline::Rate(rate),
            (None, 1.., _) => Headline::Completed(completed),
            (_, 0, 0) => Headline::Nothing,
            (_, 0, stated) => Headline::Outstanding(stated),
        }
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
    /// Each section, in the order of [`Notice::sections`]; none where it has no sections.
    pub sections: Vec<Tally>,
    /// Each topic of each section; none where it has no topics.
    pub topics: Vec<Vec<Tally>>,
    /// Each unit, in the order of [`Notice::units`]: issues that it leads or is responsible for. An issue of two units counts for both.
    pub units: Vec<Tally>,
    /// Issues that name no unit.
    pub without_unit: Tally,
    /// Issues by deadline, earliest first.
    pub deadlines: Vec<(Date, Tally)>,
    /// Issues without a deadline.
    pub without_deadline: Tally,
    /// Items of issues; they are no issues.
    pub items: Items,
}

/// How many items issues have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// All.
    pub total: u64,
    /// Completed.
    pub completed: Count,
}

impl Items {
    fn add(&mut self, issue: &Issue) {
        for item in &issue.record.items {
            self.total += 1;
            if !item.status.is_outstanding() {
                self.completed.add(item.status_basis == StatusBasis::Inferred);
            }
        }
    }
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
        items: Items::default(),
    };
    let mut deadlines: BTreeMap<(i64, i64), (Date, Tally)> = BTreeMap::new();
    for issue in &notice.issues {
        let overdue = issue.days_overdue(as_of).is_some();
        let is_inferred = issue.record.status_basis == StatusBasis::Inferred;
        let count = |tally: &mut Tally| tally.add(issue.status(), is_inferred, overdue);
        count(&mut statistics.all);
        statistics.items.add(issue);
        let Group { section, topic } = issue.group;
        if let Some(section) = section {
            count(&mut statistics.sections[section.index()]);
        }
        if let Some(topic) = topic {
            count(&mut statistics.topics[topic.section.index()][topic.index()]);
        }
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
    pub const NAMES: [&'static str; 11] = [
        "total",
        "completed",
        "substantially-completed",
        "in-progress",
        "ongoing",
        "not-started",
        "outstanding",
        "overdue",
        "sections",
        "items",
        "items-completed",
    ];

    /// A count by its name.
    pub fn get(&self, name: &str) -> Option<Count> {
        match name {
            "total" => Some(Count::of_all(self.all.total())),
            "outstanding" => Some(self.all.outstanding()),
            "overdue" => Some(self.all.overdue),
            "items" => Some(Count::of_all(self.items.total)),
            "items-completed" => Some(self.items.completed),
            "sections" => u64::try_from(self.sections.len()).ok().map(Count::of_all),
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

    /// The counts of a group of issues.
    pub fn of_group(&self, group: Group) -> &Tally {
        match group {
            Group { topic: Some(topic), .. } => self.of_topic(topic),
            Group { section: Some(section), .. } => self.of_section(section),
            Group { .. } => &self.all,
        }
    }

    /// The counts of a unit.
    pub fn of_unit(&self, unit: UnitId) -> &Tally {
        &self.units[unit.index()]
    }

    /// Whether deadlines are stated of unfinished issues alone: then having one is a matter of being unfinished, and a rate of issues with, or
    /// without, a deadline says nothing.
    pub fn deadlines_select(&self) -> bool {
        self.deadlines.iter().all(|(_, tally)| tally.of(Status::Completed).n == 0)
    }

    fn assert_adds_up(&self) {
        let sum = |tallies: &mut dyn Iterator<Item = Tally>| {
            let mut whole = Tally::default();
            tallies.for_each(|tally| whole += tally);
            whole
        };
        let adds_up = |parts: &[Tally], whole: &Tally, what: &str| {
            assert!(parts.is_empty() || sum(&mut parts.iter().copied()) == *whole, "{what}");
        };
        adds_up(&self.sections, &self.all, "sections add up to the whole");
        for (section, topics) in self.sections.iter().zip(&self.topics) {
            adds_up(topics, section, "topics add up to their section");
        }
        let dated = self.deadlines.iter().map(|(_, tally)| *tally);
        assert_eq!(sum(&mut dated.chain([self.without_deadline])), self.all, "deadlines add up to the whole");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_completed_is_completed_and_a_few_have_no_rate() {
        let mut tally = Tally::default();
        assert_eq!(tally.completion_rate(), None);
        for status in Status::ALL {
            assert_eq!(tally.completion_rate(), None, "{} issues", tally.total());
            tally.add(status, status == Status::Ongoing, false);
        }
        assert_eq!((tally.total(), tally.outstanding()), (5, Count { n: 4, inferred: 1 }));
        assert_eq!(tally.completion_rate().map(|r| r.percent().to_string()).as_deref(), Some("20"));
    }

    #[test]
    fn a_headline_says_what_the_issuer_states() {
        let tally = |issues: &[(Status, bool, usize)]| {
            let mut tally = Tally::default();
            for (status, is_inferred, times) in issues {
                (0..*times).for_each(|_| tally.add(*status, *is_inferred, false));
            }
            tally
        };
        let (done, open) = (Status::Completed, Status::InProgress);
        assert_eq!(tally(&[(done, true, 41), (open, false, 8)]).headline(), Headline::Outstanding(8));
        assert_eq!(tally(&[(done, true, 41), (open, false, 6), (open, true, 2)]).headline(), Headline::Outstanding(6));
        assert_eq!(tally(&[(done, true, 41), (open, true, 8)]).headline(), Headline::Nothing);
        assert_eq!(tally(&[(open, false, 8)]).headline(), Headline::Outstanding(8));
        assert_eq!(tally(&[]).headline(), Headline::Nothing);
        let few = Count { n: 3, inferred: 2 };
        assert_eq!(tally(&[(done, false, 1), (done, true, 2), (open, false, 1)]).headline(), Headline::Completed(few));
        let mixed = tally(&[(done, false, 1), (done, true, 2), (open, false, 2)]);
        assert!(matches!(mixed.headline(), Headline::Rate(rate) if rate.part == few));
    }
}
