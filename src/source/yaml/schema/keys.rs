//! Keys: unknown, missing, or left behind by a comma that cut a text.

mod commas;
mod unknown;

use super::super::meant;
use super::super::node::{Key, Node, duplicate};
use super::super::shape::{Expected, Keys, KnownKey, Others};
use super::comparison::Comparison;
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::source::{MISSING_KEY, UNKNOWN_LANGUAGE};
use crate::value::Lang;

impl Comparison<'_> {
    pub(super) fn mapping(&mut self, node: &Node, entries: &[(Key, Node)], keys: &Keys, owner: Option<&str>) {
        let mut meant: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some((key, value)) = entries.get(at) {
            let pieces = entries[at + 1..].iter().take_while(|(key, value)| self.is_piece(key, value)).count();
            let behind = &entries[at + 1..=at + pieces];
            at += 1 + pieces;
            if self.is_piece(key, value) && self.full_width_colon(key, keys) {
                meant.extend(keys.required.iter().map(String::as_str).filter(|name| key.text.starts_with(name)));
                continue;
            }
            if let Some((last, _)) = behind.last() {
                self.cut(key, value, last, keys);
                continue;
            }
            match (keys.known.iter().find(|known| known.name == key.text), &keys.others) {
                (Some(known), _) => self.node(value, &known.shape, Some(&key.text)),
                (None, Others::None) => meant.extend(self.unknown(key, value, keys)),
                (None, Others::Each(shape)) => self.node(value, shape, Some(&key.text)),
                (None, Others::EachLanguage(_)) if Lang::of(&key.text).is_none() => self.no_language(key),
                (None, Others::EachLanguage(shape)) => {
                    self.language_twice(key, entries);
                    self.node(value, shape, Some(&key.text));
                    self.whole_quotation(&key.text, value, owner);
                }
                (None, Others::Anything) => {}
            }
        }
        for required in &keys.required {
            if !entries.iter().any(|(key, _)| key.text == *required) && !meant.contains(&required.as_str()) {
                self.missing(node, required, keys);
            }
        }
    }

    /// `{zh-Hant: 甲, zh-hant: 乙}`: one language, written in two ways.
    fn language_twice(&mut self, key: &Key, entries: &[(Key, Node)]) {
        let before = entries.iter().take_while(|(other, _)| other.range != key.range);
        if let Some((first, _)) = before.into_iter().find(|(other, _)| Lang::of(&other.text) == Lang::of(&key.text)) {
            self.found.push(duplicate(self.path, key, first.range.clone()));
        }
    }

    fn no_language(&mut self, key: &Key) {
        let name = &key.text;
        let place = self.span(key.range.clone());
        let message = say!("“{name}”不是语言代码", "`{name}` is not a language code");
        let help = say!("请写 zh、en、zh-Hant 这样的代码", "write a code such as zh, en or zh-Hant");
        self.found.push(Diagnostic::of(UNKNOWN_LANGUAGE, place, message).help(help));
    }

    fn missing(&mut self, node: &Node, name: &str, keys: &Keys) {
        let known = keys.known.iter().find(|known| known.name == name);
        let start = node.range().start;
        let help = match known.map(|known| &known.shape.expected) {
            Some(Expected::Word(words) | Expected::OpenWord(words)) => {
                let list = words.iter().map(meant::ExpectedWord::explained).collect::<Vec<_>>().join("、");
                let listed = words.iter().map(|word| &*word.word).collect::<Vec<_>>().join(", ");
                say!("请加上“{name}: …”，可用的词有：{list}", "add `{name}: …`, one of: {listed}")
            }
            _ => described(name, known),
        };
        self.found.push(
            Diagnostic::of(MISSING_KEY, self.span(start..start), say!("缺少“{name}”", "`{name}` is missing"))
                .help(help),
        );
    }
}

/// Returns the key with what it means: descriptions are in Chinese up to the first capital letter after a full stop.
fn described(name: &str, known: Option<&KnownKey>) -> Message {
    let description = known.map_or("", |known| &known.description);
    let end = description.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let (zh, en) = description.split_at(end);
    let en = en.trim();
    say!("请加上“{name}: …”。{zh}", "add `{name}: …`. {en}")
}
