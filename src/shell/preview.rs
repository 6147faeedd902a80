//! The preview server: shows the newest good site to the author's own browser only.
//!
//! Takes compiled sites and diagnostics ([`Preview::show`], [`Preview::show_diagnostics`]); serves pages over HTTP,
//! each rendered when it is asked for. What can be asked for is a map from path to output: no path of a file is ever
//! built from an address, so there is nothing to climb out of. It must never write, never list, and never answer
//! another web page that the author has open.
//!
//! A request in order: `address` (where we listen, and which host names we answer to), `connection` (how long and how
//! much a client may take), `guard` (who may ask, and how), then `answer` (a page of the site; `attached`: an
//! attachment; `budget`: how much memory answers may take) or `events` (news for an open page). `current` is what is shown now, `banner` what the preview adds to a
//! page.
#![allow(clippy::disallowed_types)] // this is the room that listens

mod address;
mod answer;
pub(crate) mod attached;
mod banner;
mod budget;
mod connection;
mod content_type;
mod current;
mod events;
mod guard;

use std::fmt::Write;
use std::sync::Arc;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::middleware;
use axum::routing::get;
use tokio::sync::watch;

use crate::compile::Site;
use crate::shell::report::MessageLang;
use budget::Budget;
use current::{Current, ShownSite};

pub use address::{ListenError, Listener};
pub use connection::serve;
pub(crate) use content_type::TYPES;

/// What the preview shows, shared by all requests and by the thread that follows the edits.
pub struct Preview {
    current: watch::Sender<Current>,
    /// Where the preview's own script, style and events are: under a token that no other web page can guess.
    folder: String,
    lang: MessageLang,
    /// Room for answers that clients have not read yet.
    budget: Budget,
}

impl Preview {
    /// Creates a preview with nothing to show yet.
    ///
    /// # Errors
    /// If the system has no random numbers.
    pub fn new(lang: MessageLang) -> Result<Preview, getrandom::Error> {
        let mut token = [0; 16];
        getrandom::fill(&mut token)?;
        let mut folder = String::from("/_gongkai/");
        for byte in token {
            let _ = write!(folder, "{byte:02x}");
        }
        Ok(Preview { current: watch::Sender::default(), folder, lang, budget: Budget::default() })
    }

    /// Shows a site from now on.
    pub fn show(&self, site: Arc<Site>) {
        loop {
            let shown = self.current.borrow().clone();
            let next = shown.with_site(&site);
            if self.change(|current| current.shows(shown.site.as_ref()).then_some(next)) {
                return;
            }
        }
    }

    /// Returns whether there ever was a site to show.
    pub fn has_site(&self) -> bool {
        self.current.borrow().site.is_some()
    }

    /// Shows why the newest content makes no site, as HTML, over the site that was shown before.
    pub fn show_diagnostics(&self, diagnostics: &str) {
        self.change(|current| Some(Current { diagnostics: diagnostics.into(), ..current.clone() }));
    }

    /// Shows what is wrong with a page of a site, as HTML, unless another site has come meanwhile.
    fn show_diagnostics_of(&self, shown: &Arc<ShownSite>, diagnostics: &Arc<str>) {
        let next = || Current { site: Some(shown.clone()), diagnostics: diagnostics.clone() };
        self.change(|current| current.shows(Some(shown)).then(next));
    }

    /// Shows the state that follows from that of now, if any does; open pages learn of it if it differs. No other change
    /// comes between. Returns whether there was one.
    fn change(&self, next: impl FnOnce(&Current) -> Option<Current>) -> bool {
        let mut old = None; // let go of behind the change: a site takes its time
        self.current.send_if_modified(|current| {
            let Some(next) = next(current) else { return false };
            let is_news = current.news() != next.news();
            old = Some(std::mem::replace(current, next));
            is_news
        });
        old.is_some()
    }
}

/// Returns every address that is answered, behind the guard.
fn routes(listener: &Listener, preview: Arc<Preview>) -> Router {
    let folder = preview.folder.clone();
    let text = |content_type, text: &'static str| get(move || async move { ([(CONTENT_TYPE, content_type)], text) });
    Router::new()
        .route(&format!("{folder}/events"), get(events::events))
        .route(&format!("{folder}/preview.css"), text("text/css; charset=utf-8", include_str!("preview/preview.css")))
        .route(
            &format!("{folder}/preview.js"),
            text("text/javascript; charset=utf-8", include_str!("preview/preview.js")),
        )
        .route(&format!("{folder}/findings.html"), get(banner::findings))
        .fallback(answer::answer)
        .layer(middleware::from_fn_with_state(listener.names(), guard::guard))
        .with_state(preview)
}

#[cfg(test)]
mod testing {
    use super::*;
    use crate::compile::{Options, compile};
    use crate::shell::examples;
    use crate::source::SourceTree;
    use crate::theme;

    /// A site of which every issue is shown like this.
    pub(super) fn site(issue: &str) -> Arc<Site> {
        let mut files = examples::files("audit");
        files.push((crate::value::RelPath::of("themes/bulletin/templates/issue.html"), issue.to_owned()));
        let read = files.iter().filter(|(path, _)| !path.as_str().contains("/."));
        let tree = SourceTree::of(read.map(|(path, text)| (path.as_str(), text.as_bytes())));
        let compiled = compile(&Arc::new(theme::with_built_in(tree)), &Options::default());
        Arc::new(compiled.value.unwrap_or_else(|| panic!("{:?}", compiled.diagnostics)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn no_other_change_takes_a_site_back() {
        let preview = Preview::new(MessageLang::Zh).expect("random numbers");
        let sites = ["{{ page.title }}", "{{ page.href }}"].map(testing::site);
        let (preview, is_done) = (&preview, &AtomicBool::new(false));
        thread::scope(|scope| {
            for name in ["a", "b", "c", "d"] {
                let show = move || preview.show_diagnostics(name);
                scope.spawn(move || (0..).take_while(|_| !is_done.load(Ordering::Relaxed)).for_each(|_| show()));
            }
            let shown = (1..=100).zip(sites.iter().cycle()).take_while(|(shown, site)| {
                preview.show((*site).clone());
                preview.current.borrow().pages() == *shown
            });
            let n = shown.count();
            is_done.store(true, Ordering::Relaxed);
            assert_eq!(n, 100);
        });
    }
}
