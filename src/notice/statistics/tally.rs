//! How many issues of a group have each status, and what may be said first of them.

use super::SMALLEST_RATED;
use crate::notice::{MAX_STATUSES, Status};
use crate::value::{Count, Rate, StatusClass};

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
    pub(super) fn add(&mut self, status: Status, is_inferred: bool, is_overdue: bool) {
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
