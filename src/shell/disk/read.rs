//! Reading sources: every file below some folders, or an error; nothing is left out in silence.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::error::{DiskError, Fault};
use super::names::{folded, is_leftover, shown};
use super::roots::Roots;
use super::steady::{self, FileReading, MAX_BYTES};
use super::system;
use crate::diagnostic::{self, Checked, Diagnostic, Message, Place};
use crate::progress::Progress;
use crate::say;
use crate::source::SourceTree;
use crate::source::{CLASHING_NAMES, FILE_TOO_LARGE, UNSAFE_FILE, UNSAFE_FILE_NAME};
use crate::value::RelPath;

/// Returns every file below each folder of the root, by its path relative to the root. A folder that does not exist is
/// empty.
///
/// What editors and systems leave behind is passed over. Links are followed if they stay in the root. What cannot be
/// content (a device, a link out of the root, a name that some systems refuse, a file of more than 64 MB) is a
/// diagnostic. Each file is a step of the progress.
///
/// # Errors
/// If any file or folder cannot be read, or changes each time it is read: a notice without one of its issues is worse
/// than none.
pub fn read_tree<'a>(
    root: impl Into<Roots<'a>>,
    folders: &[&str],
    progress: &Progress,
) -> Result<Checked<SourceTree>, DiskError> {
    let Sources { tree, diagnostics, .. } = Sources::read(root, folders, progress)?;
    Ok(Checked { value: tree, diagnostics })
}

/// Sources as they were read last.
#[derive(Debug, Default)]
pub struct Sources {
    pub(super) tree: SourceTree,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether a link was followed: a file may be reached by a second path then, where its change goes unnoticed.
    pub(super) has_links: bool,
}

impl Sources {
    /// Reads everything, as [`read_tree`] does.
    ///
    /// # Errors
    /// If any file or folder cannot be read.
    pub fn read<'a>(root: impl Into<Roots<'a>>, folders: &[&str], progress: &Progress) -> Result<Sources, DiskError> {
        read(root.into(), folders, progress)
    }

    /// Returns the files, and what is wrong with them.
    pub fn checked(&self) -> Checked<SourceTree> {
        Checked { value: self.tree.clone(), diagnostics: self.diagnostics.clone() }
    }
}

fn read(roots: Roots<'_>, folders: &[&str], progress: &Progress) -> Result<Sources, DiskError> {
    let root = roots.root();
    fs::metadata(root).map_err(|error| DiskError::io(root, error))?;
    let mut walk = Walk {
        roots,
        name: String::new(),
        top: PathBuf::new(),
        bounds: PathBuf::new(),
        files: Vec::new(),
        names: BTreeMap::new(),
        has_links: false,
        diagnostics: Vec::new(),
    };
    for folder in folders {
        walk.folder(folder)?;
    }
    let Walk { files, has_links, mut diagnostics, .. } = walk;
    progress.begin(files.len());
    let read = |(_, path): &(RelPath, PathBuf)| {
        let reading = steady::read(path);
        progress.step();
        reading
    };
    let readings: Vec<_> = waiting_together(files.len(), || files.par_iter().map(read).collect());
    let mut whole = Vec::with_capacity(files.len());
    for ((path, _), reading) in files.into_iter().zip(readings) {
        match reading? {
            FileReading::Bytes(bytes) => whole.push((path, bytes)),
            FileReading::TooLarge => diagnostics.push(too_large(path)),
            FileReading::Special => diagnostics.push(special(path)),
        }
    }
    diagnostic::sort(&mut diagnostics);
    let mut tree = SourceTree::of_files(whole);
    if let Some((folder, place)) = roots.elsewhere() {
        tree = tree.with_elsewhere(folder, &place.to_string_lossy().replace('\\', "/"));
    }
    Ok(Sources { tree, diagnostics, has_links })
}

