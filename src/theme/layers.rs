//! Which themes lie over each other: the one that is wanted, and those it extends.

use serde::Deserialize;

use super::{FOLDER, RECORD, ThemeRequest, UNKNOWN_THEME};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::say;
use crate::source::{SourceTree, yaml};
use crate::value::{RelPath, Text};

/// 外观。A theme.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct ThemeRecord {
    /// 在哪个外观的基础上修改。The theme that this one extends.
    extends: Option<Text>,
}

/// Returns the names of a theme and of those it extends, nearest first.
pub(super) fn layers(tree: &SourceTree, wanted: &ThemeRequest<'_>, found: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
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
