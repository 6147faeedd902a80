//! Views that set text: the full notice, an issue, the overview, accountability.

use serde::Serialize;

use super::super::parts::{Each, FigureView, Html, IssueRow, LinkView, Parts, Rows, SectionRef, TallyView, TopicRef};
use super::super::plan::Kind;
use super::super::prose::Prose;
use super::super::texts::IssueProse;
use super::neighbour;
use crate::notice::{Accountability, Issue, Narrative};
use crate::text::locale::Argument;
use crate::value::{Date, Localized, Status};

/// The whole document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct NoticeView<'a> {
    pub overview: Option<Html>,
    pub stated: Vec<FigureView>,
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
    pub issues: Texts<'a>,
}

/// Outstanding issues of one status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OutstandingPart<'a> {
    pub status: Status,
    pub issues: Texts<'a>,
}

/// Issues with their texts.
pub(super) type Texts<'a> = Each<'a, IssueText>;

/// An issue with its texts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueText {
    pub row: IssueRow,
    pub statement: Option<String>,
    pub figures: Vec<FigureView>,
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
    pub lead: Vec<LinkView>,
    pub responsible: Vec<LinkView>,
    pub completed_on: Option<Date>,
    pub verified_on: Option<Date>,
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

/// An itemised measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct MeasureView {
    pub text: String,
    pub status: Option<Status>,
    pub due: Option<Date>,
}

/// A change of status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangeView {
    pub on: Date,
    pub status: Status,
    pub note: Option<String>,
}

/// A correction.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct CorrectionView {
    pub on: Date,
    pub text: String,
}

/// A page that is one text.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ProseView {
    pub text: Option<Html>,
    pub figures: Vec<FigureView>,
}

/// Leads handled and persons held to account.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AccountabilityView {
    pub as_of: Option<Date>,
    pub figures: Vec<FigureView>,
    pub groups: Vec<GroupView>,
    pub text: Option<Html>,
}

/// Persons subject to one measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct GroupView {
    pub id: String,
    pub title: String,
    pub n: usize,
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
    let prose = prose(parts, "", 3);
    let sections = notice.sections.iter().enumerate().map(|(position, section)| SectionPart {
        section: parts.section_ref(position),
        topics: (0..section.topics.len()).map(|topic| topic_part(parts, position, topic)).collect(),
    });
    let outstanding = Status::ALL.into_iter().filter(|s| s.is_outstanding()).map(|status| OutstandingPart {
        status,
        issues: Each::of(parts, parts.positions(|i| i.status == status), |parts, position| {
            issue_text(parts, position, "next-", "")
        }),
    });
    let outstanding: Vec<_> = outstanding.filter(|part| !part.issues.is_empty()).collect();
    NoticeView {
        ordinals: part_ordinals(parts, !outstanding.is_empty()),
        overview: notice
            .overview
            .as_ref()
            .map(|n| Prose { figures: &notice.stated, id_prefix: "overview-", ..prose }.file(n)),
        stated: parts.figures(&notice.stated),
        sections: sections.collect(),
        accountability: notice.accountability.as_ref().map(|a| accountability_view(parts, a, "accountability-", "")),
        outstanding,
        closing: notice
            .closing
            .as_ref()
            .map(|n| Prose { figures: &notice.stated, id_prefix: "closing-", ..prose }.file(n)),
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

fn topic_part<'a>(parts: &Parts<'a>, section: usize, topic: usize) -> TopicPart<'a> {
    TopicPart {
        topic: parts.topic_ref(section, topic),
        issues: texts(parts, |i| (i.section, i.topic) == (section, topic)),
    }
}

fn prose<'a>(parts: &Parts<'a>, root: &'a str, heading_level: u8) -> Prose<'a> {
    Prose { edition: parts.edition, locale: parts.locale, root, id_prefix: "", heading_level, figures: &[] }
}

fn issue_text(parts: &Parts<'_>, position: usize, part: &str, root: &str) -> IssueText {
    let issue = &parts.notice().issues[position];
    let prose = IssueProse::new(parts.edition, parts.locale, issue).at(root, part);
    IssueText {
        row: parts.row(position),
        statement: issue.statement.as_ref().map(|s| parts.text(s)),
        figures: parts.figures(&issue.figures),
        narrative: prose.response().map(|text| Html::of(&text)),
        next_steps: prose.next_steps().map(|text| Html::of(&text)),
    }
}

