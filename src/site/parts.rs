//! Parts that several views share.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use crate::notice::edition::Edition;
use crate::notice::statistics::{Headline, Tally};
use crate::notice::{
    ArticleId, Correction, EditorNote, EditorNotes, FieldRecord, FieldValue, Figure, Group, Issue, IssueId, Notice,
    NoticeRecord, Part, PlaceId, ResponseId, Section, SectionId, Status, StatusId, TopicId, TopicRecord, UnitId,
    UnitRecord,
};
use crate::text::locale::{Argument, Locale};
use crate::text::markdown::NoteMark;
use crate::value::{Count, Date, Lang, Localized, Numbering, Rate, StatusBasis, StatusClass};

use super::plan::{PageKind, has_place_pages, has_unit_pages};

/// Finished HTML, made by gongkai itself. Templates set it with the `html` filter, which takes nothing else.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct Html {
    html: String,
}

impl Html {
    /// HTML that gongkai has made.
    pub(super) fn made(html: String) -> Html {
        Html { html }
    }
}

/// A link within the language.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LinkView {
    /// What it is called.
    pub title: String,
    /// Where it leads, relative to the root of the language.
    pub href: String,
}

/// A figure, set in the language.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FigureView {
    /// Its id.
    pub id: String,
    /// What it is a figure of.
    pub label: String,
    /// The figure with its unit.
    pub text: String,
    /// The date that it holds for, where it is another than that of the other figures.
    pub as_of: Option<Date>,
    /// What it was, where that is stated.
    pub was: Option<String>,
    /// What the figure that it is of is called.
    pub of: Option<String>,
    /// The editor's notes about it.
    pub notes: Vec<NoteView>,
}

/// An editor's note.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NoteView {
    /// Its id on the page.
    pub anchor: String,
    /// The mark that leads to it.
    pub mark: String,
    /// What it is called.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// The counts of a group of issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TallyView {
    /// All.
    pub total: u64,
    /// Completed.
    pub completed: Count,
    /// With something still to be done.
    pub outstanding: Count,
    /// Closed without being done.
    pub closed: Count,
    /// Of which no status is stated.
    pub not_stated: Count,
    /// Whether of any there is more to say than that it is not started, or that its status is not stated.
    pub is_begun: bool,
    /// Past the deadline.
    pub overdue: Count,
    /// Share completed; none of a few issues, nor of issues that are listed for being unfinished.
    pub rate: Option<Rate>,
    /// The same where it may stand first: it does not rest on inference alone.
    pub stated_rate: Option<Rate>,
    /// Each status that the notice uses, with its share of the group in tenths of a per cent for charts.
    pub counts: Vec<CountView>,
    /// Sentences about those that are neither completed nor outstanding.
    pub others: Vec<String>,
}

/// How many issues of a group have a status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CountView {
    /// The status.
    pub status: String,
    /// The name of its glyph: the usual status of what it counts as.
    pub glyph: &'static str,
    /// How many.
    pub issues: Count,
    /// Its parts of a bar: what is stated and what is inferred, those that there are.
    pub bar: Vec<BarPart>,
}

/// A part of a bar of the length 1,000.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct BarPart {
    /// Where it begins.
    pub start: u64,
    /// How long it is.
    pub length: u64,
    /// Whether the statuses that it stands for are inferred.
    pub is_inferred: bool,
}

/// What stands first of the notice: what the issuer states of it, never a rate that rests on inference alone.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HeadlineView {
    /// Its number or rate.
    pub number: String,
    /// What the number rests on, to stand beside it; empty if the issuer states all of it.
    pub basis: String,
    /// What it is a number of.
    pub words: String,
    /// Both in one line, for the title of a window.
    pub title: String,
    /// Both in a sentence with the date that they hold for.
    pub sentence: String,
}

/// A correction.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct CorrectionView {
    pub on: Date,
    pub text: String,
}

