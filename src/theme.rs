//! The look of a site: templates, styles, scripts and messages, in layers.
//!
//! Takes the files under `themes/`; gives a [`Theme`]. A theme may `extends:` another; the nearest layer wins file by
//! file, and a template reaches the one it replaces under its full name (`{% extends "bulletin/issue.html" %}`). The
//! built-in theme is `bulletin`.

mod rule_ids;
mod assets;
mod components;
mod copies;
mod css;
mod drawing;
mod tags;
mod unused;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::diagnostic::{Checked, Diagnostic, Place, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::text::locale::{Locale, MessagesRecord};
use crate::value::{Lang, RelPath, Text};

use css::{StyleSheet, StyleSheets};

pub use components::{Component, ComponentExample, components};
pub use copies::{EXTENDING, copies, names as names_of_copies};
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

static BUILT_IN_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/bulletin");

/// 外观。A theme.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct ThemeRecord {
    /// 在哪个外观的基础上修改。The theme that this one extends.
    extends: Option<Text>,
}

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

/// Adds the built-in theme to the files of a project. Files that the project has itself stay.
pub fn with_built_in(mut tree: SourceTree) -> SourceTree {
    let mut folders = vec![&BUILT_IN_FILES];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = RelPath::of(format!("{FOLDER}/{BUILT_IN}/{}", file.path().to_string_lossy().replace('\\', "/")));
            if !tree.has(path.as_str()) {
                tree.insert(path, file.contents().to_vec());
            }
        }
    }
    tree
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

/// The theme that was laid last without a diagnostic: it depends on the files under `themes/`, on its name and on the
/// languages alone. Diagnostics name places beyond these.
#[derive(Clone, Debug, Default)]
pub struct Layered {
    last: Option<(String, Theme)>,
}

impl Layered {
    /// Forgets the theme if a file may be part of it.
    pub fn forget(&mut self, path: &RelPath) {
        if path.as_str().strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/')) {
            self.last = None;
        }
    }

    /// Lays the layers of a theme over each other, unless that is what was done last.
    pub fn layer(&mut self, tree: &SourceTree, wanted: &ThemeRequest<'_>) -> Checked<Option<Theme>> {
        let is_wanted = |(name, theme): &&(String, Theme)| {
            name == wanted.name && theme.locales.iter().map(|locale| locale.lang).eq(wanted.languages.iter().copied())
        };
        if let Some((_, theme)) = self.last.as_ref().filter(is_wanted) {
            return Checked::clean(Some(theme.clone()));
        }
        let laid = layer(tree, wanted);
        let theme = laid.value.clone().filter(|_| laid.diagnostics.is_empty());
        self.last = theme.map(|theme| (wanted.name.to_owned(), theme));
        laid
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

/// Returns the names of a theme and of those it extends, nearest first.
fn layers(tree: &SourceTree, wanted: &ThemeRequest<'_>, found: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    let schema = yaml::schema_of::<ThemeRecord>();
    let mut layers: Vec<String> = Vec::new();
    let mut next = Some(wanted.name.to_owned());
    let mut asked_by = wanted.name_place.clone();
    while let Some(name) = next {
        let folder = format!("{FOLDER}/{name}");
        if layers.contains(&name) || !is_name(&name) || tree.under(&folder).next().is_none() {
            found.push(no_theme(tree, &name, layers.contains(&name), asked_by));
            return None;
        }
        let file = RelPath::new(&format!("{folder}/{RECORD}")).ok().filter(|p| tree.has(p.as_str()));
        let record = file.as_ref().map(|path| yaml::record::<ThemeRecord>(tree, path, &schema).into_value(found));
        // What a theme extends is not known, so nothing else can be said of it.
        let extends = match record {
            Some(record) => record?.extends,
            None => None,
        };
        if let (Some(path), Some(extends)) = (file, &extends) {
            asked_by = Place::span(&path, extends.span());
        }
        next = extends.map(|extends| extends.to_string());
        layers.push(name);
    }
    Some(layers)
}

/// Returns whether a text can be the name of a theme: that of a folder in `themes/`.
pub fn is_name(name: &str) -> bool {
    !name.contains('/') && RelPath::new(name).is_ok()
}

fn no_theme(tree: &SourceTree, name: &str, circular: bool, place: Place) -> Diagnostic {
    if circular {
        return Diagnostic::of(
            UNKNOWN_THEME,
            place,
            say!("外观“{name}”循环引用，又以自己为基础", "the theme `{name}` extends itself in a circle"),
        )
        .help(say!("请改正 theme.yaml 里的 extends", "correct `extends` in theme.yaml"));
    }
    let mut names: Vec<&str> =
        tree.under(FOLDER).filter(|path| path.depth() > 1).filter_map(|path| path.as_str().split('/').nth(1)).collect();
    names.dedup();
    let known = names.join(", ");
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("现有的外观：{known}", "available themes: {known}"),
    };
    Diagnostic::of(UNKNOWN_THEME, place, say!("没有外观“{name}”", "there is no theme `{name}`")).help(help)
}

