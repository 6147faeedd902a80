//! A messages file: rules of a language, and its words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::plural::Plural;
use super::unit::UnitRule;
use super::wording::{NamedWords, Wording};
use super::wordmap::{CharSet, WordMap};
use super::{Locale, filled_by};
use crate::value::width::is_wide;
use crate::value::{Count, Decimal, Hedge, Lang, Trend};

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
    /// How figures are read back out of text.
    pub reading: Reading,
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
        self.reading.derived = Derived::of(&self.reading, &self.dates.months, &self.units);
    }
}

/// How figures are read back out of text.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What follows from the rest of the file.
    #[serde(skip)]
    pub(crate) derived: Derived,
    /// 是否有汉字数字。Whether Chinese numerals are numbers.
    #[serde(default)]
    pub han: bool,
    /// 四位数是否可以是年份。Whether four digits alone may be a year.
    #[serde(default)]
    pub bare_years: bool,
    /// 年份后的字。What stands after a year.
    pub year: Option<String>,
    /// 会计年度后的字，与年份后的不同的。What stands after a fiscal year, where it is something else.
    #[serde(default)]
    pub fiscal_year: Vec<String>,
    /// 月份后的字。What stands after a month.
    pub month: Option<String>,
    /// 日期后的字。What stands after a day.
    pub day: Option<String>,
    /// 数位，及 10 的几次方。Scale words with their power of ten.
    #[serde(default)]
    pub scales: WordMap<u32>,
    /// 数词。Number words.
    #[serde(default)]
    pub words: BTreeMap<String, u32>,
    /// 数词中不计数的词，如 both。Words among them that do not count what follows.
    #[serde(default)]
    pub uncounted: Vec<String>,
    /// 序数词尾。Endings of ordinals.
    #[serde(default)]
    pub ordinals: Vec<String>,
    /// 量词，前面的汉字数字算作数。Counters that make a numeral before them a figure.
    #[serde(default)]
    pub counters: Vec<String>,
    /// 单位的写法，及单位代码。Units as they are written, with their codes.
    #[serde(default)]
    pub units: WordMap<String>,
    /// 以单位开头、却不是单位的词，如 周年。Words that begin like a unit and are none.
    #[serde(default)]
    pub counted: Vec<String>,
    /// 数字和单位之间可有的词，如 consecutive。Words that may stand between a number and its unit.
    #[serde(default)]
    pub between: Vec<String>,
    /// 整个算作数的词语，如 一半: 50 percent。Words that are a figure as a whole, with its value and unit.
    #[serde(default)]
    pub phrases: WordMap<String>,
    /// 固定的词语，其中的数字不是数量，如 第三方、八项规定。Fixed words: a numeral in them is no quantity.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// 紧跟日期、表示初（1）中（2）末（3）的词。Words directly after a date for its beginning (1), middle (2) or end (3).
    #[serde(default)]
    pub parts: WordMap<u32>,
    /// 分数中分母后的词，如 分之。What stands between denominator and numerator.
    pub share: Option<String>,
    /// 数字前的约数、界限词。Words before a figure that say how far it is exact.
    #[serde(default)]
    pub before: WordMap<Hedge>,
    /// 可与数字隔几个字的界限词，如 至少。Words of the same kind that may stand a few characters before the figure.
    #[serde(default)]
    pub near: WordMap<Hedge>,
    /// 数字和单位之间的约数词。Words between a figure and its unit that say how far it is exact.
    #[serde(default)]
    pub after: WordMap<Hedge>,
    /// 数字和单位后的约数、界限词。Words after a figure and its unit that say how far it is exact.
    #[serde(default)]
    pub behind: WordMap<Hedge>,
    /// 表示增减、高低的词。Words for which way a figure moved.
    #[serde(default)]
    pub trend: TrendWords,
    /// 相互排斥的词，不在数字旁的也算：先按说的是什么，再按怎么说，如 `moves` 之下 `up` 写增长，`down` 写下降；词尾写 ~ 的可以印证另一种语言，自己不引起提示。Words that exclude each other, wherever they stand, by what they are about and what they say of it; one that ends in `~` may bear out the other language, and is never reported itself.
    #[serde(default)]
    pub contrasts: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// 年代的词，如 年代、1990s 的 s；和世纪的词。What stands behind the first year of ten, and behind the number of a century.
    #[serde(default)]
    pub decades: DecadeWords,
    /// 罗马数字前的词，如 Volume。Words behind which a number stands in Roman letters.
    #[serde(default)]
    pub roman: Vec<String>,
    /// 表示在日期以前、以后的词。Words that say whether something is before a date or after it.
    #[serde(default)]
    pub around: AroundWords,
    /// 数字和单位之间表示一半的词，如 and a half。What stands behind a number or its unit and adds a half.
    #[serde(default)]
    pub halves: HalfWords,
    /// 序数的说法，如 第二、second。How a place in an order is said.
    #[serde(default)]
    pub order: OrderWords,
    /// 范围两端之间的词，如 至。Words between the ends of a range.
    #[serde(default)]
    pub ranges: Vec<String>,
    /// 并列的词，如 和；前面的数与后面的数同单位。Words after a number that leaves its unit to the next.
    #[serde(default)]
    pub joins: Vec<String>,
    /// 钟点。Times of day.
    #[serde(default)]
    pub clock: ClockWords,
    /// 月份名称前的词，用来分辨 May。Words before the name of a month that may also be another word.
    #[serde(default)]
    pub before_months: Vec<String>,
    /// 肯定和否定，用来看各语言是否说反。Whether something is so, to see whether the languages contradict each other.
    #[serde(default)]
    pub polarity: PolarityWords,
    /// 标题一类不成句的文字怎样说不足，用来看各语言是否说反。How a title says that something falls short, to see whether the languages contradict each other.
    #[serde(default)]
    pub shortfall: ShortfallWords,
    /// 是否说已经整改完，用来与状态对照。What is claimed of a matter, to be compared with its status.
    #[serde(default)]
    pub claims: ClaimWords,
    /// 季度、旬等和年月之间的词，如 of。Words between a quarter, half or part of a month and its year or month.
    #[serde(default)]
    pub of: Vec<String>,
    /// 表示月底、年底的词。Words that make a month or a year its last day.
    #[serde(default)]
    pub ends: Vec<String>,
    /// 数据名称里指代别处的词，如 上述；含有它们却不指代的写 false，如 应该。Words of a label that point at another figure; `false` for words that contain one and do not.
    #[serde(default)]
    pub pointing: WordMap<bool>,
}