/// An issue as a row of a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct IssueRow {
    /// What stands for it in anchors; it never changes.
    pub id: String,
    /// What it is called: its label, or else its number.
    pub number: String,
    /// The same in the numbering of the document: （26）.
    pub ordinal: String,
    /// Title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Status.
    pub status: String,
    /// Whether something is still to be done.
    pub is_outstanding: bool,
    /// The response to it.
    pub answer: Option<String>,
    /// Whether the issuer states the status.
    pub basis: StatusBasis,
    /// Due date.
    pub due: Option<Date>,
    /// The words of the due date: the author's, or else the date as the language writes it.
    pub due_text: Option<String>,
    /// Whether numbers begin again in every section, so that it needs its section beside it.
    pub needs_section: bool,
    /// Whether something is still to be done and the issuer states no deadline.
    pub no_due: bool,
    /// The due date before it was moved.
    pub original_due: Option<Date>,
    /// Days past the deadline at `as_of`.
    pub overdue: Option<i64>,
    /// Its section, if it has one.
    pub section: Option<SectionName>,
    /// Where its lead and responsible units are listed.
    pub units: Vec<String>,
    /// Its values of fields by which lists can be filtered: `priority=high`.
    pub fields: Vec<String>,
}

/// Views of many issues, each made only when it is set: all of them would take more room than their page.
#[derive(Clone, Debug)]
pub struct Each<'a, T> {
    parts: Parts<'a>,
    /// The issues.
    issues: Vec<IssueId>,
    view: fn(&Parts<'a>, IssueId) -> T,
}

/// Issues as rows of a list.
pub(super) type Rows<'a> = Each<'a, IssueRow>;

impl<'a, T> Each<'a, T> {
    /// A view of each of some issues.
    pub(super) fn of(parts: &Parts<'a>, issues: Vec<IssueId>, view: fn(&Parts<'a>, IssueId) -> T) -> Each<'a, T> {
        Each { parts: *parts, issues, view }
    }

    /// The issues.
    pub(super) fn issues(&self) -> &[IssueId] {
        &self.issues
    }

    /// Whether there is no issue.
    pub(super) fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }
}

impl<T: Serialize> Serialize for Each<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.issues.iter().map(|issue| (self.view)(&self.parts, *issue)))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Each<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

/// A section, named as briefly as a row of a list does.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SectionName {
    /// The id in addresses.
    pub slug: String,
    /// Short title.
    pub short_title: String,
    /// Its page.
    pub href: String,
}

/// A section, named.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SectionRef {
    /// Number.
    pub number: u32,
    /// The id in addresses.
    pub slug: String,
    /// Official numbering: （一）.
    pub ordinal: String,
    /// Title.
    pub title: String,
    /// Short title.
    pub short_title: String,
    /// Its page.
    pub href: String,
}

/// A topic, named.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TopicRef {
    /// Number within its section.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its anchor on every page that lists it.
    pub anchor: String,
    /// Title.
    pub title: String,
    /// Its place on the section's page.
    pub href: String,
}

/// Makes parts in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) edition: &'a Edition,
    pub(super) locale: &'a Locale,
}

