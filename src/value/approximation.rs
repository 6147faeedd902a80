//! How exact a figure is.

use serde::{Deserialize, Serialize};

/// How exact a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Approximation {
    /// 余、多。The true figure is somewhat higher.
    Over,
    /// 近。The true figure is somewhat lower.
    Nearly,
    /// 约。The true figure is about this.
    About,
    /// 至少、不少于。The true figure is this or higher.
    AtLeast,
    /// 至多、不超过。The true figure is this or lower.
    AtMost,
}

impl Approximation {
    /// Every one.
    pub const ALL: [Approximation; 5] = [
        Approximation::Over,
        Approximation::Nearly,
        Approximation::About,
        Approximation::AtLeast,
        Approximation::AtMost,
    ];

    /// Returns the word in records and messages.
    pub fn word(self) -> &'static str {
        match self {
            Approximation::Over => "over",
            Approximation::Nearly => "nearly",
            Approximation::About => "about",
            Approximation::AtLeast => "at-least",
            Approximation::AtMost => "at-most",
        }
    }
}
