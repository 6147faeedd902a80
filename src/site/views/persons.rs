//! Persons in groups: their posts, and the names that may be shown.

use serde::Serialize;

use super::super::parts::Parts;
use crate::notice::{ArticleId, GroupRecord, Person};
use crate::value::Date;

/// Persons subject to one measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct GroupView {
    pub id: String,
    pub title: String,
    pub n: u32,
    /// The date that the number holds for, where it is another than that of the other figures.
    pub as_of: Option<Date>,
    pub persons: Vec<PersonView>,
    /// Whether any name is shown.
    pub has_names: bool,
}

/// A person: the post, and the name where it may be shown.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PersonView {
    pub post: String,
    pub name: Option<String>,
}

/// The persons that a text of the office's own lists.
pub(super) fn listed_persons(parts: &Parts<'_>, id: ArticleId) -> Vec<GroupView> {
    let tables = parts.notice().article(id).persons.iter();
    tables.flat_map(|table| &table.record.groups).map(|group| group_view(parts, group)).collect()
}

pub(super) fn group_view(parts: &Parts<'_>, group: &GroupRecord) -> GroupView {
    let published_on = parts.edition.published_on();
    let person = |person: &Person| PersonView {
        post: parts.text(&person.post),
        name: person.name_shown(published_on).map(|name| parts.text(name)),
    };
    let persons: Vec<_> = group.persons.iter().map(person).collect();
    GroupView {
        id: group.id.to_string(),
        title: parts.text(&group.title),
        n: group.count(),
        as_of: group.as_of,
        has_names: persons.iter().any(|person| person.name.is_some()),
        persons,
    }
}
