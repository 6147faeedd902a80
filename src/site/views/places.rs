//! The page of places: a map of tiles, and for each place its issues and the persons held to account there.

use serde::Serialize;

use super::super::charts::{Tile, level, tiles};
use super::super::listing;
use super::super::parts::{Each, Html, Parts, Rows, TallyView};
use super::super::plan::{PageKind, has_place_pages};
use crate::notice::pagination::Window;
use crate::notice::{IssueId, Person, PlaceId};
use crate::text::locale::Argument;

/// What is told by places.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PlacesView<'a> {
    /// The map, if places have positions on it.
    pub map: Option<Html>,
    /// How many issues name a place, and how many there are.
    pub placed: u64,
    pub total: u64,
    /// The places of which something is told.
    pub places: Vec<PlaceGroup<'a>>,
}

/// A place with what is told of it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct PlaceGroup<'a> {
    pub anchor: String,
    pub name: String,
    pub tally: TallyView,
    /// Where its issues are listed, if it has a page of its own; they are not listed here then.
    pub href: Option<String>,
    pub issues: Rows<'a>,
    /// Posts of the persons held to account there, each with the measure.
    pub posts: Vec<PostView>,
}

/// The post of a person held to account.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PostView {
    /// The post.
    pub post: String,
    /// The measure taken.
    pub measure: String,
}

pub(super) fn places<'a>(parts: &Parts<'a>) -> PlacesView<'a> {
    let notice = parts.notice();
    let of_index = |id: PlaceId| {
        let href = has_place_pages(parts.edition).then(|| parts.href(PageKind::Place(id)));
        let issues = if href.is_some() { Vec::new() } else { parts.edition.lists.of_place(id).to_vec() };
        PlaceGroup { href, ..group(parts, id, issues) }
    };
    let placed = notice.issues.iter().filter(|issue| notice.places_of(&issue.record.places).next().is_some()).count();
    PlacesView {
        map: map(parts),
        placed: u64::try_from(placed).unwrap_or(u64::MAX),
        total: u64::try_from(notice.issues.len()).unwrap_or(u64::MAX),
        places: listing::places(notice, &parts.edition.statistics).into_iter().map(of_index).collect(),
    }
}

/// A place with the issues of one page of its own.
pub(super) fn place<'a>(parts: &Parts<'a>, id: PlaceId, mut window: Window) -> PlaceGroup<'a> {
    group(parts, id, window.take(parts.edition.lists.of_place(id).to_vec()).unwrap_or_default())
}

fn group<'a>(parts: &Parts<'a>, id: PlaceId, issues: Vec<IssueId>) -> PlaceGroup<'a> {
    PlaceGroup {
        anchor: parts.place_anchor(id),
        name: parts.text(&parts.notice().place(id).name),
        tally: parts.tally(parts.edition.statistics.of_place(id)),
        href: None,
        issues: Each::of(parts, issues, Parts::row),
        posts: posts(parts, id),
    }
}

fn posts(parts: &Parts<'_>, id: PlaceId) -> Vec<PostView> {
    let notice = parts.notice();
    let groups = notice.accountability.iter().flat_map(|part| &part.record.groups);
    let of_group = |group: &crate::notice::GroupRecord| {
        let is_there = |person: &&Person| notice.places_of(&person.places).any(|place| place == id);
        let view = |person: &Person| PostView { post: parts.text(&person.post), measure: parts.text(&group.title) };
        group.persons.iter().filter(is_there).map(view).collect::<Vec<_>>()
    };
    groups.flat_map(of_group).collect()
}

/// The places that have a position, each with how many issues name it and how many persons were held to account there.
fn map(parts: &Parts<'_>) -> Option<Html> {
    let notice = parts.notice();
    let total = |id: PlaceId| parts.edition.statistics.of_place(id).total();
    let most = notice.place_ids().map(total).max().unwrap_or(0);
    let tile = |id: PlaceId| {
        let at = notice.place(id).tile.as_ref()?;
        let (issues, persons) = (total(id), posts(parts, id).len());
        let persons = u64::try_from(persons).unwrap_or(u64::MAX);
        let key = if persons > 0 { "places.tile_persons" } else { "places.tile" };
        Some(Tile {
            column: u64::from(*at.column).saturating_sub(1),
            row: u64::from(*at.row).saturating_sub(1),
            name: parts.text(&notice.place(id).name),
            count: parts.locale.say(key, &[("n", Argument::Count(issues)), ("persons", Argument::Count(persons))]),
            level: level(issues, most),
            href: (issues > 0 || persons > 0).then(|| format!("#{}", parts.place_anchor(id))),
        })
    };
    let all: Vec<Tile> = notice.place_ids().filter_map(tile).collect();
    (!all.is_empty()).then(|| Html::made(tiles(&all)))
}