/// Does something with many files on more threads than there are cores: each waits for the disk, or for another machine, most of the time.
fn waiting_together<T: Send>(files: usize, work: impl FnOnce() -> T + Send) -> T {
    const MANY: usize = 256;
    const FOR_EACH_CORE: usize = 8;
    let threads = rayon::current_num_threads();
    // Who asks for one thread gets one.
    let pool = (files >= MANY && threads > 1)
        .then(|| ThreadPoolBuilder::new().num_threads(threads * FOR_EACH_CORE).build())
        .and_then(Result::ok);
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// What a walk through the folders gathers.
struct Walk<'a> {
    roots: Roots<'a>,
    /// The folder that is walked, as the tree calls it.
    name: String,
    /// Where it stands.
    top: PathBuf,
    /// What its links may not lead out of, without links.
    bounds: PathBuf,
    files: Vec<(RelPath, PathBuf)>,
    /// The first of all names that are alike, by folder and folded name.
    names: BTreeMap<(String, String), RelPath>,
    has_links: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &str) -> Result<(), DiskError> {
        let (top, bounds) = self.roots.folder(folder);
        let may_lack = bounds == self.roots.root();
        match fs::symlink_metadata(&top) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && may_lack => return Ok(()),
            Err(error) => return Err(DiskError::io(&top, error)),
            Ok(metadata) if metadata.is_file() => return Err(DiskError::new(Fault::NotAFolder, &top)),
            Ok(_) => {}
        }
        self.bounds = fs::canonicalize(bounds).map_err(|error| DiskError::io(bounds, error))?;
        (self.name, self.top) = (folder.to_owned(), top.clone());
        let mut entries = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let wanted = self.entry(&entry)?;
                    if entry.file_type().is_dir() && !wanted {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.unreadable(&top, error)?,
            }
        }
        Ok(())
    }

    /// Takes an entry in; returns whether it, and what is below it, is wanted.
    fn entry(&mut self, entry: &DirEntry) -> Result<bool, DiskError> {
        if entry.depth() > 0 && is_leftover(entry.file_name()) {
            return Ok(false);
        }
        let Some(path) = self.path(entry.path()) else { return Ok(false) };
        self.has_links |= entry.path_is_symlink();
        if entry.path_is_symlink() && !self.stays_inside(entry.path())? {
            self.diagnostics.push(leads_out(path));
            return Ok(false);
        }
        self.compare_name(&path);
        let kind = entry.file_type();
        if kind.is_file() {
            self.files.push((path, entry.path().into()));
        } else if !kind.is_dir() {
            self.diagnostics.push(special(path));
        }
        Ok(true)
    }

    /// A link that leads nowhere or round in a circle is a diagnostic; all else that cannot be read is an error.
    fn unreadable(&mut self, top: &Path, error: walkdir::Error) -> Result<(), DiskError> {
        let path = error.path().unwrap_or(top).to_owned();
        let leads_nowhere = |error: &io::Error| error.kind() == io::ErrorKind::NotFound || system::is_link_loop(error);
        let is_broken_link = error.io_error().is_some_and(leads_nowhere) && path.is_symlink();
        if !is_broken_link && error.loop_ancestor().is_none() {
            return Err(DiskError::walk(top, error));
        }
        if !path.file_name().is_some_and(is_leftover)
            && let Some(path) = self.path(&path)
        {
            self.diagnostics.push(broken_link(path));
        }
        Ok(())
    }

    /// Returns the path in the tree, or a diagnostic that there is none.
    fn path(&mut self, path: &Path) -> Option<RelPath> {
        let inner = match path.strip_prefix(&self.top) {
            Ok(rest) if !rest.as_os_str().is_empty() => Path::new(&self.name).join(rest),
            _ => PathBuf::from(&self.name),
        };
        let valid = inner.to_str().and_then(|text| RelPath::new(text).ok());
        if valid.is_none() {
            // The folder is one that was taken in before, or one that gongkai named.
            let folder = RelPath::of(inner.parent().and_then(Path::to_str).unwrap_or_default());
            self.diagnostics.push(unsafe_name(folder, Path::new(inner.file_name().unwrap_or_default())));
        }
        valid
    }

    fn stays_inside(&self, link: &Path) -> Result<bool, DiskError> {
        let target = fs::canonicalize(link).map_err(|error| DiskError::io(link, error))?;
        Ok(target.starts_with(&self.bounds))
    }

    fn compare_name(&mut self, path: &RelPath) {
        let first = self.names.entry((path.folder().into(), folded(path.name()))).or_insert_with(|| path.clone());
        if first != path {
            self.diagnostics.push(clashing(path.clone(), first.clone()));
        }
    }
}

