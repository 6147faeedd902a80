//! Pages and their addresses.

use std::collections::BTreeSet;

use super::listing;
use crate::notice::edition::Edition;
use crate::notice::pagination::Cuts;
use crate::notice::{
    ArticleId, ArticleKind, IssueId, Notice, PlaceId, ResponseId, SectionId, Status, StatusId, UnitId,
};
use crate::value::{Lang, RelPath};

/// One page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub kind: PageKind,
    /// Which of the pages of its list or of the document it is, counted from 1.
    pub number: usize,
    /// Where it is published.
    pub path: RelPath,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    /// What this is and how things stand.
    Home,
    /// The whole document.
    Notice,
    /// How the rectification was organised.
    Overview,
    /// A part of the office's own, or a page beside the document.
    Article(ArticleId),
    /// One section.
    Section(SectionId),
    /// One issue.
    Issue(IssueId),
    /// Every issue.
    Issues,
    /// The issues of one status.
    Status(StatusId),
    /// The issues with one response.
    Response(ResponseId),
    /// The issues of every unit, or the units with their counts where that would be long.
    Units,
    /// The issues of one unit then.
    Unit(UnitId),
    /// The issues of every place, or the places with their counts.
    Places,
    /// The issues of one place then.
    Place(PlaceId),
    /// Every issue as a row of the ledger, for paper.
    Ledger,
    /// One sheet for a notice board.
    Poster,
    /// What is not finished.
    Outstanding,
    /// Sums of money with what became of their parts.
    Money,
    /// Counts and rates.
    Statistics,
    /// Leads handled and persons held to account.
    Accountability,
    /// Whom to ask.
    Contact,
    /// Changes and corrections since the notice was published.
    Changes,
    /// Downloads.
    Data,
    /// Search.
    Search,
    /// How accessible the site is.
    Accessibility,
    /// The page for addresses that do not exist.
    NotFound,
    /// Every component of the theme with its examples. Only a preview shows it.
    Components,
}

impl PageKind {
    /// The name of its template, without ending; also the key of its messages.
    pub fn name(self) -> &'static str {
        match self {
            PageKind::Home => "home",
            PageKind::Notice => "notice",
            PageKind::Overview => "overview",
            PageKind::Article(_) => "article",
            PageKind::Section(_) => "section",
            PageKind::Issue(_) => "issue",
            PageKind::Issues => "issues",
            PageKind::Status(_) => "status",
            PageKind::Response(_) => "response",
            PageKind::Units => "units",
            PageKind::Unit(_) => "unit",
            PageKind::Places => "places",
            PageKind::Place(_) => "place",
            PageKind::Ledger => "ledger",
            PageKind::Poster => "poster",
            PageKind::Outstanding => "outstanding",
            PageKind::Money => "money",
            PageKind::Statistics => "statistics",
            PageKind::Accountability => "accountability",
            PageKind::Contact => "contact",
            PageKind::Changes => "changes",
            PageKind::Data => "data",
            PageKind::Search => "search",
            PageKind::Accessibility => "accessibility",
            PageKind::NotFound => "not-found",
            PageKind::Components => "components",
        }
    }

    /// Its address relative to the root of its language.
    pub fn href(self, notice: &Notice) -> String {
        match self {
            PageKind::Home => "index.html".to_owned(),
            PageKind::NotFound => "404.html".to_owned(),
            PageKind::Components => "_components.html".to_owned(),
            PageKind::Article(article) => format!("{}.html", notice.article(article).id),
            PageKind::Section(section) => format!("sections/{}.html", notice.section(section).slug),
            PageKind::Issue(issue) => format!("issues/{}.html", notice.issue(issue).key.page(notice.number_width)),
            PageKind::Status(status) => format!("status/{}.html", notice.status(status).id),
            PageKind::Response(response) => format!("response/{}.html", notice.response(response).id),
            PageKind::Unit(unit) => format!("units/{}.html", notice.unit(unit).id),
            PageKind::Place(place) => format!("places/{}.html", notice.place(place).id),
            other => format!("{}.html", other.name()),
        }
    }

    /// How many folders it stands under, seen from the root of its language.
    pub fn depth(self) -> usize {
        use PageKind::{Issue, Place, Response, Section, Status, Unit};
        usize::from(matches!(self, Section(_) | Issue(_) | Status(_) | Response(_) | Unit(_) | Place(_)))
    }

    /// Whether the page is made to be printed and handed on.
    pub fn is_for_paper(self) -> bool {
        matches!(self, PageKind::Home | PageKind::Notice | PageKind::Ledger | PageKind::Poster | PageKind::Issue(_))
    }

    /// Whether search engines should list the page.
    pub fn is_listed(self) -> bool {
        !matches!(self, PageKind::NotFound | PageKind::Search | PageKind::Components)
    }
}

