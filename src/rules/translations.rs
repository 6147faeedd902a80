//! Translations that are behind: the source has changed since `gongkai translated` noted it.

use sha2::{Digest, Sha256};

use super::example::Example::Shown;
use super::example::ExampleChange::File;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Notice;
use crate::notice::edition::Edition;
use crate::say;
use crate::source::SourceTree;
use crate::value::RelPath;

pub(super) static STALE_TRANSLATION: Rule = Rule {
    id: "stale-translation",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "原文改过以后，译文也跟着改，并重新登记（gongkai translated）。",
        "When the source has changed its translation is brought up to date and noted again (`gongkai translated`).",
    ),
    why: Words(
        "中文已经更正，英文还是旧话，读英文的人看到的是作废的说法。",
        "The Chinese has been corrected and the English has not: readers of English are told what no longer holds.",
    ),
    example: Shown(&[File(
        "content/translations.yaml",
        "1-projects/001.en.md: 0000000000000000\n",
        "1-projects/001.en.md: ade4a7328fb601d3\n",
    )]),
    check: Check::Complete(check),
};

/// The file that notes what each translation was made from.
pub const FILE: &str = "content/translations.yaml";

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let Some((file, noted)) = &edition.notice.translations else { return Vec::new() };
    let entry = |(name, noted): (&String, &String)| {
        let path = RelPath::new(&format!("content/{name}")).ok().filter(|path| edition.tree.has(path.as_str()));
        let source = path.as_ref().and_then(|path| source(&edition.notice, path));
        match (path, source.and_then(|source| Some((fingerprint(&edition.tree, &source)?, source)))) {
            (Some(path), Some((now, source))) => (now != *noted).then(|| behind(path, source)),
            _ => Some(gone(name, file)),
        }
    };
    noted.iter().filter_map(entry).collect()
}

fn behind(path: RelPath, source: RelPath) -> Diagnostic {
    let name = source.name().to_owned();
    let file = path.clone();
    Diagnostic::of(
        &STALE_TRANSLATION,
        Place::File(path),
        say!("{name} 改过之后，这份译文还没有跟上", "{name} has changed since this translation was made"),
    )
    .help(say!(
        "请对照原文修改译文，再运行 gongkai translated {file}",
        "bring the translation up to date, then run `gongkai translated {file}`"
    ))
    .related(Place::File(source), say!("原文", "the source"))
}

fn gone(name: &str, file: &RelPath) -> Diagnostic {
    Diagnostic::of(
        &STALE_TRANSLATION,
        Place::File(file.clone()),
        say!("记有 {name}，但没有这份译文", "{name} is noted, but there is no such translation"),
    )
    .help(say!("请运行 gongkai translated 重新登记", "run `gongkai translated` to note them again"))
}

/// Returns the text in the notice's first language that a narrative was translated from.
pub fn source(notice: &Notice, translation: &RelPath) -> Option<RelPath> {
    let stem = translation.as_str().strip_suffix(".md")?;
    let (stem, code) = stem.rsplit_once('.')?;
    let default = notice.default_language();
    (code != default.code()).then(|| RelPath::new(&format!("{stem}.{default}.md")).ok()).flatten()
}

/// Returns what a text is recognised by: the first half of its SHA-256, white space at line ends and the form of line
/// ends apart.
pub fn fingerprint(tree: &SourceTree, path: &RelPath) -> Option<String> {
    let text = tree.text(path.as_str())?;
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Some(Sha256::digest(lines.join("\n").trim_end()).iter().take(8).map(|b| format!("{b:02x}")).collect())
}