impl<'a> Parts<'a> {
    pub(super) fn notice(&self) -> &'a Notice {
        &self.edition.notice
    }

    pub(super) fn text(&self, text: &crate::value::Localized) -> String {
        text.text(self.locale.lang).to_owned()
    }

    pub(super) fn href(&self, kind: PageKind) -> String {
        kind.href(self.notice())
    }

    /// The title of a page that is about nothing but itself.
    pub(super) fn page_title(&self, kind: PageKind) -> String {
        let part = self.notice().part(kind.name()).filter(|_| kind != PageKind::Issues);
        let own = part.and_then(|part| part.title.as_ref()).map(|title| self.text(title));
        own.unwrap_or_else(|| self.locale.text(&format!("pages.{}.title", kind.name())))
    }

    /// What a part of the document is called; nothing if it goes without a heading.
    pub(super) fn part_title(&self, part: &Part) -> Option<String> {
        let usual = || match &*part.id {
            "overview" => Some(self.page_title(PageKind::Overview)),
            "issues" => Some(self.locale.text("notice.sections")),
            "accountability" => Some(self.page_title(PageKind::Accountability)),
            "outstanding" => Some(self.page_title(PageKind::Outstanding)),
            _ => None,
        };
        part.title.as_ref().map(|title| self.text(title)).or_else(usual)
    }

    /// The parts of the document that there are, each with the number of its heading, if it has one. Where the issues have no heading of
    /// their own, their sections are numbered in its place.
    pub(super) fn numbered_parts(&self) -> Vec<(&'a Part, Option<u64>)> {
        let notice = self.notice();
        let is_finished = self.edition.statistics.all.outstanding().n == 0;
        let mut n = 0;
        let number = |part: &'a Part| {
            let is_shown = part.has_heading && self.part_title(part).is_some();
            let first = n + 1;
            n += match &*part.id {
                "issues" if !is_shown => u64::from(notice.sections.last().map_or(0, |section| section.number)),
                _ => u64::from(is_shown),
            };
            (part, is_shown.then_some(first))
        };
        notice.parts.iter().filter(|part| part.id != "outstanding" || !is_finished).map(number).collect()
    }

    /// The number of a section as it is set: its label, or （一）, or 一、 where the issues have no heading above their sections.
    fn section_ordinal(&self, section: &Section) -> String {
        if let Some(label) = &section.record.label {
            return self.locale.labelled(&self.text(label), &self.locale.text("numbering.labelled"));
        }
        let number = section.number;
        let issues = |part: &Part| part.id == "issues";
        if self.notice().parts.iter().any(|part| issues(part) && part.has_heading) {
            return self.locale.ordinal(number.into(), &self.locale.text("numbering.section"));
        }
        let before = self.numbered_parts().into_iter().take_while(|(part, _)| !issues(part));
        let before = before.filter_map(|(_, number)| number).last().unwrap_or(0);
        self.locale.ordinal(before + u64::from(number), &self.locale.text("numbering.part"))
    }

    /// The title of a text of the notice as a whole.
    pub(super) fn article_title(&self, id: ArticleId) -> String {
        let article = self.notice().article(id);
        let of_part = self.notice().part(&article.id).and_then(|part| self.part_title(part));
        of_part.or_else(|| article.narrative.title.as_ref().map(|title| self.text(title))).unwrap_or_default()
    }

    pub(super) fn link(&self, kind: PageKind) -> LinkView {
        let notice = self.notice();
        let title = match kind {
            PageKind::Article(article) => self.article_title(article),
            PageKind::Section(section) => self.text(&notice.section(section).record.title),
            PageKind::Issue(issue) => self.issue_name(notice.issue(issue)),
            PageKind::Unit(unit) => self.text(&notice.unit(unit).name),
            PageKind::Place(place) => self.text(&notice.place(place).name),
            PageKind::Status(status) => self.status_label(status),
            PageKind::Response(response) => self.response_label(response),
            other => self.page_title(other),
        };
        LinkView { title, href: self.href(kind) }
    }

    /// An issue with its number, as links and titles name it.
    pub(super) fn issue_name(&self, issue: &Issue) -> String {
        issue_name(self.notice(), self.locale, issue)
    }

    /// The number of an issue in the document. An issue takes the form of the level that is not there above it.
    fn issue_ordinal(&self, issue: &Issue) -> String {
        let pattern = self.locale.text(match issue.group {
            Group { topic: Some(_), .. } => "numbering.issue",
            Group { section: Some(_), .. } => "numbering.issue_of_section",
            Group { .. } => "numbering.issue_of_notice",
        });
        match issue.record.label.as_ref().map(|label| label.text(self.locale.lang)) {
            Some(label) if label.chars().all(char::is_numeric) => self.locale.labelled(label, &pattern),
            Some(label) => self.locale.labelled(label, &self.locale.text("numbering.labelled")),
            None => self.locale.ordinal(issue.number().into(), &pattern),
        }
    }

    pub(super) fn figure(&self, figure: &Figure) -> FigureView {
        let text = figure.set(self.locale);
        FigureView {
            id: figure.id.to_string(),
            label: self.text(&figure.label),
            text: text.unwrap_or_else(|| self.locale.decimal(*figure.value)),
            as_of: figure.as_of,
            was: figure.set_was(self.locale),
            of: None,
            notes: Vec::new(),
        }
    }

    /// The figures of a record with the editor's notes about each.
    pub(super) fn noted_figures(&self, figures: &[Figure], notes: EditorNotes<'_>) -> Vec<FigureView> {
        let (list, views) = (notes.list(), self.notes(notes));
        let of = |id: &str| {
            let at = list.iter().zip(&views).filter(|(note, _)| note.figures.contains(&id));
            at.map(|(_, view)| view.clone()).collect()
        };
        let whole = |figure: &Figure| {
            let whole = figures.iter().find(|whole| figure.of.as_ref() == Some(&whole.id))?;
            Some(self.text(&whole.label))
        };
        let view = |figure: &Figure| FigureView { notes: of(&figure.id), of: whole(figure), ..self.figure(figure) };
        figures.iter().map(view).collect()
    }

    /// The editor's notes of a record.
    pub(super) fn notes(&self, notes: EditorNotes<'_>) -> Vec<NoteView> {
        let view = |(at, note): (usize, &EditorNote<'_>)| {
            let NoteMark { anchor, text: mark, label } = mark(self.locale, notes, at + 1);
            NoteView { anchor, mark, label, text: self.text(note.text) }
        };
        notes.list().iter().enumerate().map(view).collect()
    }

    pub(super) fn corrections(&self, corrections: &[Correction]) -> Vec<CorrectionView> {
        corrections.iter().map(|c| CorrectionView { on: c.on, text: self.text(&c.text) }).collect()
    }

    /// What pages call a status.
    pub(super) fn status_label(&self, status: StatusId) -> String {
        self.locale.text(&format!("status.{}", self.notice().status(status).id))
    }

    pub(super) fn response_label(&self, response: ResponseId) -> String {
        self.locale.text(&format!("answer.{}", self.notice().response(response).id))
    }

    /// What a status says: the notice's own sentence, the built-in one of the status where it is true of every issue, or else how it counts.
    pub(super) fn status_meaning(&self, status: Status) -> String {
        let spec = self.notice().status(status.id);
        if let Some(meaning) = &spec.meaning {
            return self.text(meaning);
        }
        let mut dues = self.notice().issues.iter().filter(|issue| issue.status == status).map(Issue::due);
        let is_true = match status.class {
            StatusClass::Substantially => dues.all(|due| due.is_some()),
            StatusClass::Ongoing => dues.all(|due| due.is_none()),
            _ => true,
        };
        if spec.is_built_in() && is_true {
            return self.locale.text(&format!("status_meaning.{}", spec.id));
        }
        let label = self.status_label(status.id);
        self.locale.say(&format!("counts_as.{}", status.class.built_in().id), &[("label", Argument::Text(&label))])
    }

    pub(super) fn tally(&self, tally: &Tally) -> TallyView {
        let notice = self.notice();
        let used = notice.statuses().filter(|status| self.edition.statistics.all.of(*status).n > 0);
        let total = tally.total().max(1);
        let mut before = 0;
        let counts = used.map(|status| {
            let issues = tally.of(status);
            let parts = [(issues.stated(), false), (issues.inferred, true)].into_iter().filter(|(n, _)| *n > 0);
            let bar = parts.map(|(n, is_inferred)| {
                let (start, end) = (before * 1000 / total, (before + n) * 1000 / total);
                before += n;
                BarPart { start, length: end - start, is_inferred }
            });
            let glyph = status.class.built_in().id;
            CountView { status: notice.status(status.id).id.to_string(), glyph, issues, bar: bar.collect() }
        });
        TallyView {
            counts: counts.collect(),
            others: self.other_sentences(tally),
            total: tally.total(),
            completed: tally.done(),
            outstanding: tally.outstanding(),
            closed: tally.closed(),
            not_stated: tally.not_stated(),
            is_begun: tally.is_begun(),
            overdue: tally.overdue,
            rate: tally.completion_rate(),
            stated_rate: tally.completion_rate().filter(|_| matches!(tally.headline(), Headline::Rate(_))),
        }
    }

    /// How many of some issues there are, by their statuses.
    pub(super) fn count(&self, issues: &[IssueId]) -> Count {
        let mut count = Count::default();
        let is_inferred = |id: &IssueId| self.notice().issue(*id).record.status_basis == StatusBasis::Inferred;
        issues.iter().for_each(|id| count.add(is_inferred(id)));
        count
    }

    pub(super) fn headline(&self) -> HeadlineView {
        let (locale, tally) = (self.locale, &self.edition.statistics.all);
        let is_partial = tally.not_stated().n > 0;
        let closed = self.own_labels(tally, StatusClass::Closed);
        let (key, number, basis) = match tally.headline() {
            Headline::Rate(rate) if is_partial => ("rate_of_stated", locale.percent(rate), locale.basis_of_rate(rate)),
            Headline::Rate(rate) => ("rate", locale.percent(rate), locale.basis_of_rate(rate)),
            Headline::Completed(count) => ("completed", locale.number(count.n), locale.basis(count)),
            Headline::Outstanding(stated) => ("outstanding", locale.number(stated), String::new()),
            Headline::Closed(stated) if closed.is_some() => {
                ("closed_with_labels", locale.number(stated), String::new())
            }
            Headline::Closed(stated) => ("closed", locale.number(stated), String::new()),
            Headline::Nothing => ("nothing", locale.number(tally.total()), String::new()),
            Headline::NoIssue => ("no_issue", locale.number(0), String::new()),
        };
        let whole = format!("{number}{basis}");
        let figure = match tally.headline() {
            Headline::Completed(count) => Argument::Issues(count),
            _ => Argument::Text(&whole),
        };
        let date = as_of_text(self.edition, locale);
        let of = if key == "rate_of_stated" { tally.rated().n } else { tally.total() };
        let count = match tally.headline() {
            Headline::Completed(count) => count.n,
            Headline::Outstanding(stated) | Headline::Closed(stated) => stated,
            _ => of,
        };
        let arguments = [
            ("n", Argument::Count(of)),
            ("count", Argument::Count(count)),
            ("number", figure),
            ("date", Argument::Text(&date)),
            ("labels", Argument::Text(closed.as_deref().unwrap_or_default())),
        ];
        let say = |part: &str| locale.say(&format!("headline.{key}.{part}"), &arguments);
        let (words, title) = (say("words"), say("title"));
        let sentence = say("sentence") + &self.others(tally);
        let basis = if words.contains(&basis) { String::new() } else { basis };
        HeadlineView { words, title, sentence, number, basis }
    }

    /// Sentences about the issues that are neither completed nor outstanding, each with the gap before it; none of what the headline says.
    fn others(&self, tally: &Tally) -> String {
        let sentences = match tally.headline() {
            Headline::Nothing => Vec::new(),
            Headline::Closed(_) => self.of_class(tally, StatusClass::NotStated).into_iter().collect(),
            _ => self.other_sentences(tally),
        };
        sentences.into_iter().map(|sentence| self.locale.text("head.gap") + &sentence).collect()
    }

    fn other_sentences(&self, tally: &Tally) -> Vec<String> {
        let classes = [StatusClass::Closed, StatusClass::NotStated];
        classes.into_iter().filter_map(|class| self.of_class(tally, class)).collect()
    }

    /// A sentence about the issues that are closed without being done, or whose status is not stated, if there are any: in the
    /// office's own words where it has words for all of them.
    fn of_class(&self, tally: &Tally, class: StatusClass) -> Option<String> {
        let (count, usual) = match class {
            StatusClass::Closed => (tally.closed(), "home.closed"),
            _ => (tally.not_stated(), "home.not_stated"),
        };
        let n = ("n", Argument::Issues(count));
        let sentence = || match self.own_labels(tally, class) {
            Some(labels) => self.locale.say("home.labelled", &[n, ("labels", Argument::Text(&labels))]),
            None => self.locale.say(usual, &[n]),
        };
        (count.n > 0).then(sentence)
    }

    /// What the office calls the statuses that some issues of a class have, quoted; nothing where it has no words of its own
    /// for one of them.
    fn own_labels(&self, tally: &Tally, class: StatusClass) -> Option<String> {
        let is_used = |status: &Status| status.class == class && tally.of(*status).n > 0;
        let used: Vec<Status> = self.notice().statuses().filter(is_used).collect();
        let is_usual = |status: &Status| self.notice().status(status.id).is_built_in();
        if used.is_empty() || used.iter().any(is_usual) {
            return None;
        }
        let quoted = |status: &Status| {
            self.locale.say("method.quoted", &[("label", Argument::Text(&self.status_label(status.id)))])
        };
        Some(used.iter().map(quoted).collect::<Vec<_>>().join(&self.locale.text("method.between")))
    }

    pub(super) fn section_ref(&self, id: SectionId) -> SectionRef {
        let section = self.notice().section(id);
        SectionRef {
            number: section.number,
            slug: section.slug.clone(),
            ordinal: self.section_ordinal(section),
            title: self.text(&section.record.title),
            short_title: self.text(section.short_title()),
            href: self.href(PageKind::Section(id)),
        }
    }

    fn section_name(&self, id: SectionId) -> SectionName {
        let section = self.notice().section(id);
        SectionName {
            slug: section.slug.clone(),
            short_title: self.text(section.short_title()),
            href: self.href(PageKind::Section(id)),
        }
    }

    pub(super) fn topic_ref(&self, id: TopicId) -> TopicRef {
        let topic = self.notice().topic(id);
        TopicRef {
            number: id.index() + 1,
            id: topic.id.to_string(),
            title: self.text(&topic.title),
            href: format!("{}#{}", self.href(PageKind::Section(id.section)), topic_anchor(topic)),
            anchor: topic_anchor(topic),
        }
    }

    fn unit_href(&self, id: UnitId) -> String {
        if has_unit_pages(self.edition) {
            return self.href(PageKind::Unit(id));
        }
        format!("{}#{}", self.href(PageKind::Units), unit_anchor(self.notice().unit(id)))
    }

    /// A unit, with where its issues are listed, which is empty where it leads none and answers for none.
    pub(super) fn unit_link(&self, id: UnitId) -> LinkView {
        let href = if self.acts(id) { self.unit_href(id) } else { String::new() };
        LinkView { title: self.text(&self.notice().unit(id).name), href }
    }

    /// The anchor of a place on the page of places.
    pub(super) fn place_anchor(&self, id: PlaceId) -> String {
        format!("place-{}", self.notice().place(id).id)
    }

    /// A place, with where its issues are listed.
    pub(super) fn place_link(&self, id: PlaceId) -> LinkView {
        let href = if has_place_pages(self.edition) {
            self.href(PageKind::Place(id))
        } else {
            format!("{}#{}", self.href(PageKind::Places), self.place_anchor(id))
        };
        LinkView { title: self.text(&self.notice().place(id).name), href }
    }

    /// Whether a unit leads any issue or answers for one.
    fn acts(&self, id: UnitId) -> bool {
        self.edition.statistics.of_unit(id).total() > 0
    }

    /// The units that lead an issue or answer for one.
    pub(super) fn acting_units(&self) -> impl Iterator<Item = UnitId> + use<'a> {
        let parts = *self;
        self.notice().unit_ids().filter(move |id| parts.acts(*id))
    }

    /// The words of a deadline: the author's, or else the date as the language writes it.
    pub(super) fn due_text(&self, due: Option<Date>, written: Option<&Localized>) -> Option<String> {
        written.map(|text| self.text(text)).or_else(|| due.map(|due| self.locale.date(due)))
    }

    pub(super) fn row(&self, id: IssueId) -> IssueRow {
        let notice = self.notice();
        let issue = notice.issue(id);
        let mut known = BTreeSet::new();
        let units = notice.units_of(&issue.record.lead).chain(notice.units_of(&issue.record.responsible));
        let units = units.filter(|unit| known.insert(*unit));
        IssueRow {
            id: issue.key.to_string(),
            number: issue.label(self.locale.lang),
            ordinal: self.issue_ordinal(issue),
            title: self.text(&issue.record.title),
            href: self.href(PageKind::Issue(id)),
            status: issue.record.status.to_string(),
            is_outstanding: issue.class().is_outstanding(),
            answer: issue.record.response.as_ref().map(ToString::to_string),
            basis: issue.record.status_basis,
            due: issue.due(),
            due_text: self.due_text(issue.due(), issue.record.due_text.as_ref()),
            needs_section: section_in_name(notice, issue).is_some(),
            no_due: issue.has_no_due(),
            original_due: issue.record.original_due.map(|due| *due),
            overdue: issue.days_overdue(self.edition.as_of),
            section: issue.group.section.map(|section| self.section_name(section)),
            units: units.map(|unit| self.unit_href(unit)).collect(),
            fields: self.filtered(issue),
        }
    }

    /// What an issue has in fields by which lists can be filtered.
    fn filtered(&self, issue: &Issue) -> Vec<String> {
        let fields = self.notice().record.fields.iter().zip(&issue.values).filter(|(field, _)| field.filter);
        let words = |(field, value): (&FieldRecord, &Option<FieldValue>)| -> Vec<String> {
            let word = |at: usize| format!("{}={}", field.id, self.notice().option(field, at).0);
            value.iter().flat_map(FieldValue::places).map(word).collect()
        };
        let places = self.notice().places_of(&issue.record.places);
        let place = |id: PlaceId| format!("{PLACES}={}", self.notice().place(id).id);
        fields.flat_map(words).chain(places.map(place)).collect()
    }

    /// The issues that are wanted, in the order of the document.
    pub(super) fn wanted(&self, wanted: impl Fn(&Issue) -> bool) -> Vec<IssueId> {
        self.notice().issue_ids().filter(|id| wanted(self.notice().issue(*id))).collect()
    }
}

