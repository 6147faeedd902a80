//! How the table reads values that take more than a word.

use crate::notice::common::CommonText;
use crate::notice::records::IssueRecord;
use crate::notice::{Issue, Notice};
use crate::value::{Date, Localized, StatusBasis, StatusClass, Text};

pub(super) fn section<'a>(notice: &'a Notice, issue: &Issue) -> Option<(&'a str, &'a Localized)> {
    let section = notice.section(issue.group.section?);
    Some((&section.slug, &section.record.title))
}

pub(super) fn topic<'a>(notice: &'a Notice, issue: &Issue) -> Option<(&'a str, &'a Localized)> {
    let topic = notice.topic(issue.group.topic?);
    Some((&topic.id, &topic.title))
}

pub(super) fn status(issue: &Issue) -> Option<&str> {
    Some(&issue.record.status)
}

pub(super) fn answer(issue: &Issue) -> Option<&str> {
    issue.record.response.as_ref().map(Text::as_str)
}

pub(super) fn basis(issue: &Issue) -> Option<&str> {
    match (issue.class(), issue.record.status_basis) {
        (StatusClass::NotStated, _) => None,
        (_, StatusBasis::Stated) => Some("stated"),
        (_, StatusBasis::Inferred) => Some("inferred"),
    }
}

pub(super) fn labels(record: &IssueRecord) -> Option<&Localized> {
    record.label.as_ref().and_then(CommonText::each)
}

pub(super) fn due(record: &IssueRecord) -> Option<Date> {
    record.deadline().map(|due| *due)
}
