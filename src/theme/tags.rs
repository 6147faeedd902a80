//! A file of messages says of itself which language it is in: browsers read pages out by its tag, and readers choose a
//! language by its name.

use super::{BUILT_IN, FOLDER, MESSAGES_LANGUAGE};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::text::locale::Locale;
use crate::value::{Lang, RelPath};

/// Returns what is wrong with the tags and names of the languages: a copied file that still calls itself by the
/// language it was copied from.
pub(super) fn check(tree: &SourceTree, layers: &[String], locales: &[Locale]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, locale) in locales.iter().enumerate() {
        let (lang, language) = (locale.lang, &locale.rules.language);
        if primary(&language.tag) != primary(lang.code()) {
            let tag = &language.tag;
            let message = say!(
                "这是“{lang}”的用语文件，语言标签却是 {tag}",
                "these are the messages in `{lang}`, but their tag is `{tag}`"
            );
            let help = say!("请写 tag: {lang}", "write `tag: {lang}`");
            found.push(Diagnostic::of(MESSAGES_LANGUAGE, place(tree, layers, lang, "tag"), message).help(help));
        }
        if let Some(other) = locales[..at].iter().find(|other| other.rules.language.name == language.name) {
            let (name, other) = (&language.name, other.lang);
            let message = say!(
                "“{lang}”和“{other}”的名称都是“{name}”，读者分不清",
                "`{lang}` and `{other}` are both called “{name}”; readers cannot tell them apart"
            );
            let help = say!(
                "name 写这种语言自己的叫法，如 Français",
                "let `name` be what the language calls itself, as Français"
            );
            found.push(Diagnostic::of(MESSAGES_LANGUAGE, place(tree, layers, lang, "name"), message).help(help));
        }
    }
    found
}

/// Returns the language of a tag, without script and region, in small letters.
fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// Returns where the nearest layer states a key of a language.
fn place(tree: &SourceTree, layers: &[String], lang: Lang, key: &str) -> Place {
    let file = |layer: &str| RelPath::of(format!("{FOLDER}/{layer}/messages/{lang}.yaml"));
    let stated = |layer: &String| {
        let path = file(layer);
        let root = yaml::node(tree, &path)?;
        let (_, language) = root.child("language")?;
        let (_, value) = language.child(key)?;
        Some(Place::span(&path, value.range()))
    };
    let nearest = || file(layers.first().map_or(BUILT_IN, String::as_str));
    layers.iter().find_map(stated).unwrap_or_else(|| Place::File(nearest()))
}
