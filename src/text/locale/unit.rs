//! How a unit stands beside its number, and how texts write it: one row.

use schemars::JsonSchema;
use serde::Deserialize;

/// How a unit stands beside its number, and how texts write it.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitRule {
    /// 数字之前。Before the number.
    #[serde(default)]
    pub prefix: String,
    /// 数字之后。After the number.
    #[serde(default)]
    pub suffix: String,
    /// 单数时。After a number of the plural category `one`.
    pub one: Option<String>,
    /// 双数时。After a number of the category `two`.
    pub two: Option<String>,
    /// 少数几个时。After a number of the category `few`.
    pub few: Option<String>,
    /// 多数时。After a number of the category `many`, and after a scale word.
    pub many: Option<String>,
    /// 是否总用数位（金额）。Whether a scale word is used whatever decimals it leaves, as for money.
    #[serde(default)]
    pub scale: bool,
    /// 从不用数位（百分比等）。Whether no scale word is ever used.
    #[serde(default)]
    pub plain: bool,
    /// 文字里的写法，用来读出数字。How texts write it, so that figures can be read back.
    #[serde(default)]
    pub read: Vec<String>,
}

/// What a unit counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// 计量。A measure: texts of all languages must give the same unit.
    #[default]
    Measure,
    /// 量词。A counter: languages count in ways of their own.
    Counter,
    /// 金额。Money, always on a scale.
    Money,
    /// 比率、名次。A share or a rank, never on a scale.
    Share,
}

impl UnitKind {
    /// Every kind with the word for it.
    const WORDS: [(UnitKind, &'static str); 4] = [
        (UnitKind::Measure, "measure"),
        (UnitKind::Counter, "counter"),
        (UnitKind::Money, "money"),
        (UnitKind::Share, "share"),
    ];

    /// Returns the word that records have for it.
    pub fn word(self) -> &'static str {
        UnitKind::WORDS.iter().find(|(kind, _)| *kind == self).map_or("measure", |(_, word)| word)
    }

    /// Returns the kind that records have this word for.
    pub fn of(word: &str) -> Option<UnitKind> {
        UnitKind::WORDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

impl UnitRule {
    /// Returns how it is written beside numbers, by the names that records have.
    pub fn written(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let always = [("prefix", Some(&self.prefix)), ("suffix", Some(&self.suffix))];
        let by_number = [("one", &self.one), ("two", &self.two), ("few", &self.few), ("many", &self.many)];
        let by_number = by_number.map(|(name, word)| (name, word.as_ref()));
        let all = always.into_iter().chain(by_number);
        all.filter_map(|(name, word)| Some((name, word?.as_str()))).filter(|(_, word)| !word.is_empty())
    }

    /// Returns what stands after a number of a plural category.
    pub(super) fn behind(&self, category: &str) -> &str {
        let form = match category {
            "one" => self.one.as_deref(),
            "two" => self.two.as_deref(),
            "few" => self.few.as_deref(),
            "many" => self.many.as_deref(),
            _ => None,
        };
        form.unwrap_or(&self.suffix)
    }

    /// Returns every word that stands beside a number of the unit, or is read for it.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let forms = [&self.one, &self.two, &self.few, &self.many].into_iter().filter_map(Option::as_deref);
        let set = [self.prefix.as_str(), self.suffix.as_str()].into_iter().chain(forms).map(str::trim);
        set.chain(self.read.iter().map(String::as_str)).filter(|word| !word.is_empty())
    }

    /// Returns the row of a notice: words of letters stand apart from the number, and what it leaves unsaid is that of
    /// the row before it.
    pub(super) fn in_notice(&self, kind: UnitKind, known: Option<&UnitRule>) -> UnitRule {
        let is_letter = |c: char| c.is_alphabetic() && c < '\u{2E80}';
        let behind = |text: &str| if text.starts_with(is_letter) { format!(" {text}") } else { text.to_owned() };
        let prefix = if self.prefix.ends_with(is_letter) { format!("{} ", self.prefix) } else { self.prefix.clone() };
        let form = |form: &Option<String>| form.as_deref().map(behind);
        let known_words = known.into_iter().flat_map(|known| known.read.iter());
        let set = UnitRule {
            prefix,
            suffix: behind(&self.suffix),
            one: form(&self.one),
            two: form(&self.two),
            few: form(&self.few),
            many: form(&self.many),
            ..UnitRule::default()
        };
        // A row that only says how texts write it leaves how it is set.
        let set = if set == UnitRule::default() { known.cloned().unwrap_or(set) } else { set };
        UnitRule {
            scale: self.scale || kind == UnitKind::Money || known.is_some_and(|known| known.scale),
            plain: self.plain || kind == UnitKind::Share || known.is_some_and(|known| known.plain),
            read: self.read.iter().chain(known_words).cloned().collect(),
            ..set
        }
    }
}