/// What is looked up for every number or word, once the file is read.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Derived {
    /// What names of months begin with.
    pub(crate) months: Vec<char>,
    /// What phrases, fixed words, scale words and parts of dates begin with.
    pub(crate) initials: CharSet,
    /// Fixed words, to be found by what they begin with.
    pub(crate) fixed: WordMap<()>,
    /// Units that may stand before a number, with their codes, and what else the formatter sets there, without.
    pub(crate) prefixes: WordMap<String>,
    /// Names of currencies that may stand before a number without being units there: 港币 in 港币5万元.
    pub(crate) currencies: WordMap<String>,
}

impl Derived {
    fn of(reading: &Reading, months: &[String], units: &BTreeMap<String, UnitRule>) -> Derived {
        let is_prefix =
            |word: &str| word.chars().all(|c| c.is_ascii_uppercase() || !c.is_alphanumeric()) && !word.contains('%');
        let set = units.values().map(|rule| (rule.prefix.trim(), "")).filter(|(prefix, _)| !prefix.is_empty());
        let read = reading.units.iter().filter(|(word, _)| is_prefix(word));
        let prefixes = set.chain(read.map(|(word, code)| (word.as_str(), code.as_str())));
        let is_currency = |(word, code): &(&String, &String)| {
            let is_name = word.chars().count() > 1 && word.chars().all(is_wide);
            is_name && units.get(*code).is_some_and(|rule| rule.scale)
        };
        let currencies = reading.units.iter().filter(is_currency).map(|(word, code)| (word.clone(), code.clone()));
        let mut months: Vec<char> = months.iter().filter_map(|month| month.chars().next()).collect();
        months.sort_unstable();
        months.dedup();
        let prefixes = prefixes.map(|(word, code)| (word.to_owned(), code.to_owned()));
        let words = reading.phrases.keys().chain(&reading.fixed);
        let words = words.chain(reading.scales.keys()).chain(reading.parts.keys());
        let fixed: BTreeMap<String, ()> = reading.fixed.iter().map(|word| (word.clone(), ())).collect();
        Derived {
            months,
            initials: words.filter_map(|word| word.chars().next()).collect(),
            fixed: fixed.into(),
            prefixes: prefixes.collect::<BTreeMap<_, _>>().into(),
            currencies: currencies.collect::<BTreeMap<_, _>>().into(),
        }
    }
}

