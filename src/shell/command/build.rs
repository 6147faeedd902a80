//! `gongkai build`: the site is rendered on all cores, written aside, and published in one step.

mod outcome;

use std::time::Instant;

use rayon::prelude::*;

use super::bar::Phase;
use super::{Compiled, ExitCode, Shell};
use crate::cache::Cache;
use crate::compile::{self, Options, Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::inspect::{Inspected, Inspector};
use crate::shell::cli::BuildArgs;
use crate::shell::disk::{self, DiskError, Fingerprint, Stage};
use crate::shell::report::{self, Summary};
use crate::source::SourceTree;
use crate::value::RelPath;

pub(super) fn run(shell: &Shell<'_>, args: &BuildArgs) -> Result<(), ExitCode> {
    let (began, watched) = (Instant::now(), shell.bar.watch());
    let output = shell.root.join(&args.output);
    let read = shell.read().map_err(|error| shell.fail(&error))?;
    let sources = sources(&read, args);
    if let Some(sources) = sources {
        shell.bar.enter(Phase::Comparing);
        let published = disk::published_from(shell.root, &output, sources).map_err(|error| shell.fail(&error))?;
        if let Some(published) = published {
            shell.say(&outcome::nothing_changed(&output, &published, began.elapsed()));
            return Ok(());
        }
    }
    let options = Options { published: disk::published_data(&output).map(Into::into), ..args.site.options() };
    let Compiled { tree, site, counts, diagnostics } = shell.compile_files(read, &options, &mut Cache::default());
    shell.show(&tree, &diagnostics);
    let Some(site) = site else {
        shell.say(&Summary::of(counts, Inspected::default(), &diagnostics).found());
        report::fixable(&diagnostics).iter().for_each(|text| shell.say(text));
        shell.say(&outcome::not_published());
        return Err(ExitCode::Findings);
    };
    let outputs = site.outputs();
    let inspector = Inspector::new(&site, &outputs);
    // A site with findings is not noted: the next build shall show them again.
    let sources = sources.filter(|_| diagnostics.is_empty());
    let ended = disk::publish(shell.root, &output, |stage| write(shell, &site, &outputs, inspector, stage, sources));
    drop(watched);
    match ended {
        Err(Failure::Disk(error)) => Err(shell.fail(&error)),
        Err(Failure::Findings(mut found)) => {
            diagnostic::sort_once(&mut found);
            shell.show(&tree, &found);
            shell.say(&outcome::not_published());
            Err(ExitCode::Findings)
        }
        Ok(((), published)) => {
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

/// A fingerprint of all that a site is made from, gongkai itself among it; none if that cannot be known.
fn sources(read: &Checked<SourceTree>, args: &BuildArgs) -> Option<Fingerprint> {
    let program = std::env::current_exe().and_then(std::fs::read).ok().filter(|_| read.diagnostics.is_empty())?;
    let tree = &read.value;
    let paths: Vec<&RelPath> = tree.paths().collect();
    let files =
        paths.into_par_iter().map(|path| Fingerprint::of(path.as_str(), tree.bytes(path.as_str()).unwrap_or_default()));
    let files = files.reduce(Fingerprint::default, Fingerprint::and);
    let options = format!("{:?}", args.site.options());
    Some(files.and(Fingerprint::of("/options", options.as_bytes())).and(Fingerprint::of("/program", &program)))
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

/// Renders and writes every output, and notes what it was made from.
fn write(
    shell: &Shell<'_>,
    site: &Site,
    outputs: &[Output],
    inspector: Inspector<'_>,
    stage: &Stage,
    sources: Option<Fingerprint>,
) -> Result<(), Failure> {
    let progress = shell.bar.enter(Phase::Rendering);
    let written = compile::make_each(outputs, progress, |output| write_one(site, output, &inspector, stage));
    shell.bar.enter(Phase::Publishing);
    let (_, mut found) = inspector.finish();
    for failure in written.into_iter().filter_map(Result::err) {
        match failure {
            Failure::Disk(error) => return Err(Failure::Disk(error)),
            Failure::Findings(more) => found.extend(more),
        }
    }
    if !found.is_empty() {
        return Err(Failure::Findings(found));
    }
    if let Some(sources) = sources {
        stage.note(sources);
    }
    Ok(())
}

fn write_one(site: &Site, output: &Output, inspector: &Inspector<'_>, stage: &Stage) -> Result<(), Failure> {
    let rendered = site.render(output);
    let Some(bytes) = rendered.value else { return Err(Failure::Findings(rendered.diagnostics)) };
    let found = inspector.look(output.path(), &bytes);
    if !found.is_empty() {
        return Err(Failure::Findings(found));
    }
    Ok(stage.write(output.path(), &bytes)?)
}
