//! The command `build`, from outside: same content, same bytes; nothing wrong is published; what was published stays.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const BIN: &str = env!("CARGO_BIN_EXE_gongkai");

/// A copy of the small fixture in a folder of its own.
pub struct Copy {
    folder: tempfile::TempDir,
}

impl Copy {
    pub fn new() -> Copy {
        let folder = tempfile::tempdir().expect("a folder");
        copy(Path::new("tests/suite/fixtures/small"), folder.path());
        Copy { folder }
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        std::fs::create_dir_all(self.path(path).parent().expect("a parent")).expect("folders");
        std::fs::write(self.path(path), bytes).expect("written");
    }

    /// Runs a shell line in the folder, with `gongkai` for the program.
    pub fn run(&self, line: &str) -> Output {
        let line = line.replace("gongkai", BIN);
        Command::new("sh").arg("-c").arg(line).current_dir(&self.folder).output().expect("the shell runs")
    }

    /// Every published file with its mode and bytes.
    pub fn published(&self, folder: &str) -> BTreeMap<String, (u32, Vec<u8>)> {
        published(&self.path(folder))
    }
}

/// Every file below a folder with its mode and bytes.
pub fn published(root: &Path) -> BTreeMap<String, (u32, Vec<u8>)> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (path, mode) = (entry.path(), entry.metadata().expect("metadata").permissions().mode() & 0o777);
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            if path.is_dir() {
                files.insert(name, (mode, Vec::new()));
                folders.push(path);
            } else {
                files.insert(name, (mode, std::fs::read(&path).expect("bytes")));
            }
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the fixture").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            assert!(std::fs::copy(entry.path(), target).is_ok())
        }
    }
}

#[test]
fn same_content_same_bytes_wherever_and_however_it_is_built() {
    let lines = [
        "gongkai build",
        "TZ=Asia/Shanghai LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 gongkai build",
        "TZ=America/New_York LANG=C LC_ALL=C RAYON_NUM_THREADS=1 gongkai build",
        "umask 077; RAYON_NUM_THREADS=7 gongkai build",
        "umask 000; cd /; gongkai --root \"$OLDPWD\" build",
    ];
    let mut first: Option<BTreeMap<String, (u32, Vec<u8>)>> = None;
    for line in lines {
        let copy = Copy::new();
        let output = copy.run(line);
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        let published = copy.published("public");
        assert!(published.len() > 40, "{line}");
        for (path, (mode, _)) in &published {
            let expected = if copy.path("public").join(path).is_dir() { 0o755 } else { 0o644 };
            assert_eq!(*mode, expected, "{line}: {path}");
        }
        match &first {
            None => first = Some(published),
            Some(first) => assert!(*first == published, "{line} gives another site"),
        }
    }
}

#[test]
fn nothing_is_written_while_anything_is_wrong() {
    let copy = Copy::new();
    assert!(copy.run("gongkai build").status.success());
    let before = copy.published("public");
    for (path, bytes) in [
        ("content/1-projects/001.yaml", &b"number: 1\n"[..]),
        ("content/1-projects/001.zh.md", b"<script>alert(1)</script>"),
        ("content/notes.txt", b"x"),
        ("themes/bulletin/templates/contact.html", b"{{ nothing }}"),
        (
            "themes/bulletin/templates/contact.html",
            b"{% extends \"base.html\" %}{% block content %}<h1>x</h1><script>1</script>{% endblock %}",
        ),
        (
            "themes/bulletin/templates/contact.html",
            b"{% extends \"base.html\" %}{% block content %}<h1>x</h1><a href=\"nowhere.html\">x</a>{% endblock %}",
        ),
    ] {
        let old = std::fs::read(copy.path(path)).ok();
        copy.write(path, bytes);
        let output = copy.run("gongkai --lang en build");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{path}: {said}");
        assert!(said.contains("the published site is unchanged"), "{said}");
        assert!(copy.published("public") == before, "{path} changed the published site");
        match old {
            Some(old) => copy.write(path, &old),
            None => std::fs::remove_file(copy.path(path)).expect("removed"),
        }
    }
    assert!(copy.run("gongkai build").status.success());
    assert!(copy.published("public") == before);
}

