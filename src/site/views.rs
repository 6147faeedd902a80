//! What the templates of each page may read: `page`, `site` and `view`.
//!
//! What a page shows has its file by the name of its template; the pages of a status and of a response are lists as in `issues`, the
//! overview and articles are `prose`. `head` and `site` are what all pages read, the other files what several pages show.

mod accountability;
mod anchors;
mod answers;
mod changes;
mod charts;
mod contact;
mod contents;
mod data;
mod deadlines;
mod external;
mod facts;
mod filters;
mod head;
mod here;
mod home;
mod identity;
mod inspections;
mod issue;
mod issue_text;
mod issues;
mod ledger;
mod lines;
mod measures;
mod metadata;
mod money;
mod navigation;
mod notice;
mod opening;
mod outstanding;
mod persons;
mod places;
mod poster;
mod prose;
mod search;
mod section;
mod site;
mod statistics;
mod units;

use serde::Serialize;

use super::formats::DataFiles;
use super::parts::Parts;
use super::plan::{self, Page, PageKind, folder_of};
use crate::notice::edition::Edition;
use crate::value::Lang;
use contents::Paged;

pub(super) use facts::{FactView, facts, facts_of_notice};
pub use head::PageView;
pub(super) use head::{description, title as page_heading};
pub use here::HereView;
pub(super) use here::here;
pub(super) use lines::lines;
pub(super) use measures::{MeasureView, measures};
pub use site::{SiteView, shared};

/// What the templates of one page may read: `page` and `view`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct View<'a> {
    /// Title, addresses and the like; every page has them.
    pub page: PageView,
    /// What this kind of page shows.
    pub view: PageContent<'a>,
}

/// What a kind of page shows.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[serde(untagged)]
#[allow(missing_docs, clippy::large_enum_variant)] // named after the kinds of pages
pub enum PageContent<'a> {
    Home(home::HomeView<'a>),
    Notice(notice::NoticeView<'a>),
    Prose(prose::ProseView),
    Section(section::SectionView<'a>),
    Issue(issue::IssueView),
    List(issues::ListView<'a>),
    Units(units::UnitsView<'a>),
    Unit(units::UnitGroup<'a>),
    Ledger(ledger::LedgerView<'a>),
    Poster(poster::PosterView<'a>),
    Places(places::PlacesView<'a>),
    Place(places::PlaceGroup<'a>),
    Outstanding(outstanding::OutstandingView<'a>),
    Statistics(statistics::StatisticsView<'a>),
    Accountability(accountability::AccountabilityView),
    Changes(changes::ChangesView),
    Money(money::MoneyView),
    Data(data::DataView),
    Search(search::SearchView),
    Nothing {},
}

/// What one page shows.
pub fn view<'a>(edition: &'a Edition, files: &DataFiles, page: &Page) -> View<'a> {
    let parts = Parts { edition, locale: edition.theme.locale(page.lang) };
    let cuts = plan::cuts(edition, page.kind);
    let head = head::head(&parts, page, cuts.pages());
    let paged = || Paged::of(&parts, page, &cuts);
    let window = || cuts.window(page.number);
    let content = match page.kind {
        PageKind::Home => PageContent::Home(home::home(&parts)),
        PageKind::Notice => PageContent::Notice(notice::notice(&parts, page.number)),
        PageKind::Overview => PageContent::Prose(prose::overview(&parts)),
        PageKind::Article(article) => PageContent::Prose(prose::article(&parts, article)),
        PageKind::Section(section) => PageContent::Section(section::section(&parts, section, paged())),
        PageKind::Issue(issue) => PageContent::Issue(issue::issue(&parts, issue)),
        PageKind::Issues => PageContent::List(issues::all_issues(&parts, paged())),
        PageKind::Status(status) => PageContent::List(issues::by_status(&parts, status, paged())),
        PageKind::Units => PageContent::Units(units::units(&parts)),
        PageKind::Unit(unit) => PageContent::Unit(units::unit(&parts, unit, window())),
        PageKind::Ledger => PageContent::Ledger(ledger::ledger(&parts, window())),
        PageKind::Poster => PageContent::Poster(poster::poster(&parts)),
        PageKind::Places => PageContent::Places(places::places(&parts)),
        PageKind::Place(place) => PageContent::Place(places::place(&parts, place, window())),
        PageKind::Response(response) => PageContent::List(issues::by_response(&parts, response, paged())),
        PageKind::Outstanding => PageContent::Outstanding(outstanding::outstanding(&parts, paged())),
        PageKind::Statistics => PageContent::Statistics(statistics::statistics(&parts, window())),
        PageKind::Accountability => PageContent::Accountability(accountability::accountability(&parts)),
        PageKind::Changes => PageContent::Changes(changes::changes(&parts, window())),
        PageKind::Money => PageContent::Money(money::money(&parts, window())),
        PageKind::Data => PageContent::Data(data::data(&parts, files)),
        PageKind::Search => PageContent::Search(search::search(&parts)),
        PageKind::Contact | PageKind::Accessibility | PageKind::NotFound | PageKind::Components => {
            PageContent::Nothing {}
        }
    };
    View { page: head, view: content }
}

/// Where a language begins, seen from the root of the site: empty or `en/`.
pub(super) fn language_folder(edition: &Edition, lang: Lang) -> String {
    folder_of(&edition.notice, lang)
}
