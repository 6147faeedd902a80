//! How far the rectification of an issue has come, as its office reports it.

use serde::{Deserialize, Serialize};

/// Status as reported. Being overdue is never written; it follows from the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// 已完成。Rectified.
    Completed,
    /// 基本完成。Rectified but for some remaining matters.
    SubstantiallyCompleted,
    /// 正在整改。Under way, with an end in sight.
    InProgress,
    /// 长期坚持。Without an end by its nature.
    Ongoing,
    /// 未启动。Not begun.
    NotStarted,
}

impl Status {
    /// Every status, the most complete first: the order of tables and charts.
    pub const ALL: [Status; 5] =
        [Status::Completed, Status::SubstantiallyCompleted, Status::InProgress, Status::Ongoing, Status::NotStarted];

    /// The word in records and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::SubstantiallyCompleted => "substantially-completed",
            Status::InProgress => "in-progress",
            Status::Ongoing => "ongoing",
            Status::NotStarted => "not-started",
        }
    }

    /// Whether something is still to be done. Only `completed` counts as completed.
    pub fn is_outstanding(self) -> bool {
        self != Status::Completed
    }
}

/// Where a status comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusBasis {
    /// 发布单位写明。The issuer states it.
    #[default]
    Stated,
    /// 推定。The issuer does not state it; it was inferred for the site.
    Inferred,
}

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
    /// The word in records and messages.
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