/// Words for which way a figure moved.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrendWords {
    /// 数字前、同一分句里。Before the figure, in its clause.
    #[serde(default)]
    pub before: WordMap<Trend>,
    /// 紧靠数字前。Directly before the figure.
    #[serde(default)]
    pub beside: WordMap<Trend>,
    /// 紧靠数字和单位后。Directly after the figure and its unit.
    #[serde(default)]
    pub behind: WordMap<Trend>,
}

/// Words for ten years.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecadeWords {
    /// 年代。Behind the first year, in two digits or four.
    pub behind: Option<String>,
    /// 世纪。Behind the number of the century, before the year.
    pub century: Option<String>,
}

/// Words that say on which side of a date something lies.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AroundWords {
    /// 紧靠日期前。Directly before the date.
    #[serde(default)]
    pub before: WordMap<Around>,
    /// 紧靠日期后。Directly behind the date.
    #[serde(default)]
    pub behind: WordMap<Around>,
}

/// On which side of a date something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Around {
    /// 以前、截至。Before it, or not later.
    Before,
    /// 以后、起。After it, or from it on.
    After,
    /// 前后。About then, or nothing of the kind.
    Either,
}

/// Words that add a half.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HalfWords {
    /// 数字后、单位前，如 and a half、个半。Between a number and its unit.
    #[serde(default)]
    pub between: Vec<String>,
    /// 单位后，如 两年半的半。Behind the unit.
    #[serde(default)]
    pub behind: Vec<String>,
}

/// Words for places in an order.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderWords {
    /// 数词前，如 第。Directly before the numeral.
    #[serde(default)]
    pub before: Vec<String>,
    /// 数词后，如 届。Directly after the numeral.
    #[serde(default)]
    pub behind: Vec<String>,
    /// 本身就是序数的词，如 second。Words of `words` that are one by themselves.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Words of times of day.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockWords {
    /// 时、点。After the hour.
    #[serde(default)]
    pub hour: Vec<String>,
    /// 分。After the minute.
    #[serde(default)]
    pub minute: Vec<String>,
    /// 上午。Before noon.
    #[serde(default)]
    pub morning: Vec<String>,
    /// 下午。After noon.
    #[serde(default)]
    pub afternoon: Vec<String>,
}

/// Words for whether something is so. A word that ends in `*` is the beginning of a word.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolarityWords {
    /// 否定的词。Words that deny.
    pub denied: Vec<String>,
    /// 其他语言可能用否定来说的词。Words that another language may render by a denial.
    #[serde(default)]
    pub perhaps: Vec<String>,
    /// 表示还没有完的词。Words that leave something open.
    #[serde(default)]
    pub open: Vec<String>,
    /// 不许、不能的词，如 不得；一句里连着说几次，其他语言可能只说一次。Words that forbid; another language may say once what a sentence says several times.
    #[serde(default)]
    pub barred: Vec<String>,
    /// 说明已经停止的词，如 不再；“仍”与它相反。Words that say that something has ended, which those that leave something open contradict.
    #[serde(default)]
    pub ended: Vec<String>,
    /// 看似否定、其实不是的词。Words that only look like denials.
    #[serde(default)]
    pub neither: Vec<String>,
}

