//! `gongkai check`: the pipeline without the writer.

use serde_json::json;

use super::{Compiled, Shell};
use crate::cli::{CheckArgs, ReportFormat};
use crate::inspect::{self, Inspected};
use crate::report;
use crate::say;

pub(super) fn run(shell: &Shell<'_>, args: &CheckArgs) -> Result<(), u8> {
    let Compiled { tree, site, mut diagnostics } = shell.compile(&args.site)?;
    let inspected = site.as_ref().map(|site| {
        let (inspected, found) = inspect::look_at_all(site);
        diagnostics.extend(found);
        inspected
    });
    match args.format {
        ReportFormat::Human => {
            shell.show(&tree, &diagnostics);
            shell.say(&Shell::counts(&diagnostics));
            if let Some(site) = &site {
                let notice = &site.edition.notice;
                let (issues, languages) = (notice.issues.len(), notice.languages.len());
                let figures = notice.stated.len() + notice.issues.iter().map(|i| i.figures.len()).sum::<usize>();
                let Inspected { pages, links } = inspected.unwrap_or_default();
                shell.say(&say!(
                    "检查了 {issues} 个问题，{languages} 种语言，{figures} 项数据，{pages} 个页面，{links} 个链接",
                    "checked {issues} issues in {languages} languages, {figures} figures, {pages} pages, {links} links"
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
