//! `gongkai build`: the site is rendered on all cores, written aside, and published in one step.

use std::time::Instant;

use super::{Compiled, FINDINGS, Shell};
use crate::cli::BuildArgs;
use crate::compile::{self, Output, Site};
use crate::diagnostic::{self, Diagnostic};
use crate::disk::{self, DiskError, Stage};
use crate::inspect::{Inspected, Inspector};
use crate::report::Summary;
use crate::say;

pub(super) fn run(shell: &Shell<'_>, args: &BuildArgs) -> Result<(), u8> {
    let began = Instant::now();
    let Compiled { tree, site, counts, diagnostics } = shell.compile(&args.site)?;
    shell.show(&tree, &diagnostics);
    let Some(site) = site else {
        shell.say(&Summary::of(counts, Inspected::default(), &diagnostics).found());
        shell.say(&say!("没有发布；已发布的网站没有改动", "nothing was published; the published site is unchanged"));
        return Err(FINDINGS);
    };
    let outputs = site.outputs();
    let inspector = Inspector::new(&site, &outputs);
    match disk::publish(shell.root, &shell.root.join(&args.output), |stage| write(&site, &outputs, inspector, stage)) {
        Err(Failure::Disk(error)) => Err(shell.fail(&error)),
        Err(Failure::Findings(mut found)) => {
            diagnostic::sort(&mut found);
            found.dedup();
            shell.show(&tree, &found);
            shell.say(&say!("没有发布；已发布的网站没有改动", "nothing was published; the published site is unchanged"));
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

/// Renders and writes every output.
fn write(site: &Site, outputs: &[Output], inspector: Inspector, stage: &Stage) -> Result<(), Failure> {
    let written = compile::make_each(outputs, |output| write_one(site, output, &inspector, stage));
    let (_, mut found) = inspector.finish();
    for failure in written.into_iter().filter_map(Result::err) {
        match failure {
            Failure::Disk(error) => return Err(Failure::Disk(error)),
            Failure::Findings(more) => found.extend(more),
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::Findings(found)) }
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