/// Words for what falls short, in titles and whatever else is no sentence. A word that ends in `*` is the beginning of a word.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShortfallWords {
    /// 说明不足的词；其他语言的标题须有相应的说法。Words that say so, for which a title in another language must have one.
    #[serde(default)]
    pub said: Vec<String>,
    /// 与它们相应的其他词，如 弱、突出。What else may render them.
    #[serde(default)]
    pub perhaps: Vec<String>,
    /// 看似不足、其实不是的词。Words that only look like it.
    #[serde(default)]
    pub neither: Vec<String>,
}

/// Words for how far a matter has come. A word that ends in `*` is the beginning of a word.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimWords {
    /// 全部。All of it.
    #[serde(default)]
    pub whole: Vec<String>,
    /// 已经做了。Done.
    #[serde(default)]
    pub done: Vec<String>,
    /// 已经全部完成。Finished altogether.
    #[serde(default)]
    pub finished: Vec<String>,
    /// 尚未完成。Not finished.
    #[serde(default)]
    pub unfinished: Vec<String>,
    /// 只是一部分。Only some of it.
    #[serde(default)]
    pub partial: Vec<String>,
}

/// A language's name and typographic habits.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// 语言标签，如 zh-CN。The tag for `lang` attributes.
    pub tag: String,
    /// 本语言的名称，如 中文。Its own name for itself.
    pub name: String,
    /// 是否按东亚文字排版。Whether text is set by East Asian rules.
    #[serde(default)]
    pub east_asian: bool,
    /// 是否区分单复数；Unicode CLDR 有规则的语言按它的规则。Whether one thing has a form of its own; a language that Unicode CLDR knows goes by its rules.
    #[serde(default)]
    pub has_singular: bool,
    /// 书写方向：ltr 从左到右，rtl 从右到左；不写的，按语言标签。Direction of writing; where it is not stated, that of the tag.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// 机构名称前的冠词。The article before the name of a body.
    #[serde(default)]
    pub article: Article,
}

impl Language {
    /// Returns the direction in which it is written.
    pub fn direction(&self) -> Direction {
        let of_tag = || match self.tag.parse::<LanguageIdentifier>().map(|tag| tag.character_direction()) {
            Ok(CharacterDirection::RTL) => Direction::Rtl,
            _ => Direction::Ltr,
        };
        self.direction.unwrap_or_else(of_tag)
    }
}

/// The article that the name of a body takes within a sentence: the Audit Office.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// 冠词，连同后面的空格。The article with the space after it.
    pub word: String,
    /// 以这些词开头的名称不加冠词。Names that begin with one of these words take none.
    #[serde(default)]
    pub none_before: Vec<String>,
    /// 以这些词结尾的名称不加冠词。Names that end with one of these words take none.
    #[serde(default)]
    pub none_behind: Vec<String>,
}

