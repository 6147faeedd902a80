//! A view and a theme become the bytes of a page.
//!
//! Rendering one page is a pure function of its view and the theme. Templates are compiled once, for each language; what all pages of a
//! language share is made once and shared by reference.

mod components;
mod filters;
mod mistakes;
mod shared;

use std::sync::Arc;

use serde_json::Value as Json;
use tera::{Context, Tera, Value};

use crate::diagnostic::Checked;
use crate::notice::edition::Edition;
use crate::site::formats::DataFiles;
use crate::site::{self, Page, PageKind};
use crate::theme::Theme;
use crate::value::Lang;
use shared::SharedParts;

/// Templates ready for use, for each language of a site.
pub struct Renderer {
    theme: Arc<Theme>,
    languages: Vec<LanguageTemplates>,
}

struct LanguageTemplates {
    lang: Lang,
    tera: Arc<Tera>,
    site: Value,
    words: Value,
    shared: SharedParts,
}

/// Compiles the templates of a theme, unless these are known from an earlier edition.
pub fn renderer(edition: &Edition, known: Option<&Renderer>) -> Checked<Option<Renderer>> {
    let known = known.filter(|known| known.theme == edition.theme);
    let mut languages: Vec<LanguageTemplates> = Vec::new();
    for locale in &edition.theme.locales {
        let site = site::shared(edition, locale.lang);
        let known = known.and_then(|known| known.of_language(locale.lang));
        let compiled = languages.last().map(|language| &*language.tera);
        let templates = || templates(&edition.theme, locale.lang, compiled).map(Arc::new);
        match known.map_or_else(templates, |known| Ok(known.tera.clone())) {
            Ok(tera) => languages.push(LanguageTemplates {
                lang: locale.lang,
                tera,
                site: Value::from_serializable(&site),
                words: Value::from_serializable::<Json>(locale.messages.tree()),
                shared: SharedParts::of(&edition.theme, &site),
            }),
            Err(error) => return mistakes::diagnostics(&edition.theme, &error).into(),
        }
    }
    Checked::clean(Some(Renderer { theme: edition.theme.clone(), languages }))
}

impl Renderer {
    fn of_language(&self, lang: Lang) -> Option<&LanguageTemplates> {
        self.languages.iter().find(|language| language.lang == lang)
    }
}

/// Renders one page.
pub fn page(renderer: &Renderer, edition: &Edition, files: &DataFiles, page: &Page) -> Checked<Option<Vec<u8>>> {
    let Some(language) = renderer.of_language(page.lang) else { return Vec::new().into() };
    let view = site::view(edition, files, page);
    let mut context = Context::new();
    context.insert_value("site", language.site.clone());
    context.insert_value("t", language.words.clone());
    context.insert_value("root", Value::from(&*view.page.root));
    context.insert_value("base", Value::from(&*view.page.base));
    match language.shared.on(&language.tera, &context, &edition.notice, page, &view.page) {
        Ok(shared) => context.insert_value("shared", shared),
        Err(error) => return mistakes::diagnostics(&edition.theme, &error).into(),
    }
    context.insert("page", &view.page);
    context.insert("view", &view.view);
    if page.kind == PageKind::Components {
        return components::page(language, edition, context);
    }
    let mut bytes = Vec::with_capacity(capacity(edition, page));
    match language.tera.render_to(&format!("{}.html", page.kind.name()), &context, &mut bytes) {
        Ok(()) => Checked::clean(Some(bytes)),
        Err(error) => mistakes::diagnostics(&edition.theme, &error).into(),
    }
}

/// How many bytes to keep ready for a page. Only the whole notice holds every text; what a list needs is found out as it grows.
fn capacity(edition: &Edition, page: &Page) -> usize {
    const SMALL: usize = 16 << 10;
    if page.kind == PageKind::Notice { SMALL + edition.capacity() } else { SMALL }
}

/// Returns the templates of a language; they are those of another, if these are compiled, with filters of its own.
fn templates(theme: &Arc<Theme>, lang: Lang, compiled: Option<&Tera>) -> Result<Tera, tera::Error> {
    let mut tera = compiled.cloned().unwrap_or_default();
    filters::register(&mut tera, theme, lang);
    if compiled.is_none() {
        tera.set_fallback_prefixes(theme.layers.iter().map(|layer| format!("{layer}/")))?;
        tera.add_raw_templates(theme.templates.iter().map(|(name, source)| (name.as_str(), source.as_str())))?;
    }
    Ok(tera)
}
