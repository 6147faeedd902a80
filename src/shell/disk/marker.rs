//! The marker, `.gongkai`: the file in a folder that says that gongkai made it, and what gongkai made in it.
//!
//! ```text
//! 此文件夹由 gongkai 生成：…                two lines for whoever finds it
//! This folder is made by gongkai: …
//! sources <fingerprint>                    what the site was made from, unless it had diagnostics
//! <fingerprint> en/index.html              every file of the site
//! end 1                                    how many
//! ```
//!
//! It begins as the first two lines, when a folder is created to be filled, and is only ever appended to: whatever dies
//! while it is written, it is a whole list or none. Version 0.1.0 wrote `site <fingerprint>`, that of all files
//! together, in place of the list. Anything else by this name is not ours, and neither is the folder that it is in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::Path;

use super::error::{DiskError, Fault};
use super::system;
use crate::value::{Fingerprint, RelPath};

/// The name of the marker.
pub(super) const MARKER: &str = ".gongkai";
/// What every marker begins with.
const HEADER: &str = "\
此文件夹由 gongkai 生成：除您自己的以点开头的文件外，每次发布都会整个替换。
This folder is made by gongkai: all of it but dotfiles of your own is replaced whenever the site is published.
";

/// The files of a site, with what they hold.
pub(super) type SiteFiles = BTreeMap<RelPath, Fingerprint>;

/// What the marker of a folder says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// gongkai made these files.
    Listed { sources: Option<Fingerprint>, files: SiteFiles },
    /// Version 0.1.0 made files that have this fingerprint together.
    Together(Fingerprint),
    /// gongkai made the folder and did not finish it; or version 0.1.0 did not say what is in it.
    Unlisted,
}

