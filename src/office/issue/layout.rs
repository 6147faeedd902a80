//! How a notice is laid out: folders of issues, languages, and how its issues are numbered, as far as names of files say so.

use std::collections::BTreeMap;

use super::{NewIssue, Refused};
use crate::notice::content::FOLDER;
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::value::{Lang, RelPath};

/// How a notice is laid out, as far as names of files say so: records may have mistakes.
pub(super) struct Layout {
    pub(super) folders: Vec<Folder>,
    pub(super) languages: Vec<Lang>,
    pub(super) is_per_section: bool,
    /// Whether numbers may have gaps.
    pub(super) is_own: bool,
}

/// A folder of issues.
pub(super) struct Folder {
    pub(super) path: String,
    /// The number of the section; none where there are no sections.
    pub(super) section: Option<u32>,
    slug: String,
    /// Issues in order: each its number and the path of its record.
    pub(super) issues: Vec<(u32, RelPath)>,
}

impl Layout {
    pub(super) fn of(tree: &SourceTree) -> Layout {
        let notice = RelPath::of(format!("{FOLDER}/notice.yaml"));
        let codes = yaml::peek(tree, &notice, "languages").unwrap_or_default();
        let mut languages: Vec<Lang> = codes.iter().filter_map(|code| Lang::of(code)).collect();
        if languages.is_empty() {
            languages.push(Lang::new("zh"));
        }
        let numbering = yaml::peek(tree, &notice, "numbering").unwrap_or_default();
        let [is_per_section, is_own] = ["per-section", "own"].map(|word| numbering == [word]);
        let mut folders: BTreeMap<(Option<u32>, String), Folder> = BTreeMap::new();
        for path in tree.under(FOLDER) {
            let Some((section, slug)) = section_of(path) else { continue };
            let issue = issue_number(path).map(|number| (number, path.clone()));
            if path.name() != "section.yaml" && issue.is_none() {
                continue;
            }
            let key = (section, path.folder().to_owned());
            let new = || Folder { path: path.folder().to_owned(), section, slug: slug.to_owned(), issues: Vec::new() };
            folders.entry(key).or_insert_with(new).issues.extend(issue);
        }
        let mut folders: Vec<Folder> = folders.into_values().collect();
        if folders.iter().any(|folder| folder.section.is_some()) {
            folders.retain(|folder| folder.section.is_some());
        } else if folders.is_empty() {
            folders.push(Folder { path: FOLDER.to_owned(), section: None, slug: String::new(), issues: Vec::new() });
        }
        folders.iter_mut().for_each(|folder| folder.issues.sort());
        Layout { folders, languages, is_per_section, is_own }
    }

    /// Returns the folder that the issue belongs to.
    pub(super) fn folder(&self, wanted: &NewIssue) -> Result<&Folder, Refused> {
        let has = |folder: &&Folder, number: u32| folder.issues.iter().any(|(known, _)| *known == number);
        let found: Vec<&Folder> = match (&wanted.section, wanted.after) {
            (Some(name), _) => self.folders.iter().filter(|folder| folder.is_called(name)).collect(),
            (None, Some(after)) => self.folders.iter().filter(|folder| has(folder, after)).collect(),
            (None, None) => self.folders.iter().collect(),
        };
        match (&found[..], wanted.after) {
            ([folder], Some(after)) if !has(folder, after) => Err(self.no_issue(after)),
            ([folder], _) => Ok(folder),
            ([], Some(after)) if wanted.section.is_none() => Err(self.no_issue(after)),
            _ => Err(self.which_section()),
        }
    }

    fn which_section(&self) -> Refused {
        let names: Vec<&str> = self.folders.iter().map(|folder| folder.path.rsplit('/').next().unwrap_or("")).collect();
        let list = names.join("、");
        let first = self.folders.first().and_then(|folder| folder.section).unwrap_or(1);
        let en = names.join(", ");
        Refused(
            say!("请写明放在哪个方面：{list}", "say which section it belongs to: {en}"),
            say!(
                "写序号或文件夹名，如 gongkai new {first}",
                "give its number or its folder, such as `gongkai new {first}`"
            ),
        )
    }

    pub(super) fn no_issue(&self, after: u32) -> Refused {
        Refused(
            say!("没有第 {after} 个问题", "there is no issue {after}"),
            say!(
                "--after 写已有问题的序号（文件名里的数）；放在最后的，不写 --after",
                "`--after` takes the number in the name of a record that is there; leave it out to add the issue at the end"
            ),
        )
    }

    /// Returns the topic of the issue that it follows, or the last of the section.
    pub(super) fn topic(&self, tree: &SourceTree, folder: &Folder, wanted: &NewIssue) -> Option<String> {
        let issue = match wanted.after {
            Some(after) => folder.issues.iter().find(|(number, _)| *number == after),
            None => folder.issues.last(),
        };
        let of_issue = issue.and_then(|(_, path)| yaml::peek(tree, path, "topic")?.into_iter().next());
        let section = RelPath::of(format!("{}/section.yaml", folder.path));
        let value = || yaml::value(&section, tree.text(section.as_str())?);
        of_issue.or_else(|| value()?.str(&["topics", "0", "id"]).map(str::to_owned))
    }

    /// Returns the address of an issue.
    pub(super) fn address(&self, folder: &Folder, number: u32) -> String {
        let section = folder.section.filter(|_| self.is_per_section).map(|n| format!("{n}-")).unwrap_or_default();
        format!("issues/{section}{number:03}.html")
    }
}

impl Folder {
    fn is_called(&self, name: &str) -> bool {
        let name = name.trim_end_matches('/');
        let is_number = self.section.is_some_and(|number| number.to_string() == name);
        is_number || self.path == name || self.path.strip_prefix("content/") == Some(name) || self.slug == name
    }
}

/// The section that a file of `content/` belongs to, by its folder.
fn section_of(path: &RelPath) -> Option<(Option<u32>, &str)> {
    match path.folder().strip_prefix(FOLDER)?.strip_prefix('/') {
        None => Some((None, "")),
        Some(folder) => {
            let (number, slug) = folder.split_once('-').filter(|(_, slug)| !slug.contains('/'))?;
            Some((Some(number.parse().ok()?), slug))
        }
    }
}

/// The number of an issue by the name of its record.
fn issue_number(path: &RelPath) -> Option<u32> {
    path.name().strip_suffix(".yaml").filter(|stem| stem.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}