/// Every page in every language, in the order in which a reader would go through them.
pub fn plan(edition: &Edition) -> Vec<Page> {
    let numbered = |kind: PageKind| (1..=cuts(edition, kind).pages()).map(move |number| (kind, number));
    let pages: Vec<_> = kinds(edition).into_iter().flat_map(numbered).collect();
    in_every_language(&edition.notice, &pages)
}

/// The first page of every kind in every language: enough to try every template.
pub fn samples(edition: &Edition) -> Vec<Page> {
    let mut names = BTreeSet::new();
    let firsts = kinds(edition).into_iter().filter(|kind| names.insert(kind.name()));
    in_every_language(&edition.notice, &firsts.map(|kind| (kind, 1)).collect::<Vec<_>>())
}

/// Pages that a preview shows beside those of the plan.
pub fn previews(notice: &Notice) -> Vec<Page> {
    in_every_language(notice, &[(PageKind::Components, 1)])
}

fn in_every_language(notice: &Notice, pages: &[(PageKind, usize)]) -> Vec<Page> {
    let page = |lang: &Lang, (kind, number): &(PageKind, usize)| Page::of(notice, *lang, *kind, *number);
    notice.languages.iter().flat_map(|lang| pages.iter().map(move |of| page(lang, of))).collect()
}

impl Page {
    /// Returns a page of a list or of the document, counted from 1.
    pub fn of(notice: &Notice, lang: Lang, kind: PageKind, number: usize) -> Page {
        let path = RelPath::of(format!("{}{}", folder_of(notice, lang), numbered(&kind.href(notice), number)));
        Page { lang, kind, number, path }
    }

    /// Returns its address relative to the root of the language.
    pub fn href(&self, notice: &Notice) -> String {
        numbered(&self.kind.href(notice), self.number)
    }
}

/// Returns the address of a page of a list, of which the first is named. No id has the sign before the number, so that no other page has the
/// address.
pub(super) fn numbered(first: &str, number: usize) -> String {
    match first.strip_suffix(".html") {
        Some(name) if number > 1 => format!("{name}_{number}.html"),
        _ => first.to_owned(),
    }
}

/// The most rows of a list on one page.
const ROWS: usize = 100;

/// The most sums of money on one page: each is drawn.
const SUMS: usize = 40;

/// Returns where the list of a page, or the document, is cut.
pub(super) fn cuts(edition: &Edition, kind: PageKind) -> Cuts {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let rows = |n: u64| Cuts::every(ROWS, usize::try_from(n).unwrap_or(usize::MAX));
    match kind {
        PageKind::Notice => edition.document.cuts().clone(),
        PageKind::Issues => rows(statistics.all.total()),
        PageKind::Section(id) => rows(statistics.of_section(id).total()),
        PageKind::Status(id) => rows(status_of(notice, id).map_or(0, |status| statistics.all.of(status).n)),
        PageKind::Response(id) => {
            let answers = notice.response_ids().zip(&statistics.responses);
            rows(answers.filter(|(response, _)| *response == id).map(|(_, count)| count.n).sum())
        }
        PageKind::Unit(id) => rows(statistics.of_unit(id).total()),
        PageKind::Place(id) => rows(statistics.of_place(id).total()),
        PageKind::Ledger => edition.document.ledger().clone(),
        PageKind::Outstanding => edition.document.outstanding().clone(),
        PageKind::Changes => listing::changes(edition),
        PageKind::Statistics => listing::amounts(edition),
        PageKind::Money => Cuts::every(SUMS, listing::sums(notice).len()),
        _ => Cuts::every(1, 1),
    }
}

fn status_of(notice: &Notice, id: StatusId) -> Option<Status> {
    notice.statuses().find(|status| status.id == id)
}

/// Returns whether every unit has a page of its own: all their issues would be too many for one.
pub(super) fn has_unit_pages(edition: &Edition) -> bool {
    let totals = edition.notice.unit_ids().map(|id| edition.statistics.of_unit(id).total());
    totals.sum::<u64>() > ROWS as u64
}

