//! `gongkai import --update`: what files of the office say otherwise becomes changes of the notice that is there.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use super::super::{Compiled, ExitCode, Shell, fix};
use super::{read, refuse_changes};
use crate::compile::Options;
use crate::diagnostic::{self, Severity};
use crate::notice::content::FOLDER;
use crate::office::update::{self, Change, Plan};
use crate::say;
use crate::shell::cli::{ImportArgs, Preferred};
use crate::shell::disk::HeldNotice;
use crate::shell::report;
use crate::theme;

/// How much of a text a line shows.
const SHOWN: usize = 40;

pub(super) fn run(shell: &Shell<'_>, held: &HeldNotice, args: &ImportArgs) -> Result<(), ExitCode> {
    let (manuscripts, names) = read(shell, args)?;
    if !args.accept_changes {
        refuse_changes(shell, &manuscripts, &names)?;
    }
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&Options::default())?;
    let Some(site) = site else {
        let errors: Vec<_> = diagnostics.into_iter().filter(|found| found.severity == Severity::Error).collect();
        shell.show(&tree, &errors);
        shell.say(&say!(
            "通报里有错误，没有写任何文件；请先改正，再导入",
            "the notice has errors, and nothing was written: fix them first"
        ));
        return Err(ExitCode::Findings);
    };
    let plan = update::update(&site.edition, &manuscripts, args.as_of, args.prefer.map(Preferred::side));
    shell.give(shell.lang.of(&plan.report.message(&names)))?;
    if plan.is_disputed {
        shell.say(&say!(
            "台账导出以后，有的地方两边都改过，没有写任何文件",
            "some cells were edited both in the ledger and in the notice since it was exported, and nothing was written"
        ));
        shell.say(&say!(
            "以台账为准的，加 --prefer ledger；以通报为准的，加 --prefer notice；其余改动照收。也可以重新导出台账，把要改的写进去",
            "to let the ledger count, add `--prefer ledger`; to let the notice count, add `--prefer notice`; all other edits are taken over. Or export the ledger again and edit that"
        ));
        return Err(ExitCode::Findings);
    }
    if plan.is_refused {
        shell.say(&say!(
            "有没有读懂的，没有写任何文件；请改正后再导入",
            "something was not understood, and nothing was written: correct it and import again"
        ));
        return Err(ExitCode::Findings);
    }
    if plan.changes.is_empty() {
        shell.say(&say!("与通报一致，没有改动", "the files agree with the notice: nothing was changed"));
        return Ok(());
    }
    shell.give(&list(shell, &plan))?;
    if !args.update {
        let differences = plan.tree.changes(&tree).into_iter().filter(|path| path.as_str().starts_with(FOLDER));
        let differences: String = differences.map(|path| fix::difference(&tree, &plan.tree, path)).collect();
        shell.give(&differences)?;
    }
    if !args.update && !is_confirmed(shell) {
        shell.say(&say!(
            "没有写任何文件。确认要改的，加 --update；同时写上统计截至日期，状态变化就自动记入，如：\n  gongkai import … --update --as-of 2026-11-30",
            "Nothing was written. To make these changes add `--update`; with the day that they hold for, changes of status are recorded, too:\n  gongkai import … --update --as-of 2026-11-30"
        ));
        return Err(ExitCode::Findings);
    }
    if plan.is_unsure && args.prefer != Some(Preferred::Ledger) {
        shell.say(&say!(
            "台账里没有导出时的记号，照改可能把通报里后来的改动改回去，没有写任何文件",
            "the ledger does not say what was edited in it, so it may take back later edits of the notice; nothing was written"
        ));
        shell.say(&say!(
            "请重新导出台账，把要改的写进去；上面的改动逐条核对过、确认都要的，加 --prefer ledger",
            "export the ledger again and edit that; if you have checked each of the changes above and want all of them, add `--prefer ledger`"
        ));
        return Err(ExitCode::Findings);
    }
    shell.renew(held, &tree, &plan.tree)?;
    done(shell, plan)
}

/// Asks whoever sits at the terminal; where nobody does, the answer is no.
fn is_confirmed(shell: &Shell<'_>) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    shell.say(&say!("照改吗？同意的输入 y，再按回车：", "Make these changes? Type y, then Enter:"));
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).is_ok() && ["y", "yes", "是"].contains(&&*answer.trim().to_lowercase())
}

/// The changes, a line each.
fn list(shell: &Shell<'_>, plan: &Plan) -> String {
    let line = |Change { path, field, was, is }: &Change| {
        let path = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let (was, is) = (shortened(was), shortened(is));
        let nothing = shell.lang.of(&say!("（空）", "(nothing)")).to_owned();
        let was = if was.is_empty() { nothing.clone() } else { was };
        format!("  {path}  {field}: {was} → {}\n", if is.is_empty() { nothing } else { is })
    };
    let n = plan.changes.len();
    let head = say!("改动 {n} 处：", "{n} changes:");
    let lines: String = plan.changes.iter().map(line).collect();
    report::visible(&format!("{}\n{lines}", shell.lang.of(&head)))
}

fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}……", &flat[..end]),
        None => flat,
    }
}

/// Says what was written, what is to be added, and what check will say.
fn done(shell: &Shell<'_>, plan: Plan) -> Result<(), ExitCode> {
    if !plan.implied.is_empty() {
        let entries: String = plan.implied.iter().map(|(path, lines)| format!("\n{path}\n{lines}")).collect();
        shell.say(&say!(
            "状态和时限的变化要告诉读者，请写进记录（已有 history 的，加在它下面；下次加 --as-of 日期，就自动写入）：{entries}",
            "Readers are told of changes of status and deadline: write this into the records (below `history` where there is one; with `--as-of DATE` it is written for you):{entries}"
        ));
    }
    if !plan.outdated.is_empty() {
        let list: String = plan.outdated.iter().map(|text| format!("\n  {text}")).collect();
        shell.say(&say!(
            "原文改了，译文要跟着改；改好后运行 gongkai translated：{list}",
            "The original has changed; bring the translations up to date, then run `gongkai translated`:{list}"
        ));
    }
    let tree = Arc::new(theme::with_built_in(plan.tree));
    let found = crate::compile::compile(&tree, &Options::default()).diagnostics;
    let errors = found.iter().filter(|found| found.severity == Severity::Error).count();
    let warnings = found.iter().filter(|found| found.severity == Severity::Warning).count();
    let n = plan.changes.len();
    shell.say(&say!(
        "已改 {n} 处。检查：{errors} 个错误，{warnings} 个警告；接下来：gongkai check，gongkai build",
        "made {n} changes. Check: {errors} errors, {warnings} warnings. Next: `gongkai check`, `gongkai build`"
    ));
    if diagnostic::has_errors(&found) { Err(ExitCode::Findings) } else { Ok(()) }
}
