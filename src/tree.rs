//! The files of a notice in memory: all that the pipeline may know of the world.
//!
//! Takes bytes by path; gives bytes and text by path, in the order of paths, so that the same tree always yields the same site.

mod encoding;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::value::RelPath;

/// Files by path, each with its bytes.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    files: BTreeMap<RelPath, Arc<[u8]>>,
}

impl SourceTree {
    /// A tree from paths and texts, as tests and the built-in theme have them.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> SourceTree {
        let mut tree = SourceTree::default();
        for (path, bytes) in files {
            tree.insert(RelPath::of(path), bytes.into());
        }
        tree
    }

    /// Puts a file in; one that stood at the path is replaced.
    pub fn insert(&mut self, path: RelPath, bytes: Arc<[u8]>) {
        self.files.insert(path, bytes);
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// The text of a file without a byte order mark, if there is such a file and it is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(without_mark(self.files.get(path)?)).ok()
    }

    /// The text of a file, or the finding that says why it cannot be read as text.
    pub fn checked_text(&self, path: &RelPath) -> Result<&str, Box<Diagnostic>> {
        let bytes = without_mark(self.files.get(path).map_or(&[], |b| &**b));
        std::str::from_utf8(bytes).map_err(|error| Box::new(encoding::not_utf8(path, bytes, error.valid_up_to())))
    }

    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &RelPath> {
        self.files.keys()
    }

    /// Every file below a folder, in order; the folder is written without a closing slash.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a RelPath, &'a Arc<[u8]>)> {
        self.files
            .range::<str, _>((std::ops::Bound::Included(folder), std::ops::Bound::Unbounded))
            .take_while(move |(path, _)| path.as_str().starts_with(folder))
            .filter(move |(path, _)| path.as_str().as_bytes().get(folder.len()) == Some(&b'/'))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_no_text_and_a_folder_is_no_prefix() {
        let tree = SourceTree::of([("a/x", &b"\xEF\xBB\xBFone"[..]), ("a-b/y", b"two"), ("a.txt", b"three"), ("b", b"\xC4\xCF")]);
        assert_eq!(tree.text("a/x"), Some("one"));
        assert_eq!(tree.under("a").map(|(p, _)| p.as_str()).collect::<Vec<_>>(), ["a/x"]);
        assert_eq!(tree.checked_text(&RelPath::of("b")).map_err(|d| d.rule), Err("not-utf8"));
    }
}
