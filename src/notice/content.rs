//! What an author may write: records, and where each stands. First step of the pipeline.
//!
//! Takes the files of a notice; gives [`Content`], every file in its place but nothing looked up yet. It knows shapes,
//! not meanings: whether a unit exists or a date makes sense is the business of [`crate::notice`] and [`crate::rules`].

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

pub use super::records::{
    AcceptedRecord, AccountabilityRecord, ContactRecord, CorrectionRecord, FigureRecord, GlossaryRecord, GroupRecord,
    HistoryRecord, InspectionRecord, IssueRecord, ItemRecord, MeasureRecord, NavigationRecord, NoticeRecord,
    PartRecord, PersonRecord, PersonsRecord, PlaceRecord, SectionRecord, SiteRecord, TopicRecord, UnitRecord,
    WrongTermRecord,
};

use super::{NarrativeFile, stray};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::say;
use crate::source::yaml::{self, Schema};
use crate::source::{SourceTree, UNSAFE_FILE_NAME};
use crate::value::{Lang, Localized, Numbering, RelPath, is_id, is_reserved};

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

/// A file that has been read and had nothing wrong with it. Records of issues and narratives are many, and an edit
/// touches few.
#[derive(Clone, Debug)]
pub enum ParsedFile {
    /// The record of an issue.
    Issue(Arc<IssueRecord>),
    /// A narrative in one language.
    Narrative(NarrativeFile),
}

/// Parsed files by their path. Records depend on their bytes and on one thing more: the language of a notice that has
/// one.
#[derive(Clone, Debug, Default)]
pub struct ParsedFiles {
    files: BTreeMap<RelPath, ParsedFile>,
    only: Option<Lang>,
}

impl ParsedFiles {
    /// None yet.
    pub fn new() -> ParsedFiles {
        ParsedFiles::default()
    }

    /// Forgets a file.
    pub fn forget(&mut self, path: &RelPath) {
        self.files.remove(path);
    }

    /// Forgets the records if they were read for a notice in other languages.
    fn turn_to(&mut self, only: Option<Lang>) {
        if self.only != only {
            self.files.retain(|_, file| matches!(file, ParsedFile::Narrative(_)));
            self.only = only;
        }
    }
}

/// Returns the first language of a notice, as far as that can be read.
fn default_language(tree: &SourceTree, notice: Option<&RelPath>) -> Lang {
    let codes = notice.and_then(|path| yaml::peek(tree, path, "languages")).unwrap_or_default();
    codes.first().and_then(|code| Lang::of(code)).unwrap_or_else(|| Lang::new("zh"))
}

/// Returns how a notice numbers its issues, as far as that can be read.
fn numbering(tree: &SourceTree, notice: Option<&RelPath>) -> Numbering {
    let written = notice.and_then(|path| yaml::peek(tree, path, "numbering")).unwrap_or_default();
    if written == ["per-section"] { Numbering::PerSection } else { Numbering::default() }
}

