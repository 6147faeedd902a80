//! What the head of every page says: title, addresses, other languages, data for search engines.

mod addresses;
mod breadcrumbs;
mod description;
mod json_ld;
mod languages;
mod pager;
mod sharing;
mod tags;
mod title;

use serde::Serialize;

use super::super::parts::{Html, LinkView, Parts};
use super::super::plan::{Page, PageKind};
use super::super::qr::QrView;
use addresses::{roots, web_path};
use breadcrumbs::breadcrumbs;
use description::shortened;
use json_ld::json_ld;
use languages::{AlternateView, languages};
use pager::{PagerView, count, pager};
use sharing::{CardView, card, code};
use tags::{TagView, tags};
use title::{numbered_title, window};

pub(in crate::site) use description::description;
pub(in crate::site) use title::title;

/// What every page has.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PageView {
    /// The kind of page; also the name of its template.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// What windows, bookmarks and search engines call it: its name and the title of the notice.
    pub window: String,
    /// A sentence for search engines.
    pub description: String,
    /// Leads to the root of the language: empty or `../`.
    pub root: String,
    /// Leads to the root of the site.
    pub base: String,
    /// Address relative to the root of the language.
    pub href: String,
    /// Language code.
    pub lang: String,
    /// Language tag for `lang` attributes.
    pub tag: String,
    /// Direction of writing: `ltr` or `rtl`.
    pub direction: &'static str,
    /// Address on the web, if the site's is known.
    pub canonical: Option<String>,
    /// The code by which a telephone opens the page from paper: of the pages that are printed as a whole, where the address is known.
    pub qr: Option<QrView>,
    /// The same page in every language.
    pub languages: Vec<AlternateView>,
    /// Which of the pages of its list or of the document it is, counted from 1.
    pub number: u64,
    /// These pages, if there are several.
    pub pager: Option<PagerView>,
    /// The pages above this one, the home page first.
    pub breadcrumbs: Vec<LinkView>,
    /// Tags that government sites carry.
    pub tags: Vec<TagView>,
    /// Data for search engines, as JSON-LD.
    pub json_ld: Html,
    /// Whether search engines should list the page.
    pub is_listed: bool,
    /// Whether its language is the default one.
    pub is_default_language: bool,
    /// The picture that goes with a shared link, if the site's address is known.
    pub card: Option<CardView>,
}

pub(super) fn head(parts: &Parts<'_>, page: &Page, pages: usize) -> PageView {
    let notice = parts.notice();
    let (root, base) = roots(parts, page);
    let title = numbered_title(parts, page);
    let whole = if page.kind == PageKind::Home { parts.headline().sentence.chars().count() } else { 0 };
    let description = shortened(&description(parts, page.kind), whole);
    let url = |path: &str| notice.base_url.as_ref().map(|base| format!("{base}{}", web_path(path)));
    let canonical = url(page.path.as_str());
    let breadcrumbs = breadcrumbs(parts, page);
    PageView {
        kind: page.kind.name(),
        json_ld: json_ld(parts, page, &title, &description, canonical.as_deref(), &breadcrumbs),
        tags: tags(parts, page.kind, &title, &description),
        languages: languages(parts, page, &base),
        href: page.href(notice),
        number: count(page.number),
        pager: pager(parts, page, pages),
        lang: page.lang.code().to_owned(),
        tag: parts.locale.rules.language.tag.clone(),
        direction: parts.locale.rules.language.direction().word(),
        card: notice.base_url.as_ref().map(|base| card(parts, base, page.kind)),
        is_listed: page.kind.is_listed(),
        is_default_language: page.lang == notice.default_language(),
        window: window(parts, page, &title),
        title,
        description,
        root,
        base,
        qr: code(parts, page, canonical.as_deref()),
        canonical,
        breadcrumbs,
    }
}