/// The name by which lists are filtered by place.
pub(super) const PLACES: &str = "places";

/// The mark of the note of a number, counted from 1.
pub(super) fn mark(locale: &Locale, notes: EditorNotes<'_>, number: usize) -> NoteMark {
    let n = number.to_string();
    let say = |key| locale.say(key, &[("n", Argument::Text(&n))]);
    NoteMark { anchor: notes.anchor(number), text: say("editor_notes.mark"), label: say("editor_notes.label") }
}

/// A text about the notice with what stands first of it before it.
pub fn headed(edition: &Edition, locale: &Locale, text: &str) -> String {
    format!("{}{}{text}", Parts { edition, locale }.headline().sentence, locale.text("head.gap"))
}

/// An issue with its number, as it is named wherever it may be taken for another: with its section where numbers begin again in every
/// section, and without the noun where its label says what it is.
pub fn issue_name(notice: &Notice, locale: &Locale, issue: &Issue) -> String {
    let section = section_in_name(notice, issue).map(|section| section.text(locale.lang)).unwrap_or_default();
    let key = match (issue.has_speaking_label(locale.lang), section.is_empty()) {
        (false, true) => "issue.name",
        (true, true) => "issue.name_labelled",
        (false, false) => "issue.name_of_section",
        (true, false) => "issue.name_labelled_of_section",
    };
    let (number, title) = (issue.label(locale.lang), issue.record.title.text(locale.lang));
    let arguments = [("section", section), ("number", &number), ("title", title)];
    locale.say(key, &arguments.map(|(name, text)| (name, Argument::Text(text))))
}

