//! Pages and their addresses.

use std::collections::BTreeSet;

use crate::notice::statistics::Statistics;
use crate::notice::{IssueId, Notice, SectionId};
use crate::value::{Lang, RelPath, Status};

/// One page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub kind: Kind,
    /// Where it is published.
    pub path: RelPath,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What this is and how things stand.
    Home,
    /// The whole document.
    Notice,
    /// How the rectification was organised.
    Overview,
    /// One section.
    Section(SectionId),
    /// One issue.
    Issue(IssueId),
    /// Every issue.
    Issues,
    /// The issues of one status.
    Status(Status),
    /// The issues of every unit.
    Units,
    /// What is not finished.
    Outstanding,
    /// Counts and rates.
    Statistics,
    /// Leads handled and persons held to account.
    Accountability,
    /// Whom to ask.
    Contact,
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

impl Kind {
    /// The name of its template, without ending; also the key of its messages.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Home => "home",
            Kind::Notice => "notice",
            Kind::Overview => "overview",
            Kind::Section(_) => "section",
            Kind::Issue(_) => "issue",
            Kind::Issues => "issues",
            Kind::Status(_) => "status",
            Kind::Units => "units",
            Kind::Outstanding => "outstanding",
            Kind::Statistics => "statistics",
            Kind::Accountability => "accountability",
            Kind::Contact => "contact",
            Kind::Data => "data",
            Kind::Search => "search",
            Kind::Accessibility => "accessibility",
            Kind::NotFound => "not-found",
            Kind::Components => "components",
        }
    }

    /// Its address relative to the root of its language.
    pub fn href(self, notice: &Notice) -> String {
        match self {
            Kind::Home => "index.html".to_owned(),
            Kind::NotFound => "404.html".to_owned(),
            Kind::Components => "_components.html".to_owned(),
            Kind::Section(section) => format!("sections/{}.html", notice.section(section).slug),
            Kind::Issue(issue) => {
                format!("issues/{:0width$}.html", notice.issue(issue).number(), width = notice.number_width)
            }
            Kind::Status(status) => format!("status/{}.html", status.word()),
            other => format!("{}.html", other.name()),
        }
    }

    /// How many folders it stands under, seen from the root of its language.
    pub fn depth(self) -> usize {
        usize::from(matches!(self, Kind::Section(_) | Kind::Issue(_) | Kind::Status(_)))
    }

    /// Whether search engines should list the page.
    pub fn is_listed(self) -> bool {
        !matches!(self, Kind::NotFound | Kind::Search | Kind::Components)
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
    in_every_language(notice, &[Kind::Components])
}

fn in_every_language(notice: &Notice, kinds: &[Kind]) -> Vec<Page> {
    let page = |lang: &Lang, kind: &Kind| Page { lang: *lang, kind: *kind, path: path(notice, *lang, *kind) };
    notice.languages.iter().flat_map(|lang| kinds.iter().map(move |kind| page(lang, kind))).collect()
}

/// Where a page is published.
pub fn path(notice: &Notice, lang: Lang, kind: Kind) -> RelPath {
    RelPath::of(format!("{}{}", folder_of(notice, lang), kind.href(notice)))
}

/// The folder of a language: empty for the default language, else `en/`.
pub fn folder_of(notice: &Notice, lang: Lang) -> String {
    if lang == notice.default_language() { String::new() } else { format!("{lang}/") }
}

fn kinds(notice: &Notice, statistics: &Statistics) -> Vec<Kind> {
    let mut kinds = vec![Kind::Home, Kind::Notice];
    kinds.extend(notice.overview.is_some().then_some(Kind::Overview));
    kinds.extend(notice.section_ids().map(Kind::Section));
    kinds.push(Kind::Issues);
    kinds.extend(notice.issue_ids().map(Kind::Issue));
    kinds.extend(Status::ALL.into_iter().filter(|s| statistics.all.of(*s) > 0).map(Kind::Status));
    kinds.extend((!notice.units.is_empty()).then_some(Kind::Units));
    kinds.extend([Kind::Outstanding, Kind::Statistics]);
    kinds.extend(notice.accountability.is_some().then_some(Kind::Accountability));
    kinds.extend([Kind::Contact, Kind::Data, Kind::Search, Kind::Accessibility, Kind::NotFound]);
    kinds
}
