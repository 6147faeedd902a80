//! Views that set text: the full notice, an issue, the overview, accountability.

use serde::Serialize;

use super::super::parts::{
    CorrectionView, Each, FigureView, Html, IssueRow, LinkView, NoteView, Parts, SectionRef, TopicRef, issuer,
};
use super::super::plan::PageKind;
use super::super::prose::MarkdownRenderer;
use crate::notice::fields::{FIELDS, Field, FieldKind, MarkdownField};
use crate::notice::{Accountability, EditorNotes, GroupRecord, Issue, IssueId, Narrative, Person, TopicId};
use crate::text::locale::Argument;
use crate::value::{Date, Due, Localized};

/// The whole document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct NoticeView<'a> {
    pub overview: Option<Html>,
    pub stated: Vec<FigureView>,
    /// Editor's notes at the figures of the notice as a whole.
    pub notes: Vec<NoteView>,
    pub sections: Vec<SectionPart<'a>>,
    pub accountability: Option<AccountabilityView>,
    /// Groups of outstanding issues, with what is still to be done.
    pub outstanding: Vec<OutstandingPart<'a>>,
    pub closing: Option<Html>,
    /// The numbering of the document's parts: 一、二、…, for those that there are.
    pub ordinals: PartOrdinals,
}

/// 一、二、三、四、, given to the parts that the notice has.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PartOrdinals {
    pub overview: String,
    pub sections: String,
    pub accountability: String,
    pub outstanding: String,
}

/// A section of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionPart<'a> {
    pub section: SectionRef,
    pub topics: Vec<TopicPart<'a>>,
}

/// A topic of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicPart<'a> {
    pub topic: TopicRef,
    pub issues: IssueTexts<'a>,
}

/// Outstanding issues of one status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OutstandingPart<'a> {
    pub status: String,
    pub issues: IssueTexts<'a>,
}

/// Issues with their texts.
pub(super) type IssueTexts<'a> = Each<'a, IssueText>;

/// An issue with its texts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueText {
    pub row: IssueRow,
    pub statement: Option<String>,
    pub figures: Vec<FigureView>,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    /// The words of the response to the finding or recommendation.
    pub answer: Option<Html>,
    pub narrative: Option<Html>,
    pub next_steps: Option<Html>,
}

/// One issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueView {
    pub text: IssueText,
    pub section: SectionRef,
    pub topic: TopicRef,
    /// What stands at its head beside its status.
    pub facts: Vec<FactView>,
    pub measures: Vec<MeasureView>,
    pub documents: Vec<String>,
    pub history: Vec<ChangeView>,
    pub corrections: Vec<CorrectionView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
    /// How many issues there are, and which of them this is.
    pub position: usize,
    pub total: usize,
    /// How to cite the page.
    pub citation: String,
}

/// A fact about an issue: one of a date, units and a text.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FactView {
    /// What it is called.
    pub label: String,
    /// A date as precise as it was given.
    pub date: Option<Date>,
    /// The author's own words for the date.
    pub date_text: Option<String>,
    /// The date for machines: for a deadline its last day.
    pub datetime: Option<Date>,
    /// The date before it was moved.
    pub was: Option<Date>,
    /// Units, with where their issues are listed.
    pub units: Vec<LinkView>,
    /// Anything else.
    pub text: Option<String>,
}

/// An itemised measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct MeasureView {
    pub text: String,
    pub status: Option<String>,
    pub due: Option<Date>,
    pub due_text: Option<String>,
}

/// A change of status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangeView {
    pub on: Date,
    pub status: String,
    pub note: Option<String>,
}

/// A page that is one text.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ProseView {
    pub text: Option<Html>,
    pub figures: Vec<FigureView>,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
}

/// Leads handled and persons held to account.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AccountabilityView {
    pub as_of: Option<Date>,
    pub figures: Vec<FigureView>,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    pub groups: Vec<GroupView>,
    pub text: Option<Html>,
}

/// Persons subject to one measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct GroupView {
    pub id: String,
    pub title: String,
    pub n: u32,
    /// The date that the number holds for, where it is another than that of the other figures.
    pub as_of: Option<Date>,
    pub persons: Vec<PersonView>,
    /// Whether any name is shown.
    pub has_names: bool,
}

/// A person: the post, and the name where it may be shown.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PersonView {
    pub post: String,
    pub name: Option<String>,
}

