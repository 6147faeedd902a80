//! What a build that died has left beside the output. Only for who holds the lock.

use std::fs;
use std::io;

use super::error::DiskError;
use super::output::Output;
use super::remove::remove;

/// Puts back the site that is missing between two renames, and removes stages and old sites. These are ours by their names.
pub(super) fn repair(output: &Output) -> Result<(), DiskError> {
    let previous = output.previous();
    if fs::symlink_metadata(&output.folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        && previous.is_dir()
    {
        fs::rename(&previous, &output.folder).map_err(|error| DiskError::io(&previous, error))?;
    }
    remove(&previous)?;
    remove(&output.stage())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is there after a repair, given what a dead build left.
    fn repaired(left: &[&str]) -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        for file in left {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        repair(&Output::find(root.path(), &root.path().join("public")).unwrap()).unwrap();
        let files = walkdir::WalkDir::new(root.path())
            .sort_by_file_name()
            .into_iter()
            .map(Result::unwrap)
            .filter(|e| e.file_type().is_file());
        files.map(|e| e.path().strip_prefix(root.path()).unwrap().to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn whatever_a_dead_build_left_the_site_is_there_and_nothing_else() {
        for (left, after) in [
            (&[][..], &[][..]),
            (&["public/new"], &["public/new"]),
            (&["public/old", ".public.gongkai-stage/half"], &["public/old"]),
            (&["public/new", ".public.gongkai-stage/old"], &["public/new"]),
            (&[".public.gongkai-previous/old", ".public.gongkai-stage/new"], &["public/old"]),
            (&["public/new", ".public.gongkai-previous/old"], &["public/new"]),
            (&[".public.gongkai-stage/first"], &[]),
            (&["public/mine", ".other.gongkai-stage/busy"], &[".other.gongkai-stage/busy", "public/mine"]),
        ] {
            assert_eq!(repaired(left), after, "{left:?}");
        }
    }
}
