//! Reads the files of a notice: those of which there is one each time, records of issues and narratives only where they
//! are not known.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::parsed::{ParsedFile, ParsedFiles};
use super::places::FolderFiles;
use super::schemas::Schemas;
use super::{SectionFolder, Sourced};
use crate::diagnostic::Diagnostic;
use crate::notice::NarrativeFile;
use crate::notice::records::{IssueRecord, PersonsRecord};
use crate::source::yaml::Schema;
use crate::source::{SourceTree, yaml};
use crate::value::{Lang, Localized, RelPath};

pub(super) fn single<T: DeserializeOwned>(
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

pub(super) fn persons(
    tree: &SourceTree,
    places: BTreeMap<String, RelPath>,
    schema: &Schema,
    only: Option<Lang>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Sourced<PersonsRecord>> {
    let read = |(stem, path)| Some((stem, single(tree, Some(path), schema, only, found)?));
    places.into_iter().filter_map(read).collect()
}

pub(super) fn section(
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

pub(super) fn issues(
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

pub(super) fn narratives(
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
