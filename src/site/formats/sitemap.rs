//! `sitemap.xml` (sitemaps.org 0.9) with the same page in every language.

use super::xml::Xml;
use crate::notice::edition::Edition;
use crate::site::{self, Page};
use crate::value::Lang;

pub(super) fn write(edition: &Edition, _: Lang) -> Vec<u8> {
    let base = edition.notice.base_url.as_deref().unwrap_or_default();
    let pages: Vec<Page> =
        site::plan(&edition.notice, &edition.statistics).into_iter().filter(|p| p.kind.is_listed()).collect();
    let mut xml = Xml::new();
    xml.open(
        "urlset",
        &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")],
    );
    for page in &pages {
        xml.open("url", &[]);
        xml.text("loc", &address(base, page));
        xml.text("lastmod", &edition.as_of.last_day().to_string());
        for lang in &edition.notice.languages {
            let same = Page { lang: *lang, path: site::path(&edition.notice, *lang, page.kind), kind: page.kind };
            let tag = &edition.theme.locale(*lang).rules.language.tag;
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", &address(base, &same))]);
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish()
}

/// Home pages are addressed by their folder.
fn address(base: &str, page: &Page) -> String {
    let path = page.path.as_str();
    format!("{base}{}", path.strip_suffix("index.html").unwrap_or(path))
}
