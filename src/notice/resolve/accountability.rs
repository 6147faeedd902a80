//! Leads handled and persons held to account, and the groups of persons of all parts.

use std::collections::BTreeMap;

use super::{Narratives, Resolver};
use crate::diagnostic::Place;
use crate::notice::content::Sourced;
use crate::notice::records::AccountabilityRecord;
use crate::notice::{Accountability, Article};
use crate::value::RelPath;

impl Resolver {
    pub(super) fn accountability(
        &mut self,
        record: Option<Sourced<AccountabilityRecord>>,
        narratives: &mut Narratives,
    ) -> Option<Accountability> {
        let narrative = self.take_narrative(narratives, "content/accountability");
        let Some(Sourced { path, record }) = record else {
            let (path, record) = (RelPath::of("content/accountability.yaml"), AccountabilityRecord::default());
            return narrative.map(|narrative| Accountability { path, record, narrative: Some(narrative) });
        };
        self.translated(&path, &record);
        self.figures(&path, &record.figures);
        Some(Accountability { path, record, narrative })
    }

    /// Groups of persons have names of their own over all parts, which stand in one document and one table.
    pub(super) fn groups(&mut self, accountability: Option<&Accountability>, articles: &[Article]) {
        let tables = articles.iter().filter_map(|article| article.persons.as_ref());
        for table in tables.clone() {
            self.translated(&table.path, &table.record);
        }
        let held = accountability.iter().map(|part| (&part.path, &part.record.groups));
        let groups = held.chain(tables.map(|table| (&table.path, &table.record.groups)));
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for (path, group) in groups.flat_map(|(path, groups)| groups.iter().map(move |group| (path, group))) {
            let place = Place::span(path, group.id.span());
            match first.get(group.id.as_str()) {
                Some(earlier) => self.used_twice(&group.id, place, earlier.clone()),
                None => drop(first.insert(&group.id, place)),
            }
        }
    }
}
