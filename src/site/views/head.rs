//! What the head of every page says: title, addresses, other languages, data for search engines.

use serde::Serialize;
use serde_json::json;

use super::super::formats::{self, FormatFile};
use super::super::parts::{Html, LinkView, Parts, headed, issuer};
use super::super::plan::{self, Page, PageKind};
use super::super::prose::MarkdownRenderer;
use super::super::qr::{QrView, qr};
use super::language_folder;
use crate::notice::Notice;
use crate::text::locale::Argument;
use crate::value::StatusClass;

/// Longest description for search engines, in characters.
const DESCRIPTION: usize = 150;

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

/// The pages of a list or of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PagerView {
    pub total: u64,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The first, the last and those about this one; where some are left out, a line without an address stands for them.
    pub pages: Vec<PagerPage>,
}

/// One of these pages.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PagerPage {
    pub number: u64,
    /// Where it is, relative to the root of the language.
    pub href: Option<String>,
}

/// The picture that goes with a shared link.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct CardView {
    pub url: String,
    pub width: usize,
    pub height: usize,
}

/// The same page in a language.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct AlternateView {
    /// Language code.
    pub code: String,
    /// Language tag.
    pub tag: String,
    /// Direction of writing: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The language's own name for itself.
    pub name: String,
    /// Where it is, relative to this page.
    pub href: String,
    /// Where it is on the web, if the site's address is known.
    pub url: Option<String>,
    /// Whether it is this page.
    pub is_current: bool,
    /// Whether it is the default language.
    pub is_default: bool,
}

/// A `meta` element.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TagView {
    pub name: &'static str,
    pub content: String,
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

/// Pages on either side of the present one that are named.
const BESIDE: usize = 2;

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn pager(parts: &Parts<'_>, page: &Page, total: usize) -> Option<PagerView> {
    let number = page.number;
    if total == 1 {
        return None;
    }
    let first = parts.href(page.kind);
    let href = |n: usize| plan::numbered(&first, n);
    let is_named = |n: usize| n == 1 || n == total || n.abs_diff(number) <= BESIDE;
    // A gap of one page is as long as its number.
    let is_shown = |n: usize| is_named(n) || (is_named(n - 1) && is_named(n + 1));
    let mut pages: Vec<PagerPage> = Vec::new();
    for n in 1..=total {
        if is_shown(n) {
            pages.push(PagerPage { number: count(n), href: Some(href(n)) });
        } else if pages.last().is_some_and(|last| last.href.is_some()) {
            pages.push(PagerPage { number: count(n), href: None });
        }
    }
    Some(PagerView {
        total: count(total),
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < total).then(|| href(number + 1)),
        pages,
    })
}

/// Returns the title of a page, with its number where it is not the first of its list.
fn numbered_title(parts: &Parts<'_>, page: &Page) -> String {
    numbered(parts, page, title(parts, page.kind))
}

fn numbered(parts: &Parts<'_>, page: &Page, title: String) -> String {
    if page.number == 1 {
        return title;
    }
    let number = page.number.to_string();
    parts.locale.say("pager.title", &[("title", Argument::Text(&title)), ("number", Argument::Text(&number))])
}

/// Returns what a window calls a page. One whose title is that of the notice goes by another name, or says it once.
fn window(parts: &Parts<'_>, page: &Page, title: &str) -> String {
    let notice = parts.text(&parts.notice().record.title);
    let name = match page.kind {
        PageKind::Home => parts.headline().title,
        PageKind::Notice => numbered(parts, page, parts.locale.text("pages.notice.title")),
        _ => title.to_owned(),
    };
    if name == notice { notice } else { [&*name, &parts.locale.text("head.separator"), &notice].concat() }
}

/// The code of a page for paper; a sheet on a board leads to the home page.
fn code(parts: &Parts<'_>, page: &Page, canonical: Option<&str>) -> Option<QrView> {
    let canonical = canonical.filter(|_| page.kind.is_for_paper())?;
    match (page.kind, &parts.notice().base_url) {
        (PageKind::Poster, Some(base)) => qr(&format!("{base}{}", language_folder(parts.edition, page.lang))),
        _ => qr(canonical),
    }
}

fn card(parts: &Parts<'_>, base: &str, kind: PageKind) -> CardView {
    let [width, height] = formats::CARD_SIZE;
    CardView { url: format!("{base}{}", formats::card_of(parts.edition, kind)), width, height }
}

/// Ways to the root of the language and of the site. A server shows the page for missing addresses at any depth, so there they begin with `/`
/// as far as the address of the site is known.
fn roots(parts: &Parts<'_>, page: &Page) -> (String, String) {
    let folder = language_folder(parts.edition, page.lang);
    if let (PageKind::NotFound, Some(base)) = (page.kind, &parts.notice().base_url) {
        let path = base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        return (format!("/{path}{folder}"), format!("/{path}"));
    }
    (up(page.kind.depth()), up(page.path.depth()))
}

fn up(levels: usize) -> String {
    "../".repeat(levels)
}