impl Article {
    /// Returns a name with its article.
    pub fn set(&self, name: &str) -> String {
        let is_in = |list: &[String], word: Option<&str>| {
            word.is_some_and(|word| list.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let mut words = name.split_whitespace();
        let (first, last) = (words.clone().next(), words.next_back());
        let is_bare = is_in(&self.none_before, first) || is_in(&self.none_behind, last);
        if is_bare { name.to_owned() } else { format!("{}{name}", self.word) }
    }
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 从左到右。From left to right.
    Ltr,
    /// 从右到左。From right to left.
    Rtl,
}

impl Direction {
    /// Returns the value of the attribute `dir`.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// How numbers are set.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// 千分位分隔符。Between groups of three digits; may be empty.
    pub group: String,
    /// 小数点。Before decimals.
    pub point: String,
    /// 百分比，如 {number}%。Pattern of a rate.
    pub percent: String,
    /// 没有数值时。What stands where there is no number.
    pub none: String,
    /// 数位，从大到小。Scale words, largest first.
    pub scales: Vec<Scale>,
}

/// A scale word.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// 10 的几次方。The power of ten.
    pub power: u32,
    /// 文字，如 万。The word after the number, with its space if it has one.
    pub word: String,
    /// 计数单位最多保留几位小数。Decimal places that a count may keep on this scale.
    #[serde(default)]
    pub places: u32,
}

/// Patterns of dates.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// 年。A year.
    pub year: String,
    /// 年月。A month.
    pub month: String,
    /// 年月日。A day.
    pub day: String,
    /// 月份名称，可省略。Names of months; numbers if there are none.
    #[serde(default)]
    pub months: Vec<String>,
    /// 季度，如 {year}年{part}。A quarter; without it, quarters stand as in the records.
    pub quarter: Option<String>,
    /// 四个季度的名称。Names of the quarters.
    #[serde(default)]
    pub quarters: Vec<String>,
    /// 半年，如 {year}年{part}。Half a year.
    pub half: Option<String>,
    /// 上半年、下半年的名称。Names of the halves.
    #[serde(default)]
    pub halves: Vec<String>,
    /// 旬，如 {year}年{month}月{part}。A part of a month.
    pub third: Option<String>,
    /// 上旬、中旬、下旬的名称。Names of the beginning, the middle and the end of a month.
    #[serde(default)]
    pub thirds: Vec<String>,
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
        let shown_in = None;
        let mut rules =
            Rules { language, numbers, dates, approximations, units, reading, conversions, shown_in, plural };
        rules.derive();
        Locale { lang, rules, messages: Messages { root: text }, wording }
    }
}

/// The words of a language, by keys such as `nav.home`.
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    root: Value,
}

/// What fills a gap in a message.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A count, set by the language's rules; an argument named `n` also chooses singular or plural.
    Count(u64),
    /// A number of issues by their status, set with what it rests on: where the message says `{n_basis}`, else after
    /// the number.
    Issues(Count),
    /// A text, set as it is.
    Text(&'a str),
}

/// One message.
#[derive(Clone, Copy, Debug)]
pub(super) struct MessageForms<'a>(&'a Value);

/// Lays one tree over another: maps are merged key by key, anything else is replaced.
fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over,
    }
}

impl Messages {
    /// Messages as a tree of texts and plural forms.
    pub fn of(root: Value) -> Messages {
        Messages { root }
    }

    /// Lays other words over these.
    pub fn lay_over(&mut self, words: Value) {
        merge(&mut self.root, words);
    }

    /// Returns all messages as a tree, for templates.
    pub fn tree(&self) -> &Value {
        &self.root
    }

    pub(super) fn tree_mut(&mut self) -> &mut Value {
        &mut self.root
    }

    pub(super) fn find(&self, key: &str) -> Option<MessageForms<'_>> {
        let mut value = &self.root;
        for step in key.split('.') {
            value = value.get(step)?;
        }
        (value.is_string() || value.get("other").is_some()).then_some(MessageForms(value))
    }

    /// Returns whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Returns every key that leads to a text, in order.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        collect(&self.root, "", &mut keys);
        keys
    }
}

/// Returns the places of a message: the names in curly brackets.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let name = |part: &'_ str| part.split_once('}').map(|(name, _)| name.len());
    text.match_indices('{').filter_map(move |(at, _)| {
        let rest = &text[at + 1..];
        name(rest).map(|length| &rest[..length]).filter(|name| !name.is_empty() && !name.contains(['{', ' ', '\n']))
    })
}

fn collect(value: &Value, key: &str, keys: &mut Vec<String>) {
    match value.as_object() {
        Some(map) if !map.contains_key("other") => {
            for (step, value) in map {
                collect(value, &if key.is_empty() { step.clone() } else { format!("{key}.{step}") }, keys);
            }
        }
        _ => keys.push(key.to_owned()),
    }
}

