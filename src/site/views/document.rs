//! Views that set text: the full notice, an issue, the overview, accountability.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::figures::{FiguresView, figures, rests};
use super::super::finding::{result, still_to_be_done};
use super::super::parts::{
    CorrectionView, Each, FigureView, Html, IssueRow, LinkView, NoteView, Parts, SectionRef, TopicRef, issuer,
};
use super::super::plan::{self, PageKind};
use super::super::prose::MarkdownRenderer;
use super::facts::{FactView, MeasureView, facts, facts_of_notice, measures};
use crate::notice::breakdown::has_money;
use crate::notice::fields::MarkdownField;
use crate::notice::pagination::Piece;
use crate::notice::{
    Accountability, ArticleId, ArticleKind, Change, EditorNotes, FieldPlace, Group, GroupRecord, Issue, IssueId, Item,
    Part, Person, SectionId,
};
use crate::text::locale::Argument;
use crate::value::url::encoded_value;
use crate::value::{Date, Numbering, StatusBasis};

/// The whole document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct NoticeView<'a> {
    /// What the document has, wherever it stands.
    pub contents: Vec<ContentsPart>,
    /// What the notice says as a whole in fields of the office's own.
    pub facts: Vec<FactView>,
    /// The parts of the page in order, each with its heading; what `id` they have says what they consist of.
    pub parts: Vec<PartView>,
    pub stated: Vec<FigureView>,
    pub sections: Vec<SectionPart<'a>>,
    pub accountability: Option<AccountabilityView>,
    /// Groups of outstanding issues, with what is still to be done.
    pub outstanding: Vec<OutstandingPart<'a>>,
}

/// A line of the contents of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ContentsPart {
    /// Its number as it is set.
    pub ordinal: String,
    pub title: String,
    pub short_title: String,
    /// Where it begins, from a page of the document.
    pub href: String,
    /// The sections of a part that has them.
    pub sections: Vec<ContentsPart>,
}

/// A part of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PartView {
    /// What it is: `issues`, `accountability`, `outstanding`, or a text.
    pub id: String,
    /// Its id on the page.
    pub anchor: String,
    /// Its number as it is set: 一、; empty if it has no heading.
    pub ordinal: String,
    /// What it is called.
    pub title: String,
    /// Whether that stands above it.
    pub has_heading: bool,
    /// The text, if it consists of one.
    pub text: Option<Html>,
    /// Editor's notes at figures of the text.
    pub notes: Vec<NoteView>,
    /// The persons that it lists below the text, if it is a part of the office's own.
    pub groups: Vec<GroupView>,
}

/// A section of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionPart<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    pub topics: Vec<TopicPart<'a>>,
}

/// A topic of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicPart<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
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
    /// Where it stands in the document, from a page of it.
    pub in_document: String,
    /// What the full notice says of it beside its status.
    pub facts: Vec<FactView>,
    pub measures: Vec<MeasureView>,
    pub statement: Option<String>,
    pub figures: Vec<FigureView>,
    /// What is left of wholes, in sentences.
    pub rests: Vec<String>,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    /// The words of the response to the finding or recommendation.
    pub answer: Option<Html>,
    pub narrative: Option<Html>,
    pub next_steps: Option<Html>,
    pub items: Vec<ItemView>,
    pub documents: Vec<String>,
    pub history: Vec<ChangeView>,
}

/// An item of an issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ItemView {
    pub title: String,
    pub statement: Option<String>,
    pub status: String,
    pub basis: StatusBasis,
    pub due: Option<Date>,
    pub original_due: Option<Date>,
    pub completed_on: Option<Date>,
    pub response: Option<Html>,
    pub history: Vec<ChangeView>,
}

