//! `gongkai export`: files that an office works with and hands on, made of the notice as it is published.

use std::path::Path;

use super::{Compiled, ExitCode, Shell};
use crate::compile::{Options, Site};
use crate::diagnostic::Severity;
use crate::notice::edition::Edition;
use crate::say;
use crate::shell::cli::{ExportArgs, ExportCommand, ExportFileArgs};
use crate::shell::disk::{self, Fault};
use crate::site::formats;
use crate::value::Lang;

/// What can be made: its ending, and what makes it.
struct ExportKind {
    ending: &'static str,
    write: fn(&Edition, Lang) -> Vec<u8>,
}

const DOCUMENT: ExportKind = ExportKind { ending: "docx", write: formats::document };
const LEDGER: ExportKind = ExportKind { ending: "xlsx", write: formats::ledger };

pub(super) fn run(shell: &Shell<'_>, args: &ExportArgs) -> Result<(), ExitCode> {
    match &args.command {
        ExportCommand::Document(args) => make(shell, args, &DOCUMENT),
        ExportCommand::Ledger(args) => make(shell, args, &LEDGER),
    }
}

fn make(shell: &Shell<'_>, args: &ExportFileArgs, kind: &ExportKind) -> Result<(), ExitCode> {
    let shown = args.file.display();
    let ending = kind.ending;
    if args.file.extension().is_none_or(|found| !found.eq_ignore_ascii_case(ending)) {
        shell.say(&say!(
            "文件名要以 .{ending} 结尾，写的是 {shown}",
            "the file name must end in .{ending}, not be {shown}"
        ));
        return Err(ExitCode::CouldNotRun);
    }
    let _watched = shell.bar.watch();
    let options = Options { as_of: args.as_of, ..Options::default() };
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&options)?;
    // What was looked at and accepted is the business of `check`.
    let told: Vec<_> = diagnostics.into_iter().filter(|found| found.severity != Severity::Note).collect();
    shell.show(&tree, &told);
    let Some(site) = site else { return Err(ExitCode::Findings) };
    let lang = language(shell, &site, args.language.as_deref())?;
    deliver(shell, &args.file, &(kind.write)(&site.edition, lang), args.force)?;
    shell.say(&say!("已写入 {shown}", "wrote {shown}"));
    Ok(())
}

/// Returns the language of the notice that is asked for; without one, its first.
fn language(shell: &Shell<'_>, site: &Site, asked: Option<&str>) -> Result<Lang, ExitCode> {
    let languages = &site.edition.notice.languages;
    let Some(asked) = asked else { return Ok(languages[0]) };
    let found = languages.iter().find(|lang| lang.to_string().eq_ignore_ascii_case(asked));
    found.copied().ok_or_else(|| {
        let known: Vec<String> = languages.iter().map(Lang::to_string).collect();
        let (zh, en) = (known.join("、"), known.join(", "));
        shell.say(&say!("通报没有语言“{asked}”", "the notice has no language `{asked}`"));
        shell.say(&say!("通报的语言：{zh}", "its languages: {en}"));
        ExitCode::CouldNotRun
    })
}

fn deliver(shell: &Shell<'_>, file: &Path, bytes: &[u8], replaces: bool) -> Result<(), ExitCode> {
    disk::deliver(file, bytes, replaces).map_err(|error| {
        if *error.fault() != Fault::Exists || file.is_dir() {
            return shell.fail(&error);
        }
        let shown = file.display();
        shell.say(&say!(
            "{shown} 已经存在，里面可能有没有收回的改动，没有覆盖",
            "{shown} already exists and may hold edits that were not imported back, so it was left alone"
        ));
        shell.say(&say!(
            "请换一个文件名；确认不要原来的文件，加 --force",
            "write to another file; to overwrite this one, add `--force`"
        ));
        ExitCode::CouldNotRun
    })
}
