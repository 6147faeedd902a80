//! `gongkai check`: the pipeline without the writer.

use serde_json::json;

use super::{Compiled, Shell};
use crate::cli::{CheckArgs, ReportFormat};
use crate::compile::Site;
use crate::diagnostic::Diagnostic;
use crate::report;
use crate::say;

pub(super) fn run(shell: &Shell<'_>, args: &CheckArgs) -> Result<(), u8> {
    let Compiled { tree, site, mut diagnostics } = shell.compile(&args.site)?;
    if let Some(site) = &site {
        diagnostics.extend(templates(site));
    }
    match args.format {
        ReportFormat::Human => {
            shell.show(&tree, &diagnostics);
            shell.say(&Shell::counts(&diagnostics));
            if let Some(site) = &site {
                let notice = &site.edition.notice;
                let (issues, languages) = (notice.issues.len(), notice.languages.len());
                let figures = notice.stated.len() + notice.issues.iter().map(|i| i.figures.len()).sum::<usize>();
                shell.say(&say!(
                    "检查了 {issues} 个问题，{languages} 种语言，{figures} 项数据",
                    "checked {issues} issues in {languages} languages, {figures} figures"
                ));
            }
        }
        ReportFormat::Json => {
            let findings = report::findings(&tree, &diagnostics, shell.tongue);
            let summary = json!({"findings": findings.len(), "issues": site.as_ref().map(|s| s.edition.notice.issues.len())});
            println!("{:#}", json!({"summary": summary, "diagnostics": findings}));
        }
    }
    Shell::verdict(&diagnostics, args.strict)
}

/// Every output is rendered once, so that a mistake in a template shows here and not at publication.
fn templates(site: &Site) -> Vec<Diagnostic> {
    use rayon::prelude::*;
    let outputs = site.outputs();
    let mut found: Vec<_> = outputs.par_iter().flat_map_iter(|output| site.render(output).diagnostics).collect();
    crate::diagnostic::sort(&mut found);
    found.dedup();
    found
}
