//! Places: records name places that there are, every place is named, and no two stand on one tile.

use std::collections::BTreeMap;

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File};
use super::example::THIRD;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::edition::Edition;
use crate::notice::{Notice, PlaceRecord};
use crate::say;
use crate::value::{RelPath, Text};

const PLACES: &str = "content/places.yaml";
const EAST: &str = "- {id: east, name: {zh: 东镇, en: Dong Town}}\n";

pub(super) static UNKNOWN_PLACE: Rule = Rule {
    id: "unknown-place",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "places 里写的是 places.yaml 里有的地方，写标识。",
        "`places` names places of places.yaml, by their ids.",
    ),
    why: Words(
        "标识写错，按地方查看时就少了这个问题，当地的人找不到。",
        "With a wrong id the page of places lacks the issue, and people there cannot find it.",
    ),
    example: Shown(&[File(PLACES, EAST, EAST), Added(THIRD, "places: [eest]\n", "places: [east]\n")]),
    check: Check::Complete(unknown_places),
};

pub(super) static UNUSED_PLACE: Rule = Rule {
    id: "unused-place",
    group: RuleGroup::Shape,
    severity: Severity::Note,
    demand: Words(
        "places.yaml 里的地方，有问题或人员写到；画在图上的可以没有。",
        "Every place of places.yaml is named by an issue or a person, unless it stands on the map.",
    ),
    why: Words(
        "没有写到的地方，多半是问题里漏写了 places。",
        "A place that nothing names is most likely missing under `places` of some issue.",
    ),
    example: Shown(&[
        File(
            PLACES,
            "- {id: east, name: {zh: 东镇, en: Dong Town}}\n- {id: west, name: {zh: 西镇, en: Xi Town}}\n",
            EAST,
        ),
        Added(THIRD, "places: [east]\n", "places: [east]\n"),
    ]),
    check: Check::Complete(unused_places),
};

pub(super) static SHARED_TILE: Rule = Rule {
    id: "shared-tile",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words("方块图上一格只放一个地方。", "A tile of the map is that of one place."),
    why: Words("两个地方放在一格，图上就只看得见一个。", "Of two places on one tile the map shows only one."),
    example: Shown(&[
        File(
            PLACES,
            "\
- {id: east, name: {zh: 东镇, en: Dong Town}, tile: {column: 1, row: 1}}
- {id: west, name: {zh: 西镇, en: Xi Town}, tile: {column: 1, row: 1}}
",
            "\
- {id: east, name: {zh: 东镇, en: Dong Town}, tile: {column: 2, row: 1}}
- {id: west, name: {zh: 西镇, en: Xi Town}, tile: {column: 1, row: 1}}
",
        ),
        Added(THIRD, "places: [east]\n", "places: [east]\n"),
    ]),
    check: Check::Notice(shared_tiles),
};

/// Every place that a record names, with the file.
fn named(notice: &Notice) -> impl Iterator<Item = (&RelPath, &Text)> {
    let issues = notice.issues.iter();
    let issues = issues.flat_map(|issue| issue.record.places.iter().map(move |id| (&issue.path, id)));
    let part = notice.accountability.iter();
    let persons =
        part.flat_map(|part| part.record.groups.iter().flat_map(|group| &group.persons).map(move |p| (part, p)));
    issues.chain(persons.flat_map(|(part, person)| person.places.iter().map(move |id| (&part.path, id))))
}

fn unknown_places(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let unknown = named(notice).filter(|(_, id)| notice.places.iter().all(|place| place.id != **id));
    unknown.map(|(path, id)| unknown_place(notice, path, id)).collect()
}

fn unknown_place(notice: &Notice, path: &RelPath, id: &Text) -> Diagnostic {
    let ids = || notice.places.iter().map(|place| place.id.as_str());
    let is_called = |place: &&PlaceRecord| {
        place.name.iter().any(|(_, name)| name.as_str() == id.as_str()) || place.aliases.contains(id)
    };
    let help = match (notice.places.iter().find(is_called), nearest(id, ids())) {
        (Some(place), _) => {
            let id = &place.id;
            say!("这里写标识，不写名称：请写成 {id}", "write the id, not the name: {id}")
        }
        (None, Some(near)) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        (None, None) => say!(
            "请先在 content/places.yaml 里加上：- {{id: 英文简称, name: {{zh: 名称}}}}；这里写它的标识",
            "add it to content/places.yaml first: `- {{id: short-name, name: {{en: Name}}}}`, and write that id here"
        ),
    };
    let message = say!("places.yaml 里没有地方“{id}”", "places.yaml has no place `{id}`");
    Diagnostic::of(&UNKNOWN_PLACE, Place::span(path, id.span()), message).help(help)
}

fn unused_places(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let Some(path) = notice.places_path() else { return Vec::new() };
    let is_unused = |place: &&PlaceRecord| place.tile.is_none() && named(notice).all(|(_, id)| *id != place.id);
    let found = |place: &PlaceRecord| {
        let id = &place.id;
        let message = say!("没有问题或人员写到地方“{id}”", "no issue and no person names the place `{id}`");
        let help = say!(
            "请在有关问题里写 places: [{id}]；用不到的删去",
            "write `places: [{id}]` in the issues that it is about, or delete it"
        );
        Diagnostic::of(&UNUSED_PLACE, Place::span(path, id.span()), message).help(help)
    };
    notice.places.iter().filter(is_unused).map(found).collect()
}

fn shared_tiles(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let Some(path) = notice.places_path() else { return Vec::new() };
    let (mut taken, mut found) = (BTreeMap::new(), Vec::new());
    for place in &notice.places {
        let Some(tile) = &place.tile else { continue };
        let Some(first) = taken.insert((*tile.column, *tile.row), place) else { continue };
        let (id, first_id) = (&place.id, &first.id);
        let message = say!("“{id}”和“{first_id}”在同一格", "`{id}` and `{first_id}` stand on one tile");
        let help = say!("请改 column 或 row", "change `column` or `row`");
        let place = Place::span(path, tile.column.span());
        found.push(Diagnostic::of(&SHARED_TILE, place, message).help(help));
    }
    found
}