/// Home pages are addressed by their folder.
fn web_path(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// Returns the title of a page.
pub(in crate::site) fn title(parts: &Parts<'_>, kind: PageKind) -> String {
    match kind {
        PageKind::Home | PageKind::Notice => parts.text(&parts.notice().record.title),
        PageKind::Status(status) => {
            let (spec, label) = (parts.notice().status(status), parts.status_label(status));
            let key = match spec.class {
                _ if !spec.is_built_in() => "pages.status.title_of_label",
                StatusClass::NotStated => "pages.status.title_not_stated",
                _ => "pages.status.title",
            };
            parts.locale.say(key, &[("status", Argument::Text(&label))])
        }
        PageKind::Response(response) => {
            let label = parts.response_label(response);
            parts.locale.say("pages.response.title", &[("answer", Argument::Text(&label))])
        }
        kind => parts.link(kind).title,
    }
}

/// Returns what a page is about.
pub(in crate::site) fn description(parts: &Parts<'_>, kind: PageKind) -> String {
    let notice = parts.notice();
    match kind {
        PageKind::Home => headed(parts.edition, parts.locale, &parts.text(&notice.record.summary)),
        PageKind::Issue(issue) => {
            let issue = notice.issue(issue);
            parts.text(issue.record.statement.as_ref().unwrap_or(&issue.record.title))
        }
        PageKind::Section(section) => {
            let n = parts.edition.statistics.of_section(section).total();
            let title = parts.text(&notice.section(section).record.title);
            parts
                .locale
                .say("pages.section.description", &[("n", Argument::Count(n)), ("title", Argument::Text(&title))])
        }
        PageKind::Article(article) => {
            let renderer = MarkdownRenderer::of_notice(parts.edition, parts.locale);
            renderer.words(&notice.article(article).narrative).replace('\n', parts.locale.word("head.gap"))
        }
        PageKind::Status(_) | PageKind::Response(_) | PageKind::Unit(_) | PageKind::Place(_) => title(parts, kind),
        kind => {
            let title = parts.text(&notice.record.title);
            let key = described(notice, kind);
            parts.locale.say(&format!("pages.{}.{key}", kind.name()), &[("title", Argument::Text(&title))])
        }
    }
}

/// The message that describes a page: one that names no level which the notice does not have.
fn described(notice: &Notice, kind: PageKind) -> &'static str {
    let (has_sections, has_topics) = (!notice.sections.is_empty(), notice.has_topics());
    match kind {
        PageKind::Issues | PageKind::Statistics if !has_sections => "description_without_sections",
        PageKind::Statistics if !has_topics => "description_without_topics",
        _ => "description",
    }
}

/// A text cut to the longest description, but not within its first characters: no count there may lose what stands behind it.
fn shortened(text: &str, whole: usize) -> String {
    let longest = DESCRIPTION.max(whole + 1);
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest - 1).collect();
    if longest > DESCRIPTION {
        return cut;
    }
    format!("{}…", cut.rsplit_once(' ').map_or(&*cut, |(words, _)| words))
}

fn breadcrumbs(parts: &Parts<'_>, page: &Page) -> Vec<LinkView> {
    let first = (page.number > 1).then(|| LinkView { title: title(parts, page.kind), href: parts.href(page.kind) });
    breadcrumbs_above(parts, page.kind).into_iter().chain(first).collect()
}

fn breadcrumbs_above(parts: &Parts<'_>, kind: PageKind) -> Vec<LinkView> {
    let home = LinkView { title: parts.locale.text("pages.home.nav"), href: parts.href(PageKind::Home) };
    let notice = parts.notice();
    match kind {
        PageKind::Home | PageKind::NotFound | PageKind::Components => Vec::new(),
        PageKind::Issue(issue) => {
            let group = notice.issue(issue).group;
            let section = group.section.map(|section| parts.section_ref(section));
            let topic = group.topic.map(|topic| parts.topic_ref(topic));
            let section = section.map(|section| LinkView { title: section.short_title, href: section.href });
            let topic = topic.map(|topic| LinkView { title: topic.title, href: topic.href });
            let list = section.is_none().then(|| parts.link(PageKind::Issues));
            [Some(home), list, section, topic].into_iter().flatten().collect()
        }
        PageKind::Status(_) | PageKind::Response(_) | PageKind::Ledger | PageKind::Poster | PageKind::Places => {
            vec![home, parts.link(PageKind::Issues)]
        }
        PageKind::Units => vec![home, parts.link(PageKind::Statistics)],
        PageKind::Unit(_) => vec![home, parts.link(PageKind::Units)],
        PageKind::Place(_) => vec![home, parts.link(PageKind::Places)],
        _ => vec![home],
    }
}