/// Returns the language with the files of all layers laid over each other: first those of the languages that it is a
/// form of, each from the last layer on.
fn locale(
    tree: &SourceTree,
    layers: &[String],
    lang: Lang,
    languages_place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<Locale> {
    let forms: Vec<Lang> = std::iter::successors(Some(lang), |lang| lang.parent()).collect();
    let file = |lang: &Lang, layer: &String| {
        let path = RelPath::new(&format!("{FOLDER}/{layer}/messages/{lang}.yaml")).ok();
        path.filter(|path| tree.has(path.as_str()))
    };
    let of = |lang| layers.iter().rev().filter_map(move |layer| file(lang, layer));
    let files: Vec<RelPath> = forms.iter().rev().flat_map(of).collect();
    if files.is_empty() {
        let own = Some(layers[0].as_str()).filter(|name| *name != BUILT_IN).unwrap_or("office");
        let path = RelPath::of(format!("{FOLDER}/{own}/messages/{lang}.yaml"));
        let shown = tree.shown(&path);
        found.push(
            Diagnostic::of(
                NO_MESSAGES,
                languages_place.clone(),
                say!("外观没有“{lang}”的用语文件", "the theme has no messages in `{lang}`"),
            )
            .help(say!(
                "请运行 gongkai theme copy messages/{lang}.yaml --theme {own}，再翻译写好的 {shown}",
                "run `gongkai theme copy messages/{lang}.yaml --theme {own}` and translate {shown}"
            )),
        );
        return None;
    }
    let record: MessagesRecord = yaml::layered(tree, &files, &yaml::schema_of::<MessagesRecord>()).into_value(found)?;
    let mut locale = record.into_locale(lang);
    if !layers.iter().any(|layer| file(&lang, layer).is_some()) {
        locale.rules.language.tag = lang.code().to_owned();
    }
    Some(locale)
}

/// Checks that every language has the words that the first has, so that no page misses one. Keys that nothing asks for
/// have been named.
fn same_words(
    tree: &SourceTree,
    locales: &[Locale],
    layers: &[String],
    unknown: &BTreeSet<String>,
    found: &mut Vec<Diagnostic>,
) {
    let Some((first, others)) = locales.split_first() else { return };
    let keys = first.messages.keys();
    let is_known = |key: &&String| {
        !unknown.iter().any(|gone| key.strip_prefix(gone).is_some_and(|rest| !rest.starts_with(|c| c != '.')))
    };
    for other in others {
        let theirs = other.messages.keys();
        let lang = &other.lang;
        for key in keys.iter().filter(|key| !theirs.contains(key)).filter(is_known) {
            let layer = layer_with(tree, layers, first.lang, key);
            let place = Place::File(RelPath::of(format!("{FOLDER}/{layer}/messages/{lang}.yaml")));
            found.push(
                Diagnostic::of(
                    MISSING_MESSAGE,
                    place,
                    say!("缺少用语 text.{key}", "the message text.{key} is missing"),
                )
                .help(say!("请加上这一条的译文", "add its translation")),
            );
        }
    }
}

/// Returns the nearest layer whose file of a language has a message.
fn layer_with<'a>(tree: &SourceTree, layers: &'a [String], lang: Lang, key: &str) -> &'a str {
    let has = |layer: &&String| {
        let path = RelPath::of(format!("{FOLDER}/{layer}/messages/{lang}.yaml"));
        let root = yaml::node(tree, &path);
        let mut node = root.as_ref().and_then(|root| root.child("text"));
        for step in key.split('.') {
            node = node.and_then(|(_, node)| node.child(step));
        }
        node.is_some()
    };
    layers.iter().find(has).or(layers.last()).map_or(BUILT_IN, String::as_str)
}

/// Returns every template of every layer: `themes/bulletin/templates/issue.html` is `bulletin/issue.html`.
fn templates(tree: &SourceTree, layers: &[String], found: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for layer in layers {
        let folder = format!("{FOLDER}/{layer}/templates");
        for path in tree.under(&folder) {
            match tree.checked_text(path) {
                Ok(text) => {
                    let file = &path.as_str()[folder.len() + 1..];
                    templates.push((format!("{layer}/{file}"), text.to_owned()));
                }
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
    }
    templates
}

/// Returns the file of a template by its full name.
pub fn template_path(name: &str) -> Option<RelPath> {
    let (layer, file) = name.split_once('/')?;
    RelPath::new(&format!("{FOLDER}/{layer}/templates/{file}")).ok()
}

/// Returns whether a file of the project is one of the styles of a theme.
pub fn is_style(path: &RelPath) -> bool {
    matches!(path.as_str().split('/').collect::<Vec<_>>()[..], [FOLDER, _, STYLES, ..])
}

/// Returns the style sheets of a theme, those that are joined and those that are published as they are.
fn style_sheets<'a>(tree: &'a SourceTree, layers: &[String]) -> StyleSheets<'a> {
    let paths = [STYLES, STATIC].into_iter().flat_map(|folder| nearest_files(tree, layers, folder).into_values());
    let sheets = paths.filter(|path| path.as_str().ends_with(".css"));
    sheets.filter_map(|path| Some((path, StyleSheet::read(tree.text(path.as_str())?)))).collect()
}

/// Returns the files of a folder of the theme by their names in it, each from the nearest layer that has it.
fn nearest_files<'a>(tree: &'a SourceTree, layers: &[String], folder: &str) -> BTreeMap<&'a str, &'a RelPath> {
    let mut files = BTreeMap::new();
    for layer in layers {
        let prefix = format!("{FOLDER}/{layer}/{folder}");
        for path in tree.under(&prefix) {
            files.entry(&path.as_str()[prefix.len() + 1..]).or_insert(path);
        }
    }
    files
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
