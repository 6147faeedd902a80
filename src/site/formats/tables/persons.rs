//! The table of persons held to account.

use super::Table;
use super::columns::{Column, INTEGER, STRING};
use crate::notice::edition::Edition;
use crate::notice::parts::ACCOUNTABILITY;
use crate::notice::{GroupRecord, PersonTable};
use crate::text::locale::Locale;
use crate::value::Text;

/// Every person, or group of them, that a measure was taken against.
pub(super) static PERSON_TABLE: Table = Table {
    name: "persons",
    columns: &[
        Column(
            "part",
            STRING,
            "所在的部分：accountability，或通报自拟的部分。The part that lists them: accountability, or one of the notice’s own.",
        ),
        Column("group", STRING, "处理方式的标识。Id of the measure."),
        Column("measure", STRING, "处理方式。The measure."),
        Column("number", INTEGER, "这种处理的人数。How many persons it was taken against."),
        Column(
            "as_of",
            STRING,
            "人数截至日期，与其他数据不同时才有。The date that the number holds for, where it is another.",
        ),
        Column("post", STRING, "职务；只公布人数的为空。Post; empty where only their number is published."),
        Column("name", STRING, "姓名；一般不公布。Name; as a rule not published."),
        Column(
            "places",
            STRING,
            "所在地方的标识，多个用分号隔开。Ids of the places where that is, separated by semicolons.",
        ),
    ],
    own: None,
    rows: persons,
};

fn persons(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let published_on = edition.published_on();
    let of_group = |part: &str, group: &GroupRecord| {
        let row = |post: &str, name: &str, places: &[Text]| {
            let places = places.iter().map(Text::as_str).collect::<Vec<_>>().join(";");
            let measure = group.title.text(locale.lang).to_owned();
            let as_of = group.as_of.map(|on| on.to_string()).unwrap_or_default();
            let (part, id, n) = (part.to_owned(), group.id.to_string(), group.count().to_string());
            vec![part, id, measure, n, as_of, post.to_owned(), name.to_owned(), places]
        };
        if group.persons.is_empty() {
            return vec![row("", "", &[])];
        }
        let persons = group.persons.iter().map(|person| {
            let name = person.name_shown(published_on).map_or("", |name| name.text(locale.lang));
            row(person.post.text(locale.lang), name, &person.places)
        });
        persons.collect()
    };
    let of_table = |table: PersonTable<'_>| {
        let part = table.article.map_or(ACCOUNTABILITY.0, |article| &edition.notice.article(article).id);
        table.groups.iter().flat_map(|group| of_group(part, group)).collect::<Vec<_>>()
    };
    edition.notice.person_tables().flat_map(of_table).collect()
}