fn languages(parts: &Parts<'_>, page: &Page, base: &str) -> Vec<AlternateView> {
    let notice = parts.notice();
    let each = |lang: crate::value::Lang| {
        let language = &parts.edition.theme.locale(lang).rules.language;
        let path = format!("{}{}", language_folder(parts.edition, lang), page.href(notice));
        AlternateView {
            code: lang.code().to_owned(),
            tag: language.tag.clone(),
            direction: language.direction().word(),
            name: language.name.clone(),
            url: notice.base_url.as_ref().map(|base| format!("{base}{}", web_path(&path))),
            href: format!("{base}{path}"),
            is_current: lang == page.lang,
            is_default: lang == notice.default_language(),
        }
    };
    notice.languages.iter().copied().map(each).collect()
}

/// The page tags of Chinese government sites (国办发〔2017〕47号 and its inspection criteria): site tags where the identity is given, column
/// tags on lists, article tags on texts.
fn tags(parts: &Parts<'_>, kind: PageKind, title: &str, description: &str) -> Vec<TagView> {
    let notice = parts.notice();
    let site = notice.record.site.clone().unwrap_or_default();
    let mut tags = Vec::new();
    let mut tag = |name, content: Option<String>| tags.extend(content.map(|content| TagView { name, content }));
    let has_identity = site.name.is_some() || site.domain.is_some() || site.code.is_some();
    tag("SiteName", site.name.as_ref().map(|n| parts.text(n)));
    tag("SiteDomain", site.domain.as_ref().map(ToString::to_string));
    tag("SiteIDCode", site.code.as_ref().map(ToString::to_string));
    if !has_identity {
        return tags;
    }
    match kind {
        PageKind::Issue(_)
        | PageKind::Notice
        | PageKind::Overview
        | PageKind::Article(_)
        | PageKind::Accountability => {
            tag("ArticleTitle", Some(title.to_owned()));
            tag("PubDate", Some(format!("{} 00:00", notice.record.issued_on.last_day())));
            tag("ContentSource", Some(issuer(&notice.record, parts.locale)));
        }
        PageKind::Section(_)
        | PageKind::Issues
        | PageKind::Status(_)
        | PageKind::Response(_)
        | PageKind::Units
        | PageKind::Unit(_)
        | PageKind::Places
        | PageKind::Place(_)
        | PageKind::Ledger
        | PageKind::Poster
        | PageKind::Outstanding
        | PageKind::Money
        | PageKind::Statistics => {
            tag("ColumnName", Some(title.to_owned()));
            tag("ColumnDescription", Some(description.to_owned()));
            tag("ColumnKeywords", Some(title.to_owned()));
            tag("ColumnType", Some(parts.locale.text("pages.column_type")));
        }
        _ => {}
    }
    tags
}

/// A schema.org description: a report and its publisher, the breadcrumbs, and the downloads as a dataset.
fn json_ld(
    parts: &Parts<'_>,
    page: &Page,
    title: &str,
    description: &str,
    url: Option<&str>,
    breadcrumbs: &[LinkView],
) -> Html {
    let notice = parts.notice();
    let publisher = json!({"@type": "GovernmentOrganization", "name": issuer(&notice.record, parts.locale)});
    let kind = match page.kind {
        PageKind::Home | PageKind::Notice => "Report",
        PageKind::Data => "Dataset",
        PageKind::Issue(_) | PageKind::Overview | PageKind::Article(_) | PageKind::Accountability => "Article",
        _ => "WebPage",
    };
    let mut thing = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": title,
        "description": description,
        "inLanguage": parts.locale.rules.language.tag,
        "publisher": publisher,
        "datePublished": notice.record.issued_on.to_string(),
    });
    if let Some(licence) = &notice.record.licence {
        thing["license"] = json!(licence.url.as_ref().map_or_else(|| parts.text(&licence.name), ToString::to_string));
    }
    if let Some(url) = url {
        thing["url"] = json!(url);
        if !breadcrumbs.is_empty() {
            thing["breadcrumb"] = breadcrumb_list(parts, notice, breadcrumbs);
        }
        if page.kind == PageKind::Data {
            thing["distribution"] = distribution(parts, notice);
        }
    }
    // The one character that could end the element is written as JSON allows.
    Html::made(thing.to_string().replace('<', "\\u003c"))
}

fn breadcrumb_list(parts: &Parts<'_>, notice: &Notice, breadcrumbs: &[LinkView]) -> serde_json::Value {
    let base = notice.base_url.as_deref().unwrap_or_default();
    let folder = language_folder(parts.edition, parts.locale.lang);
    let items: Vec<_> = (1..)
        .zip(breadcrumbs)
        .map(|(position, link)| json!({"@type": "ListItem", "position": position, "name": link.title, "item": format!("{base}{folder}{}", web_path(&link.href))}))
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

fn distribution(parts: &Parts<'_>, notice: &Notice) -> serde_json::Value {
    let base = notice.base_url.as_deref().unwrap_or_default();
    let media = |path: &str| match path.rsplit('.').next() {
        Some("csv") => Some("text/csv"),
        Some("json") => Some("application/json"),
        _ => None,
    };
    let download = |file: FormatFile| {
        let kind = media(file.format.path)?;
        Some(json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{base}{}", file.path)}))
    };
    formats::data_files(parts.edition, parts.locale.lang).filter_map(download).collect()
}
