//! Writing a site: every output is rendered, looked at and written, or kept from the last build.

use crate::cache::{MadeOutput, OutputNote, PageLinks, Recall};
use crate::compile::{self, Output, Site};
use crate::diagnostic::Diagnostic;
use crate::inspect::Inspector;
use crate::shell::command::Shell;
use crate::shell::command::bar::Phase;
use crate::shell::disk::{DiskError, Stage};
use crate::site::formats::{FormatFile, Write};
use crate::source::pieces::{EarlierOutput, Pieces};
use crate::source::reads;
use crate::value::{Fingerprint, RelPath};

/// Why a site was not written.
pub(super) enum Failure {
    Disk(DiskError),
    Findings(Vec<Diagnostic>),
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Failure {
        Failure::Disk(error)
    }
}

/// A site that is being written.
pub(super) struct Writing<'a> {
    pub(super) site: &'a Site,
    pub(super) outputs: &'a [Output],
    /// What the last build left.
    pub(super) recall: &'a Recall<'a>,
    pub(super) inspector: Inspector<'a>,
}

impl<'a> Writing<'a> {
    /// Renders and writes every output that is not as it would be, and notes what the site was made from. Returns what is
    /// to be noted of each.
    pub(super) fn write(
        self,
        shell: &Shell<'_>,
        stage: &Stage,
        sources: Option<Fingerprint>,
    ) -> Result<Vec<OutputNote<'a>>, Failure> {
        let progress = shell.bar.enter(Phase::Rendering);
        let written = compile::make_each(self.outputs, progress, |output| self.write_one(output, stage));
        shell.bar.enter(Phase::Publishing);
        self.look_again();
        let (_, mut found) = self.inspector.finish();
        let mut notes = Vec::new();
        for one in written {
            match one {
                Ok(note) => notes.push(note),
                Err(Failure::Disk(error)) => return Err(Failure::Disk(error)),
                Err(Failure::Findings(more)) => found.extend(more),
            }
        }
        if !found.is_empty() {
            return Err(Failure::Findings(found));
        }
        if let Some(sources) = sources {
            stage.note(sources);
        }
        Ok(notes)
    }

    fn write_one(&self, output: &Output, stage: &Stage) -> Result<OutputNote<'a>, Failure> {
        if let Some(note) = self.keep(output, stage)? {
            return Ok(note);
        }
        match output {
            Output::Format(file) if matches!(file.format.write, Write::InPieces(_)) => {
                self.write_in_pieces(file, stage)
            }
            _ => self.write_whole(output, stage),
        }
    }

    fn write_whole(&self, output: &Output, stage: &Stage) -> Result<OutputNote<'a>, Failure> {
        let (rendered, reads) = reads::taken_down(|| self.site.render(output));
        let Some(bytes) = rendered.value else { return Err(Failure::Findings(rendered.diagnostics)) };
        let looked = self.inspector.look(output.path(), &bytes);
        if !looked.diagnostics.is_empty() {
            return Err(Failure::Findings(looked.diagnostics));
        }
        let content = stage.write(output.path(), &bytes)?;
        let (path, links, pieces) = (output.path().clone(), looked.value, Vec::new());
        let reads = reads.into_iter().collect();
        Ok(OutputNote::Made(MadeOutput { path, content, reads, links, pieces }))
    }

    /// Writes a file of all issues as it is made, so that not all of it is in memory.
    fn write_in_pieces(&self, file: &FormatFile, stage: &Stage) -> Result<OutputNote<'a>, Failure> {
        let mut pieces = self.pieces(&file.path, stage);
        let (mut passing, mut staged) = (self.inspector.passing(&file.path), stage.begin_file(&file.path));
        let mut put = |part: &[u8], is_new| {
            passing.take(part, is_new);
            staged.write(part);
        };
        let ((), reads) = reads::taken_down(|| self.site.write(file, &mut pieces, &mut put));
        let found = passing.finish();
        if !found.is_empty() {
            return Err(Failure::Findings(found));
        }
        let (path, content, links) = (file.path.clone(), staged.finish()?, PageLinks::default());
        let (reads, pieces) = (reads.into_iter().collect(), pieces.into_notes());
        Ok(OutputNote::Made(MadeOutput { path, content, reads, links, pieces }))
    }

    /// Returns the pieces of an output that are made from the same as those of the published one.
    fn pieces(&self, path: &RelPath, stage: &Stage) -> Pieces {
        let known = self.recall.pieces(path).and_then(|(content, pieces)| {
            let bytes = stage.published_bytes(path, content)?;
            Some(Pieces::of(EarlierOutput { bytes, pieces }))
        });
        known.unwrap_or_default()
    }

    /// Keeps a published output that would be made from the same again. What describes others is always made.
    fn keep(&self, output: &Output, stage: &Stage) -> Result<Option<OutputNote<'a>>, Failure> {
        let Some(note) = self.recall.output(output.path()).filter(|_| !output.describes_others()) else {
            return Ok(None);
        };
        let Some(bytes) = stage.take_over(output.path(), note.content)? else { return Ok(None) };
        self.site.note(output, &bytes);
        self.inspector.recall(output.path(), &note.links);
        Ok(Some(OutputNote::Kept(note)))
    }

    /// Makes those kept pages again whose links lead nowhere now, to say which links these are.
    fn look_again(&self) {
        let paths = self.inspector.to_look_at();
        let outputs = self.outputs.iter().filter(|output| paths.contains(output.path()));
        for output in outputs {
            let rendered = self.site.render(output);
            rendered.value.iter().for_each(|bytes| self.inspector.look_again(output.path(), bytes));
        }
    }
}
