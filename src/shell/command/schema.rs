//! `gongkai schema`: the JSON Schema of a record, the same that `check` applies.
//!
//! `--write` puts all of them into `content/.schema/`, which gongkai itself never reads. An editor with
//! yaml-language-server (in VS Code the extension “YAML”) then completes and checks a record as one types, if its first
//! line says which schema is its own:
//!
//! ```yaml
//! # yaml-language-server: $schema=../.schema/issue.json      in content/2-party-governance/026.yaml
//! # yaml-language-server: $schema=../.schema/section.json    in content/2-party-governance/section.yaml
//! # yaml-language-server: $schema=.schema/notice.json        in content/notice.yaml
//! ```

use super::{ExitCode, Shell};
use crate::notice::content::{FOLDER, Schemas};
use crate::say;
use crate::shell::cli::{RecordKind, SchemaArgs};

pub(super) fn run(shell: &Shell<'_>, args: &SchemaArgs) -> Result<(), ExitCode> {
    let schemas = Schemas::of_records();
    if args.write {
        return write(shell, schemas);
    }
    let schema = match args.record {
        RecordKind::Notice => &schemas.notice,
        RecordKind::Units => &schemas.units,
        RecordKind::Places => &schemas.places,
        RecordKind::Glossary => &schemas.glossary,
        RecordKind::Accountability => &schemas.accountability,
        RecordKind::Persons => &schemas.persons,
        RecordKind::Section => &schemas.section,
        RecordKind::Issue => &schemas.issue,
    };
    shell.give(&schema.printed())
}

fn write(shell: &Shell<'_>, schemas: &Schemas) -> Result<(), ExitCode> {
    let folder = shell.root.join(FOLDER);
    if !folder.is_dir() {
        let shown = folder.display();
        shell.say(&say!("没有 {shown} 文件夹", "the folder {shown} does not exist"));
        shell.say(&say!("请用 --root 指明通报所在的文件夹", "give the folder of the notice with --root"));
        return Err(ExitCode::CouldNotRun);
    }
    let held = shell.hold()?;
    for (path, text) in schemas.files() {
        held.generate(&path, text.as_bytes()).map_err(|error| shell.fail(&error))?;
    }
    let n = schemas.named().len();
    shell.say(&say!(
        "已写好 {n} 个文件，在 content/.schema/。在记录的第一行写上（按记录换文件名）：\n  # yaml-language-server: $schema=../.schema/issue.json\n装有 YAML 扩展的编辑器就能边写边补全、边检查",
        "wrote {n} files to content/.schema/. Begin a record with this line (with the name of its own schema):\n  # yaml-language-server: $schema=../.schema/issue.json\nand an editor with a YAML extension completes and checks it as you type"
    ));
    Ok(())
}
