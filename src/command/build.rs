//! `gongkai build`: the site is rendered on all cores, written aside, and published in one step.

use std::time::Instant;

use rayon::prelude::*;

use super::{Compiled, FINDINGS, Shell};
use crate::cli::BuildArgs;
use crate::compile::{self, Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic, Text};
use crate::disk::{self, DiskError, Fingerprint, Published, Stage};
use crate::inspect::{Inspected, Inspector};
use crate::report::Summary;
use crate::say;
use crate::tree::SourceTree;
use crate::value::RelPath;

pub(super) fn run(shell: &Shell<'_>, args: &BuildArgs) -> Result<(), u8> {
    let began = Instant::now();
    let output = shell.root.join(&args.output);
    let read = shell.read().map_err(|error| shell.fail(&error))?;
    let sources = sources(&read, args);
    if let Some(sources) = sources {
        let published = disk::published_from(shell.root, &output, sources).map_err(|error| shell.fail(&error))?;
        if let Some(published) = published {
            shell.say(&nothing_changed(&published, began));
            return Ok(());
        }
    }
    let Compiled { tree, site, counts, diagnostics } = Shell::compile_files(read, &args.site);
    shell.show(&tree, &diagnostics);
    let Some(site) = site else {
        shell.say(&Summary::of(counts, Inspected::default(), &diagnostics).found());
        shell.say(&not_published());
        return Err(FINDINGS);
    };
    let outputs = site.outputs();
    let inspector = Inspector::new(&site, &outputs);
    // A site with findings is not noted: the next build shall show them again.
    let sources = sources.filter(|_| diagnostics.is_empty());
    match disk::publish(shell.root, &output, |stage| write(&site, &outputs, inspector, stage, sources)) {
        Err(Failure::Disk(error)) => Err(shell.fail(&error)),
        Err(Failure::Findings(mut found)) => {
            diagnostic::sort(&mut found);
            found.dedup();
            shell.show(&tree, &found);
            shell.say(&not_published());
            Err(FINDINGS)
        }
        Ok(((), published)) => {
            let pages = outputs.iter().filter(|o| matches!(o, Output::Page(_))).count();
            let languages = site.edition.notice.languages.len();
            let (files, kilobytes, unchanged) = (published.files, published.bytes / 1024, published.unchanged);
            let milliseconds = began.elapsed().as_millis();
            let warnings = diagnostics.len();
            shell.say(&say!(
                "已发布：{pages} 个页面，{languages} 种语言，{files} 个文件（{unchanged} 个未变），{kilobytes} KB，{milliseconds} 毫秒，{warnings} 条提示",
                "published: {pages} pages in {languages} languages, {files} files ({unchanged} unchanged), {kilobytes} KB, {milliseconds} ms, {warnings} warnings"
            ));
            Ok(())
        }
    }
}

/// A fingerprint of all that a site is made from, gongkai itself among it; none if that cannot be known.
fn sources(read: &Checked<SourceTree>, args: &BuildArgs) -> Option<Fingerprint> {
    let program = std::env::current_exe().and_then(std::fs::read).ok().filter(|_| read.diagnostics.is_empty())?;
    let tree = &read.value;
    let paths: Vec<&RelPath> = tree.paths().collect();
    let files = paths.into_par_iter().map(|path| Fingerprint::of(path.as_str(), tree.bytes(path.as_str()).unwrap_or_default()));
    let files = files.reduce(Fingerprint::default, Fingerprint::and);
    let options = format!("{:?}", args.site.options());
    Some(files.and(Fingerprint::of("/options", options.as_bytes())).and(Fingerprint::of("/program", &program)))
}

fn nothing_changed(published: &Published, began: Instant) -> Text {
    let (files, kilobytes, milliseconds) = (published.files, published.bytes / 1024, began.elapsed().as_millis());
    say!(
        "没有变化：已发布的网站正是由这些文件生成的，共 {files} 个文件，{kilobytes} KB，{milliseconds} 毫秒",
        "nothing changed: the published site was made from these very files; {files} files, {kilobytes} KB, {milliseconds} ms"
    )
}

fn not_published() -> Text {
    say!("没有发布；已发布的网站没有改动", "nothing was published; the published site is unchanged")
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
fn write(site: &Site, outputs: &[Output], inspector: Inspector, stage: &Stage, sources: Option<Fingerprint>) -> Result<(), Failure> {
    let written = compile::make_each(outputs, |output| write_one(site, output, &inspector, stage));
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
    Ok(sources.map_or(Ok(()), |sources| stage.note(sources))?)
}

fn write_one(site: &Site, output: &Output, inspector: &Inspector, stage: &Stage) -> Result<(), Failure> {
    let rendered = site.render(output);
    let Some(bytes) = rendered.value else { return Err(Failure::Findings(rendered.diagnostics)) };
    let found = inspector.look(output.path(), &bytes);
    if !found.is_empty() {
        return Err(Failure::Findings(found));
    }
    Ok(stage.write(output.path(), &bytes)?)
}
