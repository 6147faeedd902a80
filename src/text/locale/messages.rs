//! A messages file: rules of a language, and its words.

mod catalogue;
mod language;
mod message;
mod notation;
mod reading;

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Locale;
use super::plural::Plural;
use super::unit::UnitRule;
use super::wording::{NamedWords, Wording};
use crate::value::{Decimal, Lang};
use language::Language;
use notation::Dates;
use reading::Derived;

pub use catalogue::Messages;
pub use language::Direction;
pub use message::{Argument, placeholders};
pub use notation::Numbers;
pub use reading::{Around, ClockWords, Reading};

/// 语言文件。A messages file of a theme.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MessagesRecord {
    /// 语言。The language.
    language: Language,
    /// 数字。Numbers.
    numbers: Numbers,
    /// 日期。Dates.
    dates: Dates,
    /// 约数：over、nearly、about。Patterns for figures that are not exact.
    approximations: BTreeMap<String, String>,
    /// 单位。Units by code.
    units: BTreeMap<String, UnitRule>,
    /// 怎样从文字里读出数字。How figures are read back out of text.
    #[serde(default)]
    reading: Reading,
    /// 检查的种类（巡视、审计……）和有关的用语。Kinds of scrutiny by id, with the words that go with each.
    #[serde(default)]
    kinds: BTreeMap<String, NamedWords>,
    /// 发现的事项叫什么（问题、建议……）。What one of the things found is called, by id.
    #[serde(default)]
    nouns: BTreeMap<String, NamedWords>,
    /// 怎样处理（整改、落实、办理……）。What is done about them, by id.
    #[serde(default)]
    works: BTreeMap<String, NamedWords>,
    /// 页面用语。The words of pages: texts, or plural forms, by key.
    text: Value,
}

/// How a language sets numbers, dates and units.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The language.
    pub language: Language,
    /// Numbers.
    pub numbers: Numbers,
    /// Dates.
    pub dates: Dates,
    /// Patterns for figures that are not exact.
    pub approximations: BTreeMap<String, String>,
    /// Units by code.
    pub units: BTreeMap<String, UnitRule>,
    /// How figures are read back out of text: most of what a language is, and the same wherever it is copied.
    pub reading: Arc<Reading>,
    /// Units of the notice that convert: the unit they are converted into, and how many of those one is.
    pub conversions: BTreeMap<String, (String, Decimal)>,
    /// On which scale the notice shows amounts of money.
    pub shown_in: Option<String>,
    /// Plural categories.
    pub plural: Plural,
}

impl Rules {
    /// Looks up again what follows from the rest.
    pub(super) fn derive(&mut self) {
        let derived = Derived::of(&self.reading, &self.dates.months, &self.units);
        Arc::make_mut(&mut self.reading).derived = derived;
    }
}

impl MessagesRecord {
    /// Returns the language that the file describes.
    pub fn into_locale(self, lang: Lang) -> Locale {
        let wording = Wording { kinds: self.kinds, nouns: self.nouns, works: self.works };
        let MessagesRecord { language, numbers, dates, approximations, units, mut reading, text, .. } = self;
        let mut read: BTreeMap<String, String> = (*reading.units).clone();
        for (code, rule) in &units {
            for word in &rule.read {
                read.entry(word.clone()).or_insert_with(|| code.clone());
            }
        }
        reading.units = read.into();
        let (plural, conversions) = (Plural::of(lang, language.has_singular), BTreeMap::new());
        let (reading, shown_in) = (Arc::new(reading), None);
        let mut rules =
            Rules { language, numbers, dates, approximations, units, reading, conversions, shown_in, plural };
        rules.derive();
        Locale { lang, rules, messages: Messages::of(text), wording: Arc::new(wording) }
    }
}