#[test]
fn what_leaves_the_content_leaves_the_site_and_dotfiles_stay() {
    let copy = Copy::new();
    copy.write("public/.gitignore", b"*\n");
    assert!(copy.run("gongkai build").status.success());
    assert!(copy.path("public/files/list.txt").exists());
    std::fs::remove_file(copy.path("content/files/list.txt")).expect("removed");
    for lang in ["zh", "en"] {
        copy.write(&format!("content/1-projects/001.{lang}.md"), "{{ cases }} {{ fines }}".as_bytes());
    }
    let output = copy.run("gongkai build");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!copy.path("public/files/list.txt").exists());
    assert_eq!(std::fs::read(copy.path("public/.gitignore")).expect("kept"), b"*\n");
}

#[test]
fn a_folder_of_somebody_elses_is_refused() {
    for marker in [None, Some(&b""[..]), Some(b"theme: dark\n")] {
        let copy = Copy::new();
        copy.write("home/diary.txt", b"dear diary");
        if let Some(marker) = marker {
            copy.write("home/.gongkai", marker);
        }
        let output = copy.run("gongkai --lang en build --output home");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("not made by gongkai") || said.contains("not written by gongkai"), "{said}");
        assert_eq!(std::fs::read(copy.path("home/diary.txt")).expect("kept"), b"dear diary");
    }
}

#[test]
fn what_the_user_puts_into_the_site_is_refused_by_name_and_an_edited_page_is_replaced_with_a_warning() {
    let copy = Copy::new();
    assert!(copy.run("gongkai build").status.success());
    for path in ["public/files/notes.docx", "public/a.txt", "public/b.txt", "public/c.txt"] {
        copy.write(path, b"mine");
    }
    for (lang, named) in [("en", "a.txt, b.txt, c.txt … (4)"), ("zh", "a.txt、b.txt、c.txt 等 4 个")] {
        let output = copy.run(&format!("gongkai --lang {lang} build"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(named) && said.contains("content/files/"), "{said}");
    }
    for path in ["public/files/notes.docx", "public/a.txt", "public/b.txt", "public/c.txt"] {
        assert_eq!(std::fs::read(copy.path(path)).expect("kept"), b"mine", "{path}");
        std::fs::remove_file(copy.path(path)).expect("removed");
    }
    std::thread::sleep(std::time::Duration::from_millis(20)); // until a file system tells the times apart
    copy.write("public/index.html", b"<p>edited</p>");
    let output = copy.run("gongkai --lang en build");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.contains("edited by hand and were replaced: index.html"), "{said}");
}

/// A site that was made from these very files is not made again; whatever else changed, it is.
#[test]
fn a_build_with_nothing_changed_makes_nothing() {
    let site = Copy::new();
    let said = |line: &str| {
        let output = site.run(line);
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let is_idle = |line: &str| said(line).starts_with("nothing changed: ");
    let build = "gongkai build --lang en";
    assert!(!is_idle(build));
    let published = site.published("public");
    assert!(is_idle(build) && is_idle(build));
    assert!(!is_idle("gongkai build --lang en --base-url https://other.example/"), "another address is another site");
    assert!(!is_idle(build) && is_idle(build));
    // What somebody did to the published site is undone.
    type Act = fn(&Copy);
    let acts: [(&str, Act); 4] = [
        ("a page was changed", |site| site.write("public/index.html", b"<p>other</p>")),
        ("a page was lost", |site| std::fs::remove_file(site.path("public/en/index.html")).expect("removed")),
        ("a file manager looked at it", |site| site.write("public/en/Thumbs.db", b"view")),
        ("a page was closed", |site| {
            std::fs::set_permissions(site.path("public/index.html"), std::fs::Permissions::from_mode(0o600))
                .expect("closed");
        }),
    ];
    for (what, act) in acts {
        act(&site);
        assert!(!is_idle(build), "{what}");
        assert_eq!(site.published("public"), published, "{what}");
        assert!(is_idle(build), "{what}");
    }
    // Findings are shown again each time.
    site.write("content/closing.zh.md", "整改永远在路上,不松劲。\n".as_bytes());
    site.write("content/closing.en.md", b"We will not slacken.\n");
    for _ in 0..2 {
        assert!(said(build).contains("half-width-punctuation"));
    }
}
