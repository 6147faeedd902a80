//! How figures are read back out of text: the words of a language beside them, and for what is claimed.

mod claim_words;
mod derived;
mod figure_words;
mod time_words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::wordmap::WordMap;
use crate::value::Hedge;
use claim_words::{ClaimWords, PolarityWords, ShortfallWords};
use figure_words::{HalfWords, OrderWords, TrendWords};
use time_words::{AroundWords, DecadeWords};

pub(super) use derived::Derived;
pub use time_words::{Around, ClockWords};

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
