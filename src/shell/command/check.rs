//! `gongkai check`: the pipeline without the writer.

use std::path::Path;

use super::bar::Phase;
use super::{Compiled, ExitCode, Shell};
use crate::compile::Options;
use crate::inspect;
use crate::say;
use crate::shell::cli::{CheckArgs, ReportFormat};
use crate::shell::disk;
use crate::shell::report::{self, Summary};

pub(super) fn run(shell: &Shell<'_>, args: &CheckArgs) -> Result<(), ExitCode> {
    let _watched = shell.bar.watch();
    let published = args.against.as_ref().map(|path| disk::data_at(&shell.root.join(path))).transpose();
    let published = published.map_err(|error| shell.fail(&error))?;
    let published = published.map(Into::into);
    let options = Options { published, suggests: args.suggest, samples: true, ..args.site.options() };
    let Compiled { tree, site, counts, mut diagnostics } = shell.compile(&options)?;
    let (inspected, of_pages) =
        site.as_ref().map(|site| inspect::look_at_all(site, shell.bar.enter(Phase::Rendering))).unwrap_or_default();
    diagnostics.extend(of_pages);
    let summary = Summary::of(counts, inspected, &diagnostics);
    match args.format {
        ReportFormat::Human => {
            shell.show(&tree, &diagnostics);
            shell.say(&summary.found());
            shell.say(&summary.checked());
            report::fixable(&diagnostics).iter().for_each(|text| shell.say(text));
            if let Some(rule) = diagnostics.first().map(|d| d.rule) {
                shell.say(&say!(
                    "规则说明和例子：gongkai explain {rule}",
                    "for the rule and an example, run: gongkai explain {rule}"
                ));
            }
        }
        ReportFormat::Json => shell.give(&report::json(&tree, &diagnostics, &summary, shell.lang))?,
        ReportFormat::Sarif => {
            shell.give(&report::sarif(&tree, &diagnostics, shell.lang, &folder(shell.root).unwrap_or_default()))?;
        }
    }
    Shell::verdict(&diagnostics, args.strict)
}

/// What leads to the root from the folder that the command is run in, which for a code host is that of the repository; none if the root is not
/// below it.
fn folder(root: &Path) -> Option<String> {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok()?;
    let root = root.canonicalize().ok()?;
    let parts = root.strip_prefix(here).ok()?.iter().map(|part| Some(format!("{}/", part.to_str()?)));
    parts.collect()
}
