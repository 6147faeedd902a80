//! Publishing as its readers and its user see it, and with builds that are killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::marker::testing::{listed, of_version_0_1_0, unlisted};
use super::publish::{System, publish_by};
use super::system::symlink;
use super::system::testing::{as_nobody, inode, is_root, medium_failure, mode, read_below, set_mode};
use super::*;
use crate::value::{Fingerprint, RelPath};

/// As published, but not brought to the disk: other programs' writing would make hundreds of publications slow.
const QUICK: System =
    System { exchange: system::exchange, sync: |_, _| Ok(()), sync_file: |_| Ok(()), sync_names: |_| Ok(()) };
/// A file system without exchange.
const RENAMES: System = System { exchange: |_, _| Err(io::ErrorKind::Unsupported.into()), ..QUICK };

/// A root with its output, `public`.
struct TestSite(TempDir);

impl TestSite {
    fn new() -> TestSite {
        TestSite(tempfile::tempdir().unwrap())
    }

    /// A root whose output holds these files, published.
    fn with(files: &[(&str, &str)]) -> TestSite {
        let site = TestSite::new();
        site.publish(files).unwrap();
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, DiskError> {
        self.publish_by(QUICK, files)
    }

    fn publish_by(&self, system: System, files: &[(&str, &str)]) -> Result<Published, DiskError> {
        let fill = |stage: &Stage| {
            files.iter().try_for_each(|(path, text)| stage.write(&RelPath::of(path), text.as_bytes()).map(drop))
        };
        publish_by(system, self.0.path(), &self.path("public"), fill).map(|((), published)| published)
    }

    /// Everything below the root but the marker: path to inode, mode, and text or target.
    fn all(&self) -> BTreeMap<String, (u64, u32, String)> {
        let entries = walkdir::WalkDir::new(self.0.path()).min_depth(1).into_iter().map(Result::unwrap);
        let state = |entry: walkdir::DirEntry| {
            let metadata = entry.metadata().unwrap();
            let text = if metadata.is_file() { fs::read_to_string(entry.path()).unwrap() } else { String::new() };
            let path = entry.path().strip_prefix(self.0.path()).unwrap().to_str().unwrap().to_owned();
            (path, (inode(entry.path()), mode(entry.path()), text))
        };
        entries.map(state).filter(|(path, _)| path != "public/.gongkai").collect()
    }

    /// Every path below the root but the marker.
    fn paths(&self) -> Vec<String> {
        self.all().into_keys().collect()
    }

    fn inode(&self, path: &str) -> u64 {
        inode(&self.path(path))
    }
}

#[test]
fn a_first_site() {
    let site = TestSite::new();
    let published = site.publish(&[("index.html", "home"), ("en/issues/001.html", "one")]).unwrap();
    assert_eq!(
        published,
        Published {
            files: 2,
            bytes: 7,
            unchanged: 0,
            removed: 0,
            edited: Vec::new(),
            swapped: Swap::First,
            confirmed: true
        }
    );
    let expected = ["public", "public/en", "public/en/issues", "public/en/issues/001.html", "public/index.html"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(site.paths(), expected, "nothing else stands beside it");
    assert!(site.path("public/.gongkai").is_file());
}

#[test]
fn a_folder_of_dotfiles_is_taken_and_they_stay() {
    let site = TestSite::new();
    site.write("public/.gitignore", "*");
    site.write("public/.well-known/acme/token", "secret");
    let (file, folder) = (site.inode("public/.gitignore"), site.inode("public/.well-known"));
    for (system, swap) in [(QUICK, Swap::Exchange), (RENAMES, Swap::Renames), (QUICK, Swap::Exchange)] {
        let published = site.publish_by(system, &[("index.html", &format!("{swap:?}"))]).unwrap();
        assert_eq!((published.files, published.removed, published.swapped), (1, 0, swap));
        assert_eq!(fs::read_to_string(site.path("public/.well-known/acme/token")).unwrap(), "secret");
        assert_eq!(site.inode("public/.gitignore"), file);
        let paths = site.paths();
        assert_eq!(paths.len(), 6, "{paths:?}");
        site.publish_by(QUICK, &[("index.html", "")]).unwrap();
    }
    assert_ne!(site.inode("public/.well-known"), folder, "two renames leave a copy of the folder");
    let folder = site.inode("public/.well-known");
    site.publish(&[("index.html", "new")]).unwrap();
    assert_eq!(site.inode("public/.well-known"), folder, "an exchange keeps the folder itself");
}

#[test]
fn stale_files_go_unchanged_ones_keep_their_inode() {
    let site = TestSite::with(&[("a.html", "a"), ("b.html", "b"), ("old/c.html", "c"), ("d.html", "d")]);
    set_mode(&site.path("public/d.html"), 0o600);
    let before = site.all();
    let published = site.publish(&[("a.html", "a"), ("b.html", "B"), ("d.html", "d"), ("new/e.html", "e")]).unwrap();
    assert_eq!(
        published,
        Published {
            files: 4,
            bytes: 4,
            unchanged: 1,
            removed: 1,
            edited: Vec::new(),
            swapped: Swap::Exchange,
            confirmed: true
        }
    );
    let after = site.all();
    assert_eq!(
        site.paths(),
        ["public", "public/a.html", "public/b.html", "public/d.html", "public/new", "public/new/e.html"]
    );
    assert_eq!(after["public/a.html"], before["public/a.html"]);
    assert_eq!(after["public/b.html"].2, "B");
    assert_eq!(after["public/d.html"].1, 0o644, "a file with the wrong mode is written anew");
    assert_ne!(after["public/d.html"].0, before["public/d.html"].0);
}

/// Something that was done to a published site, in words and in deeds.
type Meddle = (&'static str, fn(&TestSite));

#[test]
fn the_same_site_again_touches_nothing() {
    let files = [("a.html", "a"), ("en/b.html", "b")];
    let site = TestSite::with(&files);
    site.write("public/.nojekyll", "");
    let before = site.all();
    let published = site.publish(&files).unwrap();
    assert_eq!(
        published,
        Published {
            files: 2,
            bytes: 2,
            unchanged: 2,
            removed: 0,
            edited: Vec::new(),
            swapped: Swap::Nothing,
            confirmed: true
        }
    );
    assert_eq!(site.all(), before);
    let meddle: [Meddle; 4] = [
        ("what a file manager leaves", |site| site.write("public/en/Thumbs.db", "")),
        ("a closed folder", |site| set_mode(&site.path("public/en"), 0o700)),
        ("a closed site", |site| set_mode(&site.path("public"), 0o700)),
        ("an edit", |site| site.write("public/a.html", "A")),
    ];
    let state =
        |site: &TestSite| site.all().into_iter().map(|(path, (_, mode, text))| (path, mode, text)).collect::<Vec<_>>();
    let good = state(&site);
    for (what, meddle) in meddle {
        meddle(&site);
        assert_eq!(site.publish(&files).unwrap().swapped, Swap::Exchange, "{what}");
        assert_eq!(state(&site), good, "{what}");
    }
}

#[test]
fn whatever_fails_before_the_swap_leaves_the_site_alone() {
    let site = TestSite::with(&[("a.html", "a"), ("en/b.html", "b")]);
    site.write("public/.git/HEAD", "ref");
    let before = site.all();
    let new = [("a.html", "A"), ("en/b.html", "b")];
    let fail = |system: System| site.publish_by(system, &new).unwrap_err().fault().clone();
    assert_eq!(fail(System { sync: |_, _| Err(io::ErrorKind::StorageFull.into()), ..QUICK }), Fault::NoSpace);
    assert_eq!(fail(System { exchange: |_, _| Err(io::ErrorKind::ResourceBusy.into()), ..QUICK }), Fault::MountPoint);
    assert_eq!(
        fail(System { exchange: |_, _| Err(io::ErrorKind::PermissionDenied.into()), ..QUICK }),
        Fault::Permission
    );
    let lose_the_stage = |stage: &Path, _: &Path| fs::remove_dir_all(stage).and(Err(io::ErrorKind::Unsupported.into()));
    assert_eq!(fail(System { exchange: lose_the_stage, ..QUICK }), Fault::Missing, "the second of two renames fails");
    assert_eq!(site.all(), before);

    let fill = |stage: &Stage| {
        stage.write(&RelPath::of("a.html"), b"A")?;
        Err::<(), _>(Reason("the caller's own"))
    };
    assert_eq!(publish_by(QUICK, site.0.path(), &site.path("public"), fill), Err(Reason("the caller's own")));
    let fill = |stage: &Stage| -> Result<(), DiskError> {
        stage.write(&RelPath::of("a.html"), b"A")?;
        panic!("a fill that panics, as this test wants it to")
    };
    let panicked = thread::scope(|scope| {
        scope.spawn(|| publish_by(QUICK, site.0.path(), &site.path("public"), fill).map(|_| ())).join().is_err()
    });
    assert!(panicked);
    assert_eq!(site.all(), before);
}

#[test]
fn a_swap_that_the_disk_does_not_confirm_is_told_and_keeps_the_old_site() {
    let unsure = System { sync_names: |_| Err(medium_failure()), ..QUICK };
    for (system, kept) in [(unsure, "stage"), (System { exchange: RENAMES.exchange, ..unsure }, "previous")] {
        let site = TestSite::with(&[("a.html", "a")]);
        let published = site.publish_by(system, &[("a.html", "A")]).unwrap();
        assert!(!published.confirmed, "{kept}");
        let text = |path: &str| fs::read_to_string(site.path(path)).unwrap();
        assert_eq!((text("public/a.html"), text(&format!(".public.gongkai-{kept}/a.html"))), ("A".into(), "a".into()));
        assert!(site.publish(&[("a.html", "2")]).unwrap().confirmed);
        assert_eq!(site.paths(), ["public", "public/a.html"], "the next build clears it away");
    }
}

/// Why a caller's `fill` fails.
#[derive(Debug, PartialEq)]
struct Reason(&'static str);

impl From<DiskError> for Reason {
    fn from(_: DiskError) -> Reason {
        Reason("disk")
    }
}

#[test]
fn a_page_is_written_once_and_not_as_a_dotfile() {
    let site = TestSite::with(&[("a.html", "a")]);
    let before = site.all();
    for files in [
        &[("b.html", "1"), ("b.html", "2")][..],
        &[("a.html", "a"), ("a.html", "a")],
        &[(".nojekyll", "")],
        &[(".git/HEAD", "")],
    ] {
        assert_eq!(site.publish(files).unwrap_err().fault(), &Fault::WrittenTwice, "{files:?}");
    }
    assert_eq!(site.publish(&[("b", "file"), ("b/c.html", "in it")]).unwrap_err().fault(), &Fault::NotAFolder);
    assert_eq!(site.all(), before);
}

/// A file in parts is the file that these parts make, whatever was published before: the published one stays as long as
/// it has the same bytes.
#[test]
fn a_file_in_parts_is_linked_if_it_is_the_same_and_written_from_where_it_differs() {
    let path = RelPath::of("data/a.json");
    let long = "甲".repeat(20_000);
    let before = [&*long, "乙"].concat();
    for (parts, is_same) in [
        (vec![&*long, "乙"], true),
        (vec!["", &before], true),
        (vec![&*long, "丙"], false),
        (vec![&*long], false),
        (vec!["丙", &long], false),
        (vec![&*long, "乙", "丙", "丁"], false),
        (vec![], false),
    ] {
        let site = TestSite::with(&[("data/a.json", &before), ("index.html", "1")]);
        let inode = site.inode("public/data/a.json");
        let fill = |stage: &Stage| {
            let mut file = stage.begin_file(&path);
            parts.iter().for_each(|part| file.write(part.as_bytes()));
            assert_eq!(file.finish()?, Fingerprint::of(path.as_str(), parts.concat().as_bytes()));
            stage.write(&RelPath::of("index.html"), b"2").map(drop)
        };
        let ((), published) = publish_by(QUICK, site.0.path(), &site.path("public"), fill).unwrap();
        assert_eq!(fs::read_to_string(site.path("public/data/a.json")).unwrap(), parts.concat());
        assert_eq!((site.inode("public/data/a.json") == inode, published.unchanged), (is_same, usize::from(is_same)));
        assert_eq!(mode(&site.path("public/data/a.json")), 0o644);
        assert_eq!(published.bytes, parts.concat().len() as u64 + 1);
    }
    let site = TestSite::new();
    let twice = publish_by(QUICK, site.0.path(), &site.path("public"), |stage| {
        stage.write(&path, b"1")?;
        let mut file = stage.begin_file(&path);
        file.write(b"1");
        file.finish().map(drop)
    });
    assert!(twice.is_err() && !site.path("public").exists());
}

#[test]
fn a_stage_that_another_program_changes_is_not_published() {
    let site = TestSite::with(&[("a.html", "a"), ("b.html", "b")]);
    let before = site.all();
    let meddle: [fn(&Path) -> io::Result<()>; 3] = [
        |stage| fs::remove_file(stage.join("b.html")),
        |stage| fs::write(stage.join("c.html"), ""),
        |stage| fs::create_dir(stage.join("c")),
    ];
    for meddle in meddle {
        let fill = |stage: &Stage| {
            stage.write(&RelPath::of("a.html"), b"a")?;
            stage.write(&RelPath::of("b.html"), b"B")?;
            meddle(stage.folder()).map_err(|error| DiskError::io(stage.folder(), error))
        };
        let error = publish_by(QUICK, site.0.path(), &site.path("public"), fill).unwrap_err();
        assert_eq!(error.fault(), &Fault::Disturbed);
    }
    assert_eq!(site.all(), before);
}

#[test]
fn a_folder_of_the_user_is_left_alone() {
    let site = TestSite::new();
    site.write("public/.gitignore", "*");
    site.write("public/letter.docx", "mine");
    let before = site.all();
    assert_eq!(site.publish(&[("a.html", "a")]).unwrap_err().fault(), &Fault::Foreign);
    assert_eq!(site.all(), before);
}

#[test]
fn a_folder_that_cannot_be_written_beside_is_named() {
    let site = TestSite::with(&[("a.html", "a")]);
    let before = site.all();
    set_mode(site.0.path(), 0o555);
    let error = as_nobody(|| site.publish(&[("a.html", "A")])).unwrap_err();
    set_mode(site.0.path(), 0o700);
    assert_eq!((error.fault(), error.path()), (&Fault::Beside, fs::canonicalize(site.0.path()).unwrap().as_path()));
    assert_eq!(site.all(), before);
}

#[test]
fn an_old_site_of_another_user_is_replaced_though_it_cannot_be_removed() {
    if !is_root() {
        return; // only root can make files of another user
    }
    let site = TestSite::with(&[("a.html", "a"), ("b.html", "b")]);
    set_mode(site.0.path(), 0o777);
    let published = as_nobody(|| site.publish(&[("a.html", "a"), ("b.html", "B")])).unwrap();
    assert_eq!((published.unchanged, published.swapped), (1, Swap::Exchange));
    let text = |path: &str| fs::read_to_string(site.path(path)).unwrap();
    assert_eq!(
        (text("public/a.html"), text("public/b.html")),
        ("a".into(), "B".into()),
        "what could not be linked was copied"
    );
    let error = as_nobody(|| site.publish(&[("a.html", "2")])).unwrap_err();
    assert_eq!((error.fault(), error.path().file_name()), (&Fault::Permission, Some(".public.gongkai-stage".as_ref())));
    site.publish(&[("a.html", "2")]).unwrap();
    assert_eq!(site.paths(), ["public", "public/a.html"], "who may, repairs it");
}

#[test]
fn what_the_user_saves_there_during_the_build_is_not_lost() {
    for (saved, fault) in [("public/letter.docx", Fault::Foreign), ("public/.gitignore", Fault::Disturbed)] {
        let site = TestSite::new();
        let fill = |stage: &Stage| {
            site.write(saved, "mine");
            stage.write(&RelPath::of("a.html"), b"a")
        };
        let error = publish_by(QUICK, site.0.path(), &site.path("public"), fill).unwrap_err();
        assert_eq!(error.fault(), &fault);
        assert_eq!(site.paths(), ["public", saved]);
    }
    let site = TestSite::new();
    fs::create_dir(site.path("public")).unwrap();
    let fill = |stage: &Stage| {
        site.write("public/letter.docx", "mine");
        stage.write(&RelPath::of("a.html"), b"a")
    };
    assert_eq!(publish_by(QUICK, site.0.path(), &site.path("public"), fill).unwrap_err().fault(), &Fault::Foreign);
    assert_eq!(site.paths(), ["public", "public/letter.docx"]);
}

/// Something in a folder that is not gongkai's, and what a build says of it.
type Foreign = (&'static str, fn(&TestSite), Fault);

#[test]
fn a_folder_with_anything_in_it_that_is_not_ours_is_left_alone() {
    let unknown = |path: &str| Fault::unknown(&[path.into()]);
    let cases: [Foreign; 10] = [
        ("an empty marker", |site| site.write("public/.gongkai", ""), Fault::Marker),
        ("another program's marker", |site| site.write("public/.gongkai", "dir: public\n"), Fault::Marker),
        ("a damaged marker", |site| cut_marker(site, 39), Fault::Marker),
        ("a shortened marker", |site| cut_marker(site, 300), Fault::Unlisted),
        ("a marker that is a folder", |site| replace_marker(site, |path| fs::create_dir(path)), Fault::Marker),
        ("a marker that is a link", link_marker, Fault::Marker),
        ("a file", |site| site.write("public/letter.docx", "mine"), unknown("letter.docx")),
        ("a file deep down", |site| site.write("public/en/a/b/c/letter.docx", "mine"), unknown("en/a/b/c/letter.docx")),
        ("an empty folder", |site| fs::create_dir(site.path("public/en/mine")).unwrap(), unknown("en/mine")),
        ("a dotfile that is not at the top", |site| site.write("public/en/.htaccess", "mine"), unknown("en/.htaccess")),
    ];
    for (what, put, fault) in cases {
        let site = TestSite::with(&[("a.html", "a"), ("en/b.html", "b")]);
        put(&site);
        let before = site.all();
        assert_eq!(site.publish(&[("a.html", "A")]).unwrap_err().fault(), &fault, "{what}");
        assert_eq!(site.all(), before, "{what}");
    }
}

fn cut_marker(site: &TestSite, length: usize) {
    let bytes = fs::read(site.path("public/.gongkai")).unwrap();
    fs::write(site.path("public/.gongkai"), &bytes[..length]).unwrap();
}

fn replace_marker(site: &TestSite, put: fn(&Path) -> io::Result<()>) {
    let path = site.path("public/.gongkai");
    fs::remove_file(&path).and_then(|()| put(&path)).unwrap();
}

fn link_marker(site: &TestSite) {
    fs::rename(site.path("public/.gongkai"), site.path("marker")).unwrap();
    symlink(Path::new("../marker"), &site.path("public/.gongkai")).unwrap();
}

#[test]
fn a_page_that_was_edited_by_hand_is_replaced_and_named() {
    let site = TestSite::with(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c"), ("d.html", "d")]);
    thread::sleep(Duration::from_millis(20)); // until a file system tells the times apart
    site.write("public/a.html", "edited");
    site.write("public/c.html", "edited, and not in the new site");
    site.write("public/d.html", "d");
    let published = site.publish(&[("a.html", "a"), ("b.html", "B"), ("d.html", "D")]).unwrap();
    assert_eq!(published.edited, [RelPath::of("a.html"), RelPath::of("c.html")]);
    assert_eq!(site.publish(&[("a.html", "A")]).unwrap().edited, []);
}

#[test]
fn what_is_put_into_a_site_during_the_build_is_not_lost() {
    for (path, fault) in [
        ("letter.docx", Fault::unknown(&["letter.docx".into()])),
        ("en/a/letter.docx", Fault::unknown(&["en/a/letter.docx".into()])),
        (".gongkai", Fault::Marker),
    ] {
        let site = TestSite::with(&[("a.html", "a")]);
        let fill = |stage: &Stage| {
            site.write(&format!("public/{path}"), "mine");
            stage.write(&RelPath::of("a.html"), b"A")
        };
        let error = publish_by(QUICK, site.0.path(), &site.path("public"), fill).unwrap_err();
        assert_eq!(error.fault(), &fault);
        assert_eq!(fs::read_to_string(site.path("public").join(path)).unwrap(), "mine");
        assert_eq!(fs::read_to_string(site.path("public/a.html")).unwrap(), "a");
    }
}

#[test]
fn what_is_put_into_a_site_at_the_last_moment_is_kept_and_named_by_the_next_build() {
    let late_exchange = |stage: &Path, site: &Path| {
        fs::write(site.join("letter.docx"), "mine")?;
        system::exchange(stage, site)
    };
    let late_renames = |_: &Path, site: &Path| {
        fs::write(site.join("letter.docx"), "mine")?;
        Err(io::ErrorKind::Unsupported.into())
    };
    for (exchange, kept) in [(late_exchange as fn(&Path, &Path) -> _, "stage"), (late_renames, "previous")] {
        let site = TestSite::with(&[("a.html", "a")]);
        site.publish_by(System { exchange, ..QUICK }, &[("a.html", "A")]).unwrap();
        assert_eq!(fs::read_to_string(site.path("public/a.html")).unwrap(), "A");
        let kept = format!(".public.gongkai-{kept}");
        for _ in 0..2 {
            let error = site.publish(&[("a.html", "2")]).unwrap_err();
            assert_eq!(error.fault(), &Fault::unknown(&["letter.docx".into()]));
            assert_eq!(error.path().file_name(), Some(kept.as_ref()));
        }
        fs::rename(site.path(&kept).join("letter.docx"), site.path("letter.docx")).unwrap();
        site.publish(&[("a.html", "2")]).unwrap();
        assert_eq!(site.paths(), ["letter.docx", "public", "public/a.html"]);
    }
}

#[test]
fn a_bare_folder_whose_replacement_fails_gets_no_marker() {
    let busy = System { exchange: |_, _| Err(io::ErrorKind::ResourceBusy.into()), ..QUICK };
    let site = TestSite::new();
    site.write("public/.gitignore", "*");
    assert_eq!(site.publish_by(busy, &[("a.html", "a")]).unwrap_err().fault(), &Fault::MountPoint);
    assert!(!site.path("public/.gongkai").exists());
    assert_eq!(site.paths(), ["public", "public/.gitignore"]);
}

#[test]
fn a_site_of_version_0_1_0_is_replaced_and_then_has_a_list() {
    let files = [("a.html", "a"), ("en/b.html", "b")];
    let site = TestSite::with(&files);
    of_version_0_1_0(&site.path("public"), &files);
    let published = site.publish(&files).unwrap();
    assert_eq!((published.unchanged, published.removed, published.swapped), (2, 0, Swap::Exchange));
    site.write("public/letter.docx", "mine");
    assert_eq!(site.publish(&files).unwrap_err().fault(), &Fault::unknown(&["letter.docx".into()]));
}

#[test]
fn a_link_stays_and_its_target_is_replaced() {
    let site = TestSite::new();
    fs::create_dir(site.path("www")).unwrap();
    symlink(Path::new("www"), &site.path("public")).unwrap();
    site.publish(&[("a.html", "a")]).unwrap();
    site.publish(&[("a.html", "A")]).unwrap();
    assert!(site.path("public").is_symlink());
    assert_eq!(site.paths(), ["public", "www", "www/.gongkai", "www/a.html"]);
    assert_eq!(fs::read_to_string(site.path("public/a.html")).unwrap(), "A");
}

#[test]
fn a_link_in_place_of_a_page_is_replaced_and_its_target_stays() {
    let site = TestSite::with(&[("a.html", "a"), ("b.html", "b")]);
    site.write("elsewhere", "b");
    fs::remove_file(site.path("public/b.html")).unwrap();
    symlink(Path::new("../elsewhere"), &site.path("public/b.html")).unwrap();
    let published = site.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!((published.unchanged, published.removed), (1, 0));
    assert!(site.path("public/b.html").symlink_metadata().unwrap().is_file());
    assert_eq!(site.paths(), ["elsewhere", "public", "public/a.html", "public/b.html"]);
}

/// How many pages a site of [`version`] has.
const PAGES: usize = 20;

/// A site whose pages all carry a number, half of them in a folder, and one page that never changes.
fn version(number: usize) -> Vec<(String, String)> {
    let page = |i: usize| {
        let folder = if i.is_multiple_of(2) { "" } else { "en/" };
        (format!("{folder}{i}.html"), format!("{number}\n").repeat(100 + i))
    };
    (0..PAGES).map(page).chain([("same.html".into(), "same".into())]).collect()
}

fn publish_version(system: System, root: &Path, number: usize) -> Result<Published, DiskError> {
    let fill = |stage: &Stage| {
        version(number).iter().try_for_each(|(path, text)| stage.write(&RelPath::of(path), text.as_bytes()).map(drop))
    };
    publish_by(system, root, &root.join("public"), fill).map(|((), published)| published)
}

/// The one number that a text carries.
fn number_in(text: &str) -> usize {
    let line = &text[..=text.find('\n').expect("a page is not empty")];
    assert_eq!(text, line.repeat(text.len() / line.len()), "torn");
    line.trim_end().parse().unwrap()
}

/// The number of the site at a root; panics unless it is whole.
fn number_of(root: &Path) -> usize {
    let public = root.join("public");
    let first = number_in(&fs::read_to_string(public.join("0.html")).unwrap());
    for (path, text) in version(first) {
        assert_eq!(fs::read_to_string(public.join(&path)).unwrap(), text, "{path} of {first}");
    }
    let files = walkdir::WalkDir::new(&public)
        .into_iter()
        .filter(|entry| entry.as_ref().unwrap().file_type().is_file())
        .count();
    assert_eq!(files, PAGES + 2, "its pages, the same page and the marker");
    first
}

#[test]
fn readers_see_a_whole_site_through_two_hundred_publications() {
    let site = TestSite::new();
    publish_version(QUICK, site.0.path(), 0).unwrap();
    let done = AtomicBool::new(false);
    let reads = thread::scope(|scope| {
        let by_path = scope.spawn(|| read_by_path(&site.path("public"), &done));
        let by_folder = scope.spawn(|| read_by_folder(&site.path("public"), &done));
        let published: Result<Vec<_>, _> =
            (1..=200).map(|number| publish_version(QUICK, site.0.path(), number)).collect();
        done.store(true, Ordering::Relaxed);
        assert!(published.unwrap().iter().all(|published| published.swapped == Swap::Exchange));
        (by_path.join().unwrap(), by_folder.join().unwrap())
    });
    assert!(reads.0 > 200 && reads.1 > 5, "the readers did read: {reads:?}");
    assert_eq!(number_of(site.0.path()), 200);
}

/// Reads page after page, as a server does: each is there, none is torn, and no older one follows a newer one.
fn read_by_path(public: &Path, done: &AtomicBool) -> usize {
    let paths: Vec<PathBuf> = version(0).into_iter().take(PAGES).map(|(path, _)| public.join(path)).collect();
    let (mut newest, mut reads) = (0, 0);
    while !done.load(Ordering::Relaxed) {
        for path in &paths {
            let number = number_in(&fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())));
            assert!(number >= newest);
            (newest, reads) = (number, reads + 1);
        }
        thread::yield_now();
    }
    reads
}

/// Opens the folder once and reads every page in it: they all carry one number, as long as that site is not removed.
fn read_by_folder(public: &Path, done: &AtomicBool) -> usize {
    let mut whole = 0;
    while !done.load(Ordering::Relaxed) {
        let pages = version(0);
        let paths: Vec<&str> = pages.iter().take(PAGES).map(|(path, _)| path.as_str()).collect();
        let texts = read_below(public, &paths);
        let numbers: Vec<_> = texts.into_iter().map(|text| text.map(|text| number_in(&text))).collect();
        let present: BTreeSet<usize> = numbers.iter().filter_map(|number| number.as_ref().ok().copied()).collect();
        assert!(present.len() <= 1, "one folder, one site: {present:?}");
        whole += usize::from(numbers.iter().all(Result::is_ok));
    }
    whole
}

#[test]
fn two_publishers_take_turns() {
    let site = TestSite::new();
    thread::scope(|scope| {
        for publisher in 0..2 {
            let root = site.0.path();
            scope.spawn(move || {
                for number in 0..10 {
                    publish_version(QUICK, root, publisher * 100 + number).unwrap();
                    number_of_first_page(root).expect("the front page is there, whoever publishes at the moment");
                    thread::sleep(Duration::from_millis(20)); // else the one that has just published would nearly always be first again
                }
            });
        }
    });
    assert!([9, 109].contains(&number_of(site.0.path())));
    assert_eq!(fs::read_dir(site.0.path()).unwrap().count(), 1, "no lock and no stage is left");
}

#[test]
fn whatever_a_dead_build_left_the_next_one_publishes() {
    let stage = ".public.gongkai-stage/half/page.html";
    let previous = ".public.gongkai-previous/old.html";
    for left in
        [&[stage][..], &[previous], &[stage, previous], &[".public.gongkai-lock"], &["public/.gitignore", stage]]
    {
        let site = TestSite::new();
        for path in left {
            site.write(path, "");
        }
        if left.contains(&stage) {
            unlisted(&site.path(".public.gongkai-stage"));
        }
        if left.contains(&previous) {
            listed(&site.path(".public.gongkai-previous"), &[("old.html", "")]);
        }
        site.publish(&[("a.html", "a")]).unwrap();
        let paths: Vec<String> = site.paths().into_iter().filter(|path| !path.ends_with(".gitignore")).collect();
        assert_eq!(paths, ["public", "public/a.html"], "{left:?}");
    }
}

/// Runs [`child`] in a process of its own, after some words of the shell.
fn run_child(shell: &str, root: &Path, task: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{shell} exec \"$0\" --exact {CHILD} --ignored")])
        .arg(std::env::current_exe().unwrap());
    command.env("GONGKAI_TEST_ROOT", root).env("GONGKAI_TEST_TASK", task).stdout(Stdio::null());
    command
}

/// The name of the next test.
const CHILD: &str = "shell::disk::tests::child";

/// What other tests run in a process of its own: publishes once, or one version after another until it is killed.
#[test]
#[ignore = "run by other tests"]
fn child() {
    let Some(root) = std::env::var_os("GONGKAI_TEST_ROOT").map(PathBuf::from) else { return };
    let (system, versions) = match std::env::var("GONGKAI_TEST_TASK").unwrap().as_str() {
        "once" => (QUICK, 1),
        "exchange" => (QUICK, usize::MAX),
        _ => (RENAMES, usize::MAX),
    };
    for number in 1..=versions {
        publish_version(system, &root, number).unwrap();
    }
}

#[test]
fn modes_do_not_depend_on_the_umask() {
    let site = TestSite::new();
    assert!(run_child("umask 077;", site.0.path(), "once").status().unwrap().success());
    assert_eq!(number_of(site.0.path()), 1);
    for (path, (_, mode, _)) in site.all() {
        assert_eq!(mode, if site.path(&path).is_dir() { 0o755 } else { 0o644 }, "{path}");
    }
    assert_eq!(mode(&site.path("public/.gongkai")), 0o644);
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site() {
    for kill in 0..30 {
        let site = TestSite::new();
        let system = if kill % 3 == 2 { "renames" } else { "exchange" };
        publish_version(QUICK, site.0.path(), 0).unwrap();
        let mut child = run_child("", site.0.path(), system).spawn().unwrap();
        while number_of_first_page(site.0.path()) == Some(0) {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_micros(kill * 700));
        child.kill().unwrap();
        child.wait().unwrap();
        if system == "exchange" || site.path("public").exists() {
            number_of(site.0.path());
        } else {
            fs::rename(site.path(".public.gongkai-previous"), site.path("public")).unwrap();
            number_of(site.0.path());
            fs::rename(site.path("public"), site.path(".public.gongkai-previous")).unwrap();
        }
        publish_version(QUICK, site.0.path(), 1_000_000).unwrap();
        assert_eq!(number_of(site.0.path()), 1_000_000);
        assert_eq!(fs::read_dir(site.0.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}

/// The number on the front page; nothing while there is none, as between two renames.
fn number_of_first_page(root: &Path) -> Option<usize> {
    fs::read_to_string(root.join("public/0.html")).ok().map(|text| number_in(&text))
}

#[test]
fn a_whole_publication_with_all_calls_of_the_system() {
    let site = TestSite::new();
    for (text, swap) in [("1", Swap::First), ("2", Swap::Exchange), ("2", Swap::Nothing)] {
        let fill = |stage: &Stage| stage.write(&RelPath::of("a.html"), text.as_bytes());
        let (_, published) = publish(site.0.path(), &site.path("public"), fill).unwrap();
        assert_eq!(published.swapped, swap);
    }
    assert_eq!(site.paths(), ["public", "public/a.html"]);
}
