//! `gongkai fix`: what needs no judgement is fixed in the author's files, and shown as a difference.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use similar::Algorithm;
use similar::udiff::unified_diff;

use super::bar::Phase;
use super::{ExitCode, Shell};
use crate::diagnostic::{self, Checked, Message};
use crate::fix::{self, Fixed};
use crate::inspect;
use crate::say;
use crate::shell::cli::FixArgs;
use crate::shell::disk::HeldNotice;
use crate::shell::report::{self, Summary};
use crate::source::SourceTree;
use crate::theme;
use crate::value::RelPath;

pub(super) fn run(shell: &Shell<'_>, args: &FixArgs) -> Result<(), ExitCode> {
    let held = if args.dry_run { None } else { Some(shell.hold()?) };
    let _watched = shell.bar.watch();
    let Checked { value: tree, diagnostics } = shell.read().map_err(|error| shell.fail(&error))?;
    shell.bar.enter(Phase::Checking);
    let tree = Arc::new(theme::with_built_in(tree));
    let mut fixed = fix::fix(&tree, args.punctuation);
    fixed.diagnostics.extend(diagnostics);
    diagnostic::sort(&mut fixed.diagnostics);
    let fixed_tree = fixed.tree.clone();
    let changed = fixed_tree.changes(&tree);
    let (written, ended) = match &held {
        Some(held) => write(shell, held, &tree, &fixed, &changed),
        None => (changed.clone(), Ok(())),
    };
    let differences = written.iter().map(|path| difference(&tree, &fixed_tree, path));
    shell.give(&differences.collect::<String>())?;
    ended?;
    shell.say(&summary(&fixed, changed.len(), args.dry_run));
    let errors = left(shell, fixed, args.dry_run);
    if args.dry_run && !changed.is_empty() { Err(ExitCode::Findings) } else { errors }
}

/// Writes the files that are not the same any more, and returns which were written. What an editor saved meanwhile is
/// left alone.
fn write<'p>(
    shell: &Shell<'_>,
    held: &HeldNotice,
    tree: &SourceTree,
    fixed: &Fixed,
    changed: &[&'p RelPath],
) -> (Vec<&'p RelPath>, Result<(), ExitCode>) {
    let (mut written, mut ended) = (Vec::new(), Ok(()));
    for path in changed {
        match shell.rewrite(held, tree, &fixed.tree, path) {
            Ok(()) => written.push(*path),
            Err(code) => ended = Err(code),
        }
    }
    (written, ended)
}

/// Returns the difference between two texts of a file, as patch and git read it. On a terminal what would disturb it is
/// shown by its code.
pub(super) fn difference(before: &SourceTree, after: &SourceTree, path: &RelPath) -> String {
    let [before, after] = [before, after].map(|tree| {
        let bytes = tree.bytes(path.as_str()).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    });
    let names = (format!("a/{path}"), format!("b/{path}"));
    // A builder of differences, which could do the same, would be compiled for its types once more, a twentieth of all there is.
    let text = unified_diff(Algorithm::default(), &before, &after, 3, Some((&names.0, &names.1)));
    if io::stdout().is_terminal() { report::visible(&text) } else { text }
}

/// Returns what was fixed, or would be.
fn summary(fixed: &Fixed, files: usize, dry_run: bool) -> Message {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    fixed.rules.iter().for_each(|rule| *rules.entry(rule).or_default() += 1);
    let list = |separator| rules.iter().map(|(rule, n)| format!("{rule} {n}")).collect::<Vec<_>>().join(separator);
    let (n, zh, en) = (fixed.rules.len(), list("，"), list(", "));
    let (findings, in_files) = (report::counted(n, "finding"), report::counted(files, "file"));
    match (n, dry_run) {
        (0, _) => say!("没有可以自动改正的", "nothing can be fixed without judgement"),
        (_, true) => say!(
            "可以改正 {files} 个文件里的 {n} 处（{zh}）；没有写入",
            "would fix {findings} in {in_files} ({en}); nothing was written"
        ),
        _ => say!("改正了 {files} 个文件里的 {n} 处（{zh}）", "fixed {findings} in {in_files} ({en})"),
    }
}

/// Shows what is left, as `check` does. Of a dry run only the number is shown: places would be those of files that
/// nobody has.
fn left(shell: &Shell<'_>, fixed: Fixed, dry_run: bool) -> Result<(), ExitCode> {
    let Fixed { tree, site, counts, mut diagnostics, is_complete, .. } = fixed;
    let site = site.filter(|_| !diagnostic::has_errors(&diagnostics));
    let (inspected, of_pages) =
        site.as_ref().map(|site| inspect::look_at_all(site, shell.bar.enter(Phase::Rendering))).unwrap_or_default();
    diagnostics.extend(of_pages);
    if !dry_run {
        shell.show(&tree, &diagnostics);
    }
    let summary = Summary::of(counts, inspected, &diagnostics);
    let Message { zh, en } = summary.found();
    shell.say(&say!("还剩 {zh}", "left: {en}"));
    shell.say(&summary.checked());
    if !is_complete {
        shell.say(&say!("还有可以自动改正的，请再运行一次", "more can be fixed: run it again"));
    }
    Shell::verdict(&diagnostics, false)
}