/// The same of places.
pub(super) fn has_place_pages(edition: &Edition) -> bool {
    let totals = edition.notice.place_ids().map(|id| edition.statistics.of_place(id).total());
    totals.sum::<u64>() > ROWS as u64
}

/// The folder of a language: empty for the default language, else `en/`.
pub fn folder_of(notice: &Notice, lang: Lang) -> String {
    if lang == notice.default_language() { String::new() } else { format!("{lang}/") }
}

/// The page of a text of the notice as a whole; the closing words stand in the document alone.
pub(super) fn article_page(notice: &Notice, id: ArticleId) -> Option<PageKind> {
    match notice.article(id).kind {
        ArticleKind::Overview => Some(PageKind::Overview),
        ArticleKind::Part(_) | ArticleKind::Page => Some(PageKind::Article(id)),
        ArticleKind::Closing => None,
    }
}

/// The page of a name that the navigation may have.
pub(super) fn named(edition: &Edition, name: &str) -> Option<PageKind> {
    let notice = &edition.notice;
    let has = |id: &str| notice.part(id).is_some();
    Some(match name {
        "home" => PageKind::Home,
        "notice" => PageKind::Notice,
        "overview" if has(name) => PageKind::Overview,
        "issues" => PageKind::Issues,
        "outstanding" => PageKind::Outstanding,
        "money" if edition.lists.has_money_in_parts => PageKind::Money,
        "statistics" => PageKind::Statistics,
        "accountability" if has(name) => PageKind::Accountability,
        "contact" if notice.has_contact() => PageKind::Contact,
        "changes" if has_changes(notice) => PageKind::Changes,
        "data" => PageKind::Data,
        "search" => PageKind::Search,
        "units" if notice.has_acting_units() => PageKind::Units,
        "places" if notice.has_places() => PageKind::Places,
        "ledger" => PageKind::Ledger,
        "poster" => PageKind::Poster,
        "accessibility" => PageKind::Accessibility,
        _ => article_page(notice, notice.article_ids().find(|id| notice.article(*id).id == name)?)?,
    })
}

/// Returns whether anything changed or was corrected after the notice was published.
pub(super) fn has_changes(notice: &Notice) -> bool {
    let of_issues = notice.issues.iter().map(|issue| &issue.record);
    let mut changed = of_issues.map(|record| !record.history.is_empty() || !record.corrections.is_empty());
    !notice.record.corrections.is_empty() || changed.any(|is_changed| is_changed)
}

fn kinds(edition: &Edition) -> Vec<PageKind> {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let mut kinds = vec![PageKind::Home, PageKind::Notice];
    kinds.extend(notice.article_ids().filter_map(|id| article_page(notice, id)));
    kinds.extend(notice.section_ids().map(PageKind::Section));
    kinds.push(PageKind::Issues);
    kinds.extend(notice.issue_ids().map(PageKind::Issue));
    let used = notice.statuses().filter(|status| statistics.all.of(*status).n > 0);
    kinds.extend(used.map(|status| PageKind::Status(status.id)));
    let answered = notice.response_ids().zip(&statistics.responses).filter(|(_, count)| count.n > 0);
    kinds.extend(answered.map(|(response, _)| PageKind::Response(response)));
    kinds.extend(notice.has_acting_units().then_some(PageKind::Units));
    if has_unit_pages(edition) {
        let acting = notice.unit_ids().filter(|id| statistics.of_unit(*id).total() > 0);
        kinds.extend(acting.map(PageKind::Unit));
    }
    kinds.extend(notice.has_places().then_some(PageKind::Places));
    if has_place_pages(edition) {
        kinds.extend(listing::places(notice, statistics).into_iter().map(PageKind::Place));
    }
    kinds.extend([PageKind::Ledger, PageKind::Poster, PageKind::Outstanding]);
    kinds.extend(edition.lists.has_money_in_parts.then_some(PageKind::Money));
    kinds.push(PageKind::Statistics);
    kinds.extend(notice.accountability.is_some().then_some(PageKind::Accountability));
    kinds.extend(notice.has_contact().then_some(PageKind::Contact));
    kinds.extend(has_changes(notice).then_some(PageKind::Changes));
    kinds.extend([PageKind::Data, PageKind::Search, PageKind::Accessibility, PageKind::NotFound]);
    kinds
}
