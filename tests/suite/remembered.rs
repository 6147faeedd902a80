//! What a build leaves to the next on the disk changes nothing but its time: whatever was edited, and whatever became of
//! what it left, the published site is that of a build from nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use gongkai::source::SourceTree;
use gongkai::value::RelPath;

use super::fixture::Fixture;
use super::memory::{COUNTY_EDITS, EDITS, Edit, edit};
use super::publish::{BIN, published};
use super::sizes::large;

/// A notice in a folder that builds remember in, and a folder that they never have been in.
struct Folders {
    top: tempfile::TempDir,
    original: SourceTree,
    tree: SourceTree,
}

/// How a build ended, and what is published after it.
#[derive(PartialEq)]
struct Ended {
    code: Option<i32>,
    errors: Vec<String>,
    warnings: Vec<String>,
    site: Vec<(String, (u32, Vec<u8>))>,
}

/// A notice that was built from nothing, with which options, and how that ended: many tests come back to the same.
struct Cold {
    tree: SourceTree,
    options: String,
    ended: Arc<Ended>,
}

static COLD: Mutex<Vec<Cold>> = Mutex::new(Vec::new());

impl Folders {
    fn of(fixture: Fixture) -> Folders {
        let original = fixture.into_tree();
        Folders { top: tempfile::tempdir().expect("a folder"), tree: original.clone(), original }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.top.path().join(path)
    }

    fn edit(&mut self, of: Edit) {
        edit(&mut self.tree, &self.original, of);
    }

    /// Writes the files of the notice, and those of the theme that are edited; others are in the program.
    fn write(&self, folder: &Path) {
        for top in ["content", "themes"] {
            let _ = fs::remove_dir_all(folder.join(top));
        }
        let is_written = |path: &RelPath| {
            let built_in = path.as_str().starts_with("themes/bulletin/");
            !built_in || self.tree.bytes(path.as_str()) != self.original.bytes(path.as_str())
        };
        for path in self.tree.paths().filter(|path| is_written(path)) {
            let (to, bytes) = (folder.join(path.as_str()), self.tree.bytes(path.as_str()).unwrap_or_default());
            fs::create_dir_all(to.parent().expect("a parent")).expect("folders");
            fs::write(to, bytes).expect("written");
        }
    }

    fn build(&self, folder: &str, options: &[&str]) -> Ended {
        let folder = self.path(folder);
        self.write(&folder);
        let output = Command::new(BIN).arg("build").args(options).current_dir(&folder).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        let mut errors: Vec<String> = said.lines().filter(|l| l.starts_with("error")).map(str::to_owned).collect();
        errors.sort();
        let warnings = said.lines().filter(|line| line.starts_with("warning")).map(str::to_owned).collect();
        let site = if output.status.success() { published(&folder.join("public")) } else { Default::default() };
        // What was published before is compared with the new site: where it is, there may be a warning, which is not noted.
        let site = site.into_iter().filter(|(name, _)| name != ".gongkai").collect();
        Ended { code: output.status.code(), errors, warnings, site }
    }

    /// Builds where nothing ever was, unless that was done before.
    fn cold(&self, options: &[&str]) -> Arc<Ended> {
        let options_said = options.join(" ");
        let is_this = |cold: &&Cold| cold.options == options_said && cold.tree.changes(&self.tree).is_empty();
        let known = COLD.lock().expect("no test failed within").iter().find(is_this).map(|cold| cold.ended.clone());
        known.unwrap_or_else(|| {
            let _ = fs::remove_dir_all(self.path("cold"));
            let ended = Arc::new(self.build("cold", options));
            COLD.lock().expect("no test failed within").push(Cold {
                tree: self.tree.clone(),
                options: options_said,
                ended: ended.clone(),
            });
            ended
        })
    }

