//! The places of a notice, and whether anything is told of them.

use std::collections::BTreeSet;

use super::{Notice, PlaceId, PlaceRecord};
use crate::value::{RelPath, Text};

impl Notice {
    /// A place.
    pub fn place(&self, id: PlaceId) -> &PlaceRecord {
        &self.places[id.index()]
    }

    /// Every place, in the order of `places.yaml`.
    pub fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.places.len()).map(PlaceId::new)
    }

    /// The places of these ids, each once; ids that no place has are left out.
    pub fn places_of<'a>(&'a self, ids: &'a [Text]) -> impl Iterator<Item = PlaceId> + 'a {
        let mut known = BTreeSet::new();
        let place = |id: &Text| self.place_ids.get(id.as_str()).copied();
        ids.iter().filter_map(place).filter(move |place| known.insert(*place))
    }

    /// The file that declares the places, if there is one.
    pub fn places_path(&self) -> Option<&RelPath> {
        self.places_path.as_ref()
    }

    /// Whether anything is told of a place.
    pub fn has_places(&self) -> bool {
        let groups = self.accountability.iter().flat_map(|part| &part.record.groups);
        let mut persons = groups.flat_map(|group| &group.persons);
        let is_placed = |ids: &[Text]| self.places_of(ids).next().is_some();
        self.issues.iter().any(|issue| is_placed(&issue.record.places))
            || persons.any(|person| is_placed(&person.places))
    }
}
