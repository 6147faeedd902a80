//! The finished pages, looked at once more before they are published: what the templates of a theme made of the notice.
//!
//! Takes the bytes of every output as it is rendered, in any order and from many threads; gives diagnostics. Links and
//! anchors must lead somewhere, every page has its language, its one heading and the strict policy, nothing runs inline
//! or is loaded from another site, and no private data got out. Only fingerprints are kept of each page, so memory
//! stays small at any size.

mod addresses;
mod anchors;
mod content;
mod external;
mod findings;
mod fingerprint;
mod lost;
mod messages;
mod page;
mod page_check;
mod passing;
mod private;
mod recalled;
mod sample;
mod tags;
mod target;
mod templates;

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::cache::PageLinks;
use crate::compile::{self, Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::progress::Progress;
use crate::site::Policy;
use crate::source::SourceTree;
use crate::value::RelPath;
use anchors::SiteAnchors;
use external::External;
use fingerprint::fingerprint;
use messages::missing_message;
use private::Private;

pub use passing::Passing;

/// Makes every output and looks at it, writing nothing: a mistake in a template shows here and not at publication. Of a
/// notice of very many issues it makes a page of every form.
pub fn look_at_all(site: &Site, progress: &Progress) -> (Inspected, Vec<Diagnostic>) {
    let outputs = site.outputs();
    let mut inspector = Inspector::new(site, &outputs);
    let outputs = sample::of(&site.edition, outputs);
    inspector.expect(&outputs);
    let look = |output: &Output| {
        if output.is_drawn() {
            return Vec::new();
        }
        let rendered = site.render(output);
        let mut found = rendered.diagnostics;
        found.extend(rendered.value.iter().flat_map(|bytes| inspector.look(output.path(), bytes).diagnostics));
        found
    };
    let mut found: Vec<_> = compile::make_each(&outputs, progress, look).into_iter().flatten().collect();
    let (inspected, lost) = inspector.finish();
    if found.is_empty() {
        found = lost;
    }
    diagnostic::sort_once(&mut found);
    (inspected, found)
}

/// Looks at outputs as they are made.
pub struct Inspector<'a> {
    /// The fingerprints of all paths, ascending.
    paths: Vec<u64>,
    /// How many pages will be looked at.
    planned: usize,
    /// How many pages there will be.
    total: usize,
    /// The path of the site's address on the web, which the page for missing addresses begins its links with.
    root: String,
    private: Private<'a>,
    /// What every page may load and ask.
    policy: Policy,
    external: External,
    /// What the authors wrote, to tell their mistakes from the theme's.
    tree: Arc<SourceTree>,
    seen: Mutex<SiteAnchors>,
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inspected {
    /// Pages.
    pub pages: usize,
    /// Pages that there are: `check` looks at one of every form where they are very many.
    pub of_pages: usize,
    /// Links within the site.
    pub links: usize,
}

impl<'a> Inspector<'a> {
    /// Returns an inspector that knows which outputs there will be.
    pub fn new(site: &'a Site, outputs: &[Output]) -> Inspector<'a> {
        let notice = &site.edition.notice;
        let base =
            notice.base_url.as_deref().and_then(|url| url.split_once("://")?.1.split_once('/').map(|(_, path)| path));
        let mut paths: Vec<u64> = outputs.iter().map(|o| fingerprint(o.path().as_str())).collect();
        paths.sort_unstable();
        Inspector {
            paths,
            planned: pages(outputs),
            total: pages(outputs),
            root: format!("/{}", base.unwrap_or_default()),
            private: Private::of(&site.edition),
            policy: Policy::of(notice),
            external: External::of(notice),
            tree: site.edition.tree.clone(),
            seen: Mutex::default(),
        }
    }

    /// Takes down that only these outputs will be looked at: whether others have the anchors that links name is not known.
    fn expect(&mut self, outputs: &[Output]) {
        self.planned = pages(outputs);
    }

    /// Looks at one output; the value is what a page links to, and what it can be linked to by.
    pub fn look(&self, path: &RelPath, bytes: &[u8]) -> Checked<PageLinks> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Checked::clean(PageLinks::default()) };
        let mut found = self.text(path, text, std::slice::from_ref(&(0..bytes.len())));
        let mut links = PageLinks::default();
        if is_page(path) {
            let (names, more) = self.page(path, text);
            found.extend(more);
            links = names.links();
            self.seen().note(path, names);
        }
        Checked { value: links, diagnostics: found }
    }

    /// Begins to look at an output that is no page, as its parts pass.
    pub fn passing<'i>(&'i self, path: &'i RelPath) -> Passing<'i> {
        Passing::new(self, path)
    }

    /// Looks at a text where it has something new, and at what stands around that.
    fn text(&self, path: &RelPath, text: &str, new: &[Range<usize>]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for place in new {
            let place = private::with_surroundings(text, place);
            found.extend(self.private.look(path, text, &place));
            found.extend(missing_message(&self.tree, path, &text[place]));
        }
        found
    }

    fn seen(&self) -> MutexGuard<'_, SiteAnchors> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pages(outputs: &[Output]) -> usize {
    outputs.iter().filter(|output| is_page(output.path())).count()
}

fn is_page(path: &RelPath) -> bool {
    is_html(path.as_str())
}

fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}