pub(super) fn notice<'a>(parts: &Parts<'a>) -> NoticeView<'a> {
    let notice = parts.notice();
    let notes = notice.record.editor_notes();
    let prose = prose(parts, "", 3);
    let sections = notice.section_ids().map(|section| SectionPart {
        section: parts.section_ref(section),
        topics: notice.topic_ids(section).map(|topic| topic_part(parts, topic)).collect(),
    });
    let outstanding = notice.statuses().filter(|status| status.class.is_outstanding()).map(|status| OutstandingPart {
        status: notice.status(status.id).id.to_string(),
        issues: Each::of(parts, parts.wanted(|issue| issue.status == status), |parts, issue| {
            issue_text(parts, issue, "next-", "")
        }),
    });
    let outstanding: Vec<_> = outstanding.filter(|part| !part.issues.is_empty()).collect();
    NoticeView {
        ordinals: part_ordinals(parts, !outstanding.is_empty()),
        overview: notice.overview.as_ref().map(|n| {
            MarkdownRenderer { figures: &notice.record.stated, notes, id_prefix: "overview-", ..prose }.narrative(n)
        }),
        stated: parts.noted_figures(&notice.record.stated, notes),
        notes: parts.notes(notes),
        sections: sections.collect(),
        accountability: notice.accountability.as_ref().map(|a| accountability_view(parts, a, "accountability-", "")),
        outstanding,
        closing: notice.closing.as_ref().map(|n| {
            MarkdownRenderer { figures: &notice.record.stated, notes, id_prefix: "closing-", ..prose }.narrative(n)
        }),
    }
}

fn part_ordinals(parts: &Parts<'_>, has_outstanding: bool) -> PartOrdinals {
    let mut n = 0;
    let pattern = parts.locale.text("numbering.part");
    let mut next = |there: bool| {
        n += u64::from(there);
        if there { parts.locale.ordinal(n, &pattern) } else { String::new() }
    };
    PartOrdinals {
        overview: next(parts.notice().overview.is_some()),
        sections: next(true),
        accountability: next(parts.notice().accountability.is_some()),
        outstanding: next(has_outstanding),
    }
}

fn topic_part<'a>(parts: &Parts<'a>, topic: TopicId) -> TopicPart<'a> {
    let issues = parts.notice().issues_of_topic(topic).collect();
    TopicPart { topic: parts.topic_ref(topic), issues: Each::of(parts, issues, plain_text) }
}

/// An issue with its texts, for a page at the root of the language.
fn plain_text(parts: &Parts<'_>, id: IssueId) -> IssueText {
    issue_text(parts, id, "", "")
}

fn prose<'a>(parts: &Parts<'a>, root: &'a str, heading_level: u8) -> MarkdownRenderer<'a> {
    let (edition, locale, notes) = (parts.edition, parts.locale, EditorNotes::default());
    MarkdownRenderer { edition, locale, root, id_prefix: "", heading_level, figures: &[], notes }
}

fn issue_text(parts: &Parts<'_>, id: IssueId, part: &str, root: &str) -> IssueText {
    let issue = parts.notice().issue(id);
    let prose =
        MarkdownRenderer { root, id_prefix: part, ..MarkdownRenderer::of_issue(parts.edition, parts.locale, issue) };
    IssueText {
        row: parts.row(id),
        statement: issue.record.statement.as_ref().map(|s| parts.text(s)),
        figures: parts.noted_figures(&issue.record.figures, issue.record.editor_notes()),
        notes: parts.notes(issue.record.editor_notes()),
        answer: prose.field(issue, MarkdownField::Answer),
        narrative: prose.field(issue, MarkdownField::Response),
        next_steps: prose.field(issue, MarkdownField::NextSteps),
    }
}

/// The issues that are wanted with their texts, for a page at the root of the language.
pub(super) fn texts<'a>(parts: &Parts<'a>, wanted: impl Fn(&Issue) -> bool) -> IssueTexts<'a> {
    Each::of(parts, parts.wanted(wanted), plain_text)
}

/// The facts at the head of an issue's page, those that there are.
fn facts(parts: &Parts<'_>, issue: &Issue) -> Vec<FactView> {
    FIELDS.iter().filter(|field| field.is_fact).filter_map(|field| fact(parts, issue, field)).collect()
}

fn fact(parts: &Parts<'_>, issue: &Issue, field: &Field) -> Option<FactView> {
    let label = parts.locale.text(&format!("data.columns.{}.title", field.key));
    let none =
        FactView { label, date: None, date_text: None, datetime: None, was: None, units: Vec::new(), text: None };
    let record = &issue.record;
    match field.kind {
        FieldKind::Date(date) => date(record).map(|date| FactView { datetime: Some(date), date: Some(date), ..none }),
        FieldKind::Deadline(_) if record.due.is_some_and(|due| *due == Due::NotStated) && record.due_text.is_none() => {
            Some(FactView { text: Some(parts.locale.text("issue.no_due")), ..none })
        }
        FieldKind::Deadline(due) => {
            let (date, date_text) = (due(record), record.due_text.as_ref().map(|text| parts.text(text)));
            let was = record.original_due.map(|due| *due);
            let is_stated = date.is_some() || date_text.is_some();
            is_stated.then(|| FactView { date, date_text, datetime: date.map(Date::last_day), was, ..none })
        }
        FieldKind::Units(ids) => {
            let units: Vec<_> = parts.notice().units_of(ids(record)).map(|unit| parts.unit_link(unit)).collect();
            (!units.is_empty()).then_some(FactView { units, ..none })
        }
        FieldKind::Text(text) => text(record).map(|text| FactView { text: Some(parts.text(text)), ..none }),
        FieldKind::Number(number) => Some(FactView { text: Some(parts.locale.number(number(issue).into())), ..none }),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| FactView { text: Some(parts.locale.text(&format!("{prefix}.{word}"))), ..none })
        }
        _ => None,
    }
}

