//! What leads to a page from elsewhere: the picture of a shared link, and the code on paper.

use serde::Serialize;

use super::super::super::formats;
use super::super::super::parts::Parts;
use super::super::super::plan::{Page, PageKind};
use super::super::super::qr::{QrView, qr};
use super::super::language_folder;

/// The picture that goes with a shared link.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct CardView {
    pub url: String,
    pub width: usize,
    pub height: usize,
}

pub(super) fn card(parts: &Parts<'_>, base: &str, kind: PageKind) -> CardView {
    let [width, height] = formats::CARD_SIZE;
    CardView { url: format!("{base}{}", formats::card_of(parts.edition, kind)), width, height }
}

/// The code of a page for paper; a sheet on a board leads to the home page.
pub(super) fn code(parts: &Parts<'_>, page: &Page, canonical: Option<&str>) -> Option<QrView> {
    let canonical = canonical.filter(|_| page.kind.is_for_paper())?;
    match (page.kind, &parts.notice().base_url) {
        (PageKind::Poster, Some(base)) => qr(&format!("{base}{}", language_folder(parts.edition, page.lang))),
        _ => qr(canonical),
    }
}
