//! Keys that no record has, with the one that is meant.

use super::super::comparison::Comparison;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::UNKNOWN_KEY;
use crate::source::yaml::meant;
use crate::source::yaml::node::{Key, Node, NodeKind};
use crate::source::yaml::shape::Keys;

impl Comparison<'_> {
    /// Reports an unknown key; returns the key that is meant.
    pub(super) fn unknown<'k>(&mut self, key: &Key, value: &Node, keys: &'k Keys) -> Option<&'k str> {
        let name = &key.text;
        let known: Vec<(&str, &str)> = keys.known.iter().map(|known| (known.name.as_str(), &*known.zh)).collect();
        let meant = meant::key(name, &known);
        let listed = known.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let with_words =
            |(name, zh): &(&str, &str)| if zh.is_empty() { (*name).to_owned() } else { format!("{name}（{zh}）") };
        let list = known.iter().map(with_words).collect::<Vec<_>>().join("、");
        let help = match meant {
            Some(meant) if meant::plain(name) == meant => {
                say!("键不加引号，用半角字母：请写成 {meant}: …", "a key has no such marks: write {meant}: …")
            }
            Some(meant) if name.is_ascii() => say!("是不是“{meant}”？", "did you mean `{meant}`?"),
            Some(meant) => {
                say!("键用英文：请把“{name}”改为“{meant}”", "keys are in English: write `{meant}` for `{name}`")
            }
            None => match number_of(value).filter(|_| known.iter().any(|(name, _)| *name == "figures")) {
                Some(number) => say!(
                    "数字写在 figures 下：figures: [{{id: {name}, label: {{zh: 名称}}, value: {number}, unit: piece}}]；这里可用的键有：{list}",
                    "a number goes under figures: `figures: [{{id: {name}, label: {{en: Label}}, value: {number}, unit: piece}}]`; keys allowed here: {listed}"
                ),
                None => say!("这里可用的键有：{list}", "keys allowed here: {listed}"),
            },
        };
        let message = say!("没有“{name}”这个键", "there is no key `{name}`");
        self.found.push(Diagnostic::of(UNKNOWN_KEY, self.span(key.range.clone()), message).help(help));
        meant
    }
}

/// Returns what a value says if it is a number.
fn number_of(value: &Node) -> Option<&str> {
    match &value.kind {
        NodeKind::Scalar { text, plain: true } => text.parse::<u64>().ok().map(|_| text.as_str()),
        _ => None,
    }
}
