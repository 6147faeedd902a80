//! What the templates of each page may read.

mod accountability;
mod anchors;
mod answers;
mod changes;
mod charts;
mod contents;
mod data;
mod deadlines;
mod facts;
mod filters;
mod head;
mod here;
mod home;
mod issue;
mod issue_text;
mod issues;
mod ledger;
mod lines;
mod metadata;
mod money;
mod notice;
mod opening;
mod outstanding;
mod persons;
mod places;
mod poster;
mod prose;
mod search;
mod section;
mod statistics;
mod units;

use std::collections::BTreeMap;

use serde::Serialize;

use super::formats::DataFiles;
use super::parts::{HeadlineView, Html, LinkView, Parts, TallyView, as_of_text, issuer};
use super::plan::{self, Page, PageKind, folder_of};
use super::policy::Policy;
use crate::notice::edition::Edition;
use crate::notice::statistics::SMALLEST_RATED;
use crate::notice::{Article, ArticleKind, CommonText, ExternalRecord, Inspection, Notice, Original, wording};
use crate::value::{BUILT_IN_STATUSES, Date, Lang, Localized, Spanned, Text};
use contents::Paged;

pub(super) use facts::{FactView, MeasureView, facts, facts_of_notice, measures};
pub use head::PageView;
pub(super) use head::{description, title as page_heading};
pub use here::HereView;
pub(super) use here::here;
pub(super) use lines::lines;

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

/// What every page of a language may read as `site`; made once, shared by all pages.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SiteView {
    /// Title of the notice.
    pub title: String,
    /// Issuer.
    pub issuer: String,
    /// Date of issue.
    pub issued_on: Date,
    /// The date that statuses and statistics hold for.
    pub as_of: Date,
    /// The same in words; they say so where the records are of an earlier day.
    pub as_of_text: String,
    /// What the notice is.
    pub summary: String,
    /// A note above the head of every page.
    pub disclaimer: Option<String>,
    /// How statuses were established.
    pub method: Option<String>,
    /// On what terms the text and the data may be used.
    pub licence: Option<LicenceView>,
    /// Whom the notice addresses.
    pub addressed_to: Option<String>,
    /// What the notice says of itself beside its title.
    pub metadata: Vec<metadata::MetadataView>,
    /// How the full notice opens.
    pub opening: Option<String>,
    /// The inspections that the notice answers.
    pub inspections: Vec<InspectionView>,
    /// The main pages.
    pub navigation: Vec<NavView>,
    /// Every section with its counts.
    pub sections: Vec<section::SectionTally>,
    /// The counts of the notice.
    pub tally: TallyView,
    /// What stands first of the notice.
    pub headline: HeadlineView,
    /// Groups of fewer issues have no rate.
    pub smallest_rated: u64,
    /// What a completion rate is called, and of which issues it is one where it is not one of all.
    pub rate_word: String,
    /// Whether there are issues whose status is not stated, which no rate counts.
    pub is_partial: bool,
    /// The name of the glyph of every status.
    pub glyphs: BTreeMap<String, &'static str>,
    /// Whether it is said whom to ask.
    pub has_contact: bool,
    /// Whom to ask.
    pub contact: ContactView,
    /// Identity of a government site.
    pub identity: IdentityView,
    /// What browsers may load, run and ask.
    pub policy: Html,
    /// Other hosts that pages ask.
    pub external: Vec<ExternalView>,
    /// Whether any status is inferred.
    pub has_inferred: bool,
    /// Whether anything that is not finished has a deadline.
    pub has_deadlines: bool,
    /// Whether some status counts as done, so that completed issues can be counted.
    pub counts_done: bool,
    /// Whether all languages are the original, so that none is a translation.
    pub all_original: bool,
    /// Whether the notice has sections.
    pub has_sections: bool,
    /// Whether any section has topics.
    pub has_topics: bool,
    /// Whether units are named.
    pub has_units: bool,
    /// The page that says how the rectification was organised.
    pub overview: Option<LinkView>,
    /// Parts of the document of the office's own.
    pub parts: Vec<LinkView>,
    /// Whether anything changed or was corrected after the notice was published.
    pub has_changes: bool,
    /// Pages beside the document that the navigation does not have.
    pub pages: Vec<LinkView>,
}

