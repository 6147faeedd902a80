//! Views that list and count: home, section, issues, outstanding matters, statistics, downloads.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::course::{CourseView, course};
use super::super::figures::{FiguresView, figure, figures};
use super::super::finding::{FindingView, finding};
use super::super::formats::{DataFile, DataFiles};
use super::super::listing;
use super::super::parts::{
    CorrectionView, Each, FigureView, LinkView, NoteView, PLACES, Parts, Rows, SectionRef, StatusView, TallyView,
    TopicRef, unit_anchor,
};
use super::super::plan::{PageKind, has_unit_pages};
use super::super::search::{search_kinds, search_parts, searched_labels};
use super::super::wall::{WallView, section_wall, wall};
use super::charts::{ChartView, chart, charts};
use super::contents::{ContentsEntry, Paged};
use super::document::{IssueTexts, texts};
use super::facts::{FactView, facts_of_notice};
use super::money::figure_holder;
use super::{SectionTally, language_folder};
use crate::notice::fields::{self, Field, FieldKind};
use crate::notice::pagination::Window;
use crate::notice::{
    EditorNotes, FieldHolder, FieldPlace, FieldRecord, FieldValue, Group, Highlight, Issue, IssueId, ResponseId,
    SectionId, StatusId, UnitId,
};
use crate::text::locale::Argument;
use crate::value::{Count, Date, DatePart, StatusClass};

/// The most unfinished issues that the home page lists.
const FIRST: usize = 30;

/// The home page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct HomeView<'a> {
    /// What the notice says as a whole in fields of the office's own.
    pub facts: Vec<FactView>,
    /// What the notice comes to.
    pub finding: FindingView,
    /// Every issue as a square, by section.
    pub wall: Vec<WallView<'a>>,
    /// What happened when, and what is to happen.
    pub course: Option<CourseView<'a>>,
    /// These two as files of their own.
    pub wall_files: Option<ChartView>,
    pub course_files: Option<ChartView>,
    /// Figures that the notice puts first.
    pub highlights: Vec<HighlightView>,
    pub stated: FiguresView,
    /// Editor's notes at these figures.
    pub notes: Vec<NoteView>,
    /// The first of what is not finished, the earliest deadline first.
    pub outstanding: Rows<'a>,
    pub corrections: Vec<CorrectionView>,
}

/// A figure that the notice puts first.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HighlightView {
    /// Where it stands.
    pub holder: LinkView,
    /// The figure as it is drawn.
    pub figures: FiguresView,
}

/// A section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionView<'a> {
    pub section: SectionRef,
    pub tally: TallyView,
    /// What the section comes to.
    pub finding: FindingView,
    /// Its issues as squares, in one part.
    pub wall: Vec<WallView<'a>>,
    pub topics: Vec<TopicGroup<'a>>,
    /// Where each topic begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// A list of issues by section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ListView<'a> {
    /// The status that the list is of, if it is of one.
    pub status: Option<StatusView>,
    pub total: Count,
    pub sections: Vec<SectionRows<'a>>,
    /// Where each section and topic begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
    /// Deadlines that occur, for the filter.
    pub deadlines: Vec<Date>,
    /// Units that occur, for the filter.
    pub units: Vec<LinkView>,
    /// Responses that occur, for the filter.
    pub answers: Vec<AnswerCount>,
    /// Fields of the office's own by which the list can be filtered.
    pub fields: Vec<FilterView>,
}

/// A field of the office's own by which the list can be filtered.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FilterView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What there is to choose from: the word that rows have, and what it is called.
    pub options: Vec<OptionView>,
}

/// A value by which a list can be filtered.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OptionView {
    pub value: String,
    pub title: String,
}

/// How many issues have a response.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AnswerCount {
    pub answer: String,
    pub total: u64,
}

/// Issues of a section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionRows<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    pub topics: Vec<TopicRows<'a>>,
}

