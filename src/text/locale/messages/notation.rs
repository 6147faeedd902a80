//! How numbers and dates are set in a language.

use schemars::JsonSchema;
use serde::Deserialize;

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