/// A main page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NavView {
    /// The kind of page.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub href: String,
}

/// An inspection that the notice answers.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct InspectionView {
    pub kind: Option<String>,
    pub body: Option<String>,
    pub subject: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub fed_back_on: Option<Date>,
}

/// Whom to ask.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct ContactView {
    pub invitation: Option<String>,
    pub telephones: Vec<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub emails: Vec<String>,
    pub fax: Vec<String>,
    pub po_box: Option<String>,
    pub persons: Vec<String>,
    pub hours: Option<String>,
}

/// Identity of a government site.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct IdentityView {
    pub name: Option<String>,
    pub domain: Option<String>,
    pub code: Option<String>,
    pub icp: Option<String>,
    pub police: Option<String>,
    pub index_number: Option<String>,
}

/// On what terms the text and the data may be used.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct LicenceView {
    pub name: String,
    pub url: Option<String>,
}

/// Another host that pages ask.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct ExternalView {
    pub host: String,
    /// What it is asked for, in words.
    pub uses: String,
    pub reason: String,
    pub src: Option<String>,
    /// The fingerprint of the script, if it has one.
    pub integrity: Option<String>,
}

/// On what terms the text and the data may be used.
fn licence(parts: &Parts<'_>) -> Option<LicenceView> {
    let licence = parts.notice().record.licence.as_ref()?;
    Some(LicenceView { name: parts.text(&licence.name), url: licence.url.as_ref().map(ToString::to_string) })
}

/// What every page of a language shares.
pub fn shared(edition: &Edition, lang: Lang) -> SiteView {
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let notice = &edition.notice;
    let contact = notice.record.contact.clone().unwrap_or_default();
    let identity = notice.record.site.clone().unwrap_or_default();
    let string = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let optional = |text: &Option<Localized>| text.as_ref().map(|t| parts.text(t));
    let common = |texts: &[CommonText]| texts.iter().map(|text| text.text(lang).to_owned()).collect();
    let is_partial = edition.statistics.all.not_stated().n > 0;
    SiteView {
        title: parts.text(&notice.record.title),
        issuer: issuer(&notice.record, parts.locale),
        issued_on: *notice.record.issued_on,
        as_of: edition.as_of,
        as_of_text: as_of_text(edition, parts.locale),
        summary: parts.text(&notice.record.summary),
        disclaimer: optional(&notice.record.disclaimer),
        method: optional(&notice.record.method),
        licence: licence(&parts),
        addressed_to: optional(&notice.record.addressed_to),
        metadata: metadata::metadata(&parts),
        opening: opening::opening(&parts),
        inspections: notice.record.inspections().iter().map(|inspection| inspection_view(&parts, inspection)).collect(),
        navigation: navigation(&parts),
        sections: section::section_tallies(&parts),
        tally: parts.tally(&edition.statistics.all),
        headline: parts.headline(),
        smallest_rated: SMALLEST_RATED,
        rate_word: parts.locale.text(if is_partial { "statistics.rate_of_stated" } else { "statistics.rate" }),
        is_partial,
        glyphs: glyphs(&parts),
        has_contact: notice.has_contact(),
        contact: ContactView {
            invitation: optional(&contact.invitation),
            telephones: common(&contact.telephones),
            address: optional(&contact.address),
            postcode: string(&contact.postcode),
            emails: contact.every_email().map(ToString::to_string).collect(),
            fax: common(&contact.fax),
            po_box: optional(&contact.po_box),
            persons: contact.persons.iter().map(|person| parts.text(person)).collect(),
            hours: optional(&contact.hours),
        },
        identity: IdentityView {
            name: optional(&identity.name),
            domain: string(&identity.domain),
            code: string(&identity.code),
            icp: string(&identity.icp),
            police: string(&identity.police),
            index_number: string(&identity.index_number),
        },
        policy: Html::made(Policy::of(notice).to_string()),
        external: notice.record.external.iter().map(|entry| external(&parts, entry)).collect(),
        has_inferred: edition.statistics.all.all().inferred > 0,
        has_deadlines: edition.statistics.deadlines.iter().any(|(_, tally)| tally.outstanding().n > 0),
        counts_done: notice.statuses().any(|status| status.class.is_done()),
        all_original: notice.record.original == Original::All,
        has_sections: !notice.sections.is_empty(),
        has_topics: notice.has_topics(),
        has_units: notice.has_acting_units(),
        overview: plan::named(parts.edition, "overview").map(|overview| parts.link(overview)),
        parts: articles(&parts, |article| matches!(article.kind, ArticleKind::Part(_))),
        has_changes: plan::has_changes(notice),
        pages: articles(&parts, |article| article.kind == ArticleKind::Page && !is_in_navigation(notice, &article.id)),
    }
}

