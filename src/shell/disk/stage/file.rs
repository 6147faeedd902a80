//! A file of the new site that is written part by part.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

use super::Stage;
use super::comparison::holds;
use crate::shell::disk::error::DiskError;
use crate::value::{Fingerprint, Fingerprinter, RelPath};

/// A file of the site that is written part by part: only once it differs from the published one is there a new one.
#[derive(Debug)]
pub struct StagedFile<'s> {
    stage: &'s Stage,
    path: &'s RelPath,
    content: Fingerprinter,
    length: u64,
    /// The published file, as long as it goes on with the same bytes.
    published: Option<File>,
    new: Option<File>,
    /// Why nothing more can be written.
    failure: Option<io::Error>,
}

impl Stage {
    /// Begins a file of the site that is written part by part.
    pub fn begin_file<'s>(&'s self, path: &'s RelPath) -> StagedFile<'s> {
        let content = Fingerprinter::new(path.as_str());
        let published = self.published_file(path.as_str()).map(|(file, _)| file);
        StagedFile { stage: self, path, content, length: 0, published, new: None, failure: None }
    }
}

impl StagedFile<'_> {
    /// Writes the next part. If it cannot be written, [`StagedFile::finish`] says why.
    pub fn write(&mut self, part: &[u8]) {
        if self.failure.is_none() {
            self.failure = self.put(part).err();
        }
        self.content.add(part);
        self.length += part.len() as u64;
    }

    /// Ends the file, and returns its fingerprint.
    ///
    /// # Errors
    /// If a part could not be written, the file was written before, or begins with a dot.
    pub fn finish(mut self) -> Result<Fingerprint, DiskError> {
        let length = self.length;
        let ends_here = |file: &File| file.metadata().is_ok_and(|metadata| metadata.len() == length);
        let unchanged = self.published.as_ref().is_some_and(ends_here);
        if !unchanged && self.failure.is_none() {
            self.failure = self.differing().err();
        }
        if let Some(failure) = self.failure {
            return Err(DiskError::io(&self.stage.folder.join(self.path.as_str()), failure));
        }
        let fingerprint = self.content.finish();
        self.stage.enter(self.path, fingerprint)?;
        self.stage.count(self.path, length, unchanged);
        Ok(fingerprint)
    }

    fn put(&mut self, part: &[u8]) -> io::Result<()> {
        let goes_on = self.published.as_mut().is_some_and(|file| holds(file, part).unwrap_or(false));
        if goes_on { Ok(()) } else { self.differing()?.write_all(part) }
    }

    /// Returns the new file, which begins with what it has in common with the published one.
    fn differing(&mut self) -> io::Result<&mut File> {
        let new = match self.new.take() {
            Some(new) => new,
            None => {
                let mut new = self.stage.new_file(self.path.as_str())?;
                if let Some(mut published) = self.published.take() {
                    published.rewind()?;
                    let copied = io::copy(&mut published.take(self.length), &mut new)?;
                    (copied == self.length).then_some(()).ok_or(io::ErrorKind::UnexpectedEof)?;
                }
                new
            }
        };
        Ok(self.new.insert(new))
    }
}
