//! Where the folders of sources stand: below the root, but for one that may stand elsewhere, as themes do that many
//! notices share.

use std::path::{Path, PathBuf};

/// Where the folders of sources stand.
#[derive(Clone, Copy, Debug)]
pub struct Roots<'a> {
    root: &'a Path,
    /// The name of a folder in the tree, and where it stands.
    elsewhere: Option<(&'a str, &'a Path)>,
}

impl<'a> From<&'a Path> for Roots<'a> {
    fn from(root: &'a Path) -> Roots<'a> {
        Roots { root, elsewhere: None }
    }
}

impl<'a> From<&'a PathBuf> for Roots<'a> {
    fn from(root: &'a PathBuf) -> Roots<'a> {
        root.as_path().into()
    }
}

impl<'a> Roots<'a> {
    /// Folders below a root, one of which stands elsewhere.
    pub fn new(root: &'a Path, elsewhere: Option<(&'a str, &'a Path)>) -> Roots<'a> {
        Roots { root, elsewhere }
    }

    /// Returns the folder of the notice.
    pub fn root(&self) -> &'a Path {
        self.root
    }

    /// Returns the folder that stands elsewhere: its name in the tree, and where it stands.
    pub fn elsewhere(&self) -> Option<(&'a str, &'a Path)> {
        self.elsewhere
    }

    /// Returns where a folder stands, and what links in it may not lead out of.
    pub fn folder(&self, name: &str) -> (PathBuf, &'a Path) {
        match self.elsewhere.filter(|(folder, _)| *folder == name) {
            Some((_, at)) => (at.to_owned(), at),
            None => (self.root.join(name), self.root),
        }
    }

    /// Returns where a path of the tree stands.
    pub fn of(&self, path: &Path) -> PathBuf {
        let inside = self.elsewhere.and_then(|(folder, at)| Some((at, path.strip_prefix(folder).ok()?)));
        match inside {
            Some((at, rest)) if rest.as_os_str().is_empty() => at.to_owned(),
            Some((at, rest)) => at.join(rest),
            None => self.root.join(path),
        }
    }
}