/// Issues of a topic.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicRows<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
    pub issues: Rows<'a>,
}

/// Issues by unit.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitsView<'a> {
    pub units: Vec<UnitGroup<'a>>,
}

/// A unit and its issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitGroup<'a> {
    pub id: String,
    pub anchor: String,
    pub name: String,
    pub tally: TallyView,
    /// Where its issues are listed, if it has a page of its own; they are not listed here then.
    pub href: Option<String>,
    pub issues: Rows<'a>,
}

/// What is not finished.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OutstandingView<'a> {
    pub total: Count,
    pub overdue: Count,
    pub groups: Vec<StatusGroup<'a>>,
    pub deadlines: Vec<DeadlineGroup<'a>>,
    /// Where each group begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
}

/// Issues of a status, with what is still to be done.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct StatusGroup<'a> {
    pub status: String,
    /// The name of its glyph.
    pub glyph: &'static str,
    /// What it says.
    pub meaning: String,
    pub total: Count,
    pub issues: Rows<'a>,
    pub texts: IssueTexts<'a>,
}

/// Issues of a deadline.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DeadlineGroup<'a> {
    pub due: Option<Date>,
    /// The issuer's own words for the deadline, where it has some.
    pub due_text: Option<String>,
    /// Days from `as_of` to the deadline; negative if it has passed.
    pub days_left: Option<i64>,
    pub tally: TallyView,
    pub href: String,
    pub issues: Rows<'a>,
}

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

/// The amounts of money among the key figures of an issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AmountsView {
    pub issue: LinkView,
    pub figures: Vec<FigureView>,
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

/// The counts of a deadline that is stated in words alone.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DeadlineInWords {
    pub words: String,
    pub tally: TallyView,
}

/// The counts of a unit.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitCounts {
    pub unit: LinkView,
    pub tally: TallyView,
}

/// Downloads.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DataView {
    /// Leads from the root of the language to the root of the site, where files for all languages stand.
    pub up: &'static str,
    /// Columns of the table, with what they hold.
    pub columns: Vec<ColumnView>,
    /// Whether any date is a half-year, a quarter or a third of a month.
    pub has_coded_dates: bool,
    /// The files that there are to download.
    pub downloads: Vec<DownloadView>,
    /// The charts as files.
    pub charts: Vec<ChartView>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DownloadView {
    pub name: String,
    /// Its address from the page.
    pub href: String,
    /// What it holds.
    pub meaning: String,
    /// How many rows it has, if it is a table.
    pub rows: Option<u64>,
    pub bytes: u64,
    pub sha256: String,
}

/// The search page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SearchView {
    /// The files of the text that is searched.
    pub files: Vec<String>,
    pub total: usize,
    /// What the searched texts of issues are called, each with its weight, as JSON.
    pub labels: String,
    /// The kinds of things that are found.
    pub kinds: Vec<OptionView>,
}

/// A column of the downloads.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ColumnView {
    pub name: String,
    pub title: String,
    pub meaning: String,
}

/// The counts of a topic beside its issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicGroup<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
    pub tally: TallyView,
    pub issues: Rows<'a>,
}

pub(super) fn section_tallies(parts: &Parts<'_>) -> Vec<SectionTally> {
    let statistics = &parts.edition.statistics;
    let tally = |section| SectionTally {
        section: parts.section_ref(section),
        tally: parts.tally(statistics.of_section(section)),
    };
    parts.notice().section_ids().map(tally).collect()
}

pub(super) fn home<'a>(parts: &Parts<'a>) -> HomeView<'a> {
    let notice = parts.notice();
    let outstanding = &parts.edition.lists.outstanding;
    HomeView {
        finding: finding(parts, &parts.edition.statistics.all, outstanding),
        wall: wall(parts),
        course: course(parts),
        wall_files: chart(parts, "wall"),
        course_files: chart(parts, "course"),
        facts: facts_of_notice(parts, FieldPlace::Page),
        highlights: highlights(parts),
        stated: figures(parts, &notice.record.stated, &notice.record.equations, notice.record.editor_notes()),
        notes: parts.notes(notice.record.editor_notes()),
        outstanding: Each::of(parts, outstanding.iter().take(FIRST).copied().collect(), Parts::row),
        corrections: parts.corrections(&notice.record.corrections),
    }
}

