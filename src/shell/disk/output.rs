//! Where a site is published, and whether it may be, whatever is there.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Fault};

/// Folders of the root that hold what its user made, whether or not they are there yet.
const SOURCES: [&str; 5] = ["content", "themes", "src", "tests", ".git"];

/// The folder that a site is published to, and what is beside it for a while.
#[derive(Debug)]
pub(super) struct OutputFolder {
    /// The folder itself, links resolved.
    pub(super) folder: PathBuf,
    /// The folder that it is in.
    pub(super) parent: PathBuf,
}

impl OutputFolder {
    /// Finds the output and refuses places where the user keeps what is not a site, whatever is in them now.
    pub(super) fn find(root: &Path, output: &Path) -> Result<OutputFolder, DiskError> {
        OutputFolder::find_with(env::home_dir(), root, output)
    }

    /// Finds the output of somebody who keeps everything in one folder, if the system knows which.
    fn find_with(home: Option<PathBuf>, root: &Path, output: &Path) -> Result<OutputFolder, DiskError> {
        let root = real(root)?;
        let folder = resolve(output)?;
        let home = home.and_then(|home| fs::canonicalize(home).ok());
        for kept in [Some(root.clone()), home].into_iter().flatten() {
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
        Ok(OutputFolder { folder, parent })
    }

    /// Returns the file that a build holds locked.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// Returns where the new site is prepared, and where the old one is after the exchange.
    pub(super) fn stage(&self) -> PathBuf {
        self.beside("stage")
    }

    /// Returns where the old site is between two renames.
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

/// Returns whether a path inside the output belongs to the user: `.git`, `.well-known` and the like, and what is in
/// them.
pub(super) fn is_dotfile(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().first() == Some(&b'.')
}

/// Returns the output with links resolved; itself it need not be there.
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

/// Returns a folder that must be there, with links resolved.
fn real(folder: &Path) -> Result<PathBuf, DiskError> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(folder).map_err(|error| DiskError::io(folder, error))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::super::system::symlink;
    use super::*;

    /// A root, and folders beside it.
    fn folders() -> TempDir {
        let top = tempfile::tempdir().unwrap();
        for folder in ["root/content/2-party", "root/src", "other", "shared/content", "home/person/desk"] {
            fs::create_dir_all(top.path().join(folder)).unwrap();
        }
        fs::write(top.path().join("file"), "").unwrap();
        for (link, target) in
            [("dangling", "nowhere"), ("to-root", "root"), ("to-other", "other"), ("root/themes", "../shared")]
        {
            symlink(Path::new(target), &top.path().join(link)).unwrap();
        }
        top
    }

    #[test]
    fn places_that_are_refused() {
        let top = folders();
        let (top, root) = (fs::canonicalize(top.path()).unwrap(), fs::canonicalize(top.path().join("root")).unwrap());
        let home = top.join("home/person");
        for (output, fault) in [
            ("root", Fault::Replaces(root.clone())),
            ("root/public/..", Fault::Missing),
            ("root/content/..", Fault::Replaces(root.clone())),
            ("to-root", Fault::Replaces(root.clone())),
            ("", Fault::Replaces(root.clone())),
            ("home/person", Fault::Replaces(home.clone())),
            ("home/person/desk/..", Fault::Replaces(home.clone())),
            ("home", Fault::Replaces(home.clone())),
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
        ] {
            let error = OutputFolder::find_with(Some(home.clone()), &root, &top.join(output)).expect_err(output);
            assert_eq!(error.fault(), &fault, "{output}");
        }
    }

    #[test]
    fn places_that_are_accepted() {
        let top = folders();
        let real = fs::canonicalize(top.path()).unwrap();
        let desk = "home/person/desk";
        for (output, folder) in
            [("root/public", "root/public"), ("public", "public"), ("to-other", "other"), (desk, desk)]
        {
            for home in [None, Some(top.path().join("home/person")), Some(top.path().join("nowhere"))] {
                let found = OutputFolder::find_with(home, &top.path().join("root"), &top.path().join(output)).unwrap();
                assert_eq!(found.folder, real.join(folder));
            }
        }
    }

    #[test]
    fn what_is_beside_it_is_hidden_and_named_after_the_output() {
        let top = folders();
        let output = OutputFolder::find(&top.path().join("root"), &top.path().join("to-other")).unwrap();
        let name = |path: PathBuf| path.file_name().unwrap().to_owned();
        assert_eq!(name(output.lock()), ".other.gongkai-lock");
        assert_eq!(name(output.stage()), ".other.gongkai-stage");
        assert_eq!(output.stage().parent(), output.folder.parent());
    }
}
