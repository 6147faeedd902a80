//! The page of statistics: counts and rates by section, unit, deadline and response, and how they are counted.

mod amounts;
mod counting;

use serde::Serialize;

use super::super::figures::{FiguresView, figures};
use super::super::parts::{Each, LinkView, NoteView, Parts, SectionRef, TallyView, TopicRef};
use super::answers::{AnswerCount, answers};
use super::charts::{ChartView, chart};
use super::deadlines::{DeadlineGroup, DeadlineInWords, by_deadline, deadlines, in_words};
use crate::notice::pagination::Window;
use crate::value::Count;
use amounts::{AmountsView, amounts};
use counting::counting;

/// Counts and rates.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct StatisticsView<'a> {
    pub tally: TallyView,
    pub sections: Vec<SectionCounts>,
    pub units: Vec<UnitCounts>,
    pub without_unit: TallyView,
    /// Whether any of these counts by unit has a rate.
    pub units_have_rates: bool,
    pub deadlines: Vec<DeadlineGroup<'a>>,
    pub deadlines_in_words: Vec<DeadlineInWords>,
    pub without_deadline: TallyView,
    /// Whether any of these counts by deadline has a rate.
    pub deadlines_have_rates: bool,
    /// Issues by the response to them; empty where there is no response.
    pub answers: Vec<AnswerCount>,
    /// How many have no response.
    pub unanswered: u64,
    /// How statuses are counted, in sentences.
    pub counting: Vec<String>,
    /// Whether deadlines are stated of unfinished issues alone, so that groups by deadline have no rate.
    pub deadlines_select: bool,
    pub stated: FiguresView,
    /// Editor's notes at these figures.
    pub notes: Vec<NoteView>,
    /// Whether there are issues whose key figures say something of money.
    pub has_amounts: bool,
    /// These issues, as far as they stand on the page.
    pub amounts: Vec<AmountsView>,
    /// Items of issues, which are counted apart from them.
    pub items: ItemsView,
    /// The bars of all issues and of each section as files.
    pub status_files: Option<ChartView>,
}

/// How many items issues have.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ItemsView {
    pub total: u64,
    pub completed: Count,
}

/// The counts of a section and of its topics.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionCounts {
    pub section: SectionRef,
    pub tally: TallyView,
    pub topics: Vec<TopicCounts>,
}

/// The counts of a topic.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicCounts {
    pub topic: TopicRef,
    pub tally: TallyView,
}

/// The counts of a unit.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitCounts {
    pub unit: LinkView,
    pub tally: TallyView,
}

pub(super) fn statistics<'a>(parts: &Parts<'a>, mut window: Window) -> StatisticsView<'a> {
    let statistics = &parts.edition.statistics;
    let notice = parts.notice();
    let topic = |topic| TopicCounts { topic: parts.topic_ref(topic), tally: parts.tally(statistics.of_topic(topic)) };
    let section = |section| SectionCounts {
        section: parts.section_ref(section),
        tally: parts.tally(statistics.of_section(section)),
        topics: notice.topic_ids(section).map(topic).collect(),
    };
    let unit = |unit| UnitCounts { unit: parts.unit_link(unit), tally: parts.tally(statistics.of_unit(unit)) };
    // The counts of a deadline stand here, its issues on the page of what is not finished.
    let counted = |group| DeadlineGroup { issues: Each::of(parts, Vec::new(), Parts::row), ..group };
    let units: Vec<UnitCounts> = parts.acting_units().map(unit).collect();
    let without_unit = parts.tally(&statistics.without_unit);
    let deadlines: Vec<DeadlineGroup<'a>> = deadlines(parts, |_| true).into_iter().map(counted).collect();
    let in_words = statistics.deadlines_in_words.iter().map(|(id, tally)| in_words(parts, *id, tally));
    let in_words: Vec<DeadlineInWords> = in_words.collect();
    let without_deadline = by_deadline(parts, &statistics.without_deadline);
    let of_deadlines = deadlines.iter().map(|group| &group.tally).chain(in_words.iter().map(|group| &group.tally));
    let answers = answers(parts);
    let with_amounts = &parts.edition.lists.with_money;
    StatisticsView {
        unanswered: statistics.all.total() - answers.iter().map(|answer| answer.total).sum::<u64>(),
        answers,
        counting: counting(parts),
        tally: parts.tally(&statistics.all),
        sections: notice.section_ids().map(section).collect(),
        units_have_rates: have_rates(units.iter().map(|unit| &unit.tally).chain([&without_unit])),
        units,
        without_unit,
        deadlines_have_rates: have_rates(of_deadlines.chain([&without_deadline])),
        deadlines,
        deadlines_in_words: in_words,
        without_deadline,
        deadlines_select: statistics.deadlines_select(),
        stated: figures(parts, &notice.record.stated, &notice.record.equations, notice.record.editor_notes()),
        notes: parts.notes(notice.record.editor_notes()),
        has_amounts: !with_amounts.is_empty(),
        amounts: window.take(with_amounts.clone()).into_iter().flatten().map(|id| amounts(parts, id)).collect(),
        status_files: chart(parts, "statuses"),
        items: ItemsView { total: statistics.items.total, completed: statistics.items.completed },
    }
}

/// Returns whether any of these counts has a rate.
fn have_rates<'t>(mut tallies: impl Iterator<Item = &'t TallyView>) -> bool {
    tallies.any(|tally| tally.rate.is_some())
}
