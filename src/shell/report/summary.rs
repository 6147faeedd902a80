//! How much was checked and with what result, so that a run without diagnostics is evidence.

use serde::Serialize;

use crate::compile::Counts;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::fix;
use crate::inspect::Inspected;
use crate::say;

/// How much `check` checked, and how many diagnostics there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    records: usize,
    narratives: usize,
    figures: usize,
    links: usize,
    pages: usize,
    /// Pages that there are, of which some were checked.
    of_pages: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Summary {
    /// Sums up a run. Where there are errors no page is rendered, so none is checked.
    pub fn of(counts: Counts, inspected: Inspected, diagnostics: &[Diagnostic]) -> Summary {
        let of = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
        Summary {
            records: counts.records,
            narratives: counts.narratives,
            figures: counts.figures,
            links: inspected.links,
            pages: inspected.pages,
            of_pages: inspected.of_pages,
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            notes: of(Severity::Note),
        }
    }

    /// Returns the number of diagnostics of each severity.
    pub fn found(&self) -> Message {
        let Summary { errors, warnings, notes, .. } = *self;
        let (in_errors, in_warnings, in_notes) =
            (counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note"));
        say!("{errors} 个错误，{warnings} 个警告，{notes} 条提示", "{in_errors}, {in_warnings}, {in_notes}")
    }

    /// Returns how much was checked.
    pub fn checked(&self) -> Message {
        let Summary { records, narratives, figures, links, pages, of_pages, .. } = *self;
        let (in_records, in_narratives) = (counted(records, "record"), counted(narratives, "narrative"));
        let (in_figures, in_links, in_pages) =
            (counted(figures, "figure"), counted(links, "link"), counted(pages, "page"));
        if pages == 0 {
            return say!(
                "检查了 {records} 条记录、{narratives} 篇正文、{figures} 个数字；改正错误后再检查页面和链接",
                "checked {in_records}, {in_narratives} and {in_figures}; pages and links are checked once the errors are fixed"
            );
        }
        if pages < of_pages {
            let in_all = counted(of_pages, "page");
            return say!(
                "检查了 {records} 条记录、{narratives} 篇正文、{figures} 个数字；全站共 {of_pages} 个页面，每种样式查一个，共 {pages} 个页面、{links} 个链接，其余的和下载文件在 build 时逐个检查",
                "checked {in_records}, {in_narratives} and {in_figures}; of {in_all} one of every form: {in_pages} and {in_links}; `build` checks the others and the downloads, one by one"
            );
        }
        say!(
            "检查了 {records} 条记录、{narratives} 篇正文、{figures} 个数字、{links} 个链接、{pages} 个页面",
            "checked {in_records}, {in_narratives}, {in_figures}, {in_links} and {in_pages}"
        )
    }
}

/// Returns sentences that say how many diagnostics `gongkai fix` can fix, and how many only on request.
pub fn fixable(diagnostics: &[Diagnostic]) -> Vec<Message> {
    let count = |is_fixed: fn(&Diagnostic) -> bool| diagnostics.iter().filter(|found| is_fixed(found)).count();
    let ways = [
        ("gongkai fix", count(fix::is_fixed_by_default)),
        ("gongkai fix --punctuation", count(fix::is_fixed_on_request)),
    ];
    let said = |(command, n): (&str, usize)| {
        let findings = counted(n, "finding");
        say!(
            "其中 {n} 处可以用 {command} 自动改正（先看改动：加 --dry-run）",
            "`{command}` can fix {findings} of these (add --dry-run to see how first)"
        )
    };
    ways.into_iter().filter(|(_, n)| *n > 0).map(said).collect()
}

/// Returns a number with its noun in English.
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        let summary = Summary {
            records: 1,
            narratives: 2,
            figures: 0,
            links: 3,
            pages: 4,
            of_pages: 4,
            errors: 0,
            warnings: 1,
            notes: 2,
        };
        assert_eq!(summary.found().en, "0 errors, 1 warning, 2 notes");
        assert_eq!(summary.checked().en, "checked 1 record, 2 narratives, 0 figures, 3 links and 4 pages");
        assert_eq!(summary.checked().zh, "检查了 1 条记录、2 篇正文、0 个数字、3 个链接、4 个页面");
    }
}
