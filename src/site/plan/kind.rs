//! What a page shows, and its address.

use crate::notice::{ArticleId, IssueId, Notice, PlaceId, ResponseId, SectionId, StatusId, UnitId};

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