pub(super) fn section<'a>(parts: &Parts<'a>, id: SectionId, mut paged: Paged<'_>) -> SectionView<'a> {
    let notice = parts.notice();
    let statistics = &parts.edition.statistics;
    let topic = |group: Group| {
        let topic = group.topic.map(|topic| parts.topic_ref(topic));
        if let Some(topic) = &topic {
            paged.begin(&topic.anchor, || topic.title.clone(), false);
        }
        let issues = paged.take(notice.issues_of(group).collect())?;
        let tally = parts.tally(statistics.of_group(group));
        Some(TopicGroup { topic, tally, issues: Each::of(parts, issues, Parts::row) })
    };
    let topics = notice.groups(Some(id)).into_iter().filter_map(topic).collect();
    let open = parts.wanted(|issue| issue.group.section == Some(id) && issue.class().is_outstanding());
    SectionView {
        section: parts.section_ref(id),
        tally: parts.tally(statistics.of_section(id)),
        finding: finding(parts, statistics.of_section(id), &open),
        wall: vec![section_wall(parts, id)],
        topics,
        contents: paged.contents(),
        previous: id.previous().map(|section| parts.link(PageKind::Section(section))),
        next: id.next(notice.sections.len()).map(|section| parts.link(PageKind::Section(section))),
    }
}

pub(super) fn all_issues<'a>(parts: &Parts<'a>, paged: Paged<'_>) -> ListView<'a> {
    list(parts, None, paged, |_| true)
}

pub(super) fn by_status<'a>(parts: &Parts<'a>, status: StatusId, paged: Paged<'_>) -> ListView<'a> {
    list(parts, Some(status), paged, |issue| issue.status.id == status)
}

pub(super) fn by_response<'a>(parts: &Parts<'a>, response: ResponseId, paged: Paged<'_>) -> ListView<'a> {
    let notice = parts.notice();
    ListView {
        total: parts.count(&parts.wanted(|issue| notice.response_to(issue) == Some(response))),
        ..list(parts, None, paged, |issue| notice.response_to(issue) == Some(response))
    }
}

fn list<'a>(
    parts: &Parts<'a>,
    status: Option<StatusId>,
    mut paged: Paged<'_>,
    is_wanted: impl Fn(&Issue) -> bool,
) -> ListView<'a> {
    let notice = parts.notice();
    let status = status.and_then(|id| notice.statuses().find(|status| status.id == id));
    let of_group = |group: Group| -> Vec<IssueId> {
        notice.issues_of(group).filter(|issue| is_wanted(notice.issue(*issue))).collect()
    };
    let mut sections = Vec::new();
    for division in notice.divisions() {
        let section = division.map(|section| parts.section_ref(section));
        let groups = notice.groups(division).into_iter().map(|group| (group, of_group(group)));
        let groups: Vec<_> = groups.filter(|(_, issues)| !issues.is_empty()).collect();
        if let Some(section) = section.as_ref().filter(|_| !groups.is_empty()) {
            paged.begin(&format!("section-{}", section.slug), || section.short_title.clone(), false);
        }
        let mut topics = Vec::new();
        for (group, issues) in groups {
            let topic = group.topic.map(|topic| parts.topic_ref(topic));
            if let Some(topic) = &topic {
                paged.begin(&topic.anchor, || topic.title.clone(), true);
            }
            let issues = paged.take(issues);
            topics.extend(issues.map(|issues| TopicRows { topic, issues: Each::of(parts, issues, Parts::row) }));
        }
        sections.extend((!topics.is_empty()).then_some(SectionRows { section, topics }));
    }
    ListView {
        status: status.map(|status| parts.status_view(status)),
        total: match status {
            Some(status) => parts.edition.statistics.all.of(status),
            None => Count::of_all(parts.edition.statistics.all.total()),
        },
        sections,
        contents: paged.contents(),
        deadlines: parts.edition.statistics.deadlines.iter().map(|(due, _)| *due).collect(),
        units: parts.acting_units().map(|unit| parts.unit_link(unit)).collect(),
        answers: answers(parts),
        fields: filters(parts),
    }
}

