//! The names under which files are published, and those that cannot be.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::super::STYLE;
use super::finding;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::value::RelPath;

/// How many bytes the name of a published file may have on every system.
const LONGEST: usize = 255;

/// Reports names that cannot be published.
pub(super) fn names(files: &BTreeMap<&str, &RelPath>, layers: &[String], found: &mut Vec<Diagnostic>) {
    for (name, path) in files {
        let mut say = |message, help| found.push(finding(Place::File((*path).clone()), message, help));
        let (length, longest) = (published(name, &[]).name().len(), LONGEST);
        if *name == STYLE {
            say(
                say!("“{STYLE}”是合并后的样式的名称", "`{STYLE}` is the name of the joined styles"),
                say!("请改名，或者把它放进 styles/", "rename it, or put it into styles/"),
            );
        }
        if length > longest {
            say(
                say!("文件名太长：发布时有 {length} 字节", "the name is too long: {length} bytes as it is published"),
                say!(
                    "请改短，发布时不超过 {longest} 字节",
                    "make it shorter, at most {longest} bytes as it is published"
                ),
            );
        }
    }
    for (near, far) in alike(files, layers) {
        found.push(finding(
            Place::File(near.clone()),
            say!("文件名与“{far}”只差大小写或字形", "the name differs from `{far}` only in case or composition"),
            say!(
                "要替换那个文件，请用同一个名称；否则请改名",
                "use the very same name to replace that file, or rename this one"
            ),
        ));
    }
}

/// Files whose names differ only in case or composition, the one of the nearer layer first. Those of one layer are
/// found where files are read.
fn alike<'a>(files: &BTreeMap<&str, &'a RelPath>, layers: &[String]) -> Vec<(&'a RelPath, &'a RelPath)> {
    let layer =
        |path: &RelPath| layers.iter().position(|layer| path.as_str().split('/').nth(1) == Some(layer.as_str()));
    let mut first: BTreeMap<String, &RelPath> = BTreeMap::new();
    let mut alike = Vec::new();
    for (name, path) in files {
        match first.insert(name.nfc().collect::<String>().to_lowercase(), path) {
            Some(other) if layer(other) < layer(path) => alike.push((other, *path)),
            Some(other) if layer(other) > layer(path) => alike.push((*path, other)),
            _ => {}
        }
    }
    alike
}

/// Returns where a file is published: `sub/crest.svg` as `assets/sub/crest.1f2e3d4c5b.svg`, a name without ending with
/// the hash at its end.
pub(super) fn published(name: &str, bytes: &[u8]) -> RelPath {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|b| format!("{b:02x}")).collect();
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
        Some((stem, ending)) => RelPath::of(format!("assets/{folder}{slash}{stem}.{hash}.{ending}")),
        None => RelPath::of(format!("assets/{folder}{slash}{file}.{hash}")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::made;
    use super::*;

    #[test]
    fn names_that_cannot_be_published() {
        let long = format!("red/static/{}.png", "长".repeat(82));
        for (path, message) in [
            ("red/static/style.css", "is the name of the joined styles"),
            ("red/static/Crest.svg", "differs from"),
            (&long, "is too long"),
            ("red/static/b.svg", "a drawing may not have"),
        ] {
            let (_, found, _) = made(&[(path, "<svg><script/></svg>"), ("base/static/crest.svg", "<svg/>")]);
            let said: Vec<_> = found.iter().filter(|finding| finding.message.en.contains(message)).collect();
            assert_eq!(said.len(), 1, "{path}: {found:?}");
            assert_eq!(said[0].place.as_ref().map(|place| place.path().as_str()), Some(&*format!("themes/{path}")));
        }
    }

    #[test]
    fn the_hash_stands_before_the_ending_of_a_file() {
        for (name, expected) in [
            ("crest.svg", "assets/crest.#.svg"),
            ("LICENSE", "assets/LICENSE.#"),
            (".nojekyll", "assets/.nojekyll.#"),
            ("v1.2/LICENSE", "assets/v1.2/LICENSE.#"),
            ("v1.2/a.tar.gz", "assets/v1.2/a.tar.#.gz"),
            ("a..b", "assets/a..#.b"),
        ] {
            assert_eq!(published(name, &[]).as_str().replace("e3b0c44298", "#"), expected);
        }
    }
}