/// One issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueView {
    pub text: IssueText,
    /// Its section and topic, as far as the notice has them.
    pub section: Option<SectionRef>,
    pub topic: Option<TopicRef>,
    /// What stands at its head beside its status.
    pub facts: Vec<FactView>,
    /// What is still to be done, in a sentence.
    pub left: Option<String>,
    /// What was done about a finished issue, in a sentence.
    pub result: Option<String>,
    /// Its figures as they are drawn.
    pub figures: FiguresView,
    /// Whether money of it is on the page of money.
    pub is_in_money: bool,
    pub corrections: Vec<CorrectionView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
    /// Where it stands in the document.
    pub in_notice: String,
    /// How many issues there are, and which of them this is.
    pub position: usize,
    /// Whether it is called by its position.
    pub is_called_by_position: bool,
    /// Whether its label says by itself what it is.
    pub has_speaking_label: bool,
    pub total: usize,
    /// How to cite the page.
    pub citation: String,
    /// An address that begins a letter about it, if the office has one for e-mail.
    pub letter: Option<String>,
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
    pub figures: FiguresView,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    /// The persons that it lists below the text.
    pub groups: Vec<GroupView>,
    /// Its place in the full notice, if it is a part of it.
    pub in_notice: Option<String>,
}

/// Leads handled and persons held to account.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AccountabilityView {
    pub as_of: Option<Date>,
    pub figures: FiguresView,
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

/// Returns the document, or one page of it, counted from 1.
pub(super) fn notice<'a>(parts: &Parts<'a>, number: usize) -> NoticeView<'a> {
    let notice = parts.notice();
    let document = &parts.edition.document;
    let shown = Shown { pieces: document.pieces(number), is_whole: document.is_whole() };
    let sections = notice.divisions().map(|section| SectionPart {
        section: section.map(|section| parts.section_ref(section)),
        topics: notice.groups(section).into_iter().filter_map(|group| topic_part(parts, group, &shown)).collect(),
    });
    let outstanding = notice.outstanding_by_status().into_iter().map(|(status, issues)| OutstandingPart {
        status: notice.status(status.id).id.to_string(),
        issues: Each::of(parts, shown.of(issues, Piece::Outstanding), |parts, issue| {
            issue_text(parts, issue, FieldPlace::Notice, "next-", "")
        }),
    });
    NoticeView {
        contents: contents(parts),
        facts: facts_of_notice(parts, FieldPlace::Notice),
        parts: part_views(parts, &shown),
        stated: parts.noted_figures(&notice.record.stated, notice.record.editor_notes()),
        sections: sections.filter(|section| shown.is_whole || !section.topics.is_empty()).collect(),
        accountability: notice.accountability.as_ref().map(|a| accountability_view(parts, a, "accountability-", "")),
        outstanding: outstanding.filter(|part| !part.issues.is_empty()).collect(),
    }
}

/// What a page of the document shows.
struct Shown {
    pieces: Vec<Piece>,
    is_whole: bool,
}

impl Shown {
    /// Those of some issues that it shows; they follow each other in the document.
    fn of(&self, issues: Vec<IssueId>, piece: fn(IssueId) -> Piece) -> Vec<IssueId> {
        if self.is_whole {
            return issues;
        }
        issues.into_iter().filter(|id| self.pieces.contains(&piece(*id))).collect()
    }

    /// Whether it shows anything of a part.
    fn has(&self, at: usize, part: &Part) -> bool {
        self.is_whole || self.pieces.iter().any(|piece| is_piece_of(*piece, at, part))
    }
}

fn is_piece_of(piece: Piece, at: usize, part: &Part) -> bool {
    match piece {
        Piece::Part(place) => place == at,
        Piece::Issue(_) => part.id == "issues",
        Piece::Outstanding(_) => part.id == "outstanding",
    }
}

/// The page that a part begins on.
fn page_of_part(parts: &Parts<'_>, id: &str) -> usize {
    let mut places = parts.notice().parts.iter().enumerate();
    let part = places.find(|(_, part)| part.id == id);
    part.map_or(1, |(at, part)| parts.edition.document.page_of(|piece| is_piece_of(piece, at, part)))
}

/// Where an anchor of the document stands, from the root of the language.
fn in_document(parts: &Parts<'_>, page: usize, anchor: &str) -> String {
    format!("{}#{anchor}", plan::numbered(&parts.href(PageKind::Notice), page))
}