    /// Builds where the last build left something, and where nothing ever was; both must end in the same.
    fn check(&self, options: &[&str], what: &str) {
        let warm = self.build("warm", options);
        let cold = self.cold(options);
        assert_eq!((warm.code, &warm.errors), (cold.code, &cold.errors), "{what}");
        let names = |ended: &Ended| ended.site.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&warm), names(&cold), "{what}");
        let differ: Vec<_> = warm.site.iter().zip(&cold.site).filter(|(w, c)| w != c).map(|(w, _)| &w.0).collect();
        assert!(differ.is_empty(), "{what}: {differ:?}");
    }

    /// What the last build left.
    fn memory(&self) -> PathBuf {
        let folder = fs::read_dir(self.path("warm/.gongkai-cache")).expect("a build left something");
        let files = folder.flatten().map(|entry| entry.path());
        files.into_iter().find(|path| path.file_name().is_some_and(|name| name != ".gitignore")).expect("a memory")
    }
}

#[test]
fn whatever_is_edited() {
    for (fixture, edits) in [(Fixture::small(), &EDITS[..]), (Fixture::county(), &COUNTY_EDITS[..])] {
        let mut folders = Folders::of(fixture);
        folders.check(&[], "the first build");
        let all = std::env::var_os("EVERY_EDIT").is_some();
        for (at, of) in edits.iter().enumerate().filter(|(at, _)| all || at % 4 == edits.len() % 4) {
            folders.edit(*of);
            folders.check(&[], &format!("{of:?}"));
            // Every second edit stays, unless nothing can be published with it.
            if at % 8 < 4 || folders.cold(&[]).code != Some(0) {
                folders.edit(*of);
            }
        }
    }
}

#[test]
fn an_edited_narrative_makes_its_own_pages_alone() {
    let mut folders = Folders::of(Fixture::county());
    folders.check(&[], "the first build");
    let modified = |path: &str| fs::metadata(folders.path("warm/public").join(path)).and_then(|file| file.modified());
    let pages = ["issues/012.html", "en/issues/012.html", "issues/003.html", "statistics.html", "index.html"];
    let before = pages.map(|page| modified(page).expect("a page"));
    folders.edit(("content/3-service/012.zh.md", "热线", "服务热线"));
    folders.check(&[], "one narrative");
    let after = pages.map(|page| fs::metadata(folders.path("warm/public").join(page)).unwrap().modified().unwrap());
    let renewed: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before != after).collect();
    assert_eq!(renewed, [true, false, false, false, false]);
}

/// Downloads of more issues than stand in one piece. What was published is read in pieces, too: a figure that is typed in
/// a narrative is another one without a word.
#[test]
fn downloads_in_pieces() {
    let [zh, en] = ["content/3-area-3/0080.zh.md", "content/3-area-3/0080.en.md"];
    // Without an address there is no picture for each issue, which are made whole.
    let fixture = large(140)
        .replacing("content/notice.yaml", "base_url: https://notice.example/county\n", "")
        .adding(zh, "\n已追回资金12万元。\n")
        .adding(en, "\nCNY 120,000 was recovered.\n");
    let mut folders = Folders::of(fixture);
    folders.check(&[], "the first build");
    let last = ["content/4-area-4/0140.zh.md", "content/4-area-4/0140.en.md"];
    let edits: [&[Edit]; 4] = [
        &[(zh, "12万元", "13万元"), (en, "120,000", "130,000")],
        &[("content/1-area-1/0001.en.md", "Residents", "All residents")],
        &[
            (last[0], "\n\n", "\n\n1. 核对[^1]。\n2. 公布。\n\n[^1]: 已存档。\n\n"),
            (last[1], "\n\n", "\n\n1. Checked[^1].\n2. Published.\n\n[^1]: Filed.\n\n"),
        ],
        &[("content/2-area-2/0060.yaml", "不规范", "不够规范")],
    ];
    for (at, of) in edits.into_iter().enumerate() {
        of.iter().for_each(|edit| folders.edit(*edit));
        let warm = folders.build("warm", &[]);
        assert_eq!((warm.code, warm.warnings.len()), (Some(0), usize::from(at == 0)), "{of:?}: {:?}", warm.warnings);
        assert!(warm.warnings.iter().all(|line| line.contains("untold-change")), "{:?}", warm.warnings);
        folders.check(&[], &format!("{of:?}"));
    }
}

