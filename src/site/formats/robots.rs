//! `robots.txt`: everything may be read; the sitemap is named where the address of the site is known.

use super::sitemap;
use crate::notice::edition::Edition;
use crate::value::Lang;

pub(super) fn write(edition: &Edition, _: Lang) -> Vec<u8> {
    let sitemap = edition
        .notice
        .base_url
        .as_ref()
        .map(|base| format!("\nSitemap: {base}{}\n", sitemap::PATH))
        .unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}").into_bytes()
}
