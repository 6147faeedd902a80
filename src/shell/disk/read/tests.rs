//! Tests of reading sources, on a real disk.

use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::super::error::Fault;
use super::super::steady::MAX_BYTES;
use super::super::system;
use super::super::system::testing::{self, as_nobody, set_mode};
use super::*;

fn symlink(target: impl AsRef<Path>, link: impl AsRef<Path>) -> io::Result<()> {
    system::symlink(target.as_ref(), link.as_ref())
}

/// A root with files, each holding its own path, that everybody may read, whatever the umask.
fn root(files: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for file in files {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, file).unwrap();
        set_mode(&path, 0o644);
        let folders = path.ancestors().skip(1).take_while(|folder| folder.starts_with(&root));
        folders.for_each(|folder| set_mode(folder, 0o755));
    }
    root
}

/// Paths that are read, and diagnostics as `rule place`.
fn read(root: &TempDir) -> (Vec<String>, Vec<String>) {
    let Checked { value, diagnostics } = read_tree(root.path(), &["content", "themes"], &Progress::default()).unwrap();
    let place = |d: &Diagnostic| d.place.as_ref().map_or(String::new(), |p| p.path().to_string());
    (
        value.paths().map(RelPath::to_string).collect(),
        diagnostics.iter().map(|d| format!("{} {}", d.rule, place(d))).collect(),
    )
}

#[test]
fn files_are_read_by_path_and_leftovers_are_not() {
    let root = root(&[
        "content/notice.yaml",
        "content/2-party/026.zh.md",
        "content/2-party/.026.zh.md.swp",
        "content/.git/config",
        "content/Thumbs.db",
        "src/lib.rs",
        "public/index.html",
    ]);
    assert_eq!(read(&root), (vec!["content/2-party/026.zh.md".into(), "content/notice.yaml".into()], vec![]));
    let tree = read_tree(root.path(), &["content"], &Progress::default()).unwrap().value;
    assert_eq!(tree.text("content/notice.yaml"), Some("content/notice.yaml"));
}

#[test]
fn links_are_followed_inside_and_refused_outside() {
    let outside = root(&["secret.md"]);
    let root = root(&["content/a.md", "themes/t/b.css", "elsewhere/c/d.md"]);
    let content = root.path().join("content");
    symlink("a.md", content.join("a-again.md")).unwrap();
    symlink("../elsewhere/c", content.join("c")).unwrap();
    symlink("../content", content.join("round")).unwrap();
    symlink("self", content.join("self")).unwrap();
    symlink("nowhere", content.join("dangling")).unwrap();
    symlink("clerk@host.1234", content.join(".#a.md")).unwrap();
    symlink(outside.path(), content.join("out")).unwrap();
    symlink(outside.path().join("secret.md"), content.join("out.md")).unwrap();
    symlink("/dev/null", content.join("null.md")).unwrap();
    let (files, found) = read(&root);
    assert_eq!(files, ["content/a-again.md", "content/a.md", "content/c/d.md", "themes/t/b.css"]);
    let refused =
        ["dangling", "null.md", "out", "out.md", "round", "self"].map(|name| format!("unsafe-file content/{name}"));
    assert_eq!(found, refused);
}

#[test]
fn what_is_no_file_or_no_name_is_a_finding() {
    let root =
        root(&["content/a/x.md", "content/a:b.md", "content/nul.yaml", "content/bad\n/y.md", "content/large.bin"]);
    for name in ["a\u{200B}b.pdf", "名单\u{202E}.pdf", "a.pdf ", "dot./x.md"] {
        let path = root.path().join("content/b").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
    }
    let content = root.path().join("content");
    fs::write(content.join(testing::name(b"a/\xFF.md")), "").unwrap();
    fs::File::create(content.join("large.bin")).unwrap().set_len(MAX_BYTES + 1).unwrap();
    testing::fifo(&content.join("fifo.md"));
    let (files, found) = read(&root);
    assert_eq!(files, ["content/a/x.md"]);
    let refused = [
        "unsafe-file-name content",
        "unsafe-file-name content",
        "unsafe-file-name content",
        "unsafe-file-name content/a",
        "unsafe-file-name content/b",
        "unsafe-file-name content/b",
        "unsafe-file-name content/b",
        "unsafe-file-name content/b",
        "unsafe-file content/fifo.md",
        "file-too-large content/large.bin",
    ];
    assert_eq!(found, refused);
}

#[test]
fn names_that_clash_are_findings_and_both_are_read() {
    let root = root(&[
        "content/A.md",
        "content/a.md",
        "content/b/a.md",
        "content/caf\u{e9}",
        "content/cafe\u{301}",
        "content/B/x",
    ]);
    let (files, found) = read(&root);
    assert_eq!(files.len(), 6);
    assert_eq!(found, ["clashing-names content/a.md", "clashing-names content/b", "clashing-names content/caf\u{e9}"]);
}

#[test]
fn what_cannot_be_read_stops_everything() {
    let root = root(&["content/a.md", "content/b/c.md"]);
    for closed in ["content/b", "content/a.md"] {
        let path = root.path().join(closed);
        let mode = fs::metadata(&path).unwrap().permissions();
        set_mode(&path, 0o000);
        let error = as_nobody(|| read_tree(root.path(), &["content"], &Progress::default()).map(|_| ())).unwrap_err();
        assert_eq!((error.fault(), error.path()), (&Fault::Permission, path.as_path()));
        fs::set_permissions(&path, mode).unwrap();
    }
}

#[test]
fn a_folder_that_is_missing_is_empty_but_a_root_that_is_missing_is_an_error() {
    assert_eq!(read(&root(&[])), (vec![], vec![]));
    let root = root(&["content"]);
    let fault = |path: &Path| read_tree(path, &["content"], &Progress::default()).unwrap_err().fault().clone();
    assert_eq!(fault(root.path()), Fault::NotAFolder);
    assert_eq!(fault(&root.path().join("gone")), Fault::Missing);
}
