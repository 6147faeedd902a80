//! Where a site is published, and whether it may be.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Fault};
use super::system;
use super::walk;

/// The file that says that gongkai made a folder.
pub(super) const MARKER: &str = ".gongkai";
/// Folders of the root that hold what its user made, whether or not they are there yet.
const SOURCES: [&str; 5] = ["content", "themes", "src", "tests", ".git"];

/// The folder that a site is published to, and what stands beside it for a while.
#[derive(Debug)]
pub(super) struct Output {
    /// The folder itself, links resolved.
    pub(super) folder: PathBuf,
    /// The folder that it stands in.
    pub(super) parent: PathBuf,
}

/// What stands at the output before a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing.
    Nothing,
    /// A folder of the user's, empty or with nothing but dotfiles.
    Bare,
    /// A site that gongkai published.
    Site,
}

impl Output {
    /// Finds the output and refuses places that hold what is not ours, whatever is in them.
    pub(super) fn find(root: &Path, output: &Path) -> Result<Output, DiskError> {
        let root = real(root)?;
        let folder = resolve(output)?;
        for kept in [Some(root.clone()), home()].into_iter().flatten() {
            if kept.starts_with(&folder) {
                return Err(DiskError::new(Fault::Replaces(kept), &folder));
            }
        }
        for source in SOURCES.map(|name| root.join(name)) {
            let source = fs::canonicalize(&source).unwrap_or(source);
            if source.starts_with(&folder) {
                return Err(DiskError::new(Fault::Replaces(source), &folder));
            }
            if folder.starts_with(&source) {
                return Err(DiskError::new(Fault::Inside(source), &folder));
            }
        }
        let parent = folder
            .parent()
            .map(Path::to_owned)
            .ok_or_else(|| DiskError::new(Fault::Replaces(folder.clone()), &folder))?;
        Ok(Output { folder, parent })
    }

    /// Looks at what is there, and refuses it unless gongkai made it or there is nothing in it to lose.
    pub(super) fn before(&self) -> Result<Before, DiskError> {
        let error = |error| DiskError::io(&self.folder, error);
        match fs::symlink_metadata(&self.folder) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Before::Nothing),
            Err(e) => return Err(error(e)),
            Ok(metadata) if !metadata.is_dir() => return Err(DiskError::new(Fault::NotAFolder, &self.folder)),
            Ok(_) => {}
        }
        if system::is_mount_point(&self.folder).map_err(error)? {
            return Err(DiskError::new(Fault::MountPoint, &self.folder));
        }
        if fs::symlink_metadata(self.folder.join(MARKER)).is_ok_and(|metadata| metadata.is_file()) {
            return Ok(Before::Site);
        }
        let inside = walk::entries(&self.folder).map_err(error)?;
        let is_bare = inside.iter().filter_map(|entry| entry.path.file_name()).all(|name| is_dotfile(Path::new(name)));
        if is_bare { Ok(Before::Bare) } else { Err(DiskError::new(Fault::Foreign, &self.folder)) }
    }

    /// Looks again, just before the swap: what the user put there since the build began must not be lost.
    pub(super) fn is_still(&self, before: Before) -> Result<(), DiskError> {
        if self.before()? == before { Ok(()) } else { Err(DiskError::new(Fault::Disturbed, &self.folder)) }
    }

    /// The file that a build holds locked.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// Where the new site is prepared, and where the old one is after the exchange.
    pub(super) fn stage(&self) -> PathBuf {
        self.beside("stage")
    }

    /// Where the old site is between two renames.
    pub(super) fn previous(&self) -> PathBuf {
        self.beside("previous")
    }

    fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(self.folder.file_name().unwrap_or_default());
        name.push(format!(".gongkai-{what}"));
        self.parent.join(name)
    }
}

/// Whether a path inside the output belongs to the user: `.git`, `.well-known` and the like, and what is in them.
pub(super) fn is_dotfile(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().first() == Some(&b'.')
}

/// The output with links resolved; itself it need not be there.
fn resolve(output: &Path) -> Result<PathBuf, DiskError> {
    match fs::canonicalize(output) {
        Ok(folder) => Ok(folder),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DiskError::io(output, error)),
        Err(_) if output.is_symlink() => Err(DiskError::new(Fault::LeadsNowhere, output)),
        Err(error) => match (output.parent(), output.file_name()) {
            (Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
            _ => Err(DiskError::io(output, error)),
        },
    }
}