fn unsafe_name(folder: RelPath, name: &Path) -> Diagnostic {
    let name = shown(name);
    let message = say!("文件名“{name}”在有的系统上不能用", "the file name `{name}` cannot be used on every system");
    let help = say!(
        "请改名：UTF-8 编码，不含控制字符、看不见的字符和 \\ / : * ? \" < > |，首尾没有空格，末尾没有点，也不用 con、nul 等保留名",
        "rename it: UTF-8, without control characters, invisible characters and \\ / : * ? \" < > |, no space at either end and no dot at the end, and no reserved name such as con or nul"
    );
    Diagnostic::of(UNSAFE_FILE_NAME, Place::File(folder), message).help(help)
}

fn clashing(path: RelPath, first: RelPath) -> Diagnostic {
    let name = first.name();
    let message =
        say!("文件名与“{name}”只差大小写或字形", "the name differs from `{name}` only in case or composition");
    let help = say!("请改名：在有的系统上这是同一个文件", "rename one: on some systems they are the same file");
    let related = say!("先出现的文件", "the first of the two");
    Diagnostic::of(CLASHING_NAMES, Place::File(path), message).help(help).related(Place::File(first), related)
}

fn leads_out(path: RelPath) -> Diagnostic {
    let message = say!("这个链接指向项目文件夹之外", "this link leads out of the project folder");
    unsafe_file(path, message, say!("请把文件本身复制进来", "copy the file itself in"))
}

fn broken_link(path: RelPath) -> Diagnostic {
    let message = say!("这个链接已失效，或绕回了自身", "this link is broken or leads back to itself");
    unsafe_file(
        path,
        message,
        say!("请删除这个链接，或把文件本身复制进来", "remove the link, or copy the file itself in"),
    )
}

fn special(path: RelPath) -> Diagnostic {
    let message =
        say!("这不是普通文件，而是管道、套接字或设备", "this is not a regular file but a pipe, a socket or a device");
    unsafe_file(path, message, say!("请把它移走", "move it away"))
}

fn unsafe_file(path: RelPath, message: Message, help: Message) -> Diagnostic {
    Diagnostic::of(UNSAFE_FILE, Place::File(path), message).help(help)
}

fn too_large(path: RelPath) -> Diagnostic {
    let limit = MAX_BYTES >> 20;
    let message = say!("文件超过 {limit} MB", "the file is larger than {limit} MB");
    Diagnostic::of(FILE_TOO_LARGE, Place::File(path), message)
        .help(say!("请压缩或拆分后再放入", "make it smaller or split it"))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::super::system::testing::{self, as_nobody, set_mode};
    use super::*;

    fn symlink(target: impl AsRef<Path>, link: impl AsRef<Path>) -> io::Result<()> {
        system::symlink(target.as_ref(), link.as_ref())
    }

    /// A root with files, each holding its own path.
    fn root(files: &[&str]) -> TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        root
    }

    /// Paths that are read, and diagnostics as `rule place`.
    fn read(root: &TempDir) -> (Vec<String>, Vec<String>) {
        let Checked { value, diagnostics } =
            read_tree(root.path(), &["content", "themes"], &Progress::default()).unwrap();
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
        assert_eq!(
            found,
            ["clashing-names content/a.md", "clashing-names content/b", "clashing-names content/caf\u{e9}"]
        );
    }

    #[test]
    fn what_cannot_be_read_stops_everything() {
        let root = root(&["content/a.md", "content/b/c.md"]);
        set_mode(root.path(), 0o755);
        for closed in ["content/b", "content/a.md"] {
            let path = root.path().join(closed);
            let mode = fs::metadata(&path).unwrap().permissions();
            set_mode(&path, 0o000);
            let error =
                as_nobody(|| read_tree(root.path(), &["content"], &Progress::default()).map(|_| ())).unwrap_err();
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
}
