//! Words of times: of decades and clocks, and for what lies before or after a date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::locale::wordmap::WordMap;

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
