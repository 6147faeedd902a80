//! Where each file of `content/` belongs, by its name alone.

use std::collections::BTreeMap;

use super::is_attached;
use crate::notice::stray;
use crate::value::{Lang, Localized, RelPath, is_id, is_reserved};

/// Where each file belongs, before any is read.
#[derive(Default)]
pub(super) struct FilePlaces {
    pub(super) notice: Option<RelPath>,
    pub(super) units: Option<RelPath>,
    pub(super) places: Option<RelPath>,
    pub(super) glossary: Option<RelPath>,
    pub(super) accountability: Option<RelPath>,
    pub(super) translations: Option<RelPath>,
    pub(super) sections: BTreeMap<String, FolderFiles>,
    /// Folders of sections that no page can be named after, each with its first file.
    pub(super) reserved: BTreeMap<String, RelPath>,
    /// Records of issues directly in `content/`.
    pub(super) issues: Vec<RelPath>,
    pub(super) narratives: BTreeMap<String, Localized<RelPath>>,
    /// Tables of persons, by the part that they belong to.
    pub(super) persons: BTreeMap<String, RelPath>,
    pub(super) files: Vec<RelPath>,
    /// Files that have no place.
    pub(super) strays: Vec<RelPath>,
}

pub(super) struct FolderFiles {
    pub(super) folder: String,
    pub(super) number: u32,
    pub(super) slug: String,
    pub(super) section: Option<RelPath>,
    pub(super) issues: Vec<RelPath>,
}

impl FilePlaces {
    pub(super) fn sort(&mut self, path: &RelPath) {
        let inside = path.as_str().strip_prefix("content/").unwrap_or_default();
        if is_attached(path) {
            self.files.push(path.clone());
            return;
        }
        let placed = match inside.split('/').collect::<Vec<_>>()[..] {
            ["notice.yaml"] => self.notice.insert(path.clone()) == path,
            ["units.yaml"] => self.units.insert(path.clone()) == path,
            ["places.yaml"] => self.places.insert(path.clone()) == path,
            ["glossary.yaml"] => self.glossary.insert(path.clone()) == path,
            ["accountability.yaml"] => self.accountability.insert(path.clone()) == path,
            ["translations.yaml"] => self.translations.insert(path.clone()) == path,
            ["parts", name] => {
                self.table(path, name) || self.article(path, name, |stem| stray::section_name(stem).is_some())
            }
            ["pages", name] => self.article(path, name, is_id),
            [name] => {
                ["overview", "accountability", "closing"].iter().any(|stem| self.narrative(path, name, stem))
                    || self.of_issue(path, name, |places| Some(&mut places.issues))
            }
            [folder, name] => self.in_section(path, folder, name),
            _ => false,
        };
        if !placed {
            self.strays.push(path.clone());
        }
    }

    fn in_section(&mut self, path: &RelPath, folder: &str, name: &str) -> bool {
        let Some((number, slug)) = stray::section_name(folder) else { return false };
        if is_reserved(slug) {
            self.reserved.entry(folder.to_owned()).or_insert_with(|| path.clone());
            return true;
        }
        let files = self.sections.entry(folder.to_owned()).or_insert_with(|| FolderFiles {
            folder: path.folder().to_owned(),
            number,
            slug: slug.to_owned(),
            section: None,
            issues: Vec::new(),
        });
        if name == "section.yaml" {
            files.section = Some(path.clone());
            return true;
        }
        self.of_issue(path, name, |places| places.sections.get_mut(folder).map(|files| &mut files.issues))
    }

    /// Takes `name` in as the record of an issue, or as its narrative in a language, if it is one.
    fn of_issue(
        &mut self,
        path: &RelPath,
        name: &str,
        records: impl FnOnce(&mut FilePlaces) -> Option<&mut Vec<RelPath>>,
    ) -> bool {
        let stem = name.split('.').next().unwrap_or_default();
        if stem.is_empty() || !stem.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        if name.strip_prefix(stem) == Some(".yaml") {
            records(self).map(|records| records.push(path.clone())).is_some()
        } else {
            self.narrative(path, name, stem)
        }
    }