/// The filters of fields that the notice declares, with the values that occur.
fn filters(parts: &Parts<'_>) -> Vec<FilterView> {
    let notice = parts.notice();
    let options = |at: usize, field: &FieldRecord| -> Vec<OptionView> {
        let occurring = notice.issues.iter().filter_map(|issue| issue.values[at].as_ref()).flat_map(FieldValue::places);
        let occurring: BTreeSet<usize> = occurring.collect();
        let option = |at: usize| {
            let (id, name) = notice.option(field, at);
            OptionView { value: id.to_string(), title: parts.text(name) }
        };
        occurring.into_iter().map(option).collect()
    };
    let fields = notice.record.fields.iter().enumerate();
    let filters = fields.filter(|(_, field)| field.filter && field.is_of(FieldHolder::Issue));
    let view = filters.map(|(at, field)| FilterView {
        id: field.id.to_string(),
        label: parts.text(&field.label),
        options: options(at, field),
    });
    let places = std::iter::once(place_filter(parts));
    view.chain(places).filter(|filter| filter.options.len() > 1).collect()
}

/// The places that issues name, as a filter.
fn place_filter(parts: &Parts<'_>) -> FilterView {
    let notice = parts.notice();
    let occurring = notice.place_ids().filter(|id| parts.edition.statistics.of_place(*id).total() > 0);
    let option = |id| {
        let place = notice.place(id);
        OptionView { value: place.id.to_string(), title: parts.text(&place.name) }
    };
    let label = parts.locale.text("data.columns.places.title");
    FilterView { id: PLACES.to_owned(), label, options: occurring.map(option).collect() }
}

/// The responses that occur, with their counts.
fn answers(parts: &Parts<'_>) -> Vec<AnswerCount> {
    let responses = parts.notice().vocabulary.responses.iter().zip(&parts.edition.statistics.responses);
    let used = responses.filter(|(_, count)| count.n > 0);
    used.map(|(response, count)| AnswerCount { answer: response.id.to_string(), total: count.n }).collect()
}

pub(super) fn units<'a>(parts: &Parts<'a>) -> UnitsView<'a> {
    let group = |id: UnitId| {
        let href = has_unit_pages(parts.edition).then(|| parts.href(PageKind::Unit(id)));
        let issues = if href.is_some() { Vec::new() } else { parts.edition.lists.of_unit(id).to_vec() };
        UnitGroup { href, ..unit_group(parts, id, issues) }
    };
    UnitsView { units: parts.acting_units().map(group).collect() }
}

/// A unit with the issues of one page of its own.
pub(super) fn unit<'a>(parts: &Parts<'a>, id: UnitId, mut window: Window) -> UnitGroup<'a> {
    unit_group(parts, id, window.take(parts.edition.lists.of_unit(id).to_vec()).unwrap_or_default())
}

fn unit_group<'a>(parts: &Parts<'a>, id: UnitId, issues: Vec<IssueId>) -> UnitGroup<'a> {
    let unit = parts.notice().unit(id);
    UnitGroup {
        id: unit.id.to_string(),
        anchor: unit_anchor(unit),
        name: parts.text(&unit.name),
        tally: parts.tally(parts.edition.statistics.of_unit(id)),
        href: None,
        issues: Each::of(parts, issues, Parts::row),
    }
}

