//! The look of a site: templates, styles, scripts and messages, in layers.
//!
//! Takes the files under `themes/`; gives a [`Theme`]. A theme may `extends:` another; the nearest layer wins file by
//! file, and a template reaches the one it replaces under its full name (`{% extends "bulletin/issue.html" %}`). The
//! built-in theme is `bulletin`.

mod rule_ids;
mod assets;
mod built_in;
mod components;
mod copies;
mod css;
mod drawing;
mod files;
mod languages;
mod layers;
mod remembered;
mod tags;
mod unused;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Checked, Place};
use crate::source::SourceTree;
use crate::text::locale::Locale;
use crate::value::{Lang, RelPath};
use files::{style_sheets, templates};
use languages::{locale, same_words};
use layers::layers;

pub use built_in::with_built_in;
pub use components::{Component, ComponentExample, components};
pub use copies::{EXTENDING, copies, names as names_of_copies};
pub use files::{is_style, template_path};
pub use layers::is_name;
pub use remembered::Layered;
pub use rule_ids::*;

/// The name of the built-in theme.
pub const BUILT_IN: &str = "bulletin";

/// The folder of themes.
pub const FOLDER: &str = "themes";

/// The file that says what a theme extends.
pub const RECORD: &str = "theme.yaml";

/// The folder of files that are published as they are.
const STATIC: &str = "static";

/// The folder of styles that are joined.
const STYLES: &str = "styles";

/// The asset that all styles are joined into.
pub const STYLE: &str = "style.css";

/// Everything that decides how pages look.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Names of the layers, nearest first.
    pub layers: Vec<String>,
    /// Templates by full name, such as `bulletin/issue.html`.
    pub templates: Vec<(String, String)>,
    /// Styles, scripts and pictures by the name that templates use.
    pub assets: BTreeMap<String, Asset>,
    /// The languages of the notice, in its order.
    pub locales: Vec<Locale>,
}

/// A file that pages load.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// Where it is published: `assets/style.1f2e3d4c5b.css`. The name changes with the content, so that caches may keep
    /// it for ever.
    pub path: RelPath,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl Theme {
    /// Returns the rules and words of a language.
    ///
    /// # Panics
    /// If the notice has no such language.
    pub fn locale(&self, lang: Lang) -> &Locale {
        self.locales.iter().find(|l| l.lang == lang).unwrap_or_else(|| panic!("no language {lang}"))
    }
}

/// Which theme is wanted, in which languages, and where the notice says so.
#[derive(Clone, Debug)]
pub struct ThemeRequest<'a> {
    /// The name of the theme.
    pub name: &'a str,
    /// The languages, in the order of the notice.
    pub languages: &'a [Lang],
    /// Where the theme is named.
    pub name_place: Place,
    /// Where the languages are.
    pub languages_place: Place,
}

