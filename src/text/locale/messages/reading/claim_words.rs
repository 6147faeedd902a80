//! Words for what a text claims: whether something is so, falls short or is done.

use schemars::JsonSchema;
use serde::Deserialize;

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
