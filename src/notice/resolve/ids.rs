//! Ids: each is that of one thing, and of one that there is.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::known::{KnownUnits, UnitIds};
use crate::notice::records::FigureRecord;
use crate::notice::{DUPLICATE_ID, PlaceId, PlaceRecord, UNKNOWN_UNIT, UnitId, UnitRecord};
use crate::say;
use crate::value::{RelPath, Text};

impl Resolver {
    pub(super) fn places(&mut self, path: &RelPath, places: &Vec<PlaceRecord>) -> BTreeMap<Box<str>, PlaceId> {
        self.translated(path, places);
        self.unique(path, places.iter().map(|place| &place.id));
        places.iter().enumerate().map(|(at, place)| (place.id.as_str().into(), PlaceId::new(at))).collect()
    }

    pub(super) fn units(&mut self, path: &RelPath, units: &Vec<UnitRecord>) -> UnitIds {
        self.translated(path, units);
        self.unique(path, units.iter().map(|unit| &unit.id));
        units.iter().enumerate().map(|(at, unit)| (unit.id.as_str().into(), UnitId::new(at))).collect()
    }

    pub(super) fn figures(&mut self, path: &RelPath, figures: &[FigureRecord]) {
        self.unique(path, figures.iter().map(|figure| &figure.id));
    }

    pub(super) fn unit_ids(&mut self, path: &RelPath, ids: &[Text], units: KnownUnits<'_>) {
        let mut given = BTreeSet::new();
        for id in ids {
            if !given.insert(id.as_str()) {
                self.error(
                    DUPLICATE_ID,
                    Place::span(path, id.span()),
                    say!("单位“{id}”写了两次", "the unit `{id}` is given twice"),
                    say!("请删去一处", "remove one of them"),
                );
            }
            if !units.ids.contains_key(id.as_str()) {
                let message = say!("units.yaml 里没有单位“{id}”", "units.yaml has no unit `{id}`");
                self.absent(UNKNOWN_UNIT, Place::span(path, id.span()), message, units.help(id));
            }
        }
    }

    pub(super) fn unique<'a>(&mut self, path: &RelPath, ids: impl Iterator<Item = &'a Text>) {
        let mut first = BTreeMap::new();
        for id in ids {
            if let Some(earlier) = first.insert(id.as_str(), id.span()) {
                self.used_twice(id, Place::span(path, id.span()), Place::span(path, earlier));
            }
        }
    }

    pub(super) fn used_twice(&mut self, id: &str, place: Place, earlier: Place) {
        self.twice(say!("标识“{id}”用了两次", "the id `{id}` is used twice"), place, earlier);
    }

    pub(super) fn twice(&mut self, message: Message, place: Place, earlier: Place) {
        let found = Diagnostic::of(DUPLICATE_ID, place, message)
            .help(say!("请给其中一个换个标识，或删去一处", "give one of them another id, or remove one"))
            .related(earlier, say!("第一次用在这里", "it is first used here"));
        self.found.push(found);
    }
}