fn inspection_view(parts: &Parts<'_>, inspection: &Inspection) -> InspectionView {
    let words = wording::words_of(parts.notice(), inspection, &parts.edition.theme.locales, parts.locale);
    let text = |text: &Option<Localized>| text.as_ref().map(|text| parts.text(text));
    let day = |day: Option<Spanned<Date>>| day.map(|on| *on);
    InspectionView {
        kind: words.get("kind").filter(|kind| !kind.is_empty()).map(str::to_owned),
        body: text(&inspection.body),
        subject: text(&inspection.subject),
        from: day(inspection.from),
        to: day(inspection.to),
        fed_back_on: day(inspection.fed_back_on),
    }
}

/// Glyphs of the usual statuses and, over them, of the notice's own.
fn glyphs(parts: &Parts<'_>) -> BTreeMap<String, &'static str> {
    let usual = BUILT_IN_STATUSES.iter().map(|status| (status.id.to_owned(), status.id));
    let own = parts.notice().vocabulary.statuses.iter();
    usual.chain(own.map(|status| (status.id.to_string(), status.class.built_in().id))).collect()
}

fn external(parts: &Parts<'_>, entry: &ExternalRecord) -> ExternalView {
    let words = entry.uses.iter().map(|used| parts.locale.text(&format!("external.uses.{}", used.word())));
    ExternalView {
        host: entry.host.to_string(),
        uses: words.collect::<Vec<_>>().join(&parts.locale.text("external.join")),
        reason: parts.text(&entry.reason),
        src: entry.src.as_ref().map(ToString::to_string),
        integrity: entry.fingerprint().map(str::to_owned),
    }
}

/// The pages of the navigation where the notice does not list them.
const NAVIGATION: [&str; 12] = [
    "home",
    "notice",
    "overview",
    "issues",
    "places",
    "outstanding",
    "money",
    "statistics",
    "accountability",
    "contact",
    "data",
    "search",
];

fn navigation(parts: &Parts<'_>) -> Vec<NavView> {
    let notice = parts.notice();
    let listed = &notice.record.navigation;
    let item = |id: &str, label: Option<&Localized>| {
        let kind = plan::named(parts.edition, id)?;
        let title = label.map_or_else(|| navigation_title(parts, kind), |label| parts.text(label));
        Some(NavView { kind: kind.name(), title, href: parts.href(kind) })
    };
    match listed.is_empty() {
        true => NAVIGATION.iter().filter_map(|id| item(id, None)).collect(),
        false => listed.iter().filter_map(|entry| item(&entry.id, entry.label.as_ref())).collect(),
    }
}

/// What the navigation calls a page: its short name, but an overview that has a title of its own by that title.
fn navigation_title(parts: &Parts<'_>, kind: PageKind) -> String {
    let is_titled = |id| parts.notice().part(id).is_some_and(|part| part.title.is_some());
    match kind {
        PageKind::Article(_) => parts.link(kind).title,
        PageKind::Overview if is_titled("overview") => parts.link(kind).title,
        kind => parts.locale.text(&format!("pages.{}.nav", kind.name())),
    }
}

fn is_in_navigation(notice: &Notice, id: &str) -> bool {
    notice.record.navigation.iter().any(|entry| entry.id.as_str() == id)
}

/// The pages of the texts of the notice as a whole that are wanted.
fn articles(parts: &Parts<'_>, is_wanted: impl Fn(&Article) -> bool) -> Vec<LinkView> {
    let notice = parts.notice();
    let wanted = notice.article_ids().filter(|id| is_wanted(notice.article(*id)));
    wanted.filter_map(|id| plan::article_page(notice, id)).map(|page| parts.link(page)).collect()
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
