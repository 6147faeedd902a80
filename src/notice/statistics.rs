//! Counts and rates, derived from the records and from nothing else.
//!
//! Takes the notice, gives [`Statistics`]. That the parts add up to the whole is asserted where they are counted.

use std::collections::BTreeMap;

use super::{Group, Issue, IssueId, MAX_STATUSES, Notice, PlaceId, ResponseId, SectionId, Status, TopicId, UnitId};
use crate::value::{Count, Date, Lang, Rate, StatusBasis, StatusClass};

/// Groups of fewer issues than this have no rate: one issue more or less would move it by more than a fifth.
pub const SMALLEST_RATED: u64 = 5;

/// Names of counts that no status may take.
pub const TAKEN: [&str; 4] = ["total", "outstanding", "overdue", "sections"];

/// How many issues have each status, and how many of these statuses the issuer states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    by_status: [Count; MAX_STATUSES],
    by_class: [Count; StatusClass::ALL.len()],
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
    /// How many the issuer states to be closed without being done, where it states nothing else of any.
    Closed(u64),
    /// That the issuer states no status at all.
    Nothing,
    /// That there is no issue.
    NoIssue,
}

impl Tally {
    fn add(&mut self, status: Status, is_inferred: bool, is_overdue: bool) {
        self.by_status[status.id.index()].add(is_inferred);
        self.by_class[status.class as usize].add(is_inferred);
        if is_overdue {
            self.overdue.add(is_inferred);
        }
    }

    /// Issues of a status.
    pub fn of(&self, status: Status) -> Count {
        self.by_status[status.id.index()]
    }

    /// Issues whose status counts as one of some classes.
    pub fn of_classes(&self, wanted: impl Fn(StatusClass) -> bool) -> Count {
        let counts = StatusClass::ALL.into_iter().zip(self.by_class);
        counts.filter(|(class, _)| wanted(*class)).map(|(_, count)| count).sum()
    }

    /// Returns all issues, and how many of their statuses are inferred.
    pub fn all(&self) -> Count {
        self.of_classes(|_| true)
    }

    /// Returns all issues.
    pub fn total(&self) -> u64 {
        self.all().n
    }

    /// Issues that are completed.
    pub fn done(&self) -> Count {
        self.of_classes(StatusClass::is_done)
    }

    /// Issues with something still to be done.
    pub fn outstanding(&self) -> Count {
        self.of_classes(StatusClass::is_outstanding)
    }

    /// Issues that were closed without being done.
    pub fn closed(&self) -> Count {
        self.of_classes(|class| class == StatusClass::Closed)
    }

    /// Issues of which no status is stated.
    pub fn not_stated(&self) -> Count {
        self.of_classes(|class| class == StatusClass::NotStated)
    }

    /// Returns whether of any issue there is more to say than that it is not started, or that its status is not stated.
    pub fn is_begun(&self) -> bool {
        self.of_classes(|class| !matches!(class, StatusClass::NotStarted | StatusClass::NotStated)).n > 0
    }

    /// Issues that a rate is a share of: all of which a status is stated.
    pub fn rated(&self) -> Count {
        self.of_classes(StatusClass::is_rated)
    }

    /// Returns the share of completed issues; none of a few. Substantially completed issues are not completed, nor are
    /// those closed without being done.
    pub fn completion_rate(&self) -> Option<Rate> {
        Rate::of(self.done(), self.rated()).filter(|rate| rate.whole.n >= SMALLEST_RATED)
    }