#[test]
fn whatever_becomes_of_what_a_build_left() {
    let mut folders = Folders::of(Fixture::small());
    folders.check(&[], "the first build");
    let narrative = |text: &'static str| ("content/1-projects/001.zh.md", "\n", text);
    folders.edit(narrative("，已收到回执。\n"));
    let whole = fs::read(folders.memory()).unwrap();
    let damaged: [(&str, Vec<u8>); 5] = [
        ("empty", Vec::new()),
        ("half", whole[..whole.len() / 2].to_vec()),
        ("of others", b"nothing of ours".to_vec()),
        ("one byte", {
            let mut bytes = whole.clone();
            bytes[whole.len() / 3] ^= 1;
            bytes
        }),
        ("longer", [&whole[..], b"x"].concat()),
    ];
    for (what, bytes) in damaged {
        fs::write(folders.memory(), bytes).unwrap();
        folders.check(&[], what);
        folders.edit(narrative("，已收到回执。\n"));
    }
    fs::remove_dir_all(folders.path("warm/.gongkai-cache")).unwrap();
    folders.check(&[], "gone");
    folders.edit(narrative("，已收到回执。\n"));
    fs::remove_file(folders.memory()).unwrap();
    fs::create_dir(folders.path("warm/.gongkai-cache/x")).unwrap();
    folders.check(&[], "a folder of somebody's");
    // What another build left, with other options.
    folders.check(&["--base-url", "https://other.example/"], "another address");
    folders.check(&["--as-of", "2024-03-31"], "another day");
    folders.edit(narrative("，已收到回执。\n"));
    folders.check(&[], "as before");
}

#[test]
fn whatever_becomes_of_the_published_site() {
    let mut folders = Folders::of(Fixture::small());
    folders.check(&[], "the first build");
    let page = folders.path("warm/public/issues/002.html");
    let edited = |text: &'static str| ("content/1-projects/001.zh.md", "\n", text);
    fs::write(&page, "edited by hand").unwrap();
    folders.edit(edited("，已收到回执。\n"));
    folders.check(&[], "a page edited by hand");
    fs::remove_file(&page).unwrap();
    folders.edit(edited("，已收到回执。\n"));
    folders.check(&[], "a page taken away");
    fs::remove_dir_all(folders.path("warm/public")).unwrap();
    folders.edit(edited("，已收到回执。\n"));
    folders.check(&[], "the site taken away");
}

/// A page that is kept links to a heading of another that is gone: it is named as a build from nothing names it.
#[test]
fn a_kept_page_whose_link_leads_nowhere_now() {
    let headings: [Edit; 2] = [
        ("content/1-projects/001.zh.md", "\n", "\n\n## 后续\n\n仍在推进。\n"),
        ("content/1-projects/001.en.md", "\n", "\n\n## Follow-up\n\nWork goes on.\n"),
    ];
    let mut folders = Folders::of(Fixture::small());
    headings.into_iter().for_each(|heading| folders.edit(heading));
    folders.edit(("content/1-projects/002.zh.md", "\n", "，见[后续](001.zh.md#i1-h-1)。\n"));
    folders.check(&[], "the link leads on");
    assert_eq!(folders.build("warm", &[]).code, Some(0));
    headings.into_iter().for_each(|heading| folders.edit(heading));
    folders.check(&[], "the heading is gone");
    let refused = folders.build("warm", &[]);
    assert!(refused.code == Some(1) && refused.errors[0].contains("i1-h-1"), "{:?}", refused.errors);
}
