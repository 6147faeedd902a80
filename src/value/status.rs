//! How far the rectification of an issue has come, as its office reports it.

use serde::{Deserialize, Serialize};

/// What a status counts as. Being overdue is never written; it follows from the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusClass {
    /// 完成。Done.
    Done,
    /// 完成并长期坚持。Done, and kept up.
    DoneLasting,
    /// 基本完成。Done but for some remaining matters.
    Substantially,
    /// 正在办理。Under way, with an end in sight.
    Open,
    /// 长期坚持。Under way, without an end by its nature.
    Ongoing,
    /// 未启动。Not begun.
    NotStarted,
    /// 没有完成、不再办理。Closed without being done.
    Closed,
    /// 没有写明。Not stated.
    NotStated,
}

/// A status that needs no declaration: its id, what it counts as, what it is called in Chinese and what editors say of
/// it.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInStatus {
    /// The word in records and addresses; its words on pages are the messages `status.ID` and `status_meaning.ID`.
    pub id: &'static str,
    /// What it counts as.
    pub class: StatusClass,
    /// What it is called.
    pub zh: &'static str,
    /// What it says.
    pub en: &'static str,
    /// Whether a notice that declares no statuses has it.
    pub is_default: bool,
}

/// One status for each class, the most complete first: the order of tables and charts.
pub const BUILT_IN_STATUSES: [BuiltInStatus; StatusClass::ALL.len()] = [
    built_in("completed", StatusClass::Done, "已完成", "Rectified.", true),
    built_in("done-lasting", StatusClass::DoneLasting, "已完成并长期坚持", "Rectified and kept up.", false),
    built_in(
        "substantially-completed",
        StatusClass::Substantially,
        "基本完成",
        "Rectified but for some remaining matters.",
        true,
    ),
    built_in("in-progress", StatusClass::Open, "正在整改", "Under way, with an end in sight.", true),
    built_in("ongoing", StatusClass::Ongoing, "长期坚持", "Without an end by its nature.", true),
    built_in("not-started", StatusClass::NotStarted, "未启动", "Not begun.", true),
    built_in("closed", StatusClass::Closed, "不再整改", "Closed without being done.", false),
    built_in("not-stated", StatusClass::NotStated, "没有写明", "Not stated by the issuer.", false),
];

/// Responses to a finding or a recommendation that need no declaration: id, what it is called, what it says. Their
/// words on pages are the messages `answer.ID`.
pub const BUILT_IN_RESPONSES: [(&str, &str, &str); 3] = [
    ("accepted", "采纳", "Accepted."),
    ("partly-accepted", "部分采纳", "Accepted in part."),
    ("rejected", "不采纳", "Rejected."),
];

const fn built_in(
    id: &'static str,
    class: StatusClass,
    zh: &'static str,
    en: &'static str,
    is_default: bool,
) -> BuiltInStatus {
    BuiltInStatus { id, class, zh, en, is_default }
}

impl BuiltInStatus {
    /// Returns the status of an id, if it is one of them.
    pub fn of(id: &str) -> Option<&'static BuiltInStatus> {
        BUILT_IN_STATUSES.iter().find(|status| status.id == id)
    }
}

impl StatusClass {
    /// Every class, the most complete first.
    pub const ALL: [StatusClass; 8] = [
        StatusClass::Done,
        StatusClass::DoneLasting,
        StatusClass::Substantially,
        StatusClass::Open,
        StatusClass::Ongoing,
        StatusClass::NotStarted,
        StatusClass::Closed,
        StatusClass::NotStated,
    ];

    /// Returns the built-in status of the class; its glyph bears that name.
    pub fn built_in(self) -> &'static BuiltInStatus {
        &BUILT_IN_STATUSES[self as usize]
    }

    /// Returns whether it counts as completed.
    pub fn is_done(self) -> bool {
        matches!(self, StatusClass::Done | StatusClass::DoneLasting)
    }

    /// Returns whether something is still to be done. What was closed, and what nothing is said of, is neither
    /// completed nor outstanding.
    pub fn is_outstanding(self) -> bool {
        matches!(self, StatusClass::Substantially | StatusClass::Open | StatusClass::Ongoing | StatusClass::NotStarted)
    }

    /// Returns whether it is one of those that a completion rate is a share of: all of which a status is stated. What
    /// was closed without being done stays, so that closing raises no rate.
    pub fn is_rated(self) -> bool {
        self != StatusClass::NotStated
    }

    /// Returns whether there must be a deadline, or word that none is stated.
    pub fn needs_due(self) -> bool {
        matches!(self, StatusClass::Substantially | StatusClass::Open | StatusClass::NotStarted)
    }

    /// Returns whether it must be said what was done.
    pub fn needs_response(self) -> bool {
        self.is_done() || self == StatusClass::Substantially
    }

    /// Returns whether it must be said what is still to be done.
    pub fn needs_next_steps(self) -> bool {
        matches!(self, StatusClass::Substantially | StatusClass::Open)
    }

    /// Returns whether it may be said what is still to be done.
    pub fn may_have_next_steps(self) -> bool {
        self != StatusClass::Done
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_its_built_in_status() {
        for (class, status) in StatusClass::ALL.into_iter().zip(&BUILT_IN_STATUSES) {
            assert_eq!((class, class.built_in().id), (status.class, status.id));
            assert!(!(class.is_done() && class.is_outstanding()), "{class:?}");
        }
    }
}
