//! Faults of the machine and of where a command was pointed; `words` says them.

use std::io;
use std::path::{Path, PathBuf};

use super::system;

/// Number of unknown files that a message names.
const NAMED: usize = 3;

/// A fault of the machine, or of where a command was pointed: not of what the office wrote.
#[derive(Debug)]
pub struct DiskError {
    fault: Fault,
    path: PathBuf,
    source: Option<io::Error>,
}

/// What kind of fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The folder beside which the site is prepared cannot be written to.
    Beside,
    /// The medium fails to read or write.
    Broken,
    /// Another program changed the stage, or what is at the output, during the build.
    Disturbed,
    /// A file is there already and must not be overwritten.
    Exists,
    /// The output folder has files in it and gongkai did not make it.
    Foreign,
    /// Another gongkai writes to the same folder.
    InUse,
    /// The output folder would lie in this folder of sources.
    Inside(PathBuf),
    /// A folder holds what the author wrote, and is not where it should be.
    Kept,
    /// A link whose target does not exist.
    LeadsNowhere,
    /// The marker in this folder was not written by gongkai or is damaged: the folder may be somebody else's.
    Marker,
    /// There is nothing at the path.
    Missing,
    /// The output folder, or a folder in it, is a mount point: it cannot be exchanged.
    MountPoint,
    /// The disk, or the user's share of it, is full.
    NoSpace,
    /// There is a file where a folder is needed.
    NotAFolder,
    /// Something else: the system's own words say what.
    Other,
    /// The system does not allow it.
    Permission,
    /// The disk is read-only.
    ReadOnly,
    /// Publishing there would replace this file or folder of the user's.
    Replaces(PathBuf),
    /// A file changed each time that it was read.
    Restless,
    /// More files are open than the system allows.
    TooManyOpenFiles,
    /// The folder holds files that gongkai did not make: the first few of them, and how many there are.
    Unknown(Vec<PathBuf>, usize),
    /// The folder was published by version 0.1.0, which did not list its files, and is not as it was then.
    Unlisted,
    /// A page was written twice, or where only the user's files may be: a mistake in gongkai.
    WrittenTwice,
}

impl DiskError {
    /// Returns a fault that gongkai found itself.
    pub(super) fn new(fault: Fault, path: &Path) -> DiskError {
        DiskError { fault, path: path.into(), source: None }
    }

    /// Returns a fault that the system reported about a path.
    pub fn io(path: &Path, error: io::Error) -> DiskError {
        DiskError { fault: Fault::of(&error), path: path.into(), source: Some(error) }
    }

    /// Returns a fault that the system reported while a folder was walked; about the folder itself if it does not say
    /// which entry.
    pub(super) fn walk(folder: &Path, error: walkdir::Error) -> DiskError {
        let path = error.path().unwrap_or(folder).to_owned();
        let answer = error.io_error().and_then(io::Error::raw_os_error).map(io::Error::from_raw_os_error);
        DiskError::io(&path, answer.unwrap_or_else(|| error.into())) // converted as a whole it would hide the system's own number
    }

    /// Returns the same fault, described as another one of another path.
    pub(super) fn meaning(self, fault: Fault, path: &Path) -> DiskError {
        DiskError { fault, path: path.into(), ..self }
    }

    /// Returns what kind of fault it is.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// Returns the file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Fault {
    /// Returns the fault for what is unknown in a folder.
    pub(super) fn unknown(paths: &[PathBuf]) -> Fault {
        Fault::Unknown(paths.iter().take(NAMED).cloned().collect(), paths.len())
    }

    /// Returns the fault that an error of the system means.
    fn of(error: &io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Fault::Permission,
            io::ErrorKind::QuotaExceeded | io::ErrorKind::StorageFull => Fault::NoSpace,
            io::ErrorKind::NotFound => Fault::Missing,
            io::ErrorKind::NotADirectory => Fault::NotAFolder,
            io::ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
            _ if system::is_medium_failure(error) => Fault::Broken,
            _ if system::is_too_many_open(error) => Fault::TooManyOpenFiles,
            _ => Fault::Other,
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|error| error as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_the_system_are_understood() {
        for (answer, fault) in [
            (io::ErrorKind::StorageFull.into(), Fault::NoSpace),
            (io::ErrorKind::QuotaExceeded.into(), Fault::NoSpace),
            (io::ErrorKind::PermissionDenied.into(), Fault::Permission),
            (io::ErrorKind::ReadOnlyFilesystem.into(), Fault::ReadOnly),
            (system::testing::too_many_open(), Fault::TooManyOpenFiles),
            (system::testing::medium_failure(), Fault::Broken),
            (io::ErrorKind::InvalidFilename.into(), Fault::Other),
        ] {
            let error = DiskError::io(Path::new("/盘/a"), answer);
            assert_eq!(error.fault, fault, "{error:?}");
            let crate::diagnostic::Message { zh, en } = error.message();
            assert!(zh.contains("/盘/a") && en.contains("/盘/a"), "{zh} {en}");
        }
    }
}
