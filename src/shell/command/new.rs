//! `gongkai new`: one issue more, ready to be written.

use super::{ExitCode, Shell};
use crate::diagnostic::Checked;
use crate::notice::content::FOLDER;
use crate::office::issue::{self, NewIssue, Refused};
use crate::say;
use crate::shell::cli::NewArgs;

pub(super) fn run(shell: &Shell<'_>, args: &NewArgs) -> Result<(), ExitCode> {
    let held = shell.hold()?;
    let Checked { value: tree, .. } = shell.read().map_err(|error| shell.fail(&error))?;
    if !tree.has("content/notice.yaml") {
        shell.say(&say!("这里没有通报", "there is no notice here"));
        shell.say(&say!(
            "请在通报的文件夹里运行，或用 --root 指明；新建通报用 gongkai init",
            "run it in the folder of a notice, or give that folder with `--root`; `gongkai init` starts a new one"
        ));
        return Err(ExitCode::CouldNotRun);
    }
    let NewArgs { section, after, title, renumber } = args.clone();
    let added =
        issue::add(&tree, &NewIssue { section, after, title, renumber }).map_err(|Refused(message, help)| {
            shell.say(&message);
            shell.say(&help);
            ExitCode::CouldNotRun
        })?;
    shell.renew(&held, &tree, &added.tree)?;
    let list: String = added.files.iter().map(|path| format!("  {path}\n")).collect();
    shell.give(&list)?;
    if !added.moved.is_empty() {
        let map: String = added.moved.iter().map(|(from, to)| format!("\n  {from} → {to}")).collect();
        shell.say(&say!(
            "顺延的网址：{map}\n文件名、记录里的序号、互相的链接和译文登记都已跟着改；正文里写的“问题 12”这样的字样请自行核对。已经公布过的，请运行 gongkai check --against public，按提示写更正",
            "Addresses that changed:{map}\nFile names, numbers, links and the list of translations were updated; check words such as “issue 12” in texts yourself. If the notice has been published, run `gongkai check --against public` and tell readers as it says"
        ));
    }
    shell.say(&say!(
        "请填写 {FOLDER}/ 里的这几个文件；gongkai check 会指出还缺什么",
        "fill in these files; `gongkai check` names what is still missing"
    ));
    Ok(())
}
