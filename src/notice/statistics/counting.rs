//! Counts everything once, and asserts that the parts add up to the whole.

use std::collections::BTreeMap;

use super::names::names;
use super::tally::Tally;
use super::{Items, Statistics};
use crate::notice::{Group, Issue, IssueId, Notice, ResponseId, UnitId};
use crate::value::{Count, Date, Lang, StatusBasis};

/// Counts everything once.
pub fn compute(notice: &Notice, as_of: Date) -> Statistics {
    let mut statistics = Statistics {
        all: Tally::default(),
        sections: vec![Tally::default(); notice.sections.len()],
        topics: notice.sections.iter().map(|s| vec![Tally::default(); s.record.topics.len()]).collect(),
        units: vec![Tally::default(); notice.units.len()],
        places: vec![Tally::default(); notice.places.len()],
        without_unit: Tally::default(),
        deadlines: Vec::new(),
        deadlines_in_words: Vec::new(),
        without_deadline: Tally::default(),
        responses: notice.response_ids().map(|id| responses(notice, id)).collect(),
        names: Vec::new(),
        items: Items::default(),
    };
    let mut deadlines: BTreeMap<(i64, i64), (Date, Tally)> = BTreeMap::new();
    let mut in_words: BTreeMap<Vec<(Lang, &str)>, (IssueId, Tally)> = BTreeMap::new();
    for (id, issue) in notice.issue_ids().zip(&notice.issues) {
        let overdue = issue.days_overdue(as_of).is_some();
        let is_inferred = issue.record.status_basis == StatusBasis::Inferred;
        let count = |tally: &mut Tally| tally.add(issue.status, is_inferred, overdue);
        count(&mut statistics.all);
        statistics.items.add(notice, issue);
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
        notice.places_of(&issue.record.places).for_each(|place| count(&mut statistics.places[place.index()]));
        if units.is_empty() {
            count(&mut statistics.without_unit);
        }
        count(match issue.due() {
            Some(due) => &mut deadlines.entry(due.sort_key()).or_insert((due, Tally::default())).1,
            None => match &issue.record.due_text {
                Some(words) => {
                    let words = words.iter().map(|(lang, text)| (lang, text.as_str())).collect();
                    &mut in_words.entry(words).or_insert((id, Tally::default())).1
                }
                None => &mut statistics.without_deadline,
            },
        });
    }
    statistics.deadlines = deadlines.into_values().collect();
    statistics.deadlines_in_words = in_words.into_values().collect();
    statistics.deadlines_in_words.sort_by_key(|(id, _)| *id);
    statistics.names = names(notice, &statistics);
    statistics.assert_adds_up();
    statistics
}

/// Issues with a response: nothing of that number is inferred.
fn responses(notice: &Notice, id: ResponseId) -> Count {
    let answered = notice.issues.iter().filter(|issue| notice.response_to(issue) == Some(id)).count();
    Count::of_all(answered.try_into().unwrap_or(u64::MAX))
}

impl Items {
    fn add(&mut self, notice: &Notice, issue: &Issue) {
        for item in &issue.record.items {
            self.total += 1;
            if notice.vocabulary.status(&item.status).is_some_and(|status| status.class.is_done()) {
                self.completed.add(item.status_basis == StatusBasis::Inferred);
            }
        }
    }
}

impl Statistics {
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
        let in_words = self.deadlines_in_words.iter().map(|(_, tally)| *tally);
        assert_eq!(
            sum(&mut dated.chain(in_words).chain([self.without_deadline])),
            self.all,
            "deadlines add up to the whole"
        );
    }
}