    /// Takes `name` in as the table of persons of a part, if it is one.
    fn table(&mut self, path: &RelPath, name: &str) -> bool {
        let Some(stem) = name.strip_suffix(".yaml").filter(|stem| stray::section_name(stem).is_some()) else {
            return false;
        };
        self.persons.insert(format!("{}/{stem}", path.folder()), path.clone());
        true
    }

    /// Takes `name` in as a text that is no issue's, if what it is called is right.
    fn article(&mut self, path: &RelPath, name: &str, is_right: impl Fn(&str) -> bool) -> bool {
        let stem = name.split('.').next().unwrap_or_default();
        is_right(stem) && self.narrative(path, name, stem)
    }

    /// Takes `name` in as the narrative `stem` of a language, if it is one.
    fn narrative(&mut self, path: &RelPath, name: &str, stem: &str) -> bool {
        let language = name.strip_prefix(stem).and_then(|n| n.strip_prefix('.')).and_then(|n| n.strip_suffix(".md"));
        let Some(lang) = language.and_then(Lang::of) else { return false };
        let key = format!("{}/{stem}", path.folder());
        self.narratives.entry(key).or_default().insert(lang, path.clone());
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Checked, Place};
    use crate::notice::content::{ParsedFiles, parse};
    use crate::source::SourceTree;
    use crate::value::RelPath;

    fn strays(paths: &[&str]) -> Vec<String> {
        let tree = SourceTree::of(paths.iter().map(|p| (*p, &b"x: 1"[..])));
        parse(&tree, &mut ParsedFiles::new())
            .diagnostics
            .into_iter()
            .filter(|d| d.rule == "stray-file")
            .filter_map(|d| d.place.map(|p| p.path().to_string()))
            .collect()
    }

    #[test]
    fn every_file_has_a_place_or_is_named() {
        let good = [
            "content/closing.en.md",
            "content/parts/10-duty.zh.md",
            "content/parts/10-duty.yaml",
            "content/pages/privacy.zh.md",
            "content/2-party/026.zh.md",
            "content/2-party/026.yaml",
            "content/files/a.pdf",
            "content/2-party/section.yaml",
        ];
        assert_eq!(strays(&good), Vec::<String>::new());
        let bad = [
            "content/party/026.yaml",
            "content/+2-people/026.yaml",
            "content/2 -people/026.yaml",
            "content/２-people/026.yaml",
            "content/-2-people/026.yaml",
            "content/0-people/026.yaml",
            "content/99999999999-people/026.yaml",
            "content/2-People/026.yaml",
            "content/2-party/026.md",
            "content/2-party/x/026.yaml",
            "content/2-party/26a.yaml",
            "content/notes.txt",
            "content/parts/duty.zh.md",
            "content/parts/10-duty.md",
            "content/parts/duty.yaml",
            "content/pages/privacy.yaml",
            "content/pages/Privacy.zh.md",
        ];
        let mut expected: Vec<_> = bad.iter().map(ToString::to_string).collect();
        expected.sort();
        assert_eq!(strays(&bad), expected);
    }

    #[test]
    fn folders_that_no_page_can_be_named_after() {
        for slug in ["con", "aux", "nul", "prn", "com1", "lpt9"] {
            let paths = [format!("content/2-{slug}/026.yaml"), format!("content/2-{slug}/section.yaml")];
            let tree = SourceTree::of(paths.iter().map(|path| (path.as_str(), &b"x: 1"[..])));
            let Checked { value, diagnostics } = parse(&tree, &mut ParsedFiles::new());
            let [found] = &diagnostics[..] else { panic!("{slug}: {diagnostics:?}") };
            assert_eq!(found.place, Some(Place::File(RelPath::of(&paths[0]))));
            assert!(
                found.rule == "unsafe-file-name" && found.help.as_ref().unwrap().en.contains(&format!("2-{slug}-work"))
            );
            assert!(value.sections.is_empty(), "{slug}");
        }
        assert_eq!(strays(&["content/2-com/026.yaml", "content/2-con-work/026.yaml"]), Vec::<String>::new());
    }
}
