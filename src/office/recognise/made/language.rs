//! The language of a document that gongkai made: its words, and dates and units as the document sets them.

use iso_currency::Currency;

use super::printed;
use crate::office::report::{Certainty, Report};
use crate::say;
use crate::site::formats::DOCUMENT_MESSAGES;
use crate::source::SourceTree;
use crate::text::locale::{Locale, Messages, OwnUnit, UnitKind, UnitRule};
use crate::theme::{self, ThemeRequest};
use crate::value::Lang;

/// How many units of its own a document may have: every figure that somebody edited is laid beside all of them.
const MOST_UNITS: usize = 100;

/// Lets a language set dates as the document does, whose theme may do it otherwise, and figures in the units of its notice.
pub(super) fn set_rules(locale: &mut Locale, words: &[(String, String)]) {
    let rules = &mut locale.rules;
    for (name, text) in words {
        match name.split_once(' ').unwrap_or((name, "")) {
            ("date", "year") => rules.dates.year.clone_from(text),
            ("date", "month") => rules.dates.month.clone_from(text),
            ("date", "day") => rules.dates.day.clone_from(text),
            ("date", "months") => rules.dates.months = text.split('|').map(str::to_owned).collect(),
            ("message", key) if DOCUMENT_MESSAGES.contains(&key) => {
                let text = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
                text.into_iter().for_each(|text| lay_over(&mut locale.messages, key, text));
            }
            ("shown-in", _) => rules.shown_in = Some(text.clone()),
            ("currency", code) if Currency::from_code(code).is_some() && !rules.units.contains_key(code) => {
                rules.take_currency(code);
            }
            _ => {}
        }
    }
    let own = words.iter().filter_map(|(name, text)| Some((name.strip_prefix("own-unit ")?, OwnUnitWords::read(text))));
    let own: Vec<(&str, OwnUnitWords)> = own.take(MOST_UNITS).collect();
    rules.take_units(own.iter().map(|(code, unit)| unit.of(code)));
}

/// Lets a message be written as the document writes it.
fn lay_over(messages: &mut Messages, key: &str, text: &str) {
    let nested = key.rsplit('.').fold(serde_json::Value::from(text), |inner, name| serde_json::json!({ name: inner }));
    messages.lay_over(nested);
}

/// A unit of the notice's own, as the words of a document have it.
struct OwnUnitWords {
    kind: UnitKind,
    pub(super) words: UnitRule,
}

impl OwnUnitWords {
    pub(super) fn read(text: &str) -> OwnUnitWords {
        let (mut kind, mut words) = (UnitKind::default(), UnitRule::default());
        for (name, word) in printed::lines(text) {
            let some = || Some(word.to_owned());
            match name {
                "kind" => kind = UnitKind::of(word).unwrap_or_default(),
                "prefix" => word.clone_into(&mut words.prefix),
                "suffix" => word.clone_into(&mut words.suffix),
                "one" => words.one = some(),
                "two" => words.two = some(),
                "few" => words.few = some(),
                "many" => words.many = some(),
                _ => {}
            }
        }
        OwnUnitWords { kind, words }
    }

    fn of<'a>(&'a self, code: &'a str) -> OwnUnit<'a> {
        OwnUnit { code, kind: self.kind, words: Some(&self.words), converts: None }
    }
}

/// Returns the words of a language, those of English where gongkai has none.
pub(super) fn words_of(lang: Lang, report: &mut Report) -> Option<Locale> {
    let tree = theme::with_built_in(SourceTree::default());
    let of = |lang: Lang| {
        theme::layer(&tree, &ThemeRequest::built_in(&[lang])).value.map(|theme| theme.locale(lang).clone())
    };
    of(lang).or_else(|| {
        let message = say!(
            "gongkai 自己没有语言“{lang}”的用语，日期等只读到数字写法的；请把原通报的 themes/ 文件夹一并复制过来",
            "gongkai has no words of its own in `{lang}`, so only dates in digits were read; copy the folder themes/ of the notice as well"
        );
        report.say(Certainty::NotUnderstood, message);
        of(Lang::new("en"))
    })
}
