//! The records: one type a file, closed, with descriptions that editors show.
//!
//! `record!` declares them, so that each can be asked for every text in it: no rule and no output has a list of its own
//! that could lack one.
#![allow(rustdoc::bare_urls)] // descriptions are for editors, which show them as they stand

mod notice;
mod part;
mod field;
mod inspection;
mod period;
mod status;
mod contact;
mod site;
mod figure;
mod unit_of_measure;
mod unit;
mod place;
mod section;
mod issue;
mod measure;
mod item;
mod change;
mod accountability;
mod person;
mod accepted;
mod note;
mod glossary;

pub use accepted::AcceptedRecord;
pub use accountability::AccountabilityRecord;
pub use change::{CorrectionRecord, HistoryRecord};
pub use contact::ContactRecord;
pub use field::{FieldHolder, FieldPlace, FieldRecord, FieldType};
pub use figure::FigureRecord;
pub use glossary::{GlossaryRecord, WrongTermRecord};
pub use inspection::InspectionRecord;
pub use issue::IssueRecord;
pub use item::ItemRecord;
pub use measure::MeasureRecord;
pub(super) use note::NoteRecord;
pub use notice::{NoticeRecord, Original};
pub use part::{NavigationRecord, PartRecord};
pub use period::{PeriodRecord, PublicityRecord};
pub use person::{GroupRecord, PersonRecord, PersonsRecord};
pub use place::PlaceRecord;
pub use section::{SectionRecord, TopicRecord};
pub use site::{ExternalRecord, SiteRecord};
pub(super) use status::{ResponseRecord, StatusRecord};
pub use unit::UnitRecord;

/// What an address on the web looks like, for editors.
const URL_PATTERN: &str = "^https?://";

/// Declares a record: a closed type that is read from YAML, and the way through every text in it.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::notice::written::Written for $name {
            fn each_text<'a>(&'a self, see: &mut dyn FnMut($crate::notice::written::WrittenText<'a>)) {
                $($crate::notice::written::Written::each_text(&self.$field, see);)*
            }
        }
    };
}

use record;
