//! Keys: unknown, missing, or left behind by a comma that cut a text.

use super::super::meant;
use super::super::node::{Key, Node, NodeKind, duplicate};
use super::super::shape::{Expected, Keys, KnownKey, Others, Scalar};
use super::comparison::Comparison;
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::source::{MISSING_KEY, UNKNOWN_KEY, UNKNOWN_LANGUAGE, WRONG_VALUE};
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

    /// Returns whether a comma left this key behind: it has neither colon nor value.
    fn is_piece(&self, key: &Key, value: &Node) -> bool {
        value.is_null() && value.range().is_empty() && key.is_bare(self.file)
    }

    /// `{zh：甲}`: one key in place of a key and its value.
    fn full_width_colon(&mut self, key: &Key, keys: &Keys) -> bool {
        let Some((name, rest)) = key.text.split_once('：') else { return false };
        let name = name.trim();
        let is_known = keys.known.iter().any(|known| known.name == name) || Lang::of(name).is_some();
        if is_known {
            let at = self.file[key.range.clone()].find('：').map_or(key.range.start, |at| key.range.start + at);
            self.found.push(
                Diagnostic::of(
                    WRONG_VALUE,
                    self.span(at..at + '：'.len_utf8()),
                    say!("“{name}”后面是全角冒号“：”", "the colon after `{name}` is a full-width one"),
                )
                .help(say!(
                    "请改为半角冒号，后面空一格：{name}: {rest}",
                    "write a plain colon and a space: {name}: {rest}"
                )),
            );
        }
        is_known
    }

    /// `{value: 1,476,000}` or `{zh: 甲, 乙}`: a comma within braces ends a value.
    fn cut(&mut self, key: &Key, value: &Node, last: &Key, keys: &Keys) {
        let range = value.range().start..last.range.end;
        let written = &self.file[range.clone()];
        let name = &key.text;
        let shape = keys.known.iter().find(|known| known.name == *name).map(|known| &known.shape.expected);
        let number = meant::number(written).filter(|_| !written.contains(char::is_alphabetic));
        match (shape, number) {
            (Some(Expected::Scalar(Scalar::Decimal | Scalar::Integer(..))), Some(number)) => self.wrong_at(
                range,
                Some(name),
                say!("“{written}”里有千分位逗号", "`{written}` has thousands separators"),
                say!("请写成 {name}: {number}", "write {name}: {number}"),
            ),
            (Some(Expected::List(..)), _) => self.wrong_at(
                range,
                Some(name),
                say!("这里要写一个列表", "a list is expected here"),
                say!("请加上半角方括号：{name}: [{written}]", "put it in square brackets: {name}: [{written}]"),
            ),
            _ => {
                let text = self.file[last.range.clone()].trim();
                self.wrong_at(
                    range,
                    Some(name),
                    say!(
                        "半角逗号断开了这段文字，“{text}”不会公布",
                        "a comma cuts this text: `{text}` is not published"
                    ),
                    say!(
                        "请给整段文字加引号：{name}: \"{written}\"；中文里的逗号写成“，”",
                        "put the whole text in quotes: {name}: \"{written}\""
                    ),
                );
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

    /// Reports an unknown key; returns the key that is meant.
    fn unknown<'k>(&mut self, key: &Key, value: &Node, keys: &'k Keys) -> Option<&'k str> {
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

/// Returns what a value says if it is a number.
fn number_of(value: &Node) -> Option<&str> {
    match &value.kind {
        NodeKind::Scalar { text, plain: true } => text.parse::<u64>().ok().map(|_| text.as_str()),
        _ => None,
    }
}