pub(super) fn outstanding<'a>(parts: &Parts<'a>, mut paged: Paged<'_>) -> OutstandingView<'a> {
    let deadlines = open(deadlines(parts, |issue| issue.class().is_outstanding()));
    let deadlines =
        deadlines.into_iter().chain(without_date(parts)).filter_map(|group| shared_out(parts, group, &mut paged));
    let deadlines = deadlines.collect();
    let groups = parts.notice().outstanding_by_status().into_iter().filter_map(|(of, issues)| {
        let StatusView { status, glyph, meaning } = parts.status_view(of);
        paged.begin(&format!("status-{status}"), || parts.status_label(of.id), false);
        let issues = paged.take(issues)?;
        let total = parts.edition.statistics.all.of(of);
        let texts = texts(parts, issues.clone());
        Some(StatusGroup { status, glyph, meaning, total, issues: Each::of(parts, issues, Parts::row), texts })
    });
    let groups = groups.collect();
    OutstandingView {
        total: parts.edition.statistics.all.outstanding(),
        overdue: parts.edition.statistics.all.overdue,
        groups,
        deadlines,
        contents: paged.contents(),
    }
}

/// A group with those of its issues that stand on the page.
fn shared_out<'a>(parts: &Parts<'a>, group: DeadlineGroup<'a>, paged: &mut Paged<'_>) -> Option<DeadlineGroup<'a>> {
    match (group.due, &group.due_text) {
        (Some(due), _) => paged.begin(&format!("due-{due}"), || parts.locale.date(due), false),
        (None, None) => paged.begin("no-due", || parts.locale.text("outstanding.no_date"), false),
        (None, Some(_)) => {}
    }
    let issues = paged.take(group.issues.issues().to_vec())?;
    Some(DeadlineGroup { issues: Each::of(parts, issues, Parts::row), ..group })
}

/// The outstanding issues that no date binds: those with a deadline in words by the words, then those without.
fn without_date<'a>(parts: &Parts<'a>) -> Vec<DeadlineGroup<'a>> {
    let mut by_words: Vec<(Option<String>, Vec<IssueId>)> = Vec::new();
    for id in parts.wanted(|issue| issue.due().is_none() && issue.class().is_outstanding()) {
        let words = parts.due_text(None, parts.notice().issue(id).record.due_text.as_ref());
        match by_words.iter_mut().find(|(known, _)| *known == words) {
            Some((_, issues)) => issues.push(id),
            None => by_words.push((words, vec![id])),
        }
    }
    by_words.sort_by_key(|(words, _)| words.is_none());
    let statistics = &parts.edition.statistics;
    let in_words: Vec<_> = statistics.deadlines_in_words.iter().map(|(id, of)| in_words(parts, *id, of)).collect();
    let group = |(due_text, issues): (Option<String>, Vec<IssueId>)| DeadlineGroup {
        days_left: None,
        tally: in_words
            .iter()
            .find(|known| Some(&known.words) == due_text.as_ref())
            .map_or_else(|| by_deadline(parts, &statistics.without_deadline), |known| known.tally.clone()),
        due: None,
        due_text,
        href: format!("{}#no-due", parts.href(PageKind::Outstanding)),
        issues: Each::of(parts, issues, Parts::row),
    };
    by_words.into_iter().map(group).collect()
}

/// Every deadline with its counts, its words for the issues that are spoken of, and the outstanding issues that it binds.
fn deadlines<'a>(parts: &Parts<'a>, spoken_of: impl Fn(&Issue) -> bool) -> Vec<DeadlineGroup<'a>> {
    let as_of = parts.edition.as_of;
    let group = |(due, tally): &(Date, crate::notice::statistics::Tally)| {
        let due_text = words_of(parts, |issue| issue.due() == Some(*due) && spoken_of(issue));
        let issues = Each::of(parts, parts.edition.lists.due(*due).to_vec(), Parts::row);
        DeadlineGroup {
            due: Some(*due),
            due_text,
            days_left: Some(as_of.days_until(*due)),
            tally: by_deadline(parts, tally),
            href: deadline_href(parts, *due, !issues.is_empty()),
            issues,
        }
    };
    parts.edition.statistics.deadlines.iter().map(group).collect()
}

