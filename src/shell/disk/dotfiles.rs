//! The user's own dotfiles at the top of the output (`.git`, `.well-known`, `.nojekyll`): they stay where they are
//! while the site around them is replaced.
//!
//! Two steps. Before the exchange the new site gets links to them, so that no reader misses them. After it the
//! originals come home, each in one step, so that what a program changed in them meanwhile is not lost. Who dies in
//! between leaves the links, which hold the same bytes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::DiskError;
use super::marker::MARKER;
use super::output::is_dotfile;
use super::system;

/// Links every dotfile of one site into another, copying what cannot be linked.
pub(super) fn carry(from: &Path, to: &Path) -> Result<(), DiskError> {
    for dotfile in dotfiles(from)? {
        mirror(&from.join(&dotfile), &to.join(&dotfile))?;
    }
    Ok(())
}

/// Brings the originals home. What cannot be moved is there as a link or a copy already.
pub(super) fn give_back(exchange: fn(&Path, &Path) -> io::Result<()>, from: &Path, to: &Path) {
    for dotfile in dotfiles(from).unwrap_or_default() {
        let (old, new) = (from.join(&dotfile), to.join(&dotfile));
        if exchange(&old, &new).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            let _ = fs::rename(&old, &new); // made after the links were
        }
    }
}

/// Names of the user's dotfiles.
fn dotfiles(site: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let names = entries(site).map_err(|error| DiskError::io(site, error))?;
    Ok(names.into_iter().filter(|name| is_dotfile(name) && name != Path::new(MARKER)).collect())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(system::list(folder)?.into_iter().map(|entry| entry.name.into()).collect())
}

/// Links a file, or makes a folder like the other one. What vanishes at that moment, as locks do, is not missed.
fn mirror(from: &Path, to: &Path) -> Result<(), DiskError> {
    let metadata = match fs::symlink_metadata(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        metadata => metadata.map_err(|error| DiskError::io(from, error))?,
    };
    if !metadata.is_dir() {
        return link(from, to).map_err(|error| DiskError::io(from, error));
    }
    fs::create_dir(to).map_err(|error| DiskError::io(to, error))?;
    for name in entries(from).map_err(|error| DiskError::io(from, error))? {
        mirror(&from.join(&name), &to.join(&name))?;
    }
    fs::set_permissions(to, metadata.permissions()).map_err(|error| DiskError::io(to, error))
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => copy(from, to, error),
        Ok(()) => Ok(()),
    }
}

/// Copies what a file system does not link; what is neither a file nor a link has no copy.
fn copy(from: &Path, to: &Path, error: io::Error) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_symlink() {
        system::symlink(&fs::read_link(from)?, to)
    } else if kind.is_file() {
        fs::copy(from, to).map(|_| ())
    } else {
        Err(error)
    }
}

#[cfg(test)]
mod tests {
    use super::super::system::testing::{fifo, inode, mode, set_mode};
    use super::super::system::{exchange, symlink};
    use super::*;

    #[test]
    fn dotfiles_are_linked_and_their_originals_come_home() {
        let top = tempfile::tempdir().unwrap();
        let (old, new) = (top.path().join("old"), top.path().join("new"));
        fs::create_dir_all(old.join(".git/objects/ab")).unwrap();
        fs::create_dir(&new).unwrap();
        for (file, text) in [
            (".git/HEAD", "ref"),
            (".git/objects/ab/cd", "blob"),
            (".nojekyll", ""),
            ("index.html", "old"),
            (MARKER, ""),
        ] {
            fs::write(old.join(file), text).unwrap();
        }
        symlink(Path::new("nowhere"), &old.join(".link")).unwrap();
        fifo(&old.join(".git/fifo"));
        set_mode(&old.join(".git/objects"), 0o500);
        carry(&old, &new).unwrap();
        for path in [".git/HEAD", ".git/objects/ab/cd", ".nojekyll", ".link", ".git/fifo"] {
            assert_eq!(inode(&old.join(path)), inode(&new.join(path)), "{path}");
        }
        assert_eq!(mode(&new.join(".git/objects")), 0o500);
        assert!(!new.join("index.html").exists() && !new.join(MARKER).exists());

        let original = inode(&old.join(".git"));
        fs::write(old.join(".git/late"), "written while the site was exchanged").unwrap();
        fs::write(old.join(".late"), "this too").unwrap();
        give_back(exchange, &old, &new);
        assert_eq!(inode(&new.join(".git")), original);
        assert!(new.join(".git/late").exists() && new.join(".late").exists());
        assert_eq!(fs::read(new.join(".git/objects/ab/cd")).unwrap(), b"blob");
    }

    #[test]
    fn what_cannot_be_linked_is_copied() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name);
        fs::write(path("a"), "a").unwrap();
        symlink(Path::new("a"), &path("b")).unwrap();
        fifo(&path("c"));
        let refused = || io::Error::from(io::ErrorKind::TooManyLinks);
        copy(&path("a"), &path("a2"), refused()).unwrap();
        copy(&path("b"), &path("b2"), refused()).unwrap();
        assert_eq!(copy(&path("c"), &path("c2"), refused()).unwrap_err().kind(), refused().kind());
        assert_eq!(
            (fs::read(path("a2")).unwrap(), fs::read_link(path("b2")).unwrap()),
            (b"a".to_vec(), PathBuf::from("a"))
        );
    }
}