impl Marker {
    /// Reads the marker of a folder; none if it has none. A marker that gongkai did not write is an error.
    pub(super) fn read(folder: &Path) -> Result<Option<Marker>, DiskError> {
        let path = folder.join(MARKER);
        let error = |error| DiskError::io(&path, error);
        match fs::symlink_metadata(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(error(e)),
            Ok(metadata) if !metadata.is_file() => return Err(DiskError::new(Fault::Marker, folder)),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        system::open_itself(&path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(error)?;
        let marker = String::from_utf8(bytes).ok().and_then(|text| Marker::parse(&text));
        marker.map(Some).ok_or_else(|| DiskError::new(Fault::Marker, folder))
    }

    fn parse(text: &str) -> Option<Marker> {
        let list = text.strip_prefix(HEADER)?;
        let whole = || {
            let (lines, end) = list.strip_suffix('\n')?.rsplit_once('\n').unwrap_or_else(|| ("", list.trim_end()));
            let (sources, lines) = match lines.strip_prefix("sources ") {
                Some(rest) => {
                    let (sources, lines) = rest.split_once('\n').unwrap_or((rest, ""));
                    (Some(Fingerprint::parse(sources)?), lines)
                }
                None => (None, lines),
            };
            match end.strip_prefix("site ") {
                Some(site) => Fingerprint::parse(site).map(Marker::Together),
                None => listed(lines, end).map(|files| Marker::Listed { sources, files }),
            }
        };
        Some(whole().unwrap_or(Marker::Unlisted))
    }
}

/// Reads the lines of a list. A path that cannot be one is left out: the file is then not known to be ours.
fn listed(lines: &str, end: &str) -> Option<SiteFiles> {
    let count: usize = end.strip_prefix("end ")?.parse().ok()?;
    if lines.lines().count() != count {
        return None;
    }
    let mut files = SiteFiles::new();
    for line in lines.lines() {
        let (fingerprint, path) = line.split_once(' ')?;
        let fingerprint = Fingerprint::parse(fingerprint)?;
        files.extend(RelPath::new(path).ok().map(|path| (path, fingerprint)));
    }
    Some(files)
}

/// Puts the marker into a folder that gongkai has just created, and flushes it to the disk: what is written after it is
/// known to be ours even after a power cut.
pub(super) fn begin(folder: &Path, flush: fn(&File) -> io::Result<()>) -> Result<(), DiskError> {
    let path = folder.join(MARKER);
    let begun =
        system::create(&path).and_then(|mut file| file.write_all(HEADER.as_bytes()).and_then(|()| flush(&file)));
    begun.map_err(|error| DiskError::io(&path, error))
}

/// Completes the marker of a folder: it now has these files.
pub(super) fn complete(folder: &Path, sources: Option<Fingerprint>, files: &SiteFiles) -> Result<(), DiskError> {
    let path = folder.join(MARKER);
    let open = File::options().append(true).open(&path);
    let completed = open.and_then(|mut file| file.write_all(list(sources, files).as_bytes()));
    completed.map_err(|error| DiskError::io(&path, error))
}

fn list(sources: Option<Fingerprint>, files: &SiteFiles) -> String {
    let mut list = String::new();
    if let Some(sources) = sources {
        let _ = writeln!(list, "sources {sources}");
    }
    for (path, fingerprint) in files {
        let _ = writeln!(list, "{fingerprint} {path}");
    }
    let _ = writeln!(list, "end {}", files.len());
    list
}

/// Claims a folder in which there is nothing but dotfiles of the user, just before it is replaced.
pub(super) fn claim(folder: &Path) -> Result<(), DiskError> {
    begin(folder, |_| Ok(())).and_then(|()| complete(folder, None, &SiteFiles::new())).inspect_err(|_| disclaim(folder))
}

/// Takes the claim back.
pub(super) fn disclaim(folder: &Path) {
    let _ = fs::remove_file(folder.join(MARKER)); // a claim that stays does no harm: it lists nothing
}

/// Returns whether the marker of a folder is empty: gongkai died between creating and writing it.
pub(super) fn is_empty(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// The complete marker of a folder in which gongkai made these files.
    pub(crate) fn listed(folder: &Path, files: &[(&str, &str)]) {
        let files = files.iter().map(|(path, text)| (RelPath::of(path), Fingerprint::of(path, text.as_bytes())));
        begin(folder, |_| Ok(())).unwrap();
        complete(folder, None, &files.collect()).unwrap();
    }

    /// The marker that version 0.1.0 wrote, in a folder with these files.
    pub(crate) fn of_version_0_1_0(folder: &Path, files: &[(&str, &str)]) {
        let site = files.iter().map(|(path, text)| Fingerprint::of_version_0_1_0(path, text.as_bytes()));
        let site = site.fold(Fingerprint::default(), Fingerprint::and);
        let sources = Fingerprint::of("content", b"");
        fs::write(folder.join(MARKER), format!("{HEADER}sources {sources}\nsite {site}\n")).unwrap();
    }

    /// The marker of a site with diagnostics of version 0.1.0, which is also that of a stage.
    pub(crate) fn unlisted(folder: &Path) {
        fs::write(folder.join(MARKER), HEADER).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> SiteFiles {
        ["a.html", "en/b c.html"].map(|path| (RelPath::of(path), Fingerprint::of(path, b""))).into()
    }

    #[test]
    fn what_is_written_is_read_and_less_than_that_is_no_list() {
        for sources in [None, Some(Fingerprint::of("content", b""))] {
            for files in [SiteFiles::new(), files()] {
                let text = format!("{HEADER}{}", list(sources, &files));
                assert_eq!(Marker::parse(&text), Some(Marker::Listed { sources, files }));
                for end in HEADER.len()..text.len() {
                    assert_eq!(Marker::parse(&text[..end]), Some(Marker::Unlisted), "{:?}", &text[HEADER.len()..end]);
                }
            }
        }
    }

    #[test]
    fn a_path_that_is_none_is_not_ours() {
        let fingerprint = Fingerprint::default();
        let text = format!("{HEADER}{fingerprint} ../diary.txt\n{fingerprint} a.html\nend 2\n");
        let files = [(RelPath::of("a.html"), fingerprint)].into();
        assert_eq!(Marker::parse(&text), Some(Marker::Listed { sources: None, files }));
    }

    #[test]
    fn markers_of_others_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(MARKER);
        let fault = || Marker::read(folder.path()).map_err(|error| error.fault().clone());
        assert_eq!(fault(), Ok(None));
        let cut = &HEADER[..HEADER.len() - 1];
        for foreign in [&b""[..], b"\n", b"site: gongkai\n", cut.as_bytes(), b"\xFF\xFE"] {
            fs::write(&path, foreign).unwrap();
            assert_eq!(fault(), Err(Fault::Marker), "{foreign:?}");
        }
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(fault(), Err(Fault::Marker), "a folder");
        fs::remove_dir(&path).unwrap();
        fs::write(folder.path().join("real"), HEADER).unwrap();
        system::symlink(Path::new("real"), &path).unwrap();
        assert_eq!(fault(), Err(Fault::Marker), "a link");
        fs::remove_file(&path).unwrap();
        system::testing::fifo(&path);
        assert_eq!(fault(), Err(Fault::Marker), "a fifo");
        fs::remove_file(&path).unwrap();
        testing::of_version_0_1_0(folder.path(), &[("a.html", "a")]);
        assert_eq!(fault(), Ok(Some(Marker::Together(Fingerprint::of_version_0_1_0("a.html", b"a")))));
    }
}
