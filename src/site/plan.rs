//! Pages and their addresses.

use std::collections::BTreeSet;

use crate::notice::breakdown;
use crate::notice::statistics::Statistics;
use crate::notice::{ArticleId, ArticleKind, IssueId, Notice, ResponseId, SectionId, StatusId};
use crate::value::{Lang, RelPath};

/// One page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub kind: PageKind,
    /// Where it is published.
    pub path: RelPath,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The issues of every unit.
    Units,
    /// The issues of every place.
    Places,
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
            PageKind::Places => "places",
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
            other => format!("{}.html", other.name()),
        }
    }

    /// How many folders it stands under, seen from the root of its language.
    pub fn depth(self) -> usize {
        use PageKind::{Issue, Response, Section, Status};
        usize::from(matches!(self, Section(_) | Issue(_) | Status(_) | Response(_)))
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
pub fn plan(notice: &Notice, statistics: &Statistics) -> Vec<Page> {
    in_every_language(notice, &kinds(notice, statistics))
}

/// The first page of every kind in every language: enough to try every template.
pub fn samples(notice: &Notice, statistics: &Statistics) -> Vec<Page> {
    let mut kinds = kinds(notice, statistics);
    let mut names = BTreeSet::new();
    kinds.retain(|kind| names.insert(kind.name()));
    in_every_language(notice, &kinds)
}

/// Pages that a preview shows beside those of the plan.
pub fn previews(notice: &Notice) -> Vec<Page> {
    in_every_language(notice, &[PageKind::Components])
}

fn in_every_language(notice: &Notice, kinds: &[PageKind]) -> Vec<Page> {
    let page = |lang: &Lang, kind: &PageKind| Page { lang: *lang, kind: *kind, path: path(notice, *lang, *kind) };
    notice.languages.iter().flat_map(|lang| kinds.iter().map(move |kind| page(lang, kind))).collect()
}

/// Where a page is published.
pub fn path(notice: &Notice, lang: Lang, kind: PageKind) -> RelPath {
    RelPath::of(format!("{}{}", folder_of(notice, lang), kind.href(notice)))
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
pub(super) fn named(notice: &Notice, name: &str) -> Option<PageKind> {
    let has = |id: &str| notice.part(id).is_some();
    Some(match name {
        "home" => PageKind::Home,
        "notice" => PageKind::Notice,
        "overview" if has(name) => PageKind::Overview,
        "issues" => PageKind::Issues,
        "outstanding" => PageKind::Outstanding,
        "money" if has_money(notice) => PageKind::Money,
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

/// Returns whether there is money of which parts are stated.
pub(super) fn has_money(notice: &Notice) -> bool {
    notice.figure_records().any(|record| breakdown::has_money(record.figures, record.equations))
}

fn kinds(notice: &Notice, statistics: &Statistics) -> Vec<PageKind> {
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
    kinds.extend(notice.has_places().then_some(PageKind::Places));
    kinds.extend([PageKind::Ledger, PageKind::Poster, PageKind::Outstanding]);
    kinds.extend(has_money(notice).then_some(PageKind::Money));
    kinds.push(PageKind::Statistics);
    kinds.extend(notice.accountability.is_some().then_some(PageKind::Accountability));
    kinds.extend(notice.has_contact().then_some(PageKind::Contact));
    kinds.extend(has_changes(notice).then_some(PageKind::Changes));
    kinds.extend([PageKind::Data, PageKind::Search, PageKind::Accessibility, PageKind::NotFound]);
    kinds
}