/// The section that an issue is named with: numbers begin again in every section.
fn section_in_name<'a>(notice: &'a Notice, issue: &Issue) -> Option<&'a Localized> {
    let section = issue.group.section.filter(|_| notice.record.numbering == Numbering::PerSection)?;
    Some(notice.section(section).short_title())
}

/// Whether an issue is named otherwise than by its number alone.
pub fn is_named_otherwise(notice: &Notice, lang: Lang, issue: &Issue) -> bool {
    issue.has_speaking_label(lang) || section_in_name(notice, issue).is_some()
}

/// The issuer, or the joint issuers, in a language.
pub fn issuer(record: &NoticeRecord, locale: &Locale) -> String {
    let names: Vec<&str> = record.issuer.iter().map(|issuer| issuer.text(locale.lang)).collect();
    names.join(&locale.text("head.comma"))
}

/// The date that statuses and statistics hold for. Where it lies after that of the records it says so, wherever it stands: the statuses of
/// that day are not known.
pub fn as_of_text(edition: &Edition, locale: &Locale) -> String {
    let date = locale.date(edition.as_of);
    let Some(records) = edition.earlier_records() else { return date };
    let records = locale.date(records);
    locale.say("basis.as_of", &[("date", Argument::Text(&date)), ("records", Argument::Text(&records))])
}

/// The anchor of a topic. Anchors made of what authors wrote begin with what they are of, so that no two kinds meet.
fn topic_anchor(topic: &TopicRecord) -> String {
    format!("topic-{}", topic.id)
}

/// The anchor of a unit on the page of units.
pub(super) fn unit_anchor(unit: &UnitRecord) -> String {
    format!("unit-{}", unit.id)
}
