//! A view and a theme become the bytes of a page.
//!
//! Rendering one page is a pure function of its view and the theme. Templates are compiled once, for each language; what all pages of a
//! language share is made once and shared by reference.

mod components;
mod filters;

use serde_json::Value as Json;
use tera::{Context, ErrorKind, Tera, Value};

use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::say;
use crate::site::{self, Page, PageKind};
use crate::text::locale::Locale;
use crate::theme::TEMPLATE;
use crate::theme::{self, Theme};
use crate::value::{Lang, RelPath};

/// Templates ready for use, for each language of a site.
pub struct Renderer {
    languages: Vec<Language>,
}

struct Language {
    lang: Lang,
    tera: Tera,
    site: Value,
    words: Value,
}

/// Compiles the templates of a theme.
pub fn renderer(edition: &Edition) -> Checked<Option<Renderer>> {
    let mut languages = Vec::new();
    for locale in &edition.theme.locales {
        match templates(&edition.theme, locale) {
            Ok(tera) => languages.push(Language {
                lang: locale.lang,
                tera,
                site: Value::from_serializable(&site::shared(edition, locale.lang)),
                words: Value::from_serializable::<Json>(locale.messages.tree()),
            }),
            Err(error) => return vec![diagnostic(&error)].into(),
        }
    }
    Checked::clean(Some(Renderer { languages }))
}

/// Renders one page.
pub fn page(renderer: &Renderer, edition: &Edition, page: &Page) -> Checked<Option<Vec<u8>>> {
    let Some(language) = renderer.languages.iter().find(|l| l.lang == page.lang) else { return Vec::new().into() };
    let view = site::view(edition, page);
    let mut context = Context::new();
    context.insert_value("site", language.site.clone());
    context.insert_value("t", language.words.clone());
    context.insert_value("root", Value::from(&*view.page.root));
    context.insert_value("base", Value::from(&*view.page.base));
    context.insert("page", &view.page);
    context.insert("view", &view.view);
    if page.kind == PageKind::Components {
        return components::page(language, edition, context);
    }
    let mut bytes = Vec::with_capacity(capacity(edition, page));
    match language.tera.render_to(&format!("{}.html", page.kind.name()), &context, &mut bytes) {
        Ok(()) => Checked::clean(Some(bytes)),
        Err(error) => vec![diagnostic(&error)].into(),
    }
}

/// How many bytes to keep ready for a page. Only the whole notice holds every text; what a list needs is found out as it grows.
fn capacity(edition: &Edition, page: &Page) -> usize {
    const SMALL: usize = 16 << 10;
    if page.kind == PageKind::Notice { SMALL + edition.capacity() } else { SMALL }
}

fn templates(theme: &Theme, locale: &Locale) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes(theme.layers.iter().map(|layer| format!("{layer}/")))?;
    filters::register(&mut tera, locale, theme);
    tera.add_raw_templates(theme.templates.iter().map(|(name, source)| (name.as_str(), source.as_str())))?;
    Ok(tera)
}

/// Tera's error at its place in our own terms. Its messages exist in English only.
fn diagnostic(error: &tera::Error) -> Diagnostic {
    let (place, info) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = theme::template_path(report.filename()).unwrap_or_else(|| RelPath::of(theme::FOLDER));
            (Place::Span(file, report.span().range.clone()), report.message().to_owned())
        }
        kind => (Place::File(RelPath::of(theme::FOLDER)), kind.to_string()),
    };
    Diagnostic::of(TEMPLATE, place, say!("模板有误：{info}", "the template is wrong: {info}")).help(say!(
        "模板可用的内容见 gongkai help themes",
        "what templates may use is described by `gongkai help themes`"
    ))
}