/// A folder that must be there, with links resolved.
fn real(folder: &Path) -> Result<PathBuf, DiskError> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(folder).map_err(|error| DiskError::io(folder, error))
}

fn home() -> Option<PathBuf> {
    fs::canonicalize(env::home_dir()?).ok()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    /// A root, and a folder that is none of its business.
    fn folders() -> TempDir {
        let top = tempfile::tempdir().unwrap();
        for folder in ["root/content/2-party", "root/src", "other", "bare", "foreign", "shared/content"] {
            fs::create_dir_all(top.path().join(folder)).unwrap();
        }
        for file in ["bare/.gitignore", "foreign/.gitignore", "foreign/letter.docx", "file"] {
            fs::write(top.path().join(file), "").unwrap();
        }
        for (link, target) in [
            ("dangling", "nowhere"),
            ("to-root", "root"),
            ("to-foreign", "foreign"),
            ("to-other", "other"),
            ("root/themes", "../shared"),
        ] {
            symlink(target, top.path().join(link)).unwrap();
        }
        top
    }

    #[test]
    fn places_that_are_refused() {
        let top = folders();
        let (top, root) = (fs::canonicalize(top.path()).unwrap(), fs::canonicalize(top.path().join("root")).unwrap());
        let home = fs::canonicalize(env::home_dir().unwrap()).unwrap();
        for (output, fault) in [
            ("root", Fault::Replaces(root.clone())),
            ("root/public/..", Fault::Missing),
            ("root/content/..", Fault::Replaces(root.clone())),
            ("to-root", Fault::Replaces(root.clone())),
            ("", Fault::Replaces(root.clone())),
            (home.to_str().unwrap(), Fault::Replaces(home.clone())),
            ("/", Fault::Replaces(root.clone())),
            ("root/content", Fault::Replaces(root.join("content"))),
            ("root/content/2-party", Fault::Inside(root.join("content"))),
            ("root/content/public", Fault::Inside(root.join("content"))),
            ("root/src", Fault::Replaces(root.join("src"))),
            ("root/tests", Fault::Replaces(root.join("tests"))),
            ("root/themes", Fault::Replaces(top.join("shared"))),
            ("shared/content", Fault::Inside(top.join("shared"))),
            ("dangling", Fault::LeadsNowhere),
            ("no/such/folder", Fault::Missing),
            ("file/public", Fault::NotAFolder),
            ("file", Fault::NotAFolder),
            ("foreign", Fault::Foreign),
            ("to-foreign", Fault::Foreign),
            ("/proc", Fault::MountPoint),
        ] {
            let error = Output::find(&root, &top.join(output)).and_then(|o| o.before()).expect_err(output);
            assert_eq!(error.fault(), &fault, "{output}");
        }
    }

    #[test]
    fn places_that_are_accepted() {
        let top = folders();
        fs::create_dir_all(top.path().join("site")).unwrap();
        fs::write(top.path().join("site").join(MARKER), "").unwrap();
        fs::write(top.path().join("site/index.html"), "").unwrap();
        for (output, before) in [
            ("root/public", Before::Nothing),
            ("public", Before::Nothing),
            ("other", Before::Bare),
            ("to-other", Before::Bare),
            ("bare", Before::Bare),
            ("site", Before::Site),
        ] {
            let output = Output::find(&top.path().join("root"), &top.path().join(output)).unwrap();
            assert_eq!(output.before().unwrap(), before, "{output:?}");
        }
    }

    #[test]
    fn what_stands_beside_is_hidden_and_named_after_the_output() {
        let top = folders();
        let output = Output::find(&top.path().join("root"), &top.path().join("to-other")).unwrap();
        let name = |path: PathBuf| path.file_name().unwrap().to_owned();
        assert_eq!(name(output.lock()), ".other.gongkai-lock");
        assert_eq!(name(output.stage()), ".other.gongkai-stage");
        assert_eq!(output.stage().parent(), output.folder.parent());
    }
}
