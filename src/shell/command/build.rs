//! `gongkai build`: the site is rendered on all cores, written aside, and published in one step.

mod outcome;
mod writing;

use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::bar::Phase;
use super::{Compiled, ExitCode, Shell};
use crate::cache::{Cache, Memory};
use crate::compile::{Options, Output};
use crate::diagnostic::{self, Checked};
use crate::inspect::{Inspected, Inspector};
use crate::shell::cli::BuildArgs;
use crate::shell::disk;
use crate::shell::report::{self, Summary};
use crate::source::SourceTree;
use crate::value::{Fingerprint, RelPath};
use writing::{Failure, Writing};

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
