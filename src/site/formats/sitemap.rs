//! `sitemap.xml` (sitemaps.org 0.9) with the same page in every language. Where one file would hold more than search engines read, it is an index of
//! `sitemap-1.xml` and so on.

use super::xml::Xml;
use crate::notice::edition::Edition;
use crate::site::{self, Page};
use crate::value::Lang;

/// The file that search engines ask for.
pub(super) const PATH: &str = "sitemap.xml";

/// The namespace of sitemaps.
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// How much a file may hold, by sitemaps.org.
#[derive(Clone, Copy)]
struct Limits {
    addresses: usize,
    bytes: usize,
}

const LIMITS: Limits = Limits { addresses: 50_000, bytes: 50 * 1024 * 1024 };

/// What stands around the addresses of a file takes less than this.
const FRAME: usize = 1024;

pub(super) fn files(edition: &Edition) -> Vec<String> {
    let pages = listed(edition);
    names(parts(pages.len(), largest(edition, &pages), LIMITS).len())
}

pub(super) fn write(edition: &Edition, _: Lang, part: usize) -> Vec<u8> {
    written(edition, part, LIMITS)
}

fn written(edition: &Edition, part: usize, limits: Limits) -> Vec<u8> {
    let pages = listed(edition);
    let parts = parts(pages.len(), largest(edition, &pages), limits);
    match (parts.len(), part) {
        (1, _) => addresses(edition, &pages),
        (n, 0) => index(edition, &names(n)[1..]),
        (_, part) => addresses(edition, parts.get(part - 1).map_or(&[], |part| &pages[part.clone()])),
    }
}

/// The pages that search engines should know.
fn listed(edition: &Edition) -> Vec<Page> {
    site::plan(edition).into_iter().filter(|page| page.kind.is_listed()).collect()
}

/// The bytes of the longest entry: that of the page with the longest path, whose address is the longest in every language.
fn largest(edition: &Edition, pages: &[Page]) -> usize {
    let mut xml = Xml::new();
    if let Some(page) = pages.iter().max_by_key(|page| page.path.as_str().len()) {
        entry(&mut xml, edition, page);
    }
    xml.finish().len()
}

/// Which addresses stand in which file, in order.
fn parts(total: usize, largest: usize, limits: Limits) -> Vec<std::ops::Range<usize>> {
    let fitting = limits.bytes.saturating_sub(FRAME) / largest.max(1);
    let most = limits.addresses.min(fitting).max(1);
    (0..total.div_ceil(most).max(1)).map(|n| n * most..total.min((n + 1) * most)).collect()
}

/// The files of a sitemap in so many parts, the index first.
fn names(parts: usize) -> Vec<String> {
    let numbered = (1..=parts).filter(|_| parts > 1).map(|n| format!("sitemap-{n}.xml"));
    std::iter::once(PATH.to_owned()).chain(numbered).collect()
}

fn index(edition: &Edition, files: &[String]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[NAMESPACE]);
    for file in files {
        xml.open("sitemap", &[]);
        xml.text("loc", &format!("{}{file}", base(edition)));
        xml.text("lastmod", &edition.as_of.last_day().to_string());
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    xml.finish()
}

fn addresses(edition: &Edition, pages: &[Page]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &[NAMESPACE, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    for page in pages {
        entry(&mut xml, edition, page);
    }
    xml.close("urlset");
    xml.finish()
}

/// A page with the same page in every language.
fn entry(xml: &mut Xml<Vec<u8>>, edition: &Edition, page: &Page) {
    xml.open("url", &[]);
    xml.text("loc", &address(edition, page));
    xml.text("lastmod", &edition.as_of.last_day().to_string());
    for lang in &edition.notice.languages {
        let same = Page::of(&edition.notice, *lang, page.kind, page.number);
        let tag = &edition.theme.locale(*lang).rules.language.tag;
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", &address(edition, &same))]);
    }
    xml.close("url");
}

/// Home pages are addressed by their folder.
fn address(edition: &Edition, page: &Page) -> String {
    let path = page.path.as_str();
    format!("{}{}", base(edition), path.strip_suffix("index.html").unwrap_or(path))
}

fn base(edition: &Edition) -> &str {
    edition.notice.base_url.as_deref().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use include_dir::{Dir, include_dir};

    use super::*;
    use crate::compile::{self, Options};
    use crate::source::SourceTree;
    use crate::theme;
    use crate::value::RelPath;

    static SMALL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/suite/fixtures/small");

    fn small() -> Arc<Edition> {
        let mut tree = SourceTree::default();
        let mut folders = vec![&SMALL];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                tree.insert(RelPath::of(file.path().to_string_lossy()), file.contents().to_vec());
            }
        }
        let site = compile::compile(&Arc::new(theme::with_built_in(tree)), &Options::default());
        site.value.expect("a site").edition
    }

    #[test]
    fn an_index_lists_every_part_and_every_address_stands_in_one() {
        let edition = small();
        let text = |part, limits| String::from_utf8(written(&edition, part, limits)).expect("a text");
        let addresses = |text: &str| -> Vec<String> {
            text.split("<loc>").skip(1).filter_map(|rest| Some(rest.split_once("</loc>")?.0.to_owned())).collect()
        };
        let whole = text(0, LIMITS);
        let all = addresses(&whole);
        assert!(whole.contains("<urlset ") && all.len() > 20, "{whole}");
        let largest = largest(&edition, &listed(&edition));
        for limits in [Limits { addresses: 10, ..LIMITS }, Limits { bytes: FRAME + 10 * largest, ..LIMITS }] {
            let index = text(0, limits);
            let parts = all.len().div_ceil(10);
            let named: Vec<_> = (1..=parts).map(|n| format!("https://notice.example/county/sitemap-{n}.xml")).collect();
            assert!(index.contains("<sitemapindex ") && !index.contains("<url>"), "{index}");
            assert_eq!(addresses(&index), named);
            let parts: Vec<String> = (1..=parts).map(|part| text(part, limits)).collect();
            assert!(parts.iter().all(|part| part.contains("<urlset ") && part.len() <= limits.bytes));
            assert_eq!(parts.iter().flat_map(|part| addresses(part)).collect::<Vec<_>>(), all);
        }
    }

    #[test]
    fn a_file_holds_no_more_than_search_engines_read() {
        let sizes = |total, largest| -> Vec<usize> {
            let parts = parts(total, largest, LIMITS);
            assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start), "nothing is left out or twice");
            parts.iter().map(ExactSizeIterator::len).collect()
        };
        assert_eq!(sizes(0, 0), [0]);
        assert_eq!(sizes(50_000, 400), [50_000]);
        assert_eq!(sizes(50_001, 400), [50_000, 1]);
        assert_eq!(sizes(200_000, 400), [50_000; 4]);
        // Many languages: half as many addresses fit.
        assert_eq!(sizes(50_000, 2_000), [26_213, 23_787]);
        assert_eq!(sizes(2, 100 << 20), [1, 1]);
    }

    #[test]
    fn one_part_has_no_number() {
        assert_eq!(names(1), ["sitemap.xml"]);
        assert_eq!(names(3), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
    }
}
