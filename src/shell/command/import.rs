//! `gongkai import`: the files that an office has become a notice, or change one. All or nothing: what is refused or
//! dies writes nothing.

mod update;

use std::fs;
use std::path::Path;

use super::bar::Bar;
use super::{ExitCode, Shell, root};
use crate::diagnostic::Message;
use crate::notice::content::{FOLDER, Schemas};
use crate::office::manuscript::Manuscript;
use crate::office::report::{Report, stops};
use crate::office::{self, files, recognise};
use crate::say;
use crate::shell::cli::ImportArgs;
use crate::shell::disk::{DiskError, HeldNotice};
use crate::value::RelPath;

pub(super) fn run(shell: &Shell<'_>, args: &ImportArgs) -> Result<(), ExitCode> {
    let folder = args.into.as_deref().unwrap_or(shell.root);
    let root = root::of_notice(folder);
    let take = if args.update { HeldNotice::take } else { HeldNotice::take_new };
    let held = take(&root, FOLDER).map_err(|error| shell.fail(&error))?;
    if root.join(FOLDER).join("notice.yaml").exists() {
        return update::run(&Shell { root: &root, bar: Bar::new(shell.lang), ..*shell }, &held, args);
    }
    refuse_notice(shell, folder, args.update)?;
    let (manuscripts, names) = read(shell, args)?;
    if !args.accept_changes {
        refuse_changes(shell, &manuscripts, &names)?;
    }
    let (draft, report) = recognise::recognise(&manuscripts);
    shell.give(shell.lang.of(&report.message(&names)))?;
    if draft.issues.is_empty() {
        shell.say(&say!("没有读到问题，没有写任何文件", "no issues were found, and nothing was written"));
        shell.say(&say!(
            "问题要有编号，后面写“整改情况：”；台账要有“反馈问题”“整改情况”等表头。见 gongkai help import",
            "issues need numbers, each followed by 整改情况：; a ledger needs column headings such as 反馈问题 and 整改情况. See `gongkai help import`"
        ));
        return Err(ExitCode::Findings);
    }
    let mut made = files::files(&draft);
    made.extend(Schemas::of_records().files());
    made.push((RelPath::of(".gitignore"), "/public/*\n!/public/.gitignore\n".to_owned()));
    held.create_folder(&made).map_err(|error| shell.fail(&error))?;
    shell.say(&done(folder, made.len()));
    Ok(())
}

/// Refuses to import into a folder of content that is no notice, and to update what is not there.
fn refuse_notice(shell: &Shell<'_>, folder: &Path, update: bool) -> Result<(), ExitCode> {
    let shown = folder.display();
    if update {
        shell.say(&say!("{shown} 里没有通报，没有可以更新的", "there is no notice in {shown} to update"));
        shell.say(&say!(
            "请在通报的文件夹里运行，或用 --into 指明",
            "run it in the folder of the notice, or give that folder with `--into`"
        ));
        return Err(ExitCode::CouldNotRun);
    }
    if !folder.join(FOLDER).exists() {
        return Ok(());
    }
    shell.say(&say!(
        "{shown} 里已有 content/ 文件夹，但没有 notice.yaml，没有写任何文件",
        "{shown} has a content/ folder without notice.yaml; nothing was written"
    ));
    shell.say(&say!("请导入到新文件夹，如 --into notice-2", "import into a new folder, such as `--into notice-2`"));
    Err(ExitCode::CouldNotRun)
}

/// Reads every file, or says why one cannot be read.
pub(super) fn read(shell: &Shell<'_>, args: &ImportArgs) -> Result<(Vec<Manuscript>, Vec<String>), ExitCode> {
    let (mut manuscripts, mut names) = (Vec::new(), Vec::new());
    for path in &args.files {
        let bytes = fs::read(path).map_err(|error| shell.fail(&DiskError::io(path, error)))?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let manuscript = office::read(&name, &bytes).map_err(|refusal| {
            let (zh, en) = (&refusal.message.zh, &refusal.message.en);
            shell.say(&say!("{name}：{zh}", "{name}: {en}"));
            shell.say(&refusal.help);
            ExitCode::CouldNotRun
        })?;
        manuscripts.push(manuscript);
        names.push(name);
    }
    Ok((manuscripts, names))
}

/// Refuses files with tracked changes or hidden text: nobody can say what the approved text is.
pub(super) fn refuse_changes(shell: &Shell<'_>, manuscripts: &[Manuscript], names: &[String]) -> Result<(), ExitCode> {
    let mut report = Report::default();
    for (file, manuscript) in manuscripts.iter().enumerate() {
        report.file = file;
        manuscript.left_out.iter().filter(|left| stops(left.kind)).for_each(|left| report.left_out(left));
    }
    if report.entries.is_empty() {
        return Ok(());
    }
    shell.give(shell.lang.of(&report.message(names)))?;
    shell.say(&say!(
        "文件里有修订、隐藏文字或删除线，不能确定哪些是审定的，没有写任何文件",
        "the file has tracked changes, hidden text or struck text, so what was approved is not certain, and nothing was written"
    ));
    shell.say(&say!(
        "请在 Word 的“审阅”里接受或拒绝全部修订，删去或恢复隐藏的、划掉的文字，再导入；确认修订按接受处理、隐藏的不收、划掉的照收的，加 --accept-changes",
        "accept or reject all changes in Word (Review), remove or restore what is hidden or struck, and import again; to take changes as accepted, leave hidden text out and keep struck text, add `--accept-changes`"
    ));
    Err(ExitCode::Findings)
}

fn done(folder: &Path, n: usize) -> Message {
    let option = if folder == Path::new(".") { String::new() } else { format!(" --root {}", folder.display()) };
    say!(
        "已写入 {n} 个文件。请先按上面的报告逐条核对，再运行：\n  gongkai{option} check          检查\n  gongkai{option} serve --open   预览\n  gongkai{option} build          生成网站",
        "wrote {n} files. First go through the report above line by line, then run:\n  gongkai{option} check          check it\n  gongkai{option} serve --open   preview it\n  gongkai{option} build          build the site"
    )
}
