//! The schemas of all records: by these they are read, and editors complete them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::FOLDER;
use crate::notice::records::{
    AccountabilityRecord, GlossaryRecord, IssueRecord, NoticeRecord, PersonsRecord, PlaceRecord, SectionRecord,
    UnitRecord,
};
use crate::source::yaml;
use crate::source::yaml::Schema;
use crate::value::RelPath;

/// The schemas of all records.
pub struct Schemas {
    /// `notice.yaml`.
    pub notice: Schema,
    /// `units.yaml`.
    pub units: Schema,
    /// `places.yaml`.
    pub places: Schema,
    /// `glossary.yaml`.
    pub glossary: Schema,
    /// `accountability.yaml`.
    pub accountability: Schema,
    /// `parts/20-officials.yaml`.
    pub persons: Schema,
    /// `section.yaml`.
    pub section: Schema,
    /// `026.yaml`.
    pub issue: Schema,
    /// `translations.yaml`.
    pub translations: Schema,
}

impl Schemas {
    /// Returns them, generated once from the record types.
    pub fn of_records() -> &'static Schemas {
        static OF_RECORDS: LazyLock<Schemas> = LazyLock::new(Schemas::generated);
        &OF_RECORDS
    }

    fn generated() -> Schemas {
        Schemas {
            notice: yaml::schema_of::<NoticeRecord>(),
            units: yaml::schema_of::<Vec<UnitRecord>>(),
            places: yaml::schema_of::<Vec<PlaceRecord>>(),
            glossary: yaml::schema_of::<GlossaryRecord>(),
            accountability: yaml::schema_of::<AccountabilityRecord>(),
            persons: yaml::schema_of::<PersonsRecord>(),
            section: yaml::schema_of::<SectionRecord>(),
            issue: yaml::schema_of::<IssueRecord>(),
            translations: yaml::schema_of::<BTreeMap<String, String>>(),
        }
    }

    /// Those of the records that an author writes, by name.
    pub fn named(&self) -> [(&'static str, &Schema); 8] {
        [
            ("notice", &self.notice),
            ("units", &self.units),
            ("places", &self.places),
            ("glossary", &self.glossary),
            ("accountability", &self.accountability),
            ("persons", &self.persons),
            ("section", &self.section),
            ("issue", &self.issue),
        ]
    }

    /// Returns the files by which an editor completes records: no reader of content looks into a folder whose name
    /// begins with a dot.
    pub fn files(&self) -> impl Iterator<Item = (RelPath, String)> {
        self.named()
            .into_iter()
            .map(|(name, schema)| (RelPath::of(format!("{FOLDER}/.schema/{name}.json")), schema.printed()))
    }
}
