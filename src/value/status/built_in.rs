//! Statuses, and responses to a finding or a recommendation, that need no declaration.

use super::StatusClass;

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
