//! Paths inside a tree of files, the same on every system.

mod name;

use std::fmt;
use std::sync::Arc;

use name::check;

pub(super) use name::is_invisible;
pub use name::is_reserved;

/// A path relative to the root of a tree: parts joined by `/`, none empty, none `.` or `..`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelPath(Arc<str>);

/// Why a text is not a path inside a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelPathError {
    /// A part is empty, `.` or `..`, or the path is absolute.
    Part,
    /// A control character, a backslash or a character that Windows keeps for itself.
    Character(char),
    /// A character that nobody sees: of no width, or one that changes the direction of others.
    Invisible(char),
    /// A name that Windows keeps for a device, such as `con` or `nul`.
    Reserved,
    /// A space at the beginning, or a space or a dot at the end, which Windows takes away.
    Edge,
}

impl RelPath {
    /// Returns a path from its parts joined by `/`.
    pub fn new(path: &str) -> Result<RelPath, RelPathError> {
        path.split('/').try_for_each(check)?;
        Ok(RelPath(path.into()))
    }

    /// Returns a path that gongkai itself composes from checked parts.
    ///
    /// # Panics
    /// If the parts were not checked: a mistake in gongkai, not in the content.
    pub fn of(path: impl AsRef<str>) -> RelPath {
        RelPath::new(path.as_ref()).unwrap_or_else(|e| panic!("{}: {e:?}", path.as_ref()))
    }

    /// Returns the path as text, parts joined by `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// Returns everything before the last part; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns a path written in this file, seen from the root of the tree. `None` if it leads out of the tree or has
    /// an empty part.
    pub fn beside(&self, path: &str) -> Option<String> {
        let mut found = String::with_capacity(self.0.len() + path.len());
        found.push_str(self.folder());
        for part in path.split('/') {
            match part {
                "" => return None,
                "." => {}
                ".." if found.is_empty() => return None,
                ".." => found.truncate(found.rfind('/').unwrap_or(0)),
                part => {
                    found.push_str(if found.is_empty() { "" } else { "/" });
                    found.push_str(part);
                }
            }
        }
        Some(found)
    }

    /// Returns how many folders the path stands under.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for RelPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for RelPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_beside_a_file() {
        let file = RelPath::of("content/2-party/026.zh.md");
        for (path, expected) in [
            ("027.zh.md", Some("content/2-party/027.zh.md")),
            ("../files/a.pdf", Some("content/files/a.pdf")),
            ("./../1-policy/001.zh.md", Some("content/1-policy/001.zh.md")),
            ("../1-policy/../3-people/./051.zh.md", Some("content/3-people/051.zh.md")),
            ("../../README.md", Some("README.md")),
            ("../../../etc/passwd", None),
            ("..//files/a.pdf", None),
        ] {
            assert_eq!(file.beside(path).as_deref(), expected, "{path}");
        }
        assert_eq!(RelPath::of("index.html").beside("issues/001.html").as_deref(), Some("issues/001.html"));
    }

    #[test]
    fn good_and_bad_paths() {
        let path = RelPath::of("content/2-party/026.zh.md");
        assert_eq!((path.folder(), path.name(), path.depth()), ("content/2-party", "026.zh.md", 2));
        for (bad, error) in [
            ("", RelPathError::Part),
            ("/etc", RelPathError::Part),
            ("a/../b", RelPathError::Part),
            ("a//b", RelPathError::Part),
            ("a\\b", RelPathError::Character('\\')),
            ("a\nb", RelPathError::Character('\n')),
            ("NUL.md", RelPathError::Reserved),
            ("x/com1.yaml", RelPathError::Reserved),
            ("x/COM¹.yaml", RelPathError::Reserved),
            ("aux .txt", RelPathError::Reserved),
            ("con.x/a", RelPathError::Reserved),
            ("a\u{200B}b", RelPathError::Invisible('\u{200B}')),
            ("a\u{202E}b", RelPathError::Invisible('\u{202E}')),
            ("\u{FEFF}a", RelPathError::Invisible('\u{FEFF}')),
            ("a\u{AD}b", RelPathError::Invisible('\u{AD}')),
            ("a\u{2066}b/c", RelPathError::Invisible('\u{2066}')),
            ("a\u{3164}b", RelPathError::Invisible('\u{3164}')),
            ("a\u{FE0F}b", RelPathError::Invisible('\u{FE0F}')),
            ("a\u{E000}b", RelPathError::Invisible('\u{E000}')),
            ("a\u{2028}b", RelPathError::Invisible('\u{2028}')),
            ("a./b", RelPathError::Edge),
            ("a.pdf ", RelPathError::Edge),
            (" a.pdf", RelPathError::Edge),
            ("a\u{3000}/b", RelPathError::Edge),
            ("...", RelPathError::Edge),
        ] {
            assert_eq!(RelPath::new(bad), Err(error), "{bad:?}");
        }
        for good in
            ["common/lpt.yaml", "com10", "acon", "名单（2023 年）.pdf", "a\u{3000}b", ".schema/issue.json", "a..b"]
        {
            assert!(RelPath::new(good).is_ok(), "{good}");
        }
    }
}