/// The words for the deadline of some issues, each once.
fn words_of(parts: &Parts<'_>, is_wanted: impl Fn(&Issue) -> bool) -> Option<String> {
    let worded = parts.notice().issues.iter().filter_map(|issue| Some((issue, issue.record.due_text.as_ref()?)));
    let mut words: Vec<String> =
        worded.filter(|(issue, _)| is_wanted(issue)).map(|(_, words)| parts.text(words)).collect();
    let mut seen = BTreeSet::new();
    words.retain(|text| seen.insert(text.clone()));
    (!words.is_empty()).then(|| words.join(&parts.locale.text("head.comma")))
}

/// A deadline in words alone, with its counts.
fn in_words(parts: &Parts<'_>, of: IssueId, tally: &crate::notice::statistics::Tally) -> DeadlineInWords {
    let words = parts.due_text(None, parts.notice().issue(of).record.due_text.as_ref()).unwrap_or_default();
    DeadlineInWords { words, tally: by_deadline(parts, tally) }
}

/// The counts of issues by deadline.
fn by_deadline(parts: &Parts<'_>, tally: &crate::notice::statistics::Tally) -> TallyView {
    let view = parts.tally(tally);
    let rate = view.rate.filter(|_| !parts.edition.statistics.deadlines_select());
    TallyView { rate, stated_rate: view.stated_rate.and(rate), ..view }
}

/// Where the issues of a deadline are listed: with what is outstanding, or, once all are completed, among all issues.
fn deadline_href(parts: &Parts<'_>, due: Date, is_open: bool) -> String {
    if is_open {
        format!("{}#due-{due}", parts.href(PageKind::Outstanding))
    } else {
        format!("{}#due={due}", parts.href(PageKind::Issues))
    }
}

