//! Making files of the new site, with their folders as they are needed.

use std::fs::File;
use std::io::{self, Write};

use super::Stage;
use crate::shell::disk::error::DiskError;
use crate::shell::disk::system;

impl Stage {
    pub(super) fn create(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let written = self.new_file(path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| DiskError::io(&self.folder.join(path), error))
    }

    pub(super) fn new_file(&self, path: &str) -> io::Result<File> {
        let target = self.folder.join(path);
        self.in_folder(path, || system::create(&target))
    }

    /// Makes a file; only if its folder turns out to be missing, makes that and tries again. So a file costs no look
    /// for its folder.
    pub(super) fn in_folder<T>(&self, path: &str, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
        match make() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                for (end, _) in path.match_indices('/') {
                    match system::create_folder(&self.folder.join(&path[..end])) {
                        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {} // another thread was faster
                        made => made?,
                    }
                }
                make()
            }
            made => made,
        }
    }
}