/// The same from a page of the document.
fn from_document(parts: &Parts<'_>, page: usize, anchor: &str) -> String {
    if parts.edition.document.is_whole() { format!("#{anchor}") } else { in_document(parts, page, anchor) }
}

fn issue_anchor(issue: &Issue) -> String {
    format!("issue-{}", issue.key)
}

/// The contents: the parts that have a heading, with the sections of the issues; sections alone where the issues have no heading.
fn contents(parts: &Parts<'_>) -> Vec<ContentsPart> {
    let mut lines = Vec::new();
    for (part, number) in parts.numbered_parts() {
        let sections = if part.id == "issues" { section_lines(parts) } else { Vec::new() };
        match number {
            Some(number) => {
                let title = parts.part_title(part).unwrap_or_default();
                let ordinal = parts.locale.ordinal(number, &parts.locale.text("numbering.part"));
                let href = from_document(parts, page_of_part(parts, &part.id), &part_anchor(&part.id));
                lines.push(ContentsPart { ordinal, short_title: title.clone(), title, href, sections });
            }
            None => lines.extend(sections),
        }
    }
    lines
}

fn section_lines(parts: &Parts<'_>) -> Vec<ContentsPart> {
    let notice = parts.notice();
    let line = |id: SectionId| {
        let section = parts.section_ref(id);
        let first = notice.issue_ids().find(|issue| notice.issue(*issue).group.section == Some(id));
        let page = first.map_or(1, |issue| parts.edition.document.page_of_issue(issue));
        let href = from_document(parts, page, &format!("section-{}", section.slug));
        let SectionRef { ordinal, title, short_title, .. } = section;
        ContentsPart { ordinal, title, short_title, href, sections: Vec::new() }
    };
    notice.section_ids().map(line).collect()
}

/// The parts that there are; notes at figures of the whole stand below the first text.
fn part_views(parts: &Parts<'_>, shown: &Shown) -> Vec<PartView> {
    let pattern = parts.locale.text("numbering.part");
    let mut notes = Some(parts.notes(parts.notice().record.editor_notes()));
    let view = |(part, number): (&Part, Option<u64>)| {
        let title = parts.part_title(part);
        let id_prefix = format!("{}-", text_anchor(&part.id));
        let text = part.article.map(|article| article_html(parts, article, &id_prefix, 3));
        PartView {
            anchor: part_anchor(&part.id),
            ordinal: number.map(|number| parts.locale.ordinal(number, &pattern)).unwrap_or_default(),
            notes: text.as_ref().and_then(|_| notes.take()).unwrap_or_default(),
            id: part.id.clone(),
            has_heading: number.is_some(),
            title: title.unwrap_or_else(|| parts.locale.text("notice.closing")),
            text,
            groups: part.article.map(|article| listed_persons(parts, article)).unwrap_or_default(),
        }
    };
    let place = |part: &Part| parts.notice().parts.iter().position(|known| known.id == part.id).unwrap_or(0);
    let all = parts.numbered_parts().into_iter();
    all.filter(|(part, _)| shown.has(place(part), part)).map(view).collect()
}

/// The anchor of a part of the document.
fn part_anchor(id: &str) -> String {
    format!("part-{}", if id == "issues" { "sections" } else { id })
}

/// What anchors in the text of a part begin with: those of a part of the office's own never meet others.
fn text_anchor(id: &str) -> String {
    if ["overview", "closing"].contains(&id) { id.to_owned() } else { part_anchor(id) }
}

fn article_html(parts: &Parts<'_>, id: ArticleId, id_prefix: &str, heading_level: u8) -> Html {
    let of_notice = MarkdownRenderer::of_notice(parts.edition, parts.locale);
    MarkdownRenderer { id_prefix, heading_level, ..of_notice }.narrative(&parts.notice().article(id).narrative)
}

