//! The walk through the folders of the sources: which files are there, by their paths, and what is wrong with the rest.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::refused::{broken_link, clashing, leads_out, special, unsafe_name};
use crate::diagnostic::Diagnostic;
use crate::shell::disk::error::{DiskError, Fault};
use crate::shell::disk::names::{folded, is_leftover};
use crate::shell::disk::roots::Roots;
use crate::shell::disk::system;
use crate::value::RelPath;

/// What a walk through the folders gathers.
pub(super) struct Walk<'a> {
    roots: Roots<'a>,
    /// The folder that is walked, as the tree calls it.
    name: String,
    /// Where it stands.
    top: PathBuf,
    /// What its links may not lead out of, without links.
    bounds: PathBuf,
    pub(super) files: Vec<(RelPath, PathBuf)>,
    /// The first of all names that are alike, by folder and folded name.
    names: BTreeMap<(String, String), RelPath>,
    pub(super) has_links: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Walk<'a> {
    pub(super) fn of(roots: Roots<'a>) -> Walk<'a> {
        Walk {
            roots,
            name: String::new(),
            top: PathBuf::new(),
            bounds: PathBuf::new(),
            files: Vec::new(),
            names: BTreeMap::new(),
            has_links: false,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn folder(&mut self, folder: &str) -> Result<(), DiskError> {
        let (top, bounds) = self.roots.folder(folder);
        let may_lack = bounds == self.roots.root();
        match fs::symlink_metadata(&top) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && may_lack => return Ok(()),
            Err(error) => return Err(DiskError::io(&top, error)),
            Ok(metadata) if metadata.is_file() => return Err(DiskError::new(Fault::NotAFolder, &top)),
            Ok(_) => {}
        }
        self.bounds = fs::canonicalize(bounds).map_err(|error| DiskError::io(bounds, error))?;
        (self.name, self.top) = (folder.to_owned(), top.clone());
        let mut entries = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let wanted = self.entry(&entry)?;
                    if entry.file_type().is_dir() && !wanted {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.unreadable(&top, error)?,
            }
        }
        Ok(())
    }

    /// Takes an entry in; returns whether it, and what is below it, is wanted.
    fn entry(&mut self, entry: &DirEntry) -> Result<bool, DiskError> {
        if entry.depth() > 0 && is_leftover(entry.file_name()) {
            return Ok(false);
        }
        let Some(path) = self.path(entry.path()) else { return Ok(false) };
        self.has_links |= entry.path_is_symlink();
        if entry.path_is_symlink() && !self.stays_inside(entry.path())? {
            self.diagnostics.push(leads_out(path));
            return Ok(false);
        }
        self.compare_name(&path);
        let kind = entry.file_type();
        if kind.is_file() {
            self.files.push((path, entry.path().into()));
        } else if !kind.is_dir() {
            self.diagnostics.push(special(path));
        }
        Ok(true)
    }

    /// A link that leads nowhere or round in a circle is a diagnostic; all else that cannot be read is an error.
    fn unreadable(&mut self, top: &Path, error: walkdir::Error) -> Result<(), DiskError> {
        let path = error.path().unwrap_or(top).to_owned();
        let leads_nowhere = |error: &io::Error| error.kind() == io::ErrorKind::NotFound || system::is_link_loop(error);
        let is_broken_link = error.io_error().is_some_and(leads_nowhere) && path.is_symlink();
        if !is_broken_link && error.loop_ancestor().is_none() {
            return Err(DiskError::walk(top, error));
        }
        if !path.file_name().is_some_and(is_leftover)
            && let Some(path) = self.path(&path)
        {
            self.diagnostics.push(broken_link(path));
        }
        Ok(())
    }

    /// Returns the path in the tree, or a diagnostic that there is none.
    pub(super) fn path(&mut self, path: &Path) -> Option<RelPath> {
        let inner = match path.strip_prefix(&self.top) {
            Ok(rest) if !rest.as_os_str().is_empty() => Path::new(&self.name).join(rest),
            _ => PathBuf::from(&self.name),
        };
        let valid = inner.to_str().and_then(|text| RelPath::new(text).ok());
        if valid.is_none() {
            // The folder is one that was taken in before, or one that gongkai named.
            let folder = RelPath::of(inner.parent().and_then(Path::to_str).unwrap_or_default());
            self.diagnostics.push(unsafe_name(folder, Path::new(inner.file_name().unwrap_or_default())));
        }
        valid
    }

    fn stays_inside(&self, link: &Path) -> Result<bool, DiskError> {
        let target = fs::canonicalize(link).map_err(|error| DiskError::io(link, error))?;
        Ok(target.starts_with(&self.bounds))
    }

    fn compare_name(&mut self, path: &RelPath) {
        let first = self.names.entry((path.folder().into(), folded(path.name()))).or_insert_with(|| path.clone());
        if first != path {
            self.diagnostics.push(clashing(path.clone(), first.clone()));
        }
    }
}