/// Those deadlines that bind an outstanding issue.
fn open(mut deadlines: Vec<DeadlineGroup<'_>>) -> Vec<DeadlineGroup<'_>> {
    deadlines.retain(|deadline| !deadline.issues.is_empty());
    deadlines
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

/// What counts as completed, what does not, and what a rate is a share of, in the words of the notice's statuses.
fn counting(parts: &Parts<'_>) -> Vec<String> {
    let (notice, locale, all) = (parts.notice(), parts.locale, &parts.edition.statistics.all);
    if notice.record.statuses.is_empty() {
        return vec![locale.text("method.completed")];
    }
    let said = |(key, wanted): (&str, &dyn Fn(StatusClass) -> bool)| {
        let used = notice.statuses().filter(|status| wanted(status.class) && all.of(*status).n > 0);
        let labels = used.map(|status| {
            let label = parts.status_label(status.id);
            locale.say("method.quoted", &[("label", Argument::Text(&label))])
        });
        let labels = labels.collect::<Vec<_>>().join(&locale.text("method.between"));
        (!labels.is_empty()).then(|| locale.say(key, &[("labels", Argument::Text(&labels))]))
    };
    let done = said(("method.done", &StatusClass::is_done)).unwrap_or_else(|| locale.text("method.none_done"));
    let others: [(&str, &dyn Fn(StatusClass) -> bool); 3] = [
        ("method.outstanding", &StatusClass::is_outstanding),
        ("method.closed", &|class| class == StatusClass::Closed),
        ("method.not_stated", &|class| class == StatusClass::NotStated),
    ];
    let base = match (all.rated().n, all.not_stated().n) {
        (0, 1..) => None,
        (_, 0) => Some(locale.text("method.base")),
        (rated, _) => Some(locale.say("method.base_of_stated", &[("n", Argument::Count(rated))])),
    };
    std::iter::once(done).chain(others.into_iter().filter_map(said)).chain(base).collect()
}

pub(super) fn search(parts: &Parts<'_>) -> SearchView {
    let notice = parts.notice();
    let kind =
        |kind: &str| OptionView { value: kind.to_owned(), title: parts.locale.text(&format!("search.kinds.{kind}")) };
    SearchView {
        files: search_parts(notice).into_iter().map(|part| part.file).collect(),
        total: notice.issues.len(),
        labels: searched_labels(notice, parts.locale),
        kinds: search_kinds(notice).map(kind).collect(),
    }
}

/// The figures that the notice puts first, those that changed before the others.
fn highlights(parts: &Parts<'_>) -> Vec<HighlightView> {
    let view = |highlight: Highlight<'_>| HighlightView {
        holder: figure_holder(parts, highlight.record.holder),
        figures: figure(parts, highlight.record.figures, highlight.record.equations, highlight.figure),
    };
    let all = parts.notice().highlights().into_iter().map(view);
    let (mut first, others): (Vec<_>, Vec<_>) = all.partition(|highlight| !highlight.figures.shifts.is_empty());
    first.extend(others);
    first
}

fn amounts(parts: &Parts<'_>, id: IssueId) -> AmountsView {
    let issue = parts.notice().issue(id);
    let views = parts.noted_figures(&issue.record.figures, EditorNotes::default());
    let figures = listing::amounts_of(issue).map(|(at, _)| views[at].clone()).collect();
    AmountsView { issue: parts.link(PageKind::Issue(id)), figures }
}

/// Whether any issue has a date in the table that is a half-year, a quarter or a third of a month.
fn has_coded_dates(parts: &Parts<'_>) -> bool {
    let is_coded = |date: Date| matches!(date.part(), DatePart::Half(_) | DatePart::Quarter(_) | DatePart::Third(..));
    let columns = fields::columns(parts.notice());
    parts.notice().issues.iter().any(|issue| {
        let mut dates = columns.iter().filter_map(|field| match field.kind {
            FieldKind::Date(of) | FieldKind::Deadline(of) => of(&issue.record),
            FieldKind::Declared(at) => match issue.values[at] {
                Some(FieldValue::Date(date)) => Some(date),
                _ => None,
            },
            _ => None,
        });
        dates.any(is_coded)
    })
}

pub(super) fn data(parts: &Parts<'_>, files: &DataFiles) -> DataView {
    let words = |key: &str, what: &str| parts.locale.text(&format!("data.columns.{key}.{what}"));
    let column = |field: Field| {
        let name = field.name(parts.notice());
        ColumnView { name: name.to_owned(), title: words(name, "title"), meaning: words(name, "meaning") }
    };
    let is_default = parts.locale.lang == parts.notice().default_language();
    let columns = fields::columns(parts.notice()).into_iter().map(column).collect();
    let up = if is_default { "" } else { "../" };
    DataView {
        up,
        columns,
        has_coded_dates: has_coded_dates(parts),
        downloads: downloads(parts, files, up),
        charts: charts(parts),
    }
}

fn downloads(parts: &Parts<'_>, files: &DataFiles, up: &str) -> Vec<DownloadView> {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let folder = language_folder(parts.edition, parts.locale.lang);
    let href = |file: &DataFile| match file.path.as_str().strip_prefix(&folder) {
        Some(own) if !folder.is_empty() => own.to_owned(),
        _ => format!("{up}{}", file.path),
    };
    let view = |file: DataFile| DownloadView {
        href: href(&file),
        meaning: parts.locale.text(&format!("data.files.{}", file.name.replace('.', "-"))),
        rows: file.rows.map(count),
        bytes: count(file.bytes),
        name: file.name.to_owned(),
        sha256: file.sha256,
    };
    files.of_language(parts.edition, parts.locale.lang).into_iter().map(view).collect()
}
