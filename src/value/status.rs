//! How far the rectification of an issue has come, as its office reports it.

mod built_in;

use serde::{Deserialize, Serialize};

pub use built_in::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, BuiltInStatus};

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
