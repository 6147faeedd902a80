//! The folder of the notice, sought in the folders above as other tools do: people run gongkai where they write.
#![allow(clippy::disallowed_methods)] // the shell: files

use std::path::{Path, PathBuf};

use crate::notice::content::FOLDER;

/// Returns the folder of the notice: the one asked for, or the nearest above it that has a notice. From a folder that
/// was named, only a notice whose content it is part of is found, so that a wrong name never leads to another notice.
pub(super) fn of_notice(asked: &Path) -> PathBuf {
    let here = asked == Path::new(".");
    let Ok(absolute) = std::path::absolute(asked) else { return asked.to_owned() };
    if asked.join(FOLDER).is_dir() && !is_in_content(&absolute) || !asked.is_dir() {
        return asked.to_owned();
    }
    let is_its = |root: &&Path| has_notice(root) && (here || absolute.starts_with(root.join(FOLDER)));
    absolute.ancestors().skip(1).find(is_its).map_or_else(|| asked.to_owned(), Path::to_owned)
}

/// Returns whether a folder is the content of a notice or part of it.
pub(super) fn is_in_content(folder: &Path) -> bool {
    folder.ancestors().skip(1).any(|root| has_notice(root) && folder.starts_with(root.join(FOLDER)))
}

fn has_notice(root: &Path) -> bool {
    root.join(FOLDER).join("notice.yaml").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_notice_is_found_from_within_its_content() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("notice");
        let section = root.join("content/1-a");
        fs::create_dir_all(&section).expect("folders");
        fs::create_dir_all(root.join("themes")).expect("folders");
        fs::write(root.join("content/notice.yaml"), "x: 1").expect("a file");
        for (asked, expected) in [
            (root.clone(), root.clone()),
            (root.join("content"), root.clone()),
            (section.clone(), root.clone()),
            (root.join("themes"), root.join("themes")),
            (root.join("missing"), root.join("missing")),
            (folder.path().to_owned(), folder.path().to_owned()),
        ] {
            assert_eq!(of_notice(&asked), expected);
        }
        assert!(is_in_content(&section) && is_in_content(&root.join("content")) && !is_in_content(&root));
    }
}
