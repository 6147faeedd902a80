//! Parts that many pages have in common, such as the menu: each is made once for all pages that it is the same on.
//!
//! A template in `templates/shared/` reads what all pages of a language share, the ways to the roots, and `here`; of the
//! page it knows nothing else. Pages read what it makes as `shared.NAME`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tera::{Context, Tera, TeraResult, Value};

use super::super::parts::Html;
use super::super::plan::Page;
use super::super::views::{self, HereView, PageView, SiteView};
use crate::notice::Notice;
use crate::theme::Theme;

/// The folder of their templates.
const FOLDER: &str = "shared/";

/// The shared parts of one language.
pub(super) struct SharedParts {
    names: Vec<String>,
    /// The addresses of the main pages.
    navigation: Vec<String>,
    made: Mutex<BTreeMap<SharedKey, Value>>,
}

/// What the parts of a page depend on: the ways to the roots of its language and of the site, and where it stands.
type SharedKey = (String, String, HereView);

impl SharedParts {
    /// Returns the parts of a theme, none of them made yet.
    pub(super) fn of(theme: &Theme, site: &SiteView) -> SharedParts {
        let files = theme.templates.iter().filter_map(|(name, _)| name.split_once('/'));
        let mut names: Vec<String> = files.filter_map(|(_, file)| Some(name_of(file)?.to_owned())).collect();
        names.sort();
        names.dedup();
        let navigation = site.navigation.iter().map(|item| item.href.clone()).collect();
        SharedParts { names, navigation, made: Mutex::default() }
    }

    /// Returns the parts of a page by their names. `context` has what all pages of the language share, and the ways to the
    /// roots.
    pub(super) fn on(
        &self,
        tera: &Tera,
        context: &Context,
        notice: &Notice,
        page: &Page,
        view: &PageView,
    ) -> TeraResult<Value> {
        let key = (view.root.clone(), view.base.clone(), views::here(notice, page, &self.navigation));
        if let Some(made) = self.made().get(&key) {
            return Ok(made.clone());
        }
        let mut context = context.clone();
        context.insert("here", &key.2);
        let part = |name: &String| {
            let html = tera.render(&format!("{FOLDER}{name}.html"), &context)?;
            Ok((name.clone(), Html::made(html.trim().to_owned())))
        };
        let parts: TeraResult<BTreeMap<String, Html>> = self.names.iter().map(part).collect();
        Ok(self.made().entry(key).or_insert(Value::from_serializable(&parts?)).clone())
    }

    fn made(&self) -> std::sync::MutexGuard<'_, BTreeMap<SharedKey, Value>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the name by which pages read the part that a template makes; none if it makes none.
fn name_of(file: &str) -> Option<&str> {
    file.strip_prefix(FOLDER)?.strip_suffix(".html")
}