impl<'a> ThemeRequest<'a> {
    /// Returns the built-in theme, which no file asks for.
    pub fn built_in(languages: &'a [Lang]) -> ThemeRequest<'a> {
        let place = Place::File(RelPath::of(FOLDER));
        ThemeRequest { name: BUILT_IN, languages, name_place: place.clone(), languages_place: place }
    }
}

/// Lays the layers of a theme over each other.
pub fn layer(tree: &SourceTree, wanted: &ThemeRequest<'_>) -> Checked<Option<Theme>> {
    let mut found = Vec::new();
    let Some(layers) = layers(tree, wanted, &mut found) else { return found.into() };
    let locales = wanted.languages.iter().map(|lang| locale(tree, &layers, *lang, &wanted.languages_place, &mut found));
    let locales: Option<Vec<_>> = locales.collect();
    let templates = templates(tree, &layers, &mut found);
    let sheets = style_sheets(tree, &layers);
    let assets = assets::assets(tree, &layers, &sheets, &mut found);
    unused::report(tree, &layers, &templates, &sheets, &mut found);
    let unknown = wording::check(tree, &layers, &templates, &mut found);
    let theme = locales.map(|locales| {
        same_words(tree, &locales, &layers, &unknown, &mut found);
        found.extend(tags::check(tree, &layers, &locales));
        Theme { layers, templates, assets, locales }
    });
    Checked { value: theme, diagnostics: found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted<'a>(name: &'a str, languages: &'a [Lang]) -> ThemeRequest<'a> {
        let place = Place::File(RelPath::of("content/notice.yaml"));
        ThemeRequest { name, languages, name_place: place.clone(), languages_place: place }
    }

    fn zh() -> Vec<Lang> {
        vec![Lang::new("zh"), Lang::new("en")]
    }

    #[test]
    fn the_nearest_layer_wins_file_by_file() {
        let files = [
            ("themes/red/theme.yaml", &b"extends: bulletin"[..]),
            ("themes/red/styles/90-red.css", b":root { --accent: red }"),
            ("themes/red/messages/zh.yaml", "text: {extra: 补充}".as_bytes()),
            ("themes/red/messages/en.yaml", b"text: {extra: more}"),
            ("themes/red/templates/contact.html", b"{{ t.extra }}"),
        ];
        let tree = with_built_in(SourceTree::of(files));
        let Checked { value: theme, diagnostics } = layer(&tree, &wanted("red", &zh()));
        assert_eq!(diagnostics, []);
        let theme = theme.expect("a theme");
        assert_eq!(theme.layers, ["red", "bulletin"]);
        assert_eq!(theme.locale(Lang::new("zh")).text("extra"), "补充");
        assert!(theme.templates.contains(&("red/contact.html".to_owned(), "{{ t.extra }}".to_owned())));
        let style = &theme.assets["style.css"];
        assert!(String::from_utf8_lossy(&style.bytes).ends_with(":root { --accent: red }\n"));
        assert!(style.path.as_str().starts_with("assets/style.") && style.path.as_str().ends_with(".css"));
    }

    #[test]
    fn a_theme_that_is_not_there() {
        let tree = with_built_in(SourceTree::of([
            ("themes/a/theme.yaml", &b"extends: b"[..]),
            ("themes/b/theme.yaml", b"extends: a"),
        ]));
        for (name, rule) in [("buletin", "unknown-theme"), ("a", "unknown-theme")] {
            let rules: Vec<_> = layer(&tree, &wanted(name, &zh())).diagnostics.iter().map(|d| d.rule).collect();
            assert_eq!(rules, [rule]);
        }
        let rules: Vec<_> =
            layer(&tree, &wanted("bulletin", &[Lang::new("fr")])).diagnostics.iter().map(|d| d.rule).collect();
        assert_eq!(rules, ["no-messages"]);
    }

    #[test]
    fn names_of_themes_are_names_of_folders() {
        for name in [
            "",
            ".",
            "..",
            "a/b",
            "/",
            "a//b",
            "con",
            "NUL.x",
            "a\u{200B}",
            "a\\b",
            "red ",
            "Bulletin",
            "x".repeat(300).as_str(),
        ] {
            let tree = with_built_in(SourceTree::of([("themes/a/b/theme.yaml", &b""[..]), ("themes/readme.txt", b"")]));
            let rules: Vec<_> = layer(&tree, &wanted(name, &zh())).diagnostics.iter().map(|d| d.rule).collect();
            assert_eq!(rules, ["unknown-theme"], "{name:?}");
        }
        for name in [
            "themes",
            "templates",
            "static",
            "红 头",
            "red.v2",
            "a'b",
            "{{x}}",
            "components",
            ".red",
            "con-1",
            "styles",
        ] {
            let file = |file: &str| RelPath::of(format!("themes/{name}/{file}"));
            let mut tree = with_built_in(SourceTree::default());
            tree.insert(file("theme.yaml"), b"extends: bulletin".to_vec());
            tree.insert(file("templates/themes/templates/contact.html"), b"mine".to_vec());
            tree.insert(file("static/static/logo"), b"logo".to_vec());
            let Checked { value: theme, diagnostics } = layer(&tree, &wanted(name, &zh()));
            let unread = ["themes/templates/contact.html", "static/logo"].len();
            assert!(diagnostics.iter().all(|d| d.rule == UNUSED_THEME_FILE.name), "{diagnostics:?}");
            assert_eq!(diagnostics.len(), unread, "{name}");
            let theme = theme.expect("a theme");
            let template = (format!("{name}/themes/templates/contact.html"), "mine".to_owned());
            assert!(theme.templates.contains(&template), "{name}");
            assert_eq!(template_path(&template.0), Some(file("templates/themes/templates/contact.html")));
            assert!(theme.assets.contains_key("static/logo"), "{name}");
        }
    }
}
