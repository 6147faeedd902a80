//! Persons held to account, by the measure.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::edition::Edition;
use crate::notice::{GroupRecord, Person};
use crate::value::{Date, Text};

/// 以同一方式处理的人员。Persons subject to one measure.
#[derive(Serialize, JsonSchema)]
pub(super) struct GroupData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 处理方式。The measure.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 人数。How many persons.
    number: u32,
    /// 人数截至日期，与其他数据不同时有。The date that the number holds for, where it is another than that of the other figures.
    as_of: Option<Date>,
    /// 人员；只公布人数的为空。Persons; none where only their number is published.
    persons: Vec<PersonData<'a>>,
}

/// 人员。A person.
#[derive(Serialize, JsonSchema)]
struct PersonData<'a> {
    /// 职务。Post.
    #[schemars(with = "Dictionary")]
    post: JsonTexts<'a>,
    /// 姓名，公布的才有。Name, where it is shown.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    name: JsonTexts<'a>,
    /// 所在地方的标识，写明的才有。Ids of the places where that is, where they are given.
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    #[schemars(with = "Vec<String>")]
    places: &'a [Text],
}

pub(super) fn groups<'a>(edition: &Edition, groups: &'a [GroupRecord]) -> Vec<GroupData<'a>> {
    let published_on = edition.published_on();
    let person = |person: &'a Person| PersonData {
        post: texts(&person.post),
        name: person.name_shown(published_on).map(texts).unwrap_or_default(),
        places: &person.places,
    };
    let data = |group: &'a GroupRecord| GroupData {
        id: &group.id,
        title: texts(&group.title),
        number: group.count(),
        as_of: group.as_of,
        persons: group.persons.iter().map(person).collect(),
    };
    groups.iter().map(data).collect()
}
