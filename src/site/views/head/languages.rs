//! The same page in every language.

use serde::Serialize;

use super::super::super::parts::Parts;
use super::super::super::plan::Page;
use super::super::language_folder;
use super::addresses::web_path;
use crate::value::Lang;

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

pub(super) fn languages(parts: &Parts<'_>, page: &Page, base: &str) -> Vec<AlternateView> {
    let notice = parts.notice();
    let each = |lang: Lang| {
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