/// Returns the language of a notice that has one. Where nothing can be read of its languages, that is a diagnostic of
/// its own, and Chinese is taken for the only one.
fn only_language(tree: &SourceTree, notice: Option<&RelPath>) -> Option<Lang> {
    let codes = notice.and_then(|path| yaml::peek(tree, path, "languages"));
    match codes.as_deref() {
        None | Some([]) => Lang::of("zh"),
        Some([only]) => Lang::of(only),
        Some(_) => None,
    }
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

/// Where each file belongs, before any is read.
#[derive(Default)]
struct FilePlaces {
    notice: Option<RelPath>,
    units: Option<RelPath>,
    places: Option<RelPath>,
    glossary: Option<RelPath>,
    accountability: Option<RelPath>,
    translations: Option<RelPath>,
    sections: BTreeMap<String, FolderFiles>,
    /// Folders of sections that no page can be named after, each with its first file.
    reserved: BTreeMap<String, RelPath>,
    /// Records of issues directly in `content/`.
    issues: Vec<RelPath>,
    narratives: BTreeMap<String, Localized<RelPath>>,
    /// Tables of persons, by the part that they belong to.
    persons: BTreeMap<String, RelPath>,
    files: Vec<RelPath>,
    /// Files that have no place.
    strays: Vec<RelPath>,
}

struct FolderFiles {
    folder: String,
    number: u32,
    slug: String,
    section: Option<RelPath>,
    issues: Vec<RelPath>,
}

impl FilePlaces {
    fn sort(&mut self, path: &RelPath) {
        let inside = path.as_str().strip_prefix("content/").unwrap_or_default();
        if is_attached(path) {
            self.files.push(path.clone());
            return;
        }
        let placed = match inside.split('/').collect::<Vec<_>>()[..] {
            ["notice.yaml"] => self.notice.insert(path.clone()) == path,
            ["units.yaml"] => self.units.insert(path.clone()) == path,
            ["places.yaml"] => self.places.insert(path.clone()) == path,
            ["glossary.yaml"] => self.glossary.insert(path.clone()) == path,
            ["accountability.yaml"] => self.accountability.insert(path.clone()) == path,
            ["translations.yaml"] => self.translations.insert(path.clone()) == path,
            ["parts", name] => {
                self.table(path, name) || self.article(path, name, |stem| stray::section_name(stem).is_some())
            }
            ["pages", name] => self.article(path, name, is_id),
            [name] => {
                ["overview", "accountability", "closing"].iter().any(|stem| self.narrative(path, name, stem))
                    || self.of_issue(path, name, |places| Some(&mut places.issues))
            }
            [folder, name] => self.in_section(path, folder, name),
            _ => false,
        };
        if !placed {
            self.strays.push(path.clone());
        }
    }

    fn in_section(&mut self, path: &RelPath, folder: &str, name: &str) -> bool {
        let Some((number, slug)) = stray::section_name(folder) else { return false };
        if is_reserved(slug) {
            self.reserved.entry(folder.to_owned()).or_insert_with(|| path.clone());
            return true;
        }
        let files = self.sections.entry(folder.to_owned()).or_insert_with(|| FolderFiles {
            folder: path.folder().to_owned(),
            number,
            slug: slug.to_owned(),
            section: None,
            issues: Vec::new(),
        });
        if name == "section.yaml" {
            files.section = Some(path.clone());
            return true;
        }
        self.of_issue(path, name, |places| places.sections.get_mut(folder).map(|files| &mut files.issues))
    }

    /// Takes `name` in as the record of an issue, or as its narrative in a language, if it is one.
    fn of_issue(
        &mut self,
        path: &RelPath,
        name: &str,
        records: impl FnOnce(&mut FilePlaces) -> Option<&mut Vec<RelPath>>,
    ) -> bool {
        let stem = name.split('.').next().unwrap_or_default();
        if stem.is_empty() || !stem.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        if name.strip_prefix(stem) == Some(".yaml") {
            records(self).map(|records| records.push(path.clone())).is_some()
        } else {
            self.narrative(path, name, stem)
        }
    }

    /// Takes issues beside sections out as files without a place: issues stand in the folders of sections or, where
    /// there are none, directly in `content/`.
    fn keep_one_level(&mut self) {
        if self.sections.is_empty() {
            return;
        }
        self.strays.append(&mut self.issues);
        let is_misplaced =
            |stem: &String| stem.strip_prefix("content/").is_some_and(|stem| stray::number(stem).is_some());
        let misplaced: Vec<String> = self.narratives.keys().filter(|stem| is_misplaced(stem)).cloned().collect();
        for stem in misplaced {
            let files = self.narratives.remove(&stem).unwrap_or_default();
            self.strays.extend(files.iter().map(|(_, path)| path.clone()));
        }
        self.strays.sort();
    }

    /// Returns the highest number of an issue in each folder whose numbers are its own, or in all of them.
    fn taken(&self, numbering: Numbering) -> BTreeMap<Option<String>, u32> {
        let mut taken = BTreeMap::new();
        let records = self.sections.values().flat_map(|folder| &folder.issues).chain(&self.issues);
        for path in records {
            let folder = (numbering == Numbering::PerSection).then(|| path.folder().to_owned());
            let highest = taken.entry(folder).or_insert(0);
            *highest = stray::number(path.name()).unwrap_or(0).max(*highest);
        }
        taken
    }

    /// Takes `name` in as the table of persons of a part, if it is one.
    fn table(&mut self, path: &RelPath, name: &str) -> bool {
        let Some(stem) = name.strip_suffix(".yaml").filter(|stem| stray::section_name(stem).is_some()) else {
            return false;
        };
        self.persons.insert(format!("{}/{stem}", path.folder()), path.clone());
        true
    }

    /// Takes `name` in as a text that is no issue's, if what it is called is right.
    fn article(&mut self, path: &RelPath, name: &str, is_right: impl Fn(&str) -> bool) -> bool {
        let stem = name.split('.').next().unwrap_or_default();
        is_right(stem) && self.narrative(path, name, stem)
    }

    /// Takes `name` in as the narrative `stem` of a language, if it is one.
    fn narrative(&mut self, path: &RelPath, name: &str, stem: &str) -> bool {
        let language = name.strip_prefix(stem).and_then(|n| n.strip_prefix('.')).and_then(|n| n.strip_suffix(".md"));
        let Some(lang) = language.and_then(Lang::of) else { return false };
        let key = format!("{}/{stem}", path.folder());
        self.narratives.entry(key).or_default().insert(lang, path.clone());
        true
    }
}

fn single<T: DeserializeOwned>(
    tree: &SourceTree,
    path: Option<RelPath>,
    schema: &Schema,
    only: Option<Lang>,
    found: &mut Vec<Diagnostic>,
) -> Option<Sourced<T>> {
    let path = path?;
    let record = yaml::written(tree, &path, schema, only).into_value(found)?;
    Some(Sourced { path, record })
}

fn persons(
    tree: &SourceTree,
    places: BTreeMap<String, RelPath>,
    schema: &Schema,
    only: Option<Lang>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Sourced<PersonsRecord>> {
    let read = |(stem, path)| Some((stem, single(tree, Some(path), schema, only, found)?));
    places.into_iter().filter_map(read).collect()
}

fn section(
    tree: &SourceTree,
    files: FolderFiles,
    schemas: &Schemas,
    parsed: &mut ParsedFiles,
    found: &mut Vec<Diagnostic>,
) -> SectionFolder {
    let record = single(tree, files.section, &schemas.section, parsed.only, found);
    let issues = issues(tree, files.issues, &schemas.issue, parsed, found);
    SectionFolder { folder: files.folder, number: files.number, slug: files.slug, record, issues }
}

fn issues(
    tree: &SourceTree,
    paths: Vec<RelPath>,
    schema: &Schema,
    parsed: &mut ParsedFiles,
    found: &mut Vec<Diagnostic>,
) -> Vec<Sourced<Arc<IssueRecord>>> {
    let new: Vec<&RelPath> = paths.iter().filter(|path| !parsed.files.contains_key(*path)).collect();
    let only = parsed.only;
    let read: Vec<_> =
        new.into_par_iter().map(|path| (path.clone(), yaml::written(tree, path, schema, only))).collect();
    for (path, record) in read {
        if let Some(mut record) = record.into_value(found) {
            IssueRecord::sort_history(&mut record);
            parsed.files.insert(path, ParsedFile::Issue(Arc::new(record)));
        }
    }
    let record = |path: RelPath| match parsed.files.get(&path)? {
        ParsedFile::Issue(record) => Some(Sourced { record: record.clone(), path }),
        ParsedFile::Narrative(_) => None,
    };
    paths.into_iter().filter_map(record).collect()
}

fn narratives(
    tree: &SourceTree,
    places: BTreeMap<String, Localized<RelPath>>,
    parsed: &mut ParsedFiles,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Localized<NarrativeFile>> {
    let new = places.values().flat_map(|files| files.iter().map(|(_, path)| path));
    let new: Vec<&RelPath> = new.filter(|path| !parsed.files.contains_key(*path)).collect();
    for path in new {
        match tree.shared_text(path) {
            Ok(text) => {
                let file = NarrativeFile::new(path.clone(), text);
                parsed.files.insert(path.clone(), ParsedFile::Narrative(file));
            }
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    let file = |(lang, path): (Lang, &RelPath)| match parsed.files.get(path)? {
        ParsedFile::Narrative(file) => Some((lang, file.clone())),
        ParsedFile::Issue(_) => None,
    };
    places.into_iter().map(|(stem, files)| (stem, files.iter().filter_map(file).collect())).collect()
}

/// Returns the diagnostic for a folder of a section whose page would have a name that Windows keeps for itself.
fn reserved(folder: &str, file: &RelPath) -> Diagnostic {
    let (number, slug) = folder.split_once('-').unwrap_or_default();
    let message = say!(
        "文件夹“{folder}”的英文简称“{slug}”是 Windows 的保留名，不能用作网页的名字",
        "Windows reserves the name `{slug}`, so no page can be named after the folder {folder}"
    );
    let help = say!(
        "请给文件夹改名，换一个英文简称，如 {number}-{slug}-work",
        "rename the folder, with another slug: {number}-{slug}-work, for example"
    );
    Diagnostic::of(UNSAFE_FILE_NAME, Place::File(file.clone()), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strays(paths: &[&str]) -> Vec<String> {
        let tree = SourceTree::of(paths.iter().map(|p| (*p, &b"x: 1"[..])));
        parse(&tree, &mut ParsedFiles::new())
            .diagnostics
            .into_iter()
            .filter(|d| d.rule == "stray-file")
            .filter_map(|d| d.place.map(|p| p.path().to_string()))
            .collect()
    }

    #[test]
    fn every_file_has_a_place_or_is_named() {
        let good = [
            "content/closing.en.md",
            "content/parts/10-duty.zh.md",
            "content/parts/10-duty.yaml",
            "content/pages/privacy.zh.md",
            "content/2-party/026.zh.md",
            "content/2-party/026.yaml",
            "content/files/a.pdf",
            "content/2-party/section.yaml",
        ];
        assert_eq!(strays(&good), Vec::<String>::new());
        let bad = [
            "content/party/026.yaml",
            "content/+2-people/026.yaml",
            "content/2 -people/026.yaml",
            "content/２-people/026.yaml",
            "content/-2-people/026.yaml",
            "content/0-people/026.yaml",
            "content/99999999999-people/026.yaml",
            "content/2-People/026.yaml",
            "content/2-party/026.md",
            "content/2-party/x/026.yaml",
            "content/2-party/26a.yaml",
            "content/notes.txt",
            "content/parts/duty.zh.md",
            "content/parts/10-duty.md",
            "content/parts/duty.yaml",
            "content/pages/privacy.yaml",
            "content/pages/Privacy.zh.md",
        ];
        let mut expected: Vec<_> = bad.iter().map(ToString::to_string).collect();
        expected.sort();
        assert_eq!(strays(&bad), expected);
    }

    #[test]
    fn folders_that_no_page_can_be_named_after() {
        for slug in ["con", "aux", "nul", "prn", "com1", "lpt9"] {
            let paths = [format!("content/2-{slug}/026.yaml"), format!("content/2-{slug}/section.yaml")];
            let tree = SourceTree::of(paths.iter().map(|path| (path.as_str(), &b"x: 1"[..])));
            let Checked { value, diagnostics } = parse(&tree, &mut ParsedFiles::new());
            let [found] = &diagnostics[..] else { panic!("{slug}: {diagnostics:?}") };
            assert_eq!(found.place, Some(Place::File(RelPath::of(&paths[0]))));
            assert!(
                found.rule == "unsafe-file-name" && found.help.as_ref().unwrap().en.contains(&format!("2-{slug}-work"))
            );
            assert!(value.sections.is_empty(), "{slug}");
        }
        assert_eq!(strays(&["content/2-com/026.yaml", "content/2-con-work/026.yaml"]), Vec::<String>::new());
    }
}