pub(super) fn issue(parts: &Parts<'_>, id: IssueId) -> IssueView {
    let notice = parts.notice();
    let issue = notice.issue(id);
    let record = &issue.record;
    let optional = |text: &Option<Localized>| text.as_ref().map(|t| parts.text(t));
    let measure = |m: &crate::notice::Measure| MeasureView {
        text: parts.text(&m.text),
        status: m.status.as_ref().map(ToString::to_string),
        due: m.due.map(|due| *due),
        due_text: parts.due_text(m.due.map(|due| *due), m.due_text.as_ref()),
    };
    IssueView {
        text: issue_text(parts, id, "", "../"),
        section: parts.section_ref(issue.topic.section),
        topic: parts.topic_ref(issue.topic),
        facts: facts(parts, issue),
        measures: record.measures.iter().map(measure).collect(),
        documents: record.documents.iter().map(|d| parts.text(d)).collect(),
        history: record
            .history
            .iter()
            .map(|c| ChangeView { on: *c.on, status: c.status.to_string(), note: optional(&c.note) })
            .collect(),
        corrections: parts.corrections(&record.corrections),
        previous: id.previous().map(|issue| parts.link(PageKind::Issue(issue))),
        next: id.next(notice.issues.len()).map(|issue| parts.link(PageKind::Issue(issue))),
        position: id.index() + 1,
        total: notice.issues.len(),
        citation: citation(parts, issue),
    }
}

fn citation(parts: &Parts<'_>, issue: &Issue) -> String {
    let record = &parts.notice().record;
    let (issued_by, title, name) = (issuer(record, parts.locale), parts.text(&record.title), parts.issue_name(issue));
    let date = parts.locale.date(*record.issued_on);
    let arguments = [("issuer", &issued_by), ("notice", &title), ("issue", &name), ("date", &date)];
    parts.locale.say("issue.citation", &arguments.map(|(key, text)| (key, Argument::Text(text))))
}

pub(super) fn overview(parts: &Parts<'_>) -> ProseView {
    let notice = parts.notice();
    let (figures, notes) = (&notice.record.stated, notice.record.editor_notes());
    let set = |n: &Narrative| MarkdownRenderer { figures, notes, ..prose(parts, "", 2) }.narrative(n);
    ProseView {
        text: notice.overview.as_ref().map(set),
        figures: parts.noted_figures(figures, notes),
        notes: parts.notes(notes),
    }
}

pub(super) fn accountability(parts: &Parts<'_>) -> AccountabilityView {
    match &parts.notice().accountability {
        Some(accountability) => accountability_view(parts, accountability, "", ""),
        None => {
            AccountabilityView { as_of: None, figures: Vec::new(), notes: Vec::new(), groups: Vec::new(), text: None }
        }
    }
}

fn accountability_view(
    parts: &Parts<'_>,
    accountability: &Accountability,
    id_prefix: &str,
    root: &str,
) -> AccountabilityView {
    let record = &accountability.record;
    let notes = record.editor_notes();
    let prose = MarkdownRenderer { figures: &record.figures, notes, id_prefix, ..prose(parts, root, 3) };
    AccountabilityView {
        as_of: record.as_of.map(|on| *on),
        figures: parts.noted_figures(&record.figures, notes),
        notes: parts.notes(notes),
        groups: record.groups.iter().map(|group| group_view(parts, group)).collect(),
        text: accountability.narrative.as_ref().map(|narrative| prose.narrative(narrative)),
    }
}

fn group_view(parts: &Parts<'_>, group: &GroupRecord) -> GroupView {
    let published_on = parts.edition.published_on();
    let person = |person: &Person| PersonView {
        post: parts.text(&person.post),
        name: person.name_shown(published_on).map(|name| parts.text(name)),
    };
    let persons: Vec<_> = group.persons.iter().map(person).collect();
    GroupView {
        id: group.id.to_string(),
        title: parts.text(&group.title),
        n: group.count(),
        as_of: group.as_of,
        has_names: persons.iter().any(|person| person.name.is_some()),
        persons,
    }
}
