//! `gongkai build`: the site is rendered on all cores, written aside, and published in one step.

mod outcome;

use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::bar::Phase;
use super::{Compiled, ExitCode, Shell};
use crate::cache::{Cache, MadeOutput, Memory, OutputNote, PageLinks, Recall};
use crate::compile::{self, Options, Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::inspect::{Inspected, Inspector};
use crate::shell::cli::BuildArgs;
use crate::shell::disk::{self, DiskError, Stage};
use crate::shell::report::{self, Summary};
use crate::site::formats::{FormatFile, Write};
use crate::source::pieces::{EarlierOutput, Pieces};
use crate::source::{SourceTree, reads};
use crate::value::{Fingerprint, RelPath};

pub(super) fn run(shell: &Shell<'_>, args: &BuildArgs) -> Result<(), ExitCode> {
    let (began, watched) = (Instant::now(), shell.bar.watch());
    let output = shell.root.join(&args.output);
    let read = shell.read().map_err(|error| shell.fail(&error))?;
    let made_by = made_by(args);
    let sources = made_by.and_then(|made_by| sources(&read, made_by));
    if let Some(sources) = sources {
        shell.bar.enter(Phase::Comparing);
        let published = disk::published_from(shell.root, &output, sources).map_err(|error| shell.fail(&error))?;
        if let Some(published) = published {
            shell.say(&outcome::nothing_changed(&output, &published, began.elapsed()));
            return Ok(());
        }
    }
    let (memory, published) = rayon::join(
        || made_by.and_then(|made_by| Memory::read(&disk::remembered(shell.root, &output)?, made_by)),
        || disk::published_data(&output).map(Arc::new),
    );
    let memory = Arc::new(memory.unwrap_or_default());
    // What it holds is left to the end of the process: to take it apart piece by piece would only take longer.
    let mut cache = ManuallyDrop::new(Cache::recalled(&memory));
    let options = Options { published, memory: Some(memory.clone()), ..args.site.options() };
    let Compiled { tree, site, counts, diagnostics } = shell.compile_files(read, &options, &mut cache);
    drop(options); // the published data are as long as all of the notice
    shell.show(&tree, &diagnostics);
    let Some(site) = site else {
        shell.say(&Summary::of(counts, Inspected::default(), &diagnostics).found());
        report::fixable(&diagnostics).iter().for_each(|text| shell.say(text));
        shell.say(&outcome::not_published());
        return Err(ExitCode::Findings);
    };
    let outputs = site.outputs();
    let recall = memory.turned_to(&site.edition, outputs.iter().map(Output::path));
    let writing =
        Writing { site: &site, outputs: &outputs, recall: &recall, inspector: Inspector::new(&site, &outputs) };
    // A site with diagnostics is not noted: the next build shall show them again.
    let sources = sources.filter(|_| diagnostics.is_empty());
    let ended = disk::publish(shell.root, &output, |stage| writing.write(shell, stage, sources));
    drop(watched);
    match ended {
        Err(Failure::Disk(error)) => Err(shell.fail(&error)),
        Err(Failure::Findings(mut found)) => {
            diagnostic::sort_once(&mut found);
            shell.show(&tree, &found);
            shell.say(&outcome::not_published());
            Err(ExitCode::Findings)
        }
        Ok((notes, published)) => {
            if let Some(made_by) = made_by {
                let left = recall.stored(&site.edition, made_by, notes, cache.diagnostics.clean());
                disk::remember(shell.root, &output, &left);
            }
            shell.say(&outcome::published(&output, &site, &outputs, &published, &diagnostics, began.elapsed()));
            if !published.edited.is_empty() {
                shell.say(&outcome::edited(&output, &published.edited));
            }
            if !published.confirmed {
                shell.say(&outcome::unconfirmed(&output));
            }
            Ok(())
        }
    }
}

/// Returns a fingerprint of gongkai itself and of its options; none if that cannot be known.
fn made_by(args: &BuildArgs) -> Option<Fingerprint> {
    let program = std::env::current_exe().and_then(std::fs::File::open);
    let (program, _) = program.and_then(|program| Fingerprint::read("/program", program)).ok()?;
    let options = format!("{:?}", args.site.options());
    Some(program.and(Fingerprint::of("/options", options.as_bytes())))
}

/// Returns a fingerprint of all that a site is made from; none if not all of it could be read.
fn sources(read: &Checked<SourceTree>, made_by: Fingerprint) -> Option<Fingerprint> {
    if !read.diagnostics.is_empty() {
        return None;
    }
    let paths: Vec<&RelPath> = read.value.paths().collect();
    let files = paths.into_par_iter().map(|path| read.value.fingerprint(path));
    Some(files.reduce(Fingerprint::default, Fingerprint::and).and(made_by))
}

/// Why a site was not written.
enum Failure {
    Disk(DiskError),
    Findings(Vec<Diagnostic>),
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Failure {
        Failure::Disk(error)
    }
}

/// A site that is being written.
struct Writing<'a> {
    site: &'a Site,
    outputs: &'a [Output],
    /// What the last build left.
    recall: &'a Recall<'a>,
    inspector: Inspector<'a>,
}

impl<'a> Writing<'a> {
    /// Renders and writes every output that is not as it would be, and notes what the site was made from. Returns what is
    /// to be noted of each.
    fn write(
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