fn topic_part<'a>(parts: &Parts<'a>, group: Group, shown: &Shown) -> Option<TopicPart<'a>> {
    let issues = shown.of(parts.notice().issues_of(group).collect(), Piece::Issue);
    let topic = group.topic.map(|topic| parts.topic_ref(topic));
    (shown.is_whole || !issues.is_empty()).then(|| TopicPart { topic, issues: Each::of(parts, issues, document_text) })
}

/// An issue with its texts in the document: what is still to be done stands there, unless a part of its own has it.
fn document_text(parts: &Parts<'_>, id: IssueId) -> IssueText {
    let text = plain_text(parts, id);
    let stands_apart = text.row.is_outstanding && parts.notice().part("outstanding").is_some();
    let next_steps = text.next_steps.filter(|_| !stands_apart);
    IssueText { next_steps, ..text }
}

/// An issue with its texts, for a page at the root of the language.
fn plain_text(parts: &Parts<'_>, id: IssueId) -> IssueText {
    issue_text(parts, id, FieldPlace::Notice, "", "")
}

fn prose<'a>(parts: &Parts<'a>, root: &'a str, heading_level: u8) -> MarkdownRenderer<'a> {
    let (edition, locale, notes) = (parts.edition, parts.locale, EditorNotes::default());
    MarkdownRenderer { edition, locale, root, id_prefix: "", heading_level, figures: &[], notes }
}

fn issue_text(parts: &Parts<'_>, id: IssueId, place: FieldPlace, part: &str, root: &str) -> IssueText {
    let issue = parts.notice().issue(id);
    let prose =
        MarkdownRenderer { root, id_prefix: part, ..MarkdownRenderer::of_issue(parts.edition, parts.locale, issue) };
    IssueText {
        row: parts.row(id),
        in_document: from_document(parts, parts.edition.document.page_of_issue(id), &issue_anchor(issue)),
        facts: facts(parts, issue, place),
        measures: measures(parts, issue, place),
        statement: issue.record.statement.as_ref().map(|s| parts.text(s)),
        figures: parts.noted_figures(&issue.record.figures, issue.editor_notes()),
        rests: rests(parts, &issue.record.figures, &issue.record.equations),
        notes: parts.notes(issue.editor_notes()),
        answer: prose.field(issue, MarkdownField::Answer),
        narrative: prose.field(issue, MarkdownField::Response),
        next_steps: prose.field(issue, MarkdownField::NextSteps),
        items: items(parts, &prose, issue),
        documents: issue.record.documents.iter().map(|d| parts.text(d)).collect(),
        history: history(parts, &issue.record.history),
    }
}

fn items(parts: &Parts<'_>, prose: &MarkdownRenderer<'_>, issue: &Issue) -> Vec<ItemView> {
    let view = |(item, response): (&Item, Option<Html>)| ItemView {
        title: parts.text(&item.title),
        statement: item.statement.as_ref().map(|text| parts.text(text)),
        status: item.status.to_string(),
        basis: item.status_basis,
        due: item.due.map(|due| *due),
        original_due: item.original_due.map(|due| *due),
        completed_on: item.completed_on.map(|on| *on),
        response,
        history: history(parts, &item.history),
    };
    issue.record.items.iter().zip(prose.items(issue)).map(view).collect()
}

fn history(parts: &Parts<'_>, history: &[Change]) -> Vec<ChangeView> {
    let note = |change: &Change| change.note.as_ref().map(|note| parts.text(note));
    history
        .iter()
        .map(|change| ChangeView { on: *change.on, status: change.status.to_string(), note: note(change) })
        .collect()
}

/// Issues with their texts, for a page at the root of the language.
pub(super) fn texts<'a>(parts: &Parts<'a>, issues: Vec<IssueId>) -> IssueTexts<'a> {
    Each::of(parts, issues, plain_text)
}

