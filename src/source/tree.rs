//! The files of a notice in memory: all that the pipeline may know of the world.
//!
//! Takes bytes by path; gives bytes and text by path, in the order of paths, so that the same tree always yields the
//! same site.

mod file;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::reads;
use crate::diagnostic::Diagnostic;
use crate::value::{Fingerprint, RelPath};
use file::{File, Held};

/// The mark at the beginning of a file that says how it is encoded; no text has it.
const MARK: &str = "\u{FEFF}";

/// Files by path, each with its bytes.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    files: BTreeMap<RelPath, File>,
    /// A folder that stands elsewhere: its name in the tree, and what people call the place.
    elsewhere: Option<(Arc<str>, Arc<str>)>,
}

impl SourceTree {
    /// Returns a tree from paths and texts, as tests and the built-in theme have them.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> SourceTree {
        let mut tree = SourceTree::default();
        for (path, bytes) in files {
            tree.insert(RelPath::of(path), bytes.to_vec());
        }
        tree
    }

    /// Returns a tree from all its files.
    pub fn of_files(files: Vec<(RelPath, Vec<u8>)>) -> SourceTree {
        let files = files.into_par_iter().map(|(path, bytes)| (path, File::of(bytes))).collect();
        SourceTree { files, elsewhere: None }
    }

    /// Returns the same tree, one folder of which stands elsewhere.
    pub fn with_elsewhere(self, folder: &str, place: &str) -> SourceTree {
        SourceTree { elsewhere: Some((folder.into(), place.trim_end_matches('/').into())), ..self }
    }

    /// Returns what people call a file: its path, or where it stands if that is elsewhere.
    pub fn shown<'a>(&self, path: &'a RelPath) -> Cow<'a, str> {
        let path = path.as_str();
        let inside = self.elsewhere.as_ref().and_then(|(folder, place)| Some((place, path.strip_prefix(&**folder)?)));
        match inside.filter(|(_, rest)| rest.is_empty() || rest.starts_with('/')) {
            Some((place, rest)) => Cow::Owned(format!("{place}{rest}")),
            None => Cow::Borrowed(path),
        }
    }

    /// Puts a file in; one that stood at the path is replaced.
    pub fn insert(&mut self, path: RelPath, bytes: Vec<u8>) {
        self.files.insert(path, File::of(bytes));
    }

    /// Replaces the text of a file, whose byte order mark stays if it has one.
    pub fn rewrite(&mut self, path: &RelPath, text: &str) {
        let has_mark = self.bytes(path.as_str()).is_some_and(|bytes| bytes.starts_with(MARK.as_bytes()));
        let mark = if has_mark { MARK } else { "" };
        self.insert(path.clone(), format!("{mark}{text}").into_bytes());
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &RelPath) {
        self.files.remove(path);
    }

    /// Returns whether there is such a file.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Returns the bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.read(path).map(File::bytes)
    }

    fn read(&self, path: &str) -> Option<&File> {
        let (path, file) = self.files.get_key_value(path)?;
        reads::note(path);
        Some(file)
    }

    /// Returns the text of a file without a byte order mark, if there is such a file and it is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        match &self.read(path)?.held {
            Held::Text(text) => Some(text.strip_prefix(MARK).unwrap_or(text)),
            Held::Bytes(_) => None,
        }
    }

    /// Returns the text of a file, or the diagnostic that says why it cannot be read as text.
    pub fn checked_text(&self, path: &RelPath) -> Result<&str, Box<Diagnostic>> {
        match (self.text(path.as_str()), self.bytes(path.as_str())) {
            (Some(text), _) => Ok(text),
            (None, Some(bytes)) => Err(Box::new(super::encoding::not_utf8(path, bytes))),
            (None, None) => Ok(""),
        }
    }

    /// Returns the text of a file, shared with the tree where it has no byte order mark; or the diagnostic that says
    /// why it is not text.
    pub fn shared_text(&self, path: &RelPath) -> Result<Arc<str>, Box<Diagnostic>> {
        match self.files.get(path).map(|file| &file.held) {
            Some(Held::Text(text)) if !text.starts_with(MARK) => Ok(text.clone()),
            _ => self.checked_text(path).map(Into::into),
        }
    }

    /// Returns the fingerprint of a file; that of no file is the default one.
    pub fn fingerprint(&self, path: &RelPath) -> Fingerprint {
        let of = |file: &File| *file.fingerprint.get_or_init(|| Fingerprint::of(path.as_str(), file.bytes()));
        self.files.get(path).map(of).unwrap_or_default()
    }

    /// Returns the paths of files that are new, gone or not the same in an earlier tree, in order.
    pub fn changes<'a>(&'a self, earlier: &'a SourceTree) -> Vec<&'a RelPath> {
        let (mut now, mut then) = (self.files.iter().peekable(), earlier.files.iter().peekable());
        let mut changed = Vec::new();
        loop {
            match (now.peek(), then.peek()) {
                (Some((path, file)), Some((same, before))) if path == same => {
                    changed.extend((!file.is(before)).then_some(*path));
                    now.next();
                    then.next();
                }
                (Some((new, _)), Some((gone, _))) if new > gone => changed.extend(then.next().map(|(path, _)| path)),
                (Some(_), _) => changed.extend(now.next().map(|(path, _)| path)),
                (None, Some(_)) => changed.extend(then.next().map(|(path, _)| path)),
                (None, None) => return changed,
            }
        }
    }

    /// Returns every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &RelPath> {
        self.files.keys()
    }

    /// Returns every file below a folder, in order; the folder is written without a closing slash.
    pub fn under<'a, 'f>(&'a self, folder: &'f str) -> impl Iterator<Item = &'a RelPath> + use<'a, 'f> {
        self.files
            .range::<str, _>((std::ops::Bound::Included(folder), std::ops::Bound::Unbounded))
            .map(|(path, _)| path)
            .take_while(move |path| path.as_str().starts_with(folder))
            .filter(move |path| path.as_str().as_bytes().get(folder.len()) == Some(&b'/'))
    }

    /// Returns how many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Returns whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_files_that_are_new_or_gone_or_not_the_same() {
        let old = SourceTree::of([("a", &b"1"[..]), ("b", b"2"), ("c", b"3"), ("e", b"\xFF")]);
        let new = SourceTree::of([("b", &b"2"[..]), ("c", b"4"), ("d", b"5"), ("e", b"\xFF"), ("f", b"6")]);
        let empty = SourceTree::default();
        let changes = |now: &SourceTree, then| now.changes(then).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(changes(&new, &old), ["a", "c", "d", "f"]);
        assert_eq!(changes(&old, &new), ["a", "c", "d", "f"]);
        assert!(old.changes(&old.clone()).is_empty());
        assert_eq!(changes(&old, &empty), ["a", "b", "c", "e"]);
    }

    #[test]
    fn a_folder_that_stands_elsewhere_is_shown_there() {
        let tree = SourceTree::default().with_elsewhere("themes", "../shared/");
        let shown = |path: &str| tree.shown(&RelPath::of(path)).into_owned();
        assert_eq!(shown("themes/red/theme.yaml"), "../shared/red/theme.yaml");
        assert_eq!(
            [shown("themes"), shown("themes-2/a"), shown("content/a")],
            ["../shared", "themes-2/a", "content/a"]
        );
    }

    #[test]
    fn a_mark_is_no_text_and_a_folder_is_no_prefix() {
        let tree = SourceTree::of([
            ("a/x", &b"\xEF\xBB\xBFone"[..]),
            ("a-b/y", b"two"),
            ("a.txt", b"three"),
            ("b", b"\xC4\xCF"),
        ]);
        assert_eq!(tree.text("a/x"), Some("one"));
        assert_eq!(tree.under("a").map(RelPath::as_str).collect::<Vec<_>>(), ["a/x"]);
        assert_eq!(tree.checked_text(&RelPath::of("b")).map_err(|d| d.rule), Err("not-utf8"));
    }
}