impl<'m> MessageForms<'m> {
    pub(super) fn as_written(self) -> &'m str {
        self.0.as_str().unwrap_or_default()
    }

    pub(super) fn set<'a>(self, locale: &Locale, arguments: &[(&str, Argument<'a>)]) -> String {
        let form = self.form(locale, arguments);
        if !form.contains('{') {
            return form.to_owned();
        }
        let form = agreed(form, locale, arguments);
        filled_by(&form, |place| {
            let argument =
                |name: &str| arguments.iter().find(|(known, _)| *known == name).map(|(_, argument)| argument);
            match (argument(place), place.strip_suffix("_basis").and_then(argument)) {
                (Some(Argument::Count(n)), _) => Some(locale.number(*n).into()),
                (Some(Argument::Text(text)), _) => Some((*text).into()),
                (Some(Argument::Issues(count)), _) => Some(match form.contains(&format!("{{{place}_basis}}")) {
                    true => locale.number(count.n).into(),
                    false => locale.count(*count).into(),
                }),
                (None, Some(Argument::Issues(count))) => Some(locale.basis(*count).into()),
                (None, _) => None,
            }
        })
    }

    /// Returns a place that no argument fills: it would be set as it is written.
    pub(super) fn unfilled(self, locale: &Locale, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let form = agreed(self.form(locale, arguments), locale, arguments);
        let fills = |place: &str| {
            arguments.iter().any(|(name, argument)| match argument {
                Argument::Issues(_) => place == *name || place.strip_suffix("_basis") == Some(name),
                _ => place == *name,
            })
        };
        placeholders(&form).find(|place| !fills(place)).map(str::to_owned)
    }

    /// Returns the form for the number that is called `n`.
    fn form(&self, locale: &Locale, arguments: &[(&str, Argument<'_>)]) -> &str {
        let number = || {
            arguments.iter().find_map(|(name, argument)| match argument {
                Argument::Count(n) | Argument::Issues(Count { n, .. }) if *name == "n" => Some(n.to_string()),
                _ => None,
            })
        };
        let number = if self.0.is_object() { number() } else { None };
        let form = number.and_then(|number| self.0.get(locale.rules.plural.category(&number)));
        form.or_else(|| self.0.get("other")).unwrap_or(self.0).as_str().unwrap_or_default()
    }
}

/// Returns whether an argument of a name takes the form for one.
fn is_one(locale: &Locale, arguments: &[(&str, Argument<'_>)], of: &str) -> bool {
    let is_one = |n: u64| locale.rules.plural.category(&n.to_string()) == "one";
    arguments.iter().any(|(name, argument)| match argument {
        Argument::Count(n) | Argument::Issues(Count { n, .. }) => *name == of && is_one(*n),
        Argument::Text(_) => false,
    })
}

/// Returns a form with its verbs agreed: `{completed|is|are}` is `is` where `completed` is one thing, else `are`.
fn agreed<'a>(form: &'a str, locale: &Locale, arguments: &[(&str, Argument<'_>)]) -> Cow<'a, str> {
    let Some(agreement) = Agreement::first(form) else { return form.into() };
    let Agreement { before, name, one, other, after } = agreement;
    let word = if is_one(locale, arguments, name) { one } else { other };
    format!("{before}{word}{}", agreed(after, locale, arguments)).into()
}

/// A word that agrees with an argument, `{NAME|ONE|OTHER}`, and the text around it.
struct Agreement<'a> {
    before: &'a str,
    name: &'a str,
    one: &'a str,
    other: &'a str,
    after: &'a str,
}

impl<'a> Agreement<'a> {
    fn first(text: &'a str) -> Option<Agreement<'a>> {
        let start = text[..text.find('|')?].rfind('{')?;
        let (choice, after) = text[start + 1..].split_once('}')?;
        let (name, words) = choice.split_once('|')?;
        let (one, other) = words.split_once('|')?;
        Some(Agreement { before: &text[..start], name, one, other, after })
    }
}
