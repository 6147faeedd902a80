//! What a build that died has left beside the output. Only for who holds the lock.

use std::fs;

use super::error::DiskError;
use super::leftover::{check_ours, clear, is_there};
use super::output::OutputFolder;

/// Puts back the site that is missing between two renames, and removes stages and old sites, if they are ours.
pub(super) fn repair(output: &OutputFolder) -> Result<(), DiskError> {
    let previous = output.previous();
    if !is_there(&output.folder) && is_there(&previous) && check_ours(&previous)? {
        fs::rename(&previous, &output.folder).map_err(|error| DiskError::io(&previous, error))?;
    }
    clear(&previous)?;
    clear(&output.stage())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::error::Fault;
    use super::super::marker::{MARKER, testing};
    use super::*;

    /// A root in which a dead build left these files, folders with an unfinished marker, or a complete one if a page is
    /// `old` or `new`.
    fn left(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            let (folder, name) = (path.parent().unwrap(), path.file_name().unwrap().to_str().unwrap());
            fs::create_dir_all(folder).unwrap();
            fs::write(&path, "").unwrap();
            match name {
                "mine" => {}
                "half" => testing::unlisted(folder),
                _ => testing::listed(folder, &[(name, "")]),
            }
        }
        root
    }

    /// Every file below a root but markers.
    fn files(root: &Path) -> Vec<String> {
        let entries = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file() && entry.file_name() != MARKER);
        files.map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn whatever_a_dead_build_left_the_site_is_there_and_nothing_else() {
        for (before, after) in [
            (&[][..], &[][..]),
            (&["public/new"], &["public/new"]),
            (&["public/old", ".public.gongkai-stage/half"], &["public/old"]),
            (&["public/new", ".public.gongkai-stage/old"], &["public/new"]),
            (&[".public.gongkai-previous/old", ".public.gongkai-stage/new"], &["public/old"]),
            (&["public/new", ".public.gongkai-previous/old"], &["public/new"]),
            (&[".public.gongkai-stage/half"], &[]),
            (&["public/mine", ".other.gongkai-stage/half"], &[".other.gongkai-stage/half", "public/mine"]),
        ] {
            let root = left(before);
            repair(&OutputFolder::find(root.path(), &root.path().join("public")).unwrap()).unwrap();
            assert_eq!(files(root.path()), after, "{before:?}");
        }
    }

    #[test]
    fn what_is_not_ours_stays_whatever_it_is_called() {
        for before in [
            &[".public.gongkai-stage/mine"][..],
            &[".public.gongkai-previous/mine"],
            &["public/new", ".public.gongkai-previous/mine"],
            &["public/new", ".public.gongkai-stage/a/mine"],
        ] {
            let root = left(before);
            let output = OutputFolder::find(root.path(), &root.path().join("public")).unwrap();
            assert_eq!(repair(&output).unwrap_err().fault(), &Fault::Foreign, "{before:?}");
            let mut expected = before.to_vec();
            expected.sort_unstable();
            assert_eq!(files(root.path()), expected);
        }
    }
}