    /// Returns what may stand first of the group. A rate that rests on inference alone never does.
    pub fn headline(&self) -> Headline {
        let done = self.done();
        let (outstanding, closed) = (self.outstanding().stated(), self.closed().stated());
        match (self.completion_rate(), done.stated(), outstanding, closed) {
            _ if self.total() == 0 => Headline::NoIssue,
            (Some(rate), 1.., ..) => Headline::Rate(rate),
            (None, 1.., ..) => Headline::Completed(done),
            (_, _, 1.., _) => Headline::Outstanding(outstanding),
            (_, _, _, 1..) => Headline::Closed(closed),
            _ => Headline::Nothing,
        }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        let counts = self.by_status.iter_mut().chain(&mut self.by_class);
        for (count, more) in counts.zip(other.by_status.into_iter().chain(other.by_class)) {
            *count += more;
        }
        self.overdue += other.overdue;
    }
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
    /// Each unit, in the order of [`Notice::units`]: issues that it leads or is responsible for. An issue of two units
    /// counts for both.
    pub units: Vec<Tally>,
    /// Each place, in the order of [`Notice::places`]. An issue of two places counts for both.
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

/// Returns every name with its count. Where two have one name, the first keeps it; a response has another besides.
fn names(notice: &Notice, statistics: &Statistics) -> Vec<(String, Count)> {
    let all = &statistics.all;
    let statuses = notice.statuses().map(|status| (notice.status(status.id).id.to_string(), all.of(status)));
    let sections = Count::of_all(statistics.sections.len().try_into().unwrap_or(u64::MAX));
    let general = [
        ("completed", all.done()),
        ("outstanding", all.outstanding()),
        ("overdue", all.overdue),
        ("sections", sections),
        ("done", all.done()),
        ("closed", all.closed()),
        ("not-stated", all.not_stated()),
        ("items", Count::of_all(statistics.items.total)),
        ("items-completed", statistics.items.completed),
    ];
    let mut names = vec![("total".to_owned(), Count::of_all(all.total()))];
    names.extend(statuses);
    let mut add = |name: String, count| {
        let is_new = names.iter().all(|(known, _)| *known != name);
        names.extend(is_new.then_some((name, count)));
        is_new
    };
    for (name, count) in general {
        add(name.to_owned(), count);
    }
    let measures = |is_wanted: fn(StatusClass) -> bool| {
        let all = notice.issues.iter().flat_map(|issue| &issue.record.measures);
        let class = |word| notice.vocabulary.status(word).map(|status| status.class);
        all.filter(|measure| measure.status.as_ref().and_then(|word| class(word)).is_some_and(is_wanted)).count()
    };
    let all_measures = notice.issues.iter().map(|issue| issue.record.measures.len()).sum();
    for (name, n) in [("measures", all_measures), ("measures-completed", measures(StatusClass::is_done))] {
        add(name.to_owned(), Count::of_all(u64::try_from(n).unwrap_or(u64::MAX)));
    }
    for (id, count) in notice.response_ids().zip(&statistics.responses) {
        let word = &notice.response(id).id;
        let _ = add(word.to_string(), *count) || add(format!("response-{word}"), *count);
    }
    names
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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::notice::StatusId;

    /// The status of a class in a notice that has one for each.
    fn status(class: StatusClass) -> Status {
        Status { id: StatusId::new(class as usize), class }
    }

    fn tally(issues: &[(StatusClass, bool, usize)]) -> Tally {
        let mut tally = Tally::default();
        for (class, is_inferred, times) in issues {
            (0..*times).for_each(|_| tally.add(status(*class), *is_inferred, false));
        }
        tally
    }

    #[test]
    fn only_what_is_done_is_completed_and_a_few_have_no_rate() {
        let mut tally = Tally::default();
        assert_eq!(tally.completion_rate(), None);
        for class in StatusClass::ALL {
            let is_few = tally.rated().n < SMALLEST_RATED;
            assert_eq!(tally.completion_rate().is_none(), is_few, "{} issues", tally.total());
            tally.add(status(class), class == StatusClass::Ongoing, false);
        }
        assert_eq!((tally.total(), tally.outstanding()), (8, Count { n: 4, inferred: 1 }));
        assert_eq!((tally.done().n, tally.closed().n, tally.not_stated().n), (2, 1, 1));
        let rate = tally.completion_rate().expect("a rate");
        assert_eq!((rate.whole.n, rate.percent().to_string().as_str()), (7, "28.6"), "of those whose status is stated");
    }

    /// Closing what is not done raises no rate; saying nothing of an issue leaves it out.
    #[test]
    fn what_a_rate_is_a_share_of() {
        let (done, open) = (StatusClass::Done, StatusClass::Open);
        let rate = |issues: &[(StatusClass, bool, usize)]| {
            tally(issues).completion_rate().map(|rate| (rate.part.n, rate.whole.n))
        };
        assert_eq!(rate(&[(done, false, 5), (open, false, 5)]), Some((5, 10)));
        assert_eq!(rate(&[(done, false, 5), (StatusClass::Closed, false, 5)]), Some((5, 10)));
        assert_eq!(rate(&[(done, false, 5), (StatusClass::NotStated, false, 5)]), Some((5, 5)));
        assert_eq!(rate(&[(done, false, 4), (StatusClass::NotStated, false, 5)]), None);
    }

    #[test]
    fn a_headline_says_what_the_issuer_states() {
        let (done, open) = (StatusClass::Done, StatusClass::Open);
        assert_eq!(tally(&[(done, true, 41), (open, false, 8)]).headline(), Headline::Outstanding(8));
        assert_eq!(tally(&[(done, true, 41), (open, false, 6), (open, true, 2)]).headline(), Headline::Outstanding(6));
        assert_eq!(tally(&[(done, true, 41), (open, true, 8)]).headline(), Headline::Nothing);
        assert_eq!(tally(&[(open, false, 8)]).headline(), Headline::Outstanding(8));
        assert_eq!(tally(&[]).headline(), Headline::NoIssue);
        assert_eq!(tally(&[(StatusClass::Closed, false, 2)]).headline(), Headline::Closed(2));
        assert_eq!(tally(&[(StatusClass::NotStated, false, 2)]).headline(), Headline::Nothing);
        let few = Count { n: 3, inferred: 2 };
        assert_eq!(tally(&[(done, false, 1), (done, true, 2), (open, false, 1)]).headline(), Headline::Completed(few));
        let mixed = tally(&[(done, false, 1), (StatusClass::DoneLasting, true, 2), (open, false, 2)]);
        assert!(matches!(mixed.headline(), Headline::Rate(rate) if rate.part == few));
    }
}
