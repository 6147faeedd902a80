//! The pages of a list or of the full notice: those before and behind, and the ones that are named.

use serde::Serialize;

use super::super::super::parts::Parts;
use super::super::super::plan::{self, Page};

/// Pages on either side of the present one that are named.
const BESIDE: usize = 2;

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

pub(super) fn pager(parts: &Parts<'_>, page: &Page, total: usize) -> Option<PagerView> {
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

pub(super) fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