/// The issues that are wanted with their texts, for a page at the root of the language.
pub(super) fn texts<'a>(parts: &Parts<'a>, wanted: impl Fn(&Issue) -> bool) -> Texts<'a> {
    Each::of(parts, parts.positions(wanted), |parts, position| issue_text(parts, position, "", ""))
}

pub(super) fn issue(parts: &Parts<'_>, position: usize) -> IssueView {
    let notice = parts.notice();
    let issue = &notice.issues[position];
    let optional = |text: &Option<Localized>| text.as_ref().map(|t| parts.text(t));
    let previous = position.checked_sub(1).map(Kind::Issue);
    let next = (position + 1 < notice.issues.len()).then_some(Kind::Issue(position + 1));
    let (issuer, title, name) = (parts.text(&notice.issuer), parts.text(&notice.title), parts.issue_name(issue));
    let date = parts.locale.date(notice.issued_on);
    let citation = [("issuer", &issuer), ("notice", &title), ("issue", &name), ("date", &date)]
        .map(|(key, text)| (key, Argument::Text(text)));
    IssueView {
        text: issue_text(parts, position, "", "../"),
        section: parts.section_ref(issue.section),
        topic: parts.topic_ref(issue.section, issue.topic),
        lead: issue.lead.iter().map(|unit| parts.unit_link(*unit)).collect(),
        responsible: issue.responsible.iter().map(|unit| parts.unit_link(*unit)).collect(),
        completed_on: issue.completed_on,
        verified_on: issue.verified_on,
        measures: issue
            .measures
            .iter()
            .map(|m| MeasureView { text: parts.text(&m.text), status: m.status, due: m.due })
            .collect(),
        documents: issue.documents.iter().map(|d| parts.text(d)).collect(),
        history: issue
            .history
            .iter()
            .map(|c| ChangeView { on: c.on, status: c.status, note: optional(&c.note) })
            .collect(),
        corrections: issue.corrections.iter().map(|c| CorrectionView { on: c.on, text: parts.text(&c.text) }).collect(),
        previous: neighbour(parts, previous),
        next: neighbour(parts, next),
        position: position + 1,
        total: notice.issues.len(),
        citation: parts.locale.say("issue.citation", &citation),
    }
}

pub(super) fn overview(parts: &Parts<'_>) -> ProseView {
    let notice = parts.notice();
    let set = |n: &Narrative| Prose { figures: &notice.stated, ..prose(parts, "", 2) }.file(n);
    ProseView { text: notice.overview.as_ref().map(set), figures: parts.figures(&notice.stated) }
}

pub(super) fn accountability(parts: &Parts<'_>) -> AccountabilityView {
    match &parts.notice().accountability {
        Some(accountability) => accountability_view(parts, accountability, "", ""),
        None => AccountabilityView { as_of: None, figures: Vec::new(), groups: Vec::new(), text: None },
    }
}

fn accountability_view(
    parts: &Parts<'_>,
    accountability: &Accountability,
    id_prefix: &str,
    root: &str,
) -> AccountabilityView {
    let set = |n: &Narrative| Prose { figures: &accountability.figures, id_prefix, ..prose(parts, root, 3) }.file(n);
    let as_of = parts.notice().as_of;
    let group = |group: &crate::notice::Group| {
        let person = |person: &crate::notice::Person| PersonView {
            post: parts.text(&person.post),
            name: Accountability::name_shown(person, as_of).map(|name| parts.text(name)),
        };
        let persons: Vec<_> = group.persons.iter().map(person).collect();
        GroupView {
            id: group.id.clone(),
            title: parts.text(&group.title),
            n: persons.len(),
            has_names: persons.iter().any(|p| p.name.is_some()),
            persons,
        }
    };
    AccountabilityView {
        as_of: accountability.as_of,
        figures: parts.figures(&accountability.figures),
        groups: accountability.groups.iter().map(group).collect(),
        text: accountability.narrative.as_ref().map(set),
    }
}

/// The counts of a topic beside its issues, for lists.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicGroup<'a> {
    pub topic: TopicRef,
    pub tally: TallyView,
    pub issues: Rows<'a>,
}
