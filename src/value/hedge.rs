//! What the words beside a figure say about it: whether it is exact, on which side the true one lies, which way it
//! moved.

use schemars::JsonSchema;
use serde::Deserialize;

use super::approximation::Approximation;

/// How far a text vouches for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// 节约。A word that only looks like one of the others.
    Exact,
    /// 约、左右。About.
    About,
    /// 近、将近。Nearly.
    Nearly,
    /// 余、多、超过。More than.
    Over,
    /// 不足、低于。Less than.
    Below,
    /// 至少、不少于。At least.
    AtLeast,
    /// 至多、不超过。At most.
    AtMost,
    /// 以上。More than or at least: the word leaves open which.
    OrMore,
    /// 以下。Less than or at most.
    OrLess,
    /// 以内。A limit, which a language may leave unsaid.
    Within,
    /// “Some”: about, or a few more.
    Some,
    /// “Under”: less than, or a word of place.
    Under,
    /// 近（三年）。The last ones, or nearly so many.
    Recent,
}

impl Hedge {
    /// Returns what it may mean, as a set of bits.
    fn meanings(self) -> u8 {
        const EXACT: u8 = 1;
        const ABOUT: u8 = 2;
        const NEARLY: u8 = 4;
        const OVER: u8 = 8;
        const BELOW: u8 = 16;
        const LEAST: u8 = 32;
        const MOST: u8 = 64;
        match self {
            Hedge::Exact => EXACT,
            Hedge::About => ABOUT,
            Hedge::Nearly => NEARLY,
            Hedge::Over => OVER,
            Hedge::Below => BELOW,
            Hedge::AtLeast => LEAST,
            Hedge::AtMost => MOST,
            Hedge::OrMore => OVER | LEAST,
            Hedge::OrLess => BELOW | MOST,
            Hedge::Within => MOST | EXACT,
            Hedge::Some => ABOUT | OVER,
            Hedge::Under => BELOW | EXACT,
            Hedge::Recent => NEARLY | EXACT,
        }
    }

    /// Returns whether two texts may say the same.
    pub fn agrees(self, other: Hedge) -> bool {
        self.meanings() & other.meanings() != 0
    }
}

/// What a record says of a figure, as a text would.
impl From<Approximation> for Hedge {
    fn from(approx: Approximation) -> Hedge {
        match approx {
            Approximation::Over => Hedge::Over,
            Approximation::Nearly => Hedge::Nearly,
            Approximation::About => Hedge::About,
            Approximation::AtLeast => Hedge::AtLeast,
            Approximation::AtMost => Hedge::AtMost,
        }
    }
}

/// Which way a figure moved, or on which side of another it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// 增长、高于。Up, above.
    Up,
    /// 下降、低于。Down, below.
    Down,
}
