//! Words beside a figure: which way it moved, a half more, a place in an order.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::locale::wordmap::WordMap;
use crate::value::Trend;

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