pub(super) fn issue(parts: &Parts<'_>, id: IssueId) -> IssueView {
    let notice = parts.notice();
    let issue = notice.issue(id);
    let record = &issue.record;
    let (numbers_repeat, lang) = (notice.record.numbering == Numbering::PerSection, parts.locale.lang);
    let plain = |field| MarkdownRenderer::of_issue(parts.edition, parts.locale, issue).plain(issue, field);
    IssueView {
        facts: facts(parts, issue, FieldPlace::Page),
        left: still_to_be_done(issue, plain(MarkdownField::NextSteps)),
        result: result(issue, plain(MarkdownField::Response)),
        figures: figures(parts, &record.figures, &record.equations, issue.editor_notes()),
        is_in_money: has_money(&record.figures, &record.equations),
        text: issue_text(parts, id, FieldPlace::Page, "", "../"),
        section: issue.group.section.map(|section| parts.section_ref(section)),
        topic: issue.group.topic.map(|topic| parts.topic_ref(topic)),
        corrections: parts.corrections(&record.corrections),
        previous: id.previous().map(|issue| parts.link(PageKind::Issue(issue))),
        next: id.next(notice.issues.len()).map(|issue| parts.link(PageKind::Issue(issue))),
        in_notice: in_document(parts, parts.edition.document.page_of_issue(id), &issue_anchor(issue)),
        position: id.index() + 1,
        is_called_by_position: !numbers_repeat && issue.label(lang) == (id.index() + 1).to_string(),
        has_speaking_label: issue.has_speaking_label(lang),
        total: notice.issues.len(),
        citation: citation(parts, issue),
        letter: letter(parts, issue),
    }
}

fn letter(parts: &Parts<'_>, issue: &Issue) -> Option<String> {
    let email = parts.notice().record.contact.as_ref()?.every_email().next()?;
    Some(format!("mailto:{email}?subject={}", encoded_value(&parts.issue_name(issue))))
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
    let notes = notice.record.editor_notes();
    ProseView {
        text: notice.article_of(ArticleKind::Overview).map(|article| article_html(parts, article, "", 2)),
        figures: figures(parts, &notice.record.stated, &notice.record.equations, notes),
        notes: parts.notes(notes),
        groups: Vec::new(),
        in_notice: None,
    }
}

/// A part of the office's own, or a page beside the document: its text, with the notes if it quotes a figure that one stands at.
pub(super) fn article(parts: &Parts<'_>, id: ArticleId) -> ProseView {
    let notice = parts.notice();
    let (article, notes) = (notice.article(id), notice.record.editor_notes());
    let noted: BTreeSet<&str> = notes.list().into_iter().flat_map(|note| note.figures).collect();
    let file = article.narrative.files.get(parts.locale.lang);
    let quotes_noted = file.is_some_and(|file| file.doc().quotes().any(|(name, _)| noted.contains(&*name)));
    let is_part = article.kind != ArticleKind::Page;
    ProseView {
        text: Some(article_html(parts, id, "", 2)),
        figures: FiguresView::default(),
        notes: if quotes_noted { parts.notes(notes) } else { Vec::new() },
        groups: listed_persons(parts, id),
        in_notice: is_part.then(|| in_document(parts, page_of_part(parts, &article.id), &part_anchor(&article.id))),
    }
}

pub(super) fn accountability(parts: &Parts<'_>) -> AccountabilityView {
    match &parts.notice().accountability {
        Some(accountability) => accountability_view(parts, accountability, "", ""),
        None => {
            let figures = FiguresView::default();
            AccountabilityView { as_of: None, figures, notes: Vec::new(), groups: Vec::new(), text: None }
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
        figures: figures(parts, &record.figures, &record.equations, notes),
        notes: parts.notes(notes),
        groups: record.groups.iter().map(|group| group_view(parts, group)).collect(),
        text: accountability.narrative.as_ref().map(|narrative| prose.narrative(narrative)),
    }
}

/// The persons that a text of the office's own lists.
fn listed_persons(parts: &Parts<'_>, id: ArticleId) -> Vec<GroupView> {
    let tables = parts.notice().article(id).persons.iter();
    tables.flat_map(|table| &table.record.groups).map(|group| group_view(parts, group)).collect()
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
