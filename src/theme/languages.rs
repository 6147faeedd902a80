//! The languages of a theme: the messages files of all its layers, laid over each other.

use std::collections::BTreeSet;

use super::{BUILT_IN, FOLDER, MISSING_MESSAGE, NO_MESSAGES};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::{SourceTree, yaml};
use crate::text::locale::{Locale, MessagesRecord};
use crate::value::{Lang, RelPath};

/// Returns the language with the files of all layers laid over each other: first those of the languages that it is a
/// form of, each from the last layer on.
pub(super) fn locale(
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
pub(super) fn same_words(
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
