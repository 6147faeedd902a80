//! What an author may write: records, and where each stands. First step of the pipeline.
//!
//! Takes the files of a notice; gives [`Content`], every file in its place but nothing looked up yet. It knows shapes,
//! not meanings: whether a unit exists or a date makes sense is the business of [`crate::notice`] and [`crate::rules`].

mod misplaced;
mod parsed;
mod places;
mod reading;
mod schemas;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use super::records::{
    AcceptedRecord, AccountabilityRecord, ContactRecord, CorrectionRecord, FigureRecord, GlossaryRecord, GroupRecord,
    HistoryRecord, InspectionRecord, IssueRecord, ItemRecord, MeasureRecord, NavigationRecord, NoticeRecord,
    PartRecord, PersonRecord, PersonsRecord, PlaceRecord, SectionRecord, SiteRecord, TopicRecord, UnitRecord,
    WrongTermRecord,
};
pub use parsed::{ParsedFile, ParsedFiles};
pub use schemas::Schemas;

use super::{NarrativeFile, stray};
use crate::diagnostic::Checked;
use crate::source::SourceTree;
use crate::value::{Localized, RelPath};
use misplaced::reserved;
use places::FilePlaces;
use reading::{issues, narratives, persons, section, single};
use settings::{default_language, numbering, only_language};

/// The folder that authors write in.
pub const FOLDER: &str = "content";

/// The folder for documents and pictures that narratives link to.
pub const FILES: &str = "content/files";

/// Returns how many records and how many narratives an author wrote; documents and pictures beside them do not count.
pub fn count(tree: &SourceTree) -> (usize, usize) {
    let count =
        |ending: &str| tree.under(FOLDER).filter(|path| !is_attached(path) && path.as_str().ends_with(ending)).count();
    (count(".yaml"), count(".md"))
}

fn is_attached(path: &RelPath) -> bool {
    path.as_str().strip_prefix(FILES).is_some_and(|rest| rest.starts_with('/'))
}

/// A record and the file it stands in.
#[derive(Clone, Debug)]
pub struct Sourced<T> {
    /// The file.
    pub path: RelPath,
    /// The record.
    pub record: T,
}

/// Everything that was written, in the order of its files.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The notice as a whole.
    pub notice: Option<Sourced<NoticeRecord>>,
    /// Lead and responsible units.
    pub units: Option<Sourced<Vec<UnitRecord>>>,
    /// Places.
    pub places: Option<Sourced<Vec<PlaceRecord>>>,
    /// Terms and their translations.
    pub glossary: Option<Sourced<GlossaryRecord>>,
    /// Leads handled, persons held to account.
    pub accountability: Option<Sourced<AccountabilityRecord>>,
    /// Sections by number.
    pub sections: Vec<SectionFolder>,
    /// Issues of a notice without sections, in the order of their files.
    pub issues: Vec<Sourced<Arc<IssueRecord>>>,
    /// Which source each translation was made from.
    pub translations: Option<Sourced<BTreeMap<String, String>>>,
    /// Markdown files in each language, by their path without language and ending: `content/overview`.
    pub narratives: BTreeMap<String, Localized<NarrativeFile>>,
    /// Tables of persons, by the path of the part that they belong to, without language and ending.
    pub persons: BTreeMap<String, Sourced<PersonsRecord>>,
    /// Documents and pictures.
    pub files: Vec<RelPath>,
}

/// One section and its issues.
#[derive(Clone, Debug)]
pub struct SectionFolder {
    /// The folder: `content/2-party-governance`.
    pub folder: String,
    /// The number in front of the folder's name.
    pub number: u32,
    /// The rest of the folder's name, which becomes part of addresses.
    pub slug: String,
    /// Title and topics.
    pub record: Option<Sourced<SectionRecord>>,
    /// Issues in the order of their files.
    pub issues: Vec<Sourced<Arc<IssueRecord>>>,
}

/// Puts every file of `content/` in its place and parses it, unless it is among those that are parsed already.
pub fn parse(tree: &SourceTree, parsed: &mut ParsedFiles) -> Checked<Content> {
    let mut found = Vec::new();
    let mut places = FilePlaces::default();
    for path in tree.under(FOLDER) {
        places.sort(path);
    }
    places.keep_one_level();
    let naming = stray::NewNames {
        lang: default_language(tree, places.notice.as_ref()),
        has_sections: !places.sections.is_empty(),
        taken: places.taken(numbering(tree, places.notice.as_ref())),
    };
    found.extend(places.strays.iter().map(|path| naming.stray(path)));
    found.extend(places.reserved.iter().map(|(folder, file)| reserved(folder, file)));
    let schemas = Schemas::of_records();
    let only = only_language(tree, places.notice.as_ref());
    parsed.turn_to(only);
    let content = Content {
        notice: single(tree, places.notice, &schemas.notice, only, &mut found),
        units: single(tree, places.units, &schemas.units, only, &mut found),
        places: single(tree, places.places, &schemas.places, only, &mut found),
        glossary: single(tree, places.glossary, &schemas.glossary, only, &mut found),
        accountability: single(tree, places.accountability, &schemas.accountability, only, &mut found),
        translations: single(tree, places.translations, &schemas.translations, only, &mut found),
        sections: places
            .sections
            .into_values()
            .map(|folder| section(tree, folder, schemas, parsed, &mut found))
            .collect(),
        issues: issues(tree, places.issues, &schemas.issue, parsed, &mut found),
        narratives: narratives(tree, places.narratives, parsed, &mut found),
        persons: persons(tree, places.persons, &schemas.persons, only, &mut found),
        files: places.files,
    };
    Checked { value: content, diagnostics: found }
}
